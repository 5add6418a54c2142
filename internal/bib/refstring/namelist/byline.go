// Package namelist reads names of persons and organisations from the tokens of a printed
// reference, in any order and with any separators that lists print them with.
//
// [ReadByline] reads who made the work, at the start of its reference, and [ReadNames] a list
// inside it, such as the editors of a book. Both return the token at which they stopped.
//
// The package must not know the fields of the work, nor what follows the names.
package namelist

import (
	"etal/internal/bib/refstring/token"

	"etal/internal/bib"
)

// A nameParser reads names from the tokens of a reference.
type nameParser struct{ t token.List }

// A Byline is the list of those who made a work, at the start of its reference.
type Byline struct {
	Names   []bib.Name
	Editors bool // the reference says that they are its editors
}

// ReadByline reads the byline that begins at token i and returns it with the token after it. It
// has no names where none begins there.
func ReadByline(t token.List, i int) (Byline, int) {
	d := nameParser{t}
	names, end := d.nameList(i)
	if len(names) == 0 {
		if names, end = d.boundedNames(i); len(names) == 0 {
			names, end = d.numberedNames(i)
		}
	}
	if len(names) == 0 {
		return Byline{}, i
	}
	names, end = d.recoverNames(names, end)
	if after, isEditor := EditorMark(t, end); isEditor {
		return Byline{names, true}, after
	}
	return Byline{names, false}, d.skipBody(end)
}

// ReadNames reads the names from token i up to something that is no name and returns them with
// the token after the last.
func ReadNames(t token.List, i int) ([]bib.Name, int) { return nameParser{t}.nameList(i) }

// numberedNames reads names behind a number without stop that labels the entry.
func (d nameParser) numberedNames(i int) ([]bib.Name, int) {
	k := i + 1
	if k >= len(d.t) || d.t[i].Kind != token.Number || len(d.t[i].Text) > 3 {
		return nil, i
	}
	for k < len(d.t) && d.t[k].OneOf("-,") || k < len(d.t) && d.t[k].Kind == token.Number {
		k++
	}
	if names, end := d.nameList(k); len(names) > 0 && names[0].Given != "" {
		return names, end
	}
	return nil, i
}

// skipBody steps over a group's name, or a role, in parentheses behind the authors.
func (d nameParser) skipBody(i int) int {
	if i >= len(d.t) || !d.t[i].Is("(") {
		return i
	}
	close := d.t.Closing(i)
	role := close+1 < len(d.t) && d.t[min(close+2, len(d.t)-1)].Is("(") && d.t[i+1].Kind == token.Word && !d.t.IsMonth(i+1)
	if close < i+6 && (role || d.t.AnyWord(i, close, token.OrganisationWords)) {
		return close + 1
	}
	return i
}

// EditorMark returns the token after words at token i that make the names before
// them editors: "(Eds.)", ", eds.", "a cura di".
func EditorMark(t token.List, i int) (int, bool) {
	d := nameParser{t}
	k := i
	for k < len(d.t) && d.t[k].OneOf(",([.") {
		k++
	}
	if k >= len(d.t) {
		return i, false
	}
	if d.t.Phrase(k, "a", "cura", "di") || d.t.Phrase(k, "a", "c", "di") {
		k += 3
	} else if token.EditorWords[d.t[k].Lower] && (d.t[k].Dot || k+1 >= len(d.t) || d.t[k+1].Kind != token.Word) {
		k++
	} else {
		return i, false
	}
	for k < len(d.t) && d.t[k].OneOf(")].,:;") {
		k++
	}
	return k, true
}

