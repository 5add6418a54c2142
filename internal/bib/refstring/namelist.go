package refstring

import (
	"strings"

	"etal/internal/bib"
)

// maxNames bounds the names that are read from one list: the longest printed lists
// of physics stay below it.
const maxNames = 400

// nameList reads names from token i until something that is no name, and returns
// them with the token after the last, its separator not included.
func (d *refParser) nameList(i int) ([]bib.Name, int) {
	var names []bib.Name
	prev, at, end := noShape, i, i
	for len(names) < maxNames {
		n, stop, shape := d.nameAt(at, prev)
		if shape == noShape || shape == natural && prev != noShape && stop < len(d.t) && d.t[stop].is(":") { // Quiet Towns: …
			break
		}
		names, end = append(names, n), stop
		if d.ended(shape, stop) {
			break
		}
		next, sep := d.separator(stop)
		if isUnspaced(d.t[at].text) && next == stop && stop < len(d.t) && isUnspaced(d.t[stop].text) && !d.t[stop].gap {
			sep = punctuation // 김철수.이영희
		}
		if etAl := d.etAl(next); etAl > next {
			return names, etAl
		}
		switch sep {
		case noSeparator:
			if shape != inverted && !d.shoutedNext(shape, stop) || !d.t[stop-1].dot {
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
func (d *refParser) ended(s shape, stop int) bool {
	dotted := stop > 0 && d.t[stop-1].dot
	if stop < len(d.t) && isUnspaced(d.t[stop].text) && !d.t[stop].gap {
		return false
	}
	if s == trailing && dotted && stop < len(d.t) && d.t[stop].kind != mark {
		return d.t[stop-1].letters() > 1 // "Okoro JB. Title", but "Okoro C. and"
	}
	return dotted && !d.shoutedNext(s, stop) && (s == spelled || s == natural || s == leading) && stop < len(d.t) && d.t[stop].kind != mark &&
		!d.t[stop].and() && !d.isInitial(stop-1) && d.etAl(stop) == stop
}

// shoutedNext reports whether a further name in the French manner stands at token i:
// "OKORO, Béatrice. DURAND, Jean."
func (d *refParser) shoutedNext(s shape, i int) bool {
	return s == spelled && i+1 < len(d.t) && d.t[i].shout() && d.t[i+1].is(",")
}

// follows reports whether a name stands at token i in a shape that may follow s.
func (d *refParser) follows(i int, s shape) bool {
	_, _, got := d.nameAt(i, s)
	return got != noShape
}

// lastName reads a family name alone after the last "and": "Okoro, and Tanaka".
func (d *refParser) lastName(i int, s shape) (bib.Name, int, bool) {
	if _, _, s := d.nameAt(i, noShape); s != noShape || s == organisation {
		return bib.Name{}, i, false
	}
	end := d.familyWords(i, 2)
	if end == i || !d.endsName(end) {
		return bib.Name{}, i, false
	}
	return person(d.span(i, end), ""), end, true
}

// A separator is what stands between two names of a list.
type separator uint8

const (
	noSeparator separator = iota
	punctuation
	conjunction
)

// separator skips what separates two names at token i.
func (d *refParser) separator(i int) (int, separator) {
	got := noSeparator
	for ; i < len(d.t); i++ {
		t := d.t[i]
		switch {
		case t.is("&") || t.is("+"):
			got = conjunction
		case t.oneOf(",;‚/·|…"), t.is(".") && (d.t[i-1].is(".") || i+1 < len(d.t) && d.t[i+1].is(".")):
			got = max(got, punctuation)
		case t.oneOf("-–—") && t.gap && i+1 < len(d.t) && d.t[i+1].gap:
			got = max(got, punctuation)
		case t.and() && !t.dot && t.gap && (t.lower() || t.shout() || t.text == "And") && d.etAl(i) == i:
			got = conjunction
		case t.low() == "with" && t.lower():
			got = conjunction
		default:
			return i, got
		}
	}
	return i, got
}

// etAl returns the end of the words that stand for the rest of a list at token i, or i.
func (d *refParser) etAl(i int) int {
	if i+1 >= len(d.t) || d.t[i].kind != word && !d.t[i].oneOf("&[") {
		return i
	}
	switch d.t[i].low() + " " + d.t[i+1].low() {
	case "et al", "et alii", "et coll", "& al", "and others", "and colleagues", "u a", "e altri", "y otros", "y cols", "y col", "et autres", "e outros", "und andere", "[ et":
		if d.t[i].is("[") {
			return i + 3
		}
		return i + 2
	}
	if d.t[i].low() == "etal" || d.t[i].low() == "ua" {
		return i + 1
	}
	return i
}
