package refstring

import "strings"

// A segment is the tokens [from, to) between two stops, with the stop before them.
type segment struct {
	from, to int
	before   string
}

// segments cuts [i, end) at stops: commas, colons, semicolons, brackets, and full
// stops that end more than an initial or a short abbreviation.
func (d *refParser) segments(i, end int) []segment {
	var out []segment
	from, before := i, ""
	closeSegment := func(k int, stop string) {
		if k > from {
			out = append(out, segment{from, k, before})
		}
		before = stop
	}
	for k := i; k < end; k++ {
		t := d.t[k]
		switch {
		case t.oneOf(",:;()[]\x1f."):
			closeSegment(k, t.text)
			from = k + 1
		case t.oneOf("?!"):
			closeSegment(k+1, ".")
			from = k + 1
		case t.dot && d.endsSegment(k):
			closeSegment(k+1, ".")
			from = k + 1
		}
	}
	closeSegment(end, "")
	return out
}

// endsSegment reports whether the full stop behind token k ends a segment.
func (d *refParser) endsSegment(k int) bool {
	t := d.t[k]
	if t.letters() == 1 && t.kind == word || k+1 >= len(d.t) || !d.t[k+1].gap {
		return false
	}
	switch t.low() {
	case "st", "inc", "co", "ltd", "mt", "ft", "univ":
		return !d.t[k+1].upper()
	case "ed", "eds":
		return k > 0 && strings.IndexAny(d.t[k-1].text, "0123456789") == 0 // 2nd ed.
	}
	return true
}

// isPlace reports whether the tokens [i, j) are the name of a place, or of several.
func (d *refParser) isPlace(i, j int) bool {
	if i < 0 || i >= j || j > len(d.t) || !d.t[i].upper() {
		return false
	}
	text := strings.ToLower(trimField(d.span(i, j)))
	known := func(s string) bool { return places[s] || regions[s] }
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

// isName reports whether [i, j) has at most n words, all with a capital but for
// those that stand in names.
func (d *refParser) isName(i, j, n int) bool {
	if i >= j || !d.t[i].upper() && !elidedParticle(d.t[i].text) && !d.t[i].particle() {
		return false
	}
	words := 0
	for _, t := range d.t[i:j] {
		switch {
		case t.kind == number:
			return false
		case t.kind == mark:
			if !t.oneOf("&’'-–/.") {
				return false
			}
		case t.lower() && !t.particle() && !functionWords[t.low()]:
			return false
		default:
			words++
		}
	}
	return words > 0 && words <= n
}

// isEdition reports whether the segment says which edition, and notes it.
func (d *refParser) isEdition(q segment) bool {
	if q.to-q.from > 4 || !d.hasEdition(q.from, q.to) {
		return false
	}
	if d.item.Edition == "" && d.t[q.from].kind != mark && !editionWord[d.t[q.from].low()] {
		d.item.Edition = d.field(q.from, q.from+1)
	}
	return true
}

// isCount reports whether the segment holds numerals only: a year, pages.
func (d *refParser) isCount(q segment) bool {
	numerals := 0
	for k := q.from; k < q.to; k++ {
		t := d.t[k]
		switch {
		case t.kind == number:
			numerals++
		case t.kind == word && labels[t.low()] == unlabelled && counters[t.low()] == unlabelled && !d.isMonth(k):
			return false
		}
	}
	return numerals > 0
}
