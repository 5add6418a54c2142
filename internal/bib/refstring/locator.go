package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
	"unicode"
)

// locate finds the run that says where the work stands in its container, reads it
// into the item and returns it. It returns an empty run at the end where there is no such run.
func (p *refParser) locate(i int) run {
	p.splitSeries(i)
	all := p.runs(i)
	best, strongest := -1, 1
	for k, r := range all {
		if s := r.strength(); s > strongest {
			best, strongest = k, s
		}
	}
	none := run{from: len(p.t), to: len(p.t)}
	for k, r := range all {
		for _, f := range r.numerals {
			if f.role != token.NoRole && k != best && r.from > i {
				p.assign(f)
			}
		}
	}
	if best < 0 {
		year := p.lateYear(all, none)
		if last := len(all) - 1; last >= 0 && all[last].from > i && p.isLoneVolume(all[last]) {
			p.item.Volume = all[last].numerals[0].text
			return all[last]
		}
		if last := len(all) - 1; last >= 0 && all[last].from > i {
			return p.barePage(all[last], year)
		}
		return year
	}
	loc := all[best]
	p.interpret(&loc)
	p.runningNumber()
	p.lateYear(append(all[:best:best], all[best+1:]...), none)
	for _, r := range all[:best] { // "(Vol. 3) … pp. 5–8"
		if r.from > i && r.strength() > 2 && r.from < loc.from && r.isLabelled() {
			p.imprintAmid(r.to, loc.from)
			loc.from = r.from
		}
	}
	return loc
}

// runningNumber makes the issue the volume where there is none: a journal that counts nothing but its
// issues is cited by that number as others are by their volumes.
func (p *refParser) runningNumber() {
	if item := &p.item; item.Volume == "" && item.Page != "" && item.Issue != "" && !p.countedIssue && token.Split(item.Issue)[0].Kind == token.Number {
		item.Volume, item.Issue = item.Issue, ""
	}
}

// isLoneVolume reports whether the run is nothing but the volume of a journal, at the end of a reference with the
// year behind the authors: "Title. Town Science, 10."
func (p *refParser) isLoneVolume(r run) bool {
	if len(r.numerals) != 1 || p.item.Issued == nil || r.to < len(p.t) && !p.t[r.to].OneOf(".\x1f") || r.to+1 < len(p.t) {
		return false
	}
	f := r.numerals[0]
	before := p.t[r.from-1]
	return f.role == token.NoRole && f.at == r.from && !f.year && !f.paren && !f.dated && len(f.text) <= maxVolumeDigits &&
		(before.Is(",") && r.from > 1 && p.t[r.from-2].IsUpper() || before.IsCJK())
}

// maxVolumeDigits is the most digits of a volume that no label and no page tells.
const maxVolumeDigits = 3

// barePage takes a lone numeral behind a colon for the page: "Town News (2012): 76."
func (p *refParser) barePage(r, none run) run {
	for _, f := range r.numerals {
		if f.role == token.NoRole && f.colon && !f.year && !f.dated && r.to >= len(p.t)-1 {
			p.item.Page = f.text
			return r
		}
	}
	return none
}

// lateYear takes the year from the last run that gives one between stops, and
// returns that run, or none.
func (p *refParser) lateYear(all []run, none run) run {
	if p.item.Issued != nil {
		return none
	}
	for _, strict := range []bool{true, false} {
		for k := len(all) - 1; k >= 0; k-- {
			for j := len(all[k].numerals) - 1; j >= 0; j-- {
				if f := all[k].numerals[j]; f.isYears() && f.role == token.NoRole && p.yearStands(f.at, f.end, strict) {
					p.setYear(f.at)
					return run{from: p.dateStart(f.at), to: f.end}
				}
			}
		}
	}
	return none
}

// dateStart returns the first token of the date of which the year is token i.
func (p *refParser) dateStart(i int) int {
	if i > 1 && p.t[i-1].Is(",") && p.t.IsMonth(i-2) {
		i--
	}
	if p.t.IsMonth(i - 1) {
		i--
		if p.t.IsDay(i - 1) {
			i--
		}
	}
	return i
}

// yearStands reports whether the four numerals at token i can be a date: not a
// number within the words of a title. Without strict, a name may stand before them.
func (p *refParser) yearStands(i, end int, strict bool) bool {
	if i == 0 || end >= len(p.t) || p.t[end].Is(token.CutMark) {
		return true
	}
	before := p.t[i-1].Kind == token.Mark || p.t[i-1].Dot || p.t.IsMonth(i-1) || p.t.IsPlace(i-1, i) || !strict && p.t[i-1].IsUpper()
	after := p.t[end].Kind == token.Mark || p.t[end-1].Dot
	return before && after
}

func firstPart(s string) string {
	if i := strings.IndexAny(s, "-/"); i >= 0 {
		return s[:i]
	}
	return s
}

// assign sets the field that the numeral's role names, if it is empty.
func (p *refParser) assign(f numeral) {
	field := map[token.Role]*string{token.VolumeRole: &p.item.Volume, token.IssueRole: &p.item.Issue, token.PageRole: &p.item.Page, token.LengthRole: &p.item.NumberOfPages}[f.role]
	if field != nil && *field == "" {
		*field = strings.TrimRightFunc(f.text, unicode.IsPunct)
	}
}
