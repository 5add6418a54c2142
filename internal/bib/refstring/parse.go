// Package refstring parses one entry of a reference list as it is printed, in any style.
//
// [Parse] works in the order of certainty: identifiers first, then authors from the left,
// then dates and numbers; the text between them is the title and what the work appeared in.
// Every field is cut from the text; none is made up. Only the number of a preprint gets the
// prefix "arXiv:" if it was printed without.
//
// The package must not know of lists, of articles or of the formats of bibliographies.
package refstring

import (
	"strings"

	"etal/internal/bib"
)

// A refParser holds a reference while it is read: its tidied text, the tokens of it, and
// the item that is filled.
type refParser struct {
	text string
	t    []token
	item bib.Item
}

// Parse reads a printed reference, in whatever style, to an Item. It never fails:
// fields that are not found are left out. A text of more than 4 KiB is cut.
func Parse(text string) bib.Item {
	d := &refParser{}
	d.text = takeLinks(tidy(text), &d.item)
	d.t = tokens(d.text)
	at := d.leadingYear()
	ditto := len(d.t) > 0 && d.t[0].oneOf("-–—") // the authors of the entry before
	if ditto && at < len(d.t) && d.t[at].and() {
		ditto = false
		at++
	}
	if !ditto {
		at = d.authors(at)
	}
	if d.item.Issued == nil {
		at = d.earlyYear(at)
	}
	at = d.skipStops(at)
	d.titles(at)
	d.item.Type = d.typeOf()
	return d.item
}

// leadingYear reads a year at the very start, as in lists that are ordered by it.
func (d *refParser) leadingYear() int {
	i := d.skipStops(0)
	for i < len(d.t) && d.t[i].oneOf("([") {
		i++
	}
	if i+1 < len(d.t) && d.t[i].kind == number && isYear(d.t[i].text) && !d.t[i+1].oneOf(";:-–") {
		next := i + 1
		if d.t[next].is(")") {
			next++
		}
		if next = d.skipStops(next); next < len(d.t) && d.t[next].kind != number {
			d.setYear(i)
			return next
		}
	}
	return d.skipStops(0)
}

// skipStops returns the first token from i on that is no stop or closing bracket.
func (d *refParser) skipStops(i int) int {
	for i < len(d.t) && d.t[i].oneOf(".,:;)]\x1f-–—") {
		i++
	}
	return i
}

// span returns the text of the tokens [i, j), with the full stop of the last.
func (d *refParser) span(i, j int) string {
	if i >= j || i >= len(d.t) {
		return ""
	}
	end := d.t[j-1].end
	if d.t[j-1].dot {
		end++
	}
	return strings.ReplaceAll(d.text[d.t[i].start:end], cutMark, "")
}

// closing returns the token that closes the bracket at i, or the number of tokens.
func (d *refParser) closing(i int) int {
	depth := 0
	for k := i; k < len(d.t); k++ {
		switch {
		case d.t[k].oneOf("(["):
			depth++
		case d.t[k].oneOf(")]"):
			if depth--; depth <= 0 {
				return k
			}
		}
	}
	return len(d.t)
}

// anyWord reports whether one of the words in [i, j) is in the set.
func (d *refParser) anyWord(i, j int, set wordSet) bool {
	for _, t := range d.t[max(i, 0):min(j, len(d.t))] {
		if t.kind == word && set[t.low()] {
			return true
		}
	}
	return false
}

// phrase reports whether the words stand one after the other at token i.
func (d *refParser) phrase(i int, words ...string) bool {
	for k, w := range words {
		if i+k >= len(d.t) || d.t[i+k].low() != w {
			return false
		}
	}
	return true
}

// trimField cuts from a field the stops, quotes and unpaired brackets around it.
func trimField(s string) string {
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
