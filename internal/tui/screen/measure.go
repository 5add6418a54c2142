package screen

// Measure is the width to which text is set, in columns, where there is room and the
// reader has asked for no other.
const Measure = 74

// Margin returns the columns left free on each side of the text at least.
func Margin(columns int) int {
	switch {
	case columns >= 60:
		return 3
	case columns >= 24:
		return 1
	}
	return 0
}
