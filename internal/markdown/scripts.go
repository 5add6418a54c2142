package markdown

import (
	"slices"
	"strings"

	"etal/internal/names"
)

// A height is the position of text over or under the line, as <sup> and <sub> set it.
type height int

const (
	level height = iota
	raised
	lowered
)

// height returns the height that a tag of <sup> or <sub> sets.
func (t Tag) height() height {
	switch {
	case t.End:
		return level
	case t.Name == "sup":
		return raised
	}
	return lowered
}

// The superscripts and subscripts of Unicode, in the order of plainLetters.
var (
	plainLetters   = []rune("0123456789+-–−=()n")
	raisedLetters  = []rune(names.RaisedDigits + "⁺⁻⁻⁻⁼⁽⁾ⁿ")
	loweredLetters = []rune(names.LoweredDigits + "₊₋₋₋₌₍₎ₙ")
)

// apply returns text at the height if Unicode has all of its letters, or else unchanged. Commas,
// semicolons and blanks stay as they are.
func (h height) apply(text string) string {
	letters := raisedLetters
	switch h {
	case level:
		return text
	case lowered:
		letters = loweredLetters
	}
	var b strings.Builder
	for _, r := range text {
		i := slices.Index(plainLetters, r)
		switch {
		case r == ',' || r == ' ' || r == ';':
			b.WriteRune(r)
		case i < 0:
			return text
		default:
			b.WriteRune(letters[i])
		}
	}
	return b.String()
}
