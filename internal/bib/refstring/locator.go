package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
	"unicode"
)

// locate finds the run that says where the work stands in its container, reads it
// into the item, and returns it; an empty run at the end says that there is none.
func (d *refParser) locate(i int) run {
	d.splitSeries(i)
	all := d.runs(i)
	best, strongest := -1, 1
	for k, r := range all {
		if s := r.strength(); s > strongest {
			best, strongest = k, s
		}
	}
	none := run{from: len(d.t), to: len(d.t)}
	for k, r := range all {
		for _, f := range r.numerals {
			if f.role != token.NoRole && k != best && r.from > i {
				d.assign(f)
			}
		}
	}
	if best < 0 {
		year := d.lateYear(all, none)
		if last := len(all) - 1; last >= 0 && all[last].from > i {
			return d.barePage(all[last], year)
		}
		return year
	}
	loc := all[best]
	d.interpret(&loc)
	d.lateYear(append(all[:best:best], all[best+1:]...), none)
	for _, r := range all[:best] { // "(Vol. 3) … pp. 5–8"
		if r.from > i && r.strength() > 2 {
			loc.from = min(loc.from, r.from)
		}
	}
	return loc
}

// barePage takes a lone numeral behind a colon for the page: "Town News (2012): 76."
func (d *refParser) barePage(r, none run) run {
	for _, f := range r.numerals {
		if f.role == token.NoRole && f.colon && !f.year && !f.dated && r.to >= len(d.t)-1 {
			d.item.Page = f.text
			return r
		}
	}
	return none
}

// lateYear takes the year from the last run that gives one between stops, and
// returns that run, or none.
func (d *refParser) lateYear(all []run, none run) run {
	if d.item.Issued != nil {
		return none
	}
	for _, strict := range []bool{true, false} {
		for k := len(all) - 1; k >= 0; k-- {
			for j := len(all[k].numerals) - 1; j >= 0; j-- {
				if f := all[k].numerals[j]; f.years() && f.role == token.NoRole && d.yearStands(f.at, f.end, strict) {
					d.setYear(f.at)
					return run{from: d.dateStart(f.at), to: f.end}
				}
			}
		}
	}
	return none
}

// dateStart returns the first token of the date of which the year is token i.
func (d *refParser) dateStart(i int) int {
	if d.t.IsMonth(i - 1) {
		i--
		if d.t.IsDay(i - 1) {
			i--
		}
	}
	return i
}

// yearStands reports whether the four numerals at token i can be a date: not a
// number within the words of a title. Without strict, a name may stand before them.
func (d *refParser) yearStands(i, end int, strict bool) bool {
	if i == 0 || end >= len(d.t) || d.t[end].Is(token.CutMark) {
		return true
	}
	before := d.t[i-1].Kind == token.Mark || d.t[i-1].Dot || d.t.IsMonth(i-1) || d.t.IsPlace(i-1, i) || !strict && d.t[i-1].IsUpper()
	after := d.t[end].Kind == token.Mark || d.t[end-1].Dot
	return before && after
}

func firstPart(s string) string {
	if i := strings.IndexAny(s, "-/"); i >= 0 {
		return s[:i]
	}
	return s
}

// assign sets the field that the numeral's role names, if it is empty.
func (d *refParser) assign(f numeral) {
	field := map[token.Role]*string{token.VolumeRole: &d.item.Volume, token.IssueRole: &d.item.Issue, token.PageRole: &d.item.Page, token.LengthRole: &d.item.NumberOfPages}[f.role]
	if field != nil && *field == "" {
		*field = strings.TrimRightFunc(f.text, unicode.IsPunct)
	}
}
