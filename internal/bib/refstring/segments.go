package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
)

// A segment is the tokens [from, to) between two stops, with the stop before them.
type segment struct {
	from, to int
	before   string
}

// segments cuts [i, end) at stops: commas, colons, semicolons, brackets, and full
// stops that end more than an initial or a short abbreviation.
func (p *refParser) segments(i, end int) []segment {
	var out []segment
	from, before := i, ""
	closeSegment := func(k int, stop string) {
		if k > from {
			out = append(out, segment{from, k, before})
		}
		before = stop
	}
	for k := i; k < end; k++ {
		t := p.t[k]
		switch {
		case t.OneOf(",:;()[]\x1f."):
			closeSegment(k, t.Text)
			from = k + 1
		case t.OneOf("?!"):
			closeSegment(k+1, ".")
			from = k + 1
		case t.Dot && p.endsSegment(k):
			closeSegment(k+1, ".")
			from = k + 1
		}
	}
	closeSegment(end, "")
	return out
}

// endsSegment reports whether the full stop behind token k ends a segment.
func (p *refParser) endsSegment(k int) bool {
	t := p.t[k]
	if t.Letters() == 1 && t.Kind == token.Word || k+1 >= len(p.t) || !p.t[k+1].Gap {
		return false
	}
	if t.IsLower() && token.Abbreviations[t.Lower] && p.t[k+1].IsRoman() { // sec. XVI
		return false
	}
	switch t.Lower {
	case "st", "inc", "co", "ltd", "mt", "ft", "univ":
		return !p.t[k+1].IsUpper()
	case "ed", "eds":
		return k > 0 && strings.IndexAny(p.t[k-1].Text, "0123456789") == 0 // 2nd ed.
	}
	return true
}

// maxEditionTokens is the most tokens of an edition: "2nd rev. and enl. ed." has five.
const maxEditionTokens = 4

// isEdition reports whether the segment says which edition, and notes it.
func (p *refParser) isEdition(q segment) bool {
	if q.to-q.from > maxEditionTokens || !p.hasEdition(q.from, q.to) {
		return false
	}
	if p.item.Edition == "" && p.t[q.from].Kind != token.Mark && !editionWord[p.t[q.from].Lower] {
		p.item.Edition = p.t.Field(q.from, q.from+1)
	}
	return true
}

// editionAmid returns the token in [i, end) at which the edition of a book stands with the publisher behind it:
// "Title, 2nd ed., Harbour." It returns end if there is no such part.
func (p *refParser) editionAmid(i, end int) int {
	for k, q := range p.segments(i, end) {
		if k > 0 && q.before != "(" && q.to < end && p.editionAt(q.to-1) && p.isEdition(q) {
			return q.from
		}
	}
	return end
}

// isPeriod reports whether the segment is a range of years other than the work's own, as at the end of
// a title: "Towns in England, 1640–1705".
func (p *refParser) isPeriod(q segment) bool {
	if q.to != q.from+3 || !p.t[q.from+1].OneOf("-–—") {
		return false
	}
	years := numeral{text: p.t[q.from].Text + "-" + p.t[q.to-1].Text}
	return years.isPeriod() || years.isYears() && p.item.Issued != nil && token.YearOf(p.t[q.from].Text) != p.item.Issued.Year()
}

// isCount reports whether the segment holds numerals only: a year, pages.
func (p *refParser) isCount(q segment) bool {
	numerals := 0
	for k := q.from; k < q.to; k++ {
		t := p.t[k]
		switch {
		case t.Kind == token.Number:
			numerals++
		case t.Kind == token.Word && token.Labels[t.Lower] == token.NoRole && token.Counters[t.Lower] == token.NoRole && !p.t.IsMonth(k):
			return false
		}
	}
	return numerals > 0
}
