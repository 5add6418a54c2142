package refstring

import (
	"etal/internal/bib/refstring/token"
	"slices"
	"strconv"
	"strings"

	"etal/internal/lazyregexp"
)

// A numeral is a number, or a range of numbers, in the part of a reference that
// says where in its container a work stands.
type numeral struct {
	text    string
	at, end int        // tokens
	role    token.Role // as its label says
	paren   bool       // it stands in parentheses
	colon   bool       // a colon stands before it
	year    bool       // it may be a year
	dated   bool       // it stands beside a month, or is one's day
}

// A run is a stretch of numerals, labels, months and stops with no other word in it.
// Every style prints volume, issue, pages and date as such a run.
type run struct {
	from, to int // tokens, from the first numeral's label to the last numeral
	numerals []numeral
}

// runs returns the runs of numerals from token i on.
func (p *refParser) runs(i int) []run {
	var out []run
	for i < len(p.t) {
		if p.bracketsName(i) {
			i = p.t.Closing(i)
		}
		r, end := p.runAt(i)
		if len(r.numerals) > 0 {
			out = append(out, r)
		}
		i = max(end, i+1)
	}
	return out
}

// runAt reads the run at token i, which is empty where a word stands there.
func (p *refParser) runAt(i int) (run, int) {
	r := run{from: i}
	depth := 0
	label, labelAt := token.NoRole, -1
	for i < len(p.t) {
		t := p.t[i]
		switch {
		case t.Is(token.CutMark), t.Italic != 0, p.bracketsName(i):
			return r, i
		case p.issueName(i, r) > i:
			end := p.issueName(i, r)
			r.numerals = append(r.numerals, numeral{text: p.t.Field(i+1, end-1), at: i, end: end, role: token.IssueRole})
			r.to, i = end, end-1
		case t.OneOf("(["):
			depth++
		case t.OneOf(")]"):
			depth = max(depth-1, 0)
		case t.Kind == token.Mark && strings.Contains(".,:;-–—/°&'’", t.Text):
		case p.t.Phrase(i, "n", "s") && t.Dot && p.t[i+1].Dot: // new series, before n. is taken for a number
			if labelAt < 0 {
				labelAt = i
			}
			i++
		case p.labelAt(i) != token.NoRole:
			label, labelAt = p.labelAt(i), i
		case t.Kind == token.Number && i > 0 && p.t[i-1].OneOf("'’‘") && t.Letters() == 0 && len(t.Text) == 2: // OSDI ’99
			return r, i
		case p.isNumeral(i, label):
			f := p.numeralAt(i, label)
			f.paren = depth > 0
			if len(r.numerals) == 0 {
				r.from = f.at
				if labelAt >= 0 && label != token.OtherRole { // a part belongs to the title
					r.from = labelAt
				}
			}
			r.numerals = append(r.numerals, f)
			r.to, i, label, labelAt = f.end, f.end-1, token.NoRole, -1
		case p.cjkNumerals(i, &r):
		case p.t.IsMonth(i) && (len(r.numerals) > 0 || p.monthLeads(i)):
			if labelAt < 0 {
				labelAt = i
			}
		case supplWord[t.Lower] && len(r.numerals) > 0:
			i = p.supplement(i, &r) - 1
		default:
			return r, i
		}
		i++
	}
	return r, i
}

// monthLeads reports whether the month at token i begins a date.
func (p *refParser) monthLeads(i int) bool {
	return i+1 < len(p.t) && (p.t[i+1].Kind == token.Number || p.t[i+1].Is(","))
}

// isNumeral reports whether token i is a numeral: a number, or a Roman one where a
// label or a neighbour makes that sure.
func (p *refParser) isNumeral(i int, label token.Role) bool {
	t := p.t[i]
	switch {
	case t.Kind == token.Number:
		return true
	case t.Text == "º":
		return false
	case label == token.OtherRole && t.Letters() == 1:
		return true
	case gluedLabel.MatchString(t.Text):
		return true
	case articleNumber.MatchString(t.Text):
		return i > 0 && p.t[i-1].OneOf(",:")
	case isPageWord(t.Text):
		return true
	case t.IsRoman():
		return label != token.NoRole || t.Letters() > 1 && i+1 < len(p.t) && p.t[i+1].OneOf("(,:")
	}
	return false
}

var pageWord = lazyregexp.New(`^[A-Za-z]{1,2}\d+[-–][A-Za-z]{0,2}\d+$`)

// isPageWord reports whether the word is a range of pages such as e12-e15.
func isPageWord(s string) bool { return pageWord.MatchString(s) }

