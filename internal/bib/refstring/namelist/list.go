package namelist

import (
	"etal/internal/bib/refstring/token"
	"strings"

	"etal/internal/bib"
)

// maxNames bounds the names that are read from one list: the longest printed lists
// of physics stay below it.
const maxNames = 400

// nameList reads names from token i until something that is no name, and returns
// them with the token after the last, its separator not included.
func (d nameParser) nameList(i int) ([]bib.Name, int) {
	var names []bib.Name
	prev, at, end := noShape, i, i
	for len(names) < maxNames {
		n, stop, shape := d.nameAt(at, prev)
		if shape == noShape || shape == natural && prev != noShape && stop < len(d.t) && d.t[stop].Is(":") { // Quiet Towns: …
			break
		}
		names, end = append(names, n), stop
		if d.ended(shape, stop) {
			break
		}
		next, sep := d.separator(stop)
		if isUnspaced(d.t[at].Text) && next == stop && stop < len(d.t) && isUnspaced(d.t[stop].Text) && !d.t[stop].Gap {
			sep = punctuation // 김철수.이영희
		}
		if etAl := d.etAl(next); etAl > next {
			return names, etAl
		}
		switch sep {
		case noSeparator:
			if shape != inverted && !d.shoutedNext(shape, stop) || !d.t[stop-1].Dot {
				return undotted(names), end
			}
		case conjunction:
			if n, stop, ok := d.lastName(next, shape); ok {
				return append(names, n), stop
			}
			if prev = shape; !d.follows(next, shape) {
				prev = noShape
			}
		}
		if sep != conjunction {
			prev = shape
		}
		at = next
	}
	return undotted(names), end
}

// undotted returns the names with the full stop behind the last taken off where the
// others print their initials without: "Okoro B, Lindqvist A. Title".
func undotted(names []bib.Name) []bib.Name {
	last := len(names) - 1
	if last > 0 && names[0].Given != "" && !strings.Contains(names[0].Given, ".") && strings.Count(names[last].Given, ".") == 1 {
		names[last].Given = strings.TrimSuffix(names[last].Given, ".")
	}
	return names
}

// ended reports whether a full stop after a name written out ends the list.
func (d nameParser) ended(s shape, stop int) bool {
	dotted := stop > 0 && d.t[stop-1].Dot
	if stop < len(d.t) && isUnspaced(d.t[stop].Text) && !d.t[stop].Gap {
		return false
	}
	if s == trailing && dotted && stop < len(d.t) && d.t[stop].Kind != token.Mark {
		return d.t[stop-1].Letters() > 1 // "Okoro JB. Title", but "Okoro C. and"
	}
	return dotted && !d.shoutedNext(s, stop) && (s == spelled || s == natural || s == leading) && stop < len(d.t) && d.t[stop].Kind != token.Mark &&
		!d.t[stop].IsAnd() && !d.isInitial(stop-1) && d.etAl(stop) == stop
}

// shoutedNext reports whether a further name in the French manner stands at token i:
// "OKORO, Béatrice. DURAND, Jean."
func (d nameParser) shoutedNext(s shape, i int) bool {
	return s == spelled && i+1 < len(d.t) && d.t[i].IsAllCaps() && d.t[i+1].Is(",")
}

// follows reports whether a name stands at token i in a shape that may follow s.
func (d nameParser) follows(i int, s shape) bool {
	_, _, got := d.nameAt(i, s)
	return got != noShape
}

// lastName reads a family name alone after the last "and": "Okoro, and Tanaka".
func (d nameParser) lastName(i int, s shape) (bib.Name, int, bool) {
	if _, _, s := d.nameAt(i, noShape); s != noShape || s == organisation {
		return bib.Name{}, i, false
	}
	end := d.familyWords(i, 2)
	if end == i || !d.endsName(end) {
		return bib.Name{}, i, false
	}
	return person(d.t.Span(i, end), ""), end, true
}

// A separator is what stands between two names of a list.
type separator uint8

const (
	noSeparator separator = iota
	punctuation
	conjunction
)

// separator skips what separates two names at token i.
func (d nameParser) separator(i int) (int, separator) {
	got := noSeparator
	for ; i < len(d.t); i++ {
		t := d.t[i]
		switch {
		case t.Is("&") || t.Is("+"):
			got = conjunction
		case t.OneOf(",;‚/·|…"), t.Is(".") && (d.t[i-1].Is(".") || i+1 < len(d.t) && d.t[i+1].Is(".")):
			got = max(got, punctuation)
		case t.OneOf("-–—") && t.Gap && i+1 < len(d.t) && d.t[i+1].Gap:
			got = max(got, punctuation)
		case t.IsAnd() && !t.Dot && t.Gap && (t.IsLower() || t.IsAllCaps() || t.Text == "And") && d.etAl(i) == i:
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
func (d nameParser) etAl(i int) int {
	if i+1 >= len(d.t) || d.t[i].Kind != token.Word && !d.t[i].OneOf("&[") {
		return i
	}
	switch d.t[i].Lower + " " + d.t[i+1].Lower {
	case "et al", "et alii", "et coll", "& al", "and others", "and colleagues", "u a", "e altri", "y otros", "y cols", "y col", "et autres", "e outros", "und andere", "[ et":
		if d.t[i].Is("[") {
			return i + 3
		}
		return i + 2
	}
	if d.t[i].Lower == "etal" || d.t[i].Lower == "ua" {
		return i + 1
	}
	return i
}
