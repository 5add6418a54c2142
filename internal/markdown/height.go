package markdown

import (
	"slices"
	"strings"

	"etal/internal/names"
)

// A height is the height of text over the line, as <sup> and <sub> set it.
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

// The letters that Unicode has as superscripts and subscripts, in the order of plainLetters.
var (
	plainLetters   = []rune("0123456789+-–−=()n")
	raisedLetters  = []rune(names.RaisedDigits + "⁺⁻⁻⁻⁼⁽⁾ⁿ")
	loweredLetters = []rune(names.LoweredDigits + "₊₋₋₋₌₍₎ₙ")
)

// set returns text at the height where Unicode has all of its letters, and unchanged
// elsewhere; commas, semicolons and blanks stay as they are.
func (h height) set(text string) string {
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