// boundedNames reads names that have no clean shape but are bounded by a year: the
// words before "(2006)" at the start are who wrote it.
func (d nameParser) boundedNames(i int) ([]bib.Name, int) {
	y := i
	for y < len(d.t) && y < i+40 && !(d.t[y].Kind == token.Number && token.IsYear(d.t[y].Text)) {
		if y > i && d.t[y].OneOf("\"“«„") {
			return d.quoteBounded(i, y)
		}
		if d.t[y].OneOf("\"“”«»\x1f?!:") {
			return nil, i
		}
		y++
	}
	if y == i || y >= len(d.t) || y >= i+40 || !d.t[y-1].OneOf("(,") && !d.t[y-1].Dot {
		return nil, i
	}
	if d.t[y-1].Is("(") && y+1 < len(d.t) && !d.t[y+1].OneOf("),") {
		return nil, i
	}
	from, end := i, y
	for end > i && d.t[end-1].OneOf("(,.") {
		end--
	}
	var names []bib.Name
	initialed := false
	for k := i; k <= end; k++ {
		if k < end && !d.t[k].OneOf(",;&") && !d.t[k].IsAnd() {
			continue
		}
		if k > from {
			initialed = d.addSegment(&names, from, k) || initialed
		}
		from = k + 1
	}
	if len(names) == 1 && d.isBodyBefore(i, end, y) {
		return d.asOrganisations(names, false), end
	}
	alone := len(names) == 1 && d.t[i].IsUpper() && end-i <= 8 && !d.anyLong(i, end) && y+3 < len(d.t) && !d.numeralsAt(y+2) && !d.anyNumber(i, end) && !d.t.AnyWord(i, end, token.PublisherNouns)
	if initialed || alone && (d.t[y-1].Is("(") || end-i <= 4 && d.t.IsName(i, end, 4)) {
		return d.asOrganisations(names, initialed), end
	}
	return nil, i
}

// isBodyBefore reports whether the words [i, end) before the year y are an organisation, as
// in "The Wheel Makers team (2021). Title": who wrote a work stands there, and what is no
// person's name is an organisation's.
func (d nameParser) isBodyBefore(i, end, y int) bool {
	if y+2 >= len(d.t) || !d.t[y-1].Is("(") || !d.t[y+1].Is(")") || !(d.t[y+1].Dot || d.t[y+2].Is(".")) || end-i > 8 || !d.t[i].IsUpper() {
		return false
	}
	for _, t := range d.t[i:end] {
		if t.Kind != token.Word || t.Dot {
			return false
		}
	}
	return true
}

// quoteBounded reads a single name that a quotation mark at token q bounds:
// "OKORO, «Storia»".
func (d nameParser) quoteBounded(i, q int) ([]bib.Name, int) {
	end := q
	for end > i && d.t[end-1].OneOf(",:-–—.(") {
		end--
	}
	if end == q && !d.t[q-1].Dot || end == i || end-i > 6 || !d.t.IsName(i, end, 6) {
		return nil, i
	}
	if end-i <= 2 && !d.t.AnyWord(i, end, token.OrganisationWords) {
		return []bib.Name{person(d.t.Span(i, end), "")}, end
	}
	return []bib.Name{{Literal: d.t.Field(i, end)}}, end
}

// anyNumber reports whether a number stands in [i, end).
func (d nameParser) anyNumber(i, end int) bool {
	for _, t := range d.t[i:end] {
		if t.Kind == token.Number {
			return true
		}
	}
	return false
}

// anyLong reports whether more than one word in [i, end) that has a sense of its own
// starts small, as in a sentence.
func (d nameParser) anyLong(i, end int) bool {
	small := 0
	for _, t := range d.t[i:end] {
		if t.IsLower() && !token.FunctionWords[t.Lower] {
			small++
		}
	}
	return small > 1
}

// addSegment adds the segment [from, to) between separators to the names: initials
// belong to the name before them. It reports whether it saw initials.
func (d nameParser) addSegment(names *[]bib.Name, from, to int) bool {
	if end := d.initials(from); end == to && len(*names) > 0 {
		last := &(*names)[len(*names)-1]
		if last.Given == "" {
			last.Given = d.t.Span(from, to)
		}
		return true
	}
	*names = append(*names, person(d.t.Span(from, to), ""))
	return false
}

// asOrganisations turns a single name without a given name into a literal one.
func (d nameParser) asOrganisations(names []bib.Name, persons bool) []bib.Name {
	if !persons {
		for i, n := range names {
			names[i] = bib.Name{Literal: trimName(n.NonDroppingParticle + " " + n.Family)}
		}
	}
	return names
}
