package token

import (
	"strings"
)

// A List is the tokens of one printed reference, in order.
type List []Token

// Span returns the text of the tokens [i, j), with the full stop of the last.
func (l List) Span(i, j int) string {
	if i >= j || i >= len(l) {
		return ""
	}
	end := l[j-1].end
	if l[j-1].Dot {
		end++
	}
	return strings.ReplaceAll(l[i].source[l[i].start:end], CutMark, "")
}

// Field returns the text of the tokens [i, j) as a field.
func (l List) Field(i, j int) string { return TrimField(l.Span(i, min(j, len(l)))) }

// Closing returns the token that closes the bracket at i, or the number of tokens.
func (l List) Closing(i int) int {
	depth := 0
	for k := i; k < len(l); k++ {
		switch {
		case l[k].OneOf("(["):
			depth++
		case l[k].OneOf(")]"):
			if depth--; depth <= 0 {
				return k
			}
		}
	}
	return len(l)
}

// AnyWord reports whether one of the words in [i, j) is in the set.
func (l List) AnyWord(i, j int, set WordSet) bool {
	for k := max(i, 0); k < min(j, len(l)); k++ {
		t := l[k]
		if t.Kind == Word && set[t.Lower] {
			return true
		}
	}
	return false
}

// Phrase reports whether the words stand one after the other at token i.
func (l List) Phrase(i int, words ...string) bool {
	for k, w := range words {
		if i+k >= len(l) || l[i+k].Lower != w {
			return false
		}
	}
	return true
}

// IsPlace reports whether the tokens [i, j) are the name of a place, or of several.
func (l List) IsPlace(i, j int) bool {
	if i < 0 || i >= j || j > len(l) || !l[i].IsUpper() {
		return false
	}
	text := strings.ToLower(TrimField(l.Span(i, j)))
	known := func(s string) bool { return places[s] || Regions[s] }
	if known(text) {
		return true
	}
	for _, and := range []string{" and ", " & ", " et ", " e ", " und ", "/", " y ", "-", " – ", " - "} {
		if a, b, ok := strings.Cut(text, and); ok && known(strings.TrimSpace(a)) {
			return known(strings.TrimSpace(b)) || strings.Contains(b, and)
		}
	}
	return false
}

// IsName reports whether [i, j) has at most n words, all with a capital but for
// those that stand in names.
func (l List) IsName(i, j, n int) bool {
	if i >= j || !l[i].IsUpper() && !l[i].IsParticle() {
		return false
	}
	words := 0
	for _, t := range l[i:j] {
		switch {
		case t.Kind == Number:
			return false
		case t.Kind == Mark:
			if !t.OneOf("&’'-–/.") {
				return false
			}
		case t.IsLower() && !t.IsParticle() && !FunctionWords[t.Lower] && t.Text == t.Lower: // but l'Enssib
			return false
		default:
			words++
		}
	}
	return words > 0 && words <= n
}

// TrimField cuts from a field the stops, quotes and unpaired brackets around it.
func TrimField(s string) string {
	for {
		before := s
		s = strings.Trim(s, " \t.,;:–—-/|•·")
		s = strings.TrimLeft(s, "“”\"«»„‘’'`)]")
		s = strings.TrimRight(s, "“”\"«»„‘’'`([")
		for _, pair := range []string{"()", "[]"} {
			if strings.Count(s, pair[:1]) != strings.Count(s, pair[1:]) {
				s = strings.TrimSuffix(strings.TrimPrefix(s, pair[:1]), pair[1:])
			}
		}
		if s == before {
			return s
		}
	}
}
