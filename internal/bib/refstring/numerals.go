package refstring

import (
	"etal/internal/bib/refstring/token"
	"strconv"
	"strings"

	"etal/internal/lazyregexp"
)

// interpret gives the numerals of the run their fields: by label, then the year,
// then by place in the order that all styles share: volume, issue, page.
func (p *refParser) interpret(r *run) {
	var rest []numeral
	for _, f := range r.numerals {
		if f.role != token.NoRole {
			p.assign(f)
		} else {
			rest = append(rest, f)
		}
	}
	rest = p.takeYear(rest)
	rest = p.dropDays(rest)
	if len(rest) > 0 && p.item.Volume == "" && r.issueBehind(rest[0]) {
		p.item.Volume, rest = rest[0].text, rest[1:]
	}
	if len(rest) > 0 {
		p.byPlace(rest)
	}
}

// issueBehind reports whether a labelled issue stands next behind the numeral: "14, no. 3".
func (r *run) issueBehind(f numeral) bool {
	for i, other := range r.numerals[:len(r.numerals)-1] {
		if other.at == f.at {
			return r.numerals[i+1].role == token.IssueRole && !strings.Contains(f.text, "-")
		}
	}
	return false
}

// takeYear finds the year among the numerals and returns the others. A date behind
// the authors is known already: then only its repetition is one.
func (p *refParser) takeYear(numerals []numeral) []numeral {
	best, score := -1, 0
	for i, f := range numerals {
		s := 0
		switch y := token.YearOf(firstPart(f.text)); {
		case y == 0:
			continue
		case p.item.Issued != nil:
			if y != p.item.Issued.Year() || strings.Contains(f.text, "-") {
				continue
			}
			s = 1
		case strings.Contains(f.text, "-"):
			if len(numerals) == 1 || f.paren {
				s = 1
			}
		case f.paren && p.endsBrackets(f):
			s = 6
		case f.dated:
			s = 5
		case f.end < len(p.t) && p.t[f.end].Is(";"):
			s = 4
		case i == len(numerals)-1 && !f.colon:
			s = 3
		case i == 0:
			s = 3
		case f.paren:
			s = 2
		case !f.colon:
			s = 1
		}
		if s > score || s == score && s == 3 && p.t[f.at-1].Is(",") {
			best, score = i, s
		}
	}
	if best < 0 {
		return numerals
	}
	if p.item.Issued == nil {
		p.setYear(numerals[best].at)
	}
	return append(append([]numeral(nil), numerals[:best]...), numerals[best+1:]...)
}

// endsBrackets reports whether the numeral ends the parentheses that it stands in.
func (p *refParser) endsBrackets(f numeral) bool {
	return f.end >= len(p.t) || p.t[f.end].OneOf(")],;.")
}

// dropDays returns the numerals without days of a month.
func (p *refParser) dropDays(numerals []numeral) []numeral {
	var out []numeral
	for _, f := range numerals {
		if p.t.IsDay(f.at) && (p.t.IsMonth(f.at-1) && !p.startsLocator(f.end) || p.t.IsMonth(f.end) && f.end+1 < len(p.t) && !p.t[f.end].Is("(")) {
			continue
		}
		out = append(out, f)
	}
	return out
}

var (
	seriesVolume = lazyregexp.New(`^[A-Z]\d{1,4}$`)
	gluedVolume  = lazyregexp.New(`^\pL{4,}\d{1,3}$`) // Letters19, as texts taken from PDF have it
)

// splitSeries cuts a volume such as D79 behind the title of a journal in two: the
// letter names a section and so belongs to the title.
func (p *refParser) splitSeries(from int) {
	var out token.List
	for i, t := range p.t {
		glued := i >= from && i+2 < len(p.t) && gluedVolume.MatchString(t.Text) && p.t[i+1].OneOf(",(:") && p.t[i+2].Kind == token.Number
		glued = glued || i > from && t.Kind == token.Number && seriesVolume.MatchString(t.Text) && p.t[i-1].Kind == token.Word &&
			token.Labels[p.t[i-1].Lower] == token.NoRole && (p.t[i-1].IsUpper() || p.t[i-1].Dot) &&
			(i+1 == len(p.t) || p.t[i+1].Kind != token.Word)
		if glued {
			letters, digits := t.Cut(strings.IndexAny(t.Text, "0123456789"))
			out = append(out, letters, digits)
			continue
		}
		out = append(out, t)
	}
	p.t = out
}

// byPlace gives unlabelled numerals their fields by their order.
func (p *refParser) byPlace(rest []numeral) {
	item := &p.item
	if first, second, ok := strings.Cut(rest[0].text, "."); ok && item.Volume == "" && item.Issue == "" && len(rest) > 1 {
		item.Volume, item.Issue, rest = first, second, rest[1:] // 5.1: 26-41
	}
	if first, second, ok := strings.Cut(rest[0].text, "-"); ok && item.Volume == "" && item.Issue == "" && (item.Page != "" || len(rest) > 1) && isSmaller(second, first) {
		item.Volume, item.Issue, rest = first, second, rest[1:] // 57-6, p. 759
	}
	for i, f := range rest {
		isLast := i == len(rest)-1
		ranged := strings.Contains(f.text, "-")
		switch {
		case item.Volume == "" && item.Page == "" && len(rest) == 1 && p.hasDay(): // a newspaper, July 3, 2000, 27
			item.Page = f.text
		case item.Volume == "" && item.Page != "" && ranged && isLast:
			item.Volume = f.text
		case item.Volume == "" && f.paren && !isLast && item.Issue == "" && i == 0:
			item.Volume = f.text
		case item.Volume == "" && item.Page == "" && isLast && (ranged || f.colon || pageOnly(f.text) || item.Issue != ""):
			item.Page = f.text
		case item.Volume == "" && !(isLast && ranged):
			item.Volume = f.text
		case item.Issue == "" && item.Volume != "" && (f.paren || item.Page == "" && !isLast && !ranged && len(rest) <= 3):
			item.Issue = f.text
		case item.Page == "":
			item.Page = f.text
		}
	}
}

// hasDay reports whether the date of the work has a day, as newspapers and magazines have.
func (p *refParser) hasDay() bool {
	date := p.item.Issued
	return date != nil && len(date.Parts) > 0 && len(date.Parts[0]) == 3
}

// isSmaller reports whether the number a is below b and of no more digits than those of an issue.
func isSmaller(a, b string) bool {
	x, errX := strconv.Atoi(a)
	y, errY := strconv.Atoi(b)
	return errX == nil && errY == nil && x < y && len(a) <= 2 && len(a) < len(b)
}

var pageOnlyRE = lazyregexp.New(`^[A-Za-z]{1,2}\d|^\d{4,}$`)

// pageOnly reports whether the numeral has the form of a page and not of a volume:
// a letter before it, or more than three digits.
func pageOnly(s string) bool { return pageOnlyRE.MatchString(s) }
