package reader

// An Extent is how much of an article was read.
type Extent int

const (
	Whole     Extent = iota
	Beginning        // its first screens
	Sketched         // its text and references, not what is cited
)
