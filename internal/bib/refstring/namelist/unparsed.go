package namelist

import (
	"etal/internal/bib/refstring/token"
	"etal/internal/names"
	"strings"

	"etal/internal/bib"
)

// A list of names goes up to the year in parentheses that follows it: "Miles, A., shikharsg,
// Blok, W. J. G. d., & bot, p. (2020)." Where the reading of names stops before, because
// one has no known form, readToYear goes on behind that one.

// readToYear appends to a list the names behind it, from token i to the parenthesis before the
// year, and returns it with the token after them. Text that is no list of names is left alone.
func (p parser) readToYear(list []bib.Name, i int) ([]bib.Name, int) {
	y := p.yearInParentheses(i)
	if y <= i || !p.isNameLike(i, y) {
		return list, i
	}
	for i < y {
		next, _ := p.separator(i)
		if end := p.etAl(next); end > next {
			return list, y
		}
		if next >= y {
			break
		}
		if end := p.particleInitials(next, y); end > next && len(list) > 0 {
			last := &list[len(list)-1]
			last.Given = strings.TrimSpace(last.Given + " " + p.t.Span(next, end))
			i = end
			continue
		}
		if more, end := p.nameList(next); len(more) > 0 && end <= y {
			list, i = append(list, more...), end
			continue
		}
		end := next
		for end < y && !p.t[end].OneOf(",;&") && (end == next || !p.t[end].IsAnd()) {
			end++
		}
		if !names.IsEtAl(p.t.Span(next, end)) {
			list = append(list, person(p.t.Span(next, end), ""))
		}
		i = end
	}
	return list, y
}

// maxNameTokens bounds how far behind the names a year is looked for.
const maxNameTokens = 2000

// yearInParentheses returns the parenthesis before the first year from token i on, or i.
func (p parser) yearInParentheses(i int) int {
	for k := i; k+2 < len(p.t) && k < i+maxNameTokens; k++ {
		if p.t[k].Is("(") && p.t[k+1].Kind == token.Number && token.IsYear(p.t[k+1].Text) && p.t[k+2].OneOf("),") {
			return k
		}
	}
	return i
}

// maxNameParts is the most words of one name in a list that goes up to a year.
const maxNameParts = 5

// isNameLike reports whether the tokens [i, y) may be names with commas between them: short
// segments without the signs of a title.
func (p parser) isNameLike(i, y int) bool {
	segment, commas := 0, 0
	for k := i; k < y; k++ {
		t := p.t[k]
		switch {
		case t.OneOf(",;&") || t.IsAnd() && t.Letters() > 1:
			segment = 0
			commas++
		case t.Kind == token.Word && t.IsLower() && token.FunctionWords[t.Lower] && !t.IsParticle():
			return false
		case t.Kind == token.Word:
			if segment++; segment > maxNameParts || t.Dot && t.Letters() > 2 && k+1 < y && !t.IsAllCaps() && t.Lower != "al" {
				return false
			}
		case t.Is("."):
		default:
			return false
		}
	}
	return commas > 0
}

// particleInitials returns the end of initials at token i of which some are those of
// particles: "d.", "v. d.".
func (p parser) particleInitials(i, y int) int {
	for i < y && p.t[i].Kind == token.Word && p.t[i].Dot && p.t[i].Letters() == 1 {
		i++
	}
	return i
}
