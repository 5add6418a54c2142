package markdown

import (
	"strings"
)

// A height is how raised or lowered text is: <sup> and <sub>.
type height int

const (
	level height = iota
	raised
	lowered
)

// heightOf returns the height that a tag of that name sets.
func heightOf(tag, name string) height {
	switch {
	case strings.HasPrefix(tag, "</"):
		return level
	case name == "sup":
		return raised
	}
	return lowered
}

// The letters that Unicode has raised and lowered, in the order of plainLetters.
var (
	plainLetters   = []rune("0123456789+-–−=()n")
	raisedLetters  = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
	loweredLetters = []rune("₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₙ")
)

// set returns text at the height, where Unicode has all of its letters; commas and
// blanks stay as they are. Else it returns the text as it is.
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
		i := strings.IndexRune(string(plainLetters), r)
		switch {
		case r == ',' || r == ' ' || r == ';':
			b.WriteRune(r)
		case i < 0:
			return text
		default:
			b.WriteRune(letters[len([]rune(string(plainLetters)[:i]))])
		}
	}
	return b.String()
}
