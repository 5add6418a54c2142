package refstring

import "etal/internal/bib"

// authors reads the names at the start of the reference into the item, as editors
// where the reference says so, and returns the token after them.
func (d *refParser) authors(i int) int {
	names, end := d.nameList(i)
	if len(names) == 0 {
		if names, end = d.boundedNames(i); len(names) == 0 {
			names, end = d.numberedNames(i)
		}
	}
	if len(names) == 0 {
		return i
	}
	names, end = d.recoverNames(names, end)
	if after, isEditor := d.editorMark(end); isEditor {
		d.item.Editor = names
		return after
	}
	d.item.Author = names
	return d.skipBody(end)
}

// numberedNames reads names behind a number without stop that labels the entry.
func (d *refParser) numberedNames(i int) ([]bib.Name, int) {
	k := i + 1
	if k >= len(d.t) || d.t[i].kind != number || len(d.t[i].text) > 3 {
		return nil, i
	}
	for k < len(d.t) && d.t[k].oneOf("-,") || k < len(d.t) && d.t[k].kind == number {
		k++
	}
	if names, end := d.nameList(k); len(names) > 0 && names[0].Given != "" {
		return names, end
	}
	return nil, i
}

// skipBody steps over a group's name, or a role, in parentheses behind the authors.
func (d *refParser) skipBody(i int) int {
	if i >= len(d.t) || !d.t[i].is("(") {
		return i
	}
	close := d.closing(i)
	role := close+1 < len(d.t) && d.t[min(close+2, len(d.t)-1)].is("(") && d.t[i+1].kind == word && !d.isMonth(i+1)
	if close < i+6 && (role || d.anyWord(i, close, organisationWords)) {
		return close + 1
	}
	return i
}

var editorWords = setOf(`ed eds edd edit editor editors edited hrsg hg hgg dir dirs coord coords org orgs comp comps redakce red éd éds`)

// editorMark returns the token after words at token i that make the names before
// them editors: "(Eds.)", ", eds.", "a cura di".
func (d *refParser) editorMark(i int) (int, bool) {
	k := i
	for k < len(d.t) && d.t[k].oneOf(",([.") {
		k++
	}
	if k >= len(d.t) {
		return i, false
	}
	if d.phrase(k, "a", "cura", "di") || d.phrase(k, "a", "c", "di") {
		k += 3
	} else if editorWords[d.t[k].low()] && (d.t[k].dot || k+1 >= len(d.t) || d.t[k+1].kind != word) {
		k++
	} else {
		return i, false
	}
	for k < len(d.t) && d.t[k].oneOf(")].,:;") {
		k++
	}
	return k, true
}

// boundedNames reads names that have no clean shape but are bounded by a year: the
// words before "(2006)" at the start are who wrote it.
func (d *refParser) boundedNames(i int) ([]bib.Name, int) {
	y := i
	for y < len(d.t) && y < i+40 && !(d.t[y].kind == number && isYear(d.t[y].text)) {
		if y > i && d.t[y].oneOf("\"“«„") {
			return d.quoteBounded(i, y)
		}
		if d.t[y].oneOf("\"“”«»\x1f?!:") {
			return nil, i
		}
		y++
	}
	if y == i || y >= len(d.t) || y >= i+40 || !d.t[y-1].oneOf("(,") && !d.t[y-1].dot {
		return nil, i
	}
	if d.t[y-1].is("(") && y+1 < len(d.t) && !d.t[y+1].oneOf("),") {
		return nil, i
	}
	from, end := i, y
	for end > i && d.t[end-1].oneOf("(,.") {
		end--
	}
	var names []bib.Name
	initialed := false
	for k := i; k <= end; k++ {
		if k < end && !d.t[k].oneOf(",;&") && !d.t[k].and() {
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
	alone := len(names) == 1 && d.t[i].upper() && end-i <= 8 && !d.anyLong(i, end) && y+3 < len(d.t) && !d.numeralsAt(y+2) && !d.anyNumber(i, end) && !d.anyWord(i, end, publisherNouns)
	if initialed || alone && (d.t[y-1].is("(") || end-i <= 4 && d.isName(i, end, 4)) {
		return d.asOrganisations(names, initialed), end
	}
	return nil, i
}

// isBodyBefore reports whether the words [i, end) before the year y are an organisation, as
// in "The Wheel Makers team (2021). Title": who wrote a work stands there, and what is no
// person's name is an organisation's.
func (d *refParser) isBodyBefore(i, end, y int) bool {
	if y+2 >= len(d.t) || !d.t[y-1].is("(") || !d.t[y+1].is(")") || !(d.t[y+1].dot || d.t[y+2].is(".")) || end-i > 8 || !d.t[i].upper() {
		return false
	}
	for _, t := range d.t[i:end] {
		if t.kind != word || t.dot {
			return false
		}
	}
	return true
}

// quoteBounded reads a single name that a quotation mark at token q bounds:
// "OKORO, «Storia»".
func (d *refParser) quoteBounded(i, q int) ([]bib.Name, int) {
	end := q
	for end > i && d.t[end-1].oneOf(",:-–—.(") {
		end--
	}
	if end == q && !d.t[q-1].dot || end == i || end-i > 6 || !d.isName(i, end, 6) {
		return nil, i
	}
	if end-i <= 2 && !d.anyWord(i, end, organisationWords) {
		return []bib.Name{person(d.span(i, end), "")}, end
	}
	return []bib.Name{{Literal: d.field(i, end)}}, end
}

// anyNumber reports whether a number stands in [i, end).
func (d *refParser) anyNumber(i, end int) bool {
	for _, t := range d.t[i:end] {
		if t.kind == number {
			return true
		}
	}
	return false
}

// anyLong reports whether more than one word in [i, end) that has a sense of its own
// starts small, as in a sentence.
func (d *refParser) anyLong(i, end int) bool {
	small := 0
	for _, t := range d.t[i:end] {
		if t.lower() && !functionWords[t.low()] {
			small++
		}
	}
	return small > 1
}

// addSegment adds the segment [from, to) between separators to the names: initials
// belong to the name before them. It reports whether it saw initials.
func (d *refParser) addSegment(names *[]bib.Name, from, to int) bool {
	if end := d.initials(from); end == to && len(*names) > 0 {
		last := &(*names)[len(*names)-1]
		if last.Given == "" {
			last.Given = d.span(from, to)
		}
		return true
	}
	*names = append(*names, person(d.span(from, to), ""))
	return false
}

// asOrganisations turns a single name without a given name into a literal one.
func (d *refParser) asOrganisations(names []bib.Name, persons bool) []bib.Name {
	if !persons {
		for i, n := range names {
			names[i] = bib.Name{Literal: trimName(n.NonDroppingParticle + " " + n.Family)}
		}
	}
	return names
}
