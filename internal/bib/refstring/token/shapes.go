package token

import "unicode"

// InEnumeration reports whether the comma before token k separates the parts of one name that has more:
// "Learning, Memory, and Cognition", "Chaos, Solitons and Fractals".
func (l List) InEnumeration(k int) bool {
	if l[k].IsAnd() {
		return true
	}
	for n := 0; k < len(l) && n < 2; k++ {
		switch {
		case l[k].Is(",") && k+1 < len(l):
			return l[k+1].IsAnd() || l[k+1].Is("&")
		case l[k].IsAnd() || l[k].Is("&"):
			return n == 1 && k >= 3 && l[k-2].Is(",") && l[k-3].IsUpper() && !l[k-3].Dot && k >= 4 && (l[k-4].Dot || l[k-4].OneOf("?!"))
		case !l[k].IsUpper() || l[k].Dot:
			return false
		}
		n++
	}
	return false
}

// IsSentence reports whether the words are a title rather than a journal's: one of them has a sense of its own and
// starts small, and none is a journal's or abbreviated.
func (l List) IsSentence() bool {
	small := false
	for _, t := range l {
		if JournalWords[t.Lower] || t.Dot {
			return false
		}
		small = small || t.IsLower() && !FunctionWords[t.Lower]
	}
	return small
}

// HoldsDate reports whether a year in parentheses stands within [i, j), as behind authors.
func (l List) HoldsDate(i, j int) bool {
	for k := i + 1; k+1 < j; k++ {
		if IsYear(l[k].Text) && l[k-1].Is("(") && l[k+1].Is(")") {
			return true
		}
	}
	return false
}

// HoldsNumber reports whether a number stands in [i, j).
func (l List) HoldsNumber(i, j int) bool {
	for _, t := range l[i:j] {
		if t.Kind == Number {
			return true
		}
	}
	return false
}

// HasCapitals reports whether the token has more than one capital letter, as short names do.
func (t Token) HasCapitals() bool {
	capitals := 0
	for _, r := range t.Text {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1
}
