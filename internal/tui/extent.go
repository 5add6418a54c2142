package tui

// An extent is how much of an article was read.
type extent int

const (
	whole     extent = iota
	beginning        // its first screens
	sketched         // its text and references, not what is cited
)
