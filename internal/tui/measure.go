package tui

// measure is the width to which text is set, in columns, where there is room and the
// reader has asked for no other.
const measure = 74

// margin returns the columns left free on each side of the text at least.
func margin(columns int) int {
	switch {
	case columns >= 60:
		return 3
	case columns >= 24:
		return 1
	}
	return 0
}
