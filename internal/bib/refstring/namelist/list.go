package namelist

import (
	"etal/internal/bib/refstring/token"
	"etal/internal/names"
	"strings"

	"etal/internal/bib"
)

// maxNames bounds the names that are read from one list: the longest printed lists
// of physics stay below it.
const maxNames = 400

// nameList reads names from token i until something that is no name, and returns
// them with the token after the last, its separator not included.
func (p parser) nameList(i int) ([]bib.Name, int) {
	var list []bib.Name
	prev, sep, at, end := noForm, noSeparator, i, i
	for len(list) < maxNames {
		n, stop, form := p.nameAt(at, prev)
		if form == noForm || form == natural && prev != noForm && stop < len(p.t) && p.t[stop].Is(":") { // Quiet Towns: …
			break
		}
		if p.byline && len(list) > 0 && sep == punctuation && (form == natural || form == spelled) && (p.leavesNoTitle(stop) || prev == spelled && form == natural && p.endsSentence(stop)) {
			break
		}
		if len(list) > 0 && p.t[at].IsCJK() && stop < len(p.t) && p.t[stop].IsCJK() && p.t[stop].Gap && !p.t[stop-1].Dot && p.etAl(stop) == stop {
			break // a title begins
		}
		list, end = append(list, n), stop
		if p.endsList(form, stop) {
			break
		}
		var next int
		next, sep = p.separator(stop)
		if p.t[at].IsCJK() && next == stop && stop < len(p.t) && p.t[stop].IsCJK() && !p.t[stop].Gap {
			sep = punctuation // 김철수.이영희
		}
		if etAl := p.etAl(next); etAl > next {
			return list, etAl
		}
		switch sep {
		case noSeparator:
			if form != inverted && !p.capitalsNext(form, stop) || !p.t[stop-1].Dot {
				return withoutFinalStop(list), end
			}
		case conjunction:
			if n, stop, ok := p.lastName(next, form); ok {
				return append(list, n), stop
			}
			if prev = form; !p.follows(next, form) {
				prev = noForm
			}
		}
		if sep != conjunction {
			prev = form
		}
		at = next
	}
	return withoutFinalStop(list), end
}

// leavesNoTitle reports whether nothing stands behind a name that ends before token i but where and when the
// work appeared, so that the name is the work's: "Okoro, Anna, Storia Veneta, Milano 1974".
func (p parser) leavesNoTitle(i int) bool {
	if i >= len(p.t) || !p.t[i].Is(",") {
		return false
	}
	end := i + 1
	for end < len(p.t) && p.t[end].Kind == token.Word && !p.t[end-1].Dot {
		end++
	}
	return p.t.IsPlace(i+1, end) && (end == len(p.t) || p.t[end-1].Dot || p.t[end].OneOf(",.:\x1f") || token.IsYear(p.t[end].Text))
}

// endsSentence reports whether a full stop before words ends the name before token i. A list that gives the
// family name of its first person first has an "and" before its last: "Okoro, Anna, Stille Wellen des Nordens. Ein".
func (p parser) endsSentence(i int) bool {
	return i < len(p.t) && p.t[i-1].Dot && p.t[i].Kind == token.Word && p.etAl(i) == i
}

// withoutFinalStop returns the names with the full stop behind the last taken off where the
// others print their initials without: "Okoro B, Lindqvist A. Title".
func withoutFinalStop(names []bib.Name) []bib.Name {
	last := len(names) - 1
	if last > 0 && names[0].Given != "" && !strings.Contains(names[0].Given, ".") && strings.Count(names[last].Given, ".") == 1 {
		names[last].Given = strings.TrimSuffix(names[last].Given, ".")
	}
	return names
}

// endsList reports whether the full stop after initials without stops ends the list: "Okoro JB. Title", but
// "Okoro C. and".
func (p parser) endsList(s form, stop int) bool {
	last := p.t[stop-1]
	return s == trailing && last.Dot && last.Letters() > 1 && stop < len(p.t) && p.t[stop].Kind != token.Mark
}

// capitalsNext reports whether a further name in the French manner stands at token i:
// "OKORO, Béatrice. DURAND, Jean."
func (p parser) capitalsNext(s form, i int) bool {
	return s == spelled && i+1 < len(p.t) && p.t[i].IsAllCaps() && p.t[i+1].Is(",")
}

// follows reports whether a name stands at token i in a form that may follow s.
func (p parser) follows(i int, s form) bool {
	_, _, got := p.nameAt(i, s)
	return got != noForm
}

// lastName reads a family name alone after the last "and": "Okoro, and Tanaka".
func (p parser) lastName(i int, s form) (bib.Name, int, bool) {
	if _, _, s := p.nameAt(i, noForm); s != noForm || s == organisation {
		return bib.Name{}, i, false
	}
	end := p.familyWords(i, 2)
	if end == i || !p.endsName(end) {
		return bib.Name{}, i, false
	}
	return person(p.t.Span(i, end), ""), end, true
}

// A separator is what stands between two names of a list.
type separator uint8

const (
	noSeparator separator = iota
	punctuation
	conjunction
)

// separator skips what separates two names at token i.
func (p parser) separator(i int) (int, separator) {
	got := noSeparator
	for ; i < len(p.t); i++ {
		t := p.t[i]
		switch {
		case t.Is("&") || t.Is("+"):
			got = conjunction
		case t.OneOf(",;‚/·|…․ㆍ・"), t.Is(".") && (p.t[i-1].Is(".") || i+1 < len(p.t) && p.t[i+1].Is(".")):
			got = max(got, punctuation)
		case t.OneOf("-–—") && t.Gap && i+1 < len(p.t) && p.t[i+1].Gap:
			got = max(got, punctuation)
		case t.IsAnd() && !t.Dot && t.Gap && (t.IsLower() || t.IsAllCaps() || t.Text == "And") && p.etAl(i) == i:
			got = conjunction
		case t.Lower == "with" && t.IsLower():
			got = conjunction
		default:
			return i, got
		}
	}
	return i, got
}

// etAl returns the end of the words that stand for the rest of a list at token i, or i.
func (p parser) etAl(i int) int {
	if i >= len(p.t) {
		return i
	}
	t := p.t[i]
	if cjkOthers[t.Text] && i+1 < len(p.t) && p.t[i+1].Text[0] <= '9' && p.t[i+1].Kind != token.Mark { // 외 3인
		return i + 2
	}
	if t.Is("[") { // [et al.]
		if end := p.etAl(i + 1); end > i+1 {
			return end
		}
		return i
	}
	if !t.IsLower() && !t.IsAnd() && !t.Is("&") || t.Lower == "others" { // initials, or a name's place
		return i
	}
	for _, end := range []int{i + 2, i + 1} {
		if end > len(p.t) {
			continue
		}
		if words := p.t.Span(i, end); names.IsEtAl(words) || names.IsEtAl(strings.TrimSuffix(words, ".")) {
			return end
		}
	}
	return i
}

// cjkOthers are the words before the number of further authors in Korean, Chinese and Japanese.
var cjkOthers = token.SetOf(`외 外 等 他 ほか`)