// numeralAt reads the numeral at token i, with the rest of a range and with what
// stands behind it and says what it counts.
func (p *refParser) numeralAt(i int, label token.Role) numeral {
	t := p.t[i]
	f := numeral{text: t.Text, at: i, end: i + 1, role: label, year: token.IsYear(t.Text)}
	f.colon = i > 0 && p.t[i-1].Is(":")
	if m := gluedLabel.FindStringSubmatch(t.Text); m != nil && label == token.NoRole && token.Labels[strings.ToLower(m[1])] != token.NoRole && t.Kind == token.Word {
		f.role, f.text = token.Labels[strings.ToLower(m[1])], m[2]
	}
	if gluedPage.MatchString(f.text) { // p67-76
		f.text, f.role = strings.TrimLeft(f.text, "p"), token.PageRole
	}
	for f.end+1 < len(p.t) && p.t[f.end].OneOf("-–—−‐‑/") && p.rangesOn(f.end, f) {
		sep := "-"
		if p.t[f.end].Is("/") {
			sep = "/"
		}
		f.text += sep + p.t[f.end+1].Text
		f.end += 2
		if sep == "-" {
			break
		}
	}
	f.dated = p.t.IsMonth(i-1) || p.t.IsMonth(f.end) && p.t.IsDay(i)
	if f.role == token.NoRole || f.role == token.PageRole {
		p.colonRange(&f)
	}
	if f.role != token.NoRole || f.end >= len(p.t) || p.t[f.end].Kind != token.Word {
		return f
	}
	behind := p.t[f.end]
	if c := token.Counters[behind.Lower]; c != token.NoRole && p.labelAt(f.end) == token.NoRole {
		f.role = c
		f.end++
	} else if p.editionAt(f.end) {
		p.item.Edition = p.t.Span(i, f.end)
		f.role = token.OtherRole
		f.end++
	}
	return f
}

// rangesOn reports whether the dash at token i leads to the end of a range.
func (p *refParser) rangesOn(i int, f numeral) bool {
	next := p.t[i+1]
	if next.Kind != token.Number && !(f.role == token.PageRole && next.IsRoman()) {
		return false
	}
	// "21 - 2004" is a date after a page rather than a range.
	return !(token.IsYear(next.Text) && len(f.text) < 3 && p.item.Issued == nil)
}

// supplement reads "Suppl 6" at token i as the issue and returns the token after it.
func (p *refParser) supplement(i int, r *run) int {
	end := i + 1
	if end < len(p.t) && p.t[end].Kind == token.Number && !p.isDateYear(end) {
		end++
	}
	f := numeral{text: token.TrimField(p.t.Span(i, end)), at: i, end: end, role: token.IssueRole}
	if n := len(r.numerals) - 1; r.numerals[n].paren && (r.numerals[n].end == i || r.numerals[n].end == i-1 && p.t[i-1].Is("[")) && r.numerals[n].role == token.NoRole && !r.numerals[n].year {
		f.text, f.at = r.numerals[n].text+" "+f.text, r.numerals[n].at // 12(3 Suppl 1)
		r.numerals = r.numerals[:n]
	}
	r.numerals = append(r.numerals, f)
	r.to = end
	return end
}

// isDateYear reports whether token i must be the year of the reference.
func (p *refParser) isDateYear(i int) bool { return token.IsYear(p.t[i].Text) && p.item.Issued == nil }

// isLabelled reports whether a label says what one of the numerals counts.
func (r run) isLabelled() bool {
	return slices.ContainsFunc(r.numerals, func(f numeral) bool { return f.role != token.NoRole })
}

// strength says how surely the run is where the reference gives volume and pages.
func (r run) strength() int {
	s, plain := 0, 0
	for _, f := range r.numerals {
		switch {
		case f.role == token.LengthRole || f.role == token.OtherRole || f.role == token.NoRole && f.isPeriod() && len(r.numerals) == 1:
			continue
		case f.role != token.NoRole:
			s += 3
		case f.year && !f.paren && !strings.ContainsAny(f.text, "-/"):
			plain++
			continue
		case f.year:
			s++
		case f.dated:
			continue
		case strings.Contains(f.text, "-") && f.isYears():
			plain++
		case strings.Contains(f.text, "-"):
			s += 3
		case f.paren:
			s++
		default:
			plain++
		}
	}
	if plain > 1 || s > 0 {
		s += plain
	}
	return min(s, 5)
}

// maxYears is the longest time in years that a work may have appeared over: longer ones are what it is about.
const maxYears = 25

// isPeriod reports whether the numeral is a range of years that no date has, as in a title: 1640–1705.
func (f numeral) isPeriod() bool {
	first, last, ranged := strings.Cut(f.text, "-")
	from, err := strconv.Atoi(strings.TrimPrefix(first, "c"))
	if !ranged || err != nil || !token.IsYear(last) {
		return false
	}
	return token.YearOf(last)-from > maxYears && (from >= token.FirstYear || len(first) > 2 && token.YearOf(last)-from > maxPages)
}

// maxPages is the most pages of a part: a longer range that ends with a year is one of years.
const maxPages = 400

// isYears reports whether the numeral is a year or a range of years that a date may have.
func (f numeral) isYears() bool {
	first, last, ranged := strings.Cut(f.text, "-")
	if !ranged {
		return token.IsYear(f.text)
	}
	if f.isPeriod() {
		return false
	}
	return token.IsYear(first) && (token.IsYear(last) && last > first || len(last) == 2 && last > first[2:])
}
