package names

import "strings"

// The digits 0 to 9 in other forms, each string also the inside of a character class.
const (
	RaisedDigits    = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	LoweredDigits   = "₀₁₂₃₄₅₆₇₈₉"
	FullWidthDigits = "０１２３４５６７８９"
)

var (
	digits = func() map[rune]rune {
		table := map[rune]rune{}
		for _, form := range []string{RaisedDigits, LoweredDigits, FullWidthDigits} {
			for value, r := range []rune(form) {
				table[r] = '0' + rune(value)
			}
		}
		return table
	}()
	raised  = []rune(RaisedDigits)
	lowered = []rune(LoweredDigits)
)

// Digits returns s with raised, lowered and full-width digits as ASCII digits: "12" for
// "¹²".
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if digit, ok := digits[r]; ok {
			return digit
		}
		return r
	}, s)
}

// Raise returns s with its ASCII digits and signs, + and -, as superscripts.
func Raise(s string) string { return set(s, raised, '⁺', '⁻') }

// Lower returns s with its ASCII digits and signs, + and -, as subscripts.
func Lower(s string) string { return set(s, lowered, '₊', '₋') }

func set(s string, digits []rune, plus, minus rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return digits[r-'0']
		case r == '+':
			return plus
		case r == '-':
			return minus
		}
		return r
	}, s)
}
