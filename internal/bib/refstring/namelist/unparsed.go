package namelist

import (
	"etal/internal/bib/refstring/token"
	"strings"

	"etal/internal/bib"
)

// A list of names goes up to the year in parentheses that follows it: "Miles, A., shikharsg,
// Blok, W. J. G. d., & bot, p. (2020)." Where the reading of names stops before, because
// one has no shape of a name, it goes on behind that one.

// recoverNames reads the names in [i, y), where y is the parenthesis before a year, behind
// those that were read. It returns nil where what stands there is no list of names.
func (d nameParser) recoverNames(names []bib.Name, i int) ([]bib.Name, int) {
	y := d.yearInParentheses(i)
	if y <= i || !d.isNameLike(i, y) {
		return names, i
	}
	for i < y {
		next, _ := d.separator(i)
		if end := d.etAl(next); end > next {
			return names, y
		}
		if next >= y {
			break
		}
		if end := d.particleInitials(next, y); end > next && len(names) > 0 {
			last := &names[len(names)-1]
			last.Given = strings.TrimSpace(last.Given + " " + d.t.Span(next, end))
			i = end
			continue
		}
		if more, end := d.nameList(next); len(more) > 0 && end <= y {
			names, i = append(names, more...), end
			continue
		}
		end := next
		for end < y && !d.t[end].OneOf(",;&") && (end == next || !d.t[end].IsAnd()) {
			end++
		}
		if !others[d.t[next].Lower] {
			names = append(names, person(d.t.Span(next, end), ""))
		}
		i = end
	}
	return names, y
}

// others are words that stand for names which are not given.
var others = token.SetOf(`others et al`)

// maxNameTokens bounds how far behind the names a year is looked for.
const maxNameTokens = 2000

// yearInParentheses returns the parenthesis before the first year from token i on, or -1.
func (d nameParser) yearInParentheses(i int) int {
	for k := i; k+2 < len(d.t) && k < i+maxNameTokens; k++ {
		if d.t[k].Is("(") && d.t[k+1].Kind == token.Number && token.IsYear(d.t[k+1].Text) && d.t[k+2].OneOf("),") {
			return k
		}
	}
	return -1
}

// isNameLike reports whether the tokens [i, y) may be names with commas between them: short
// segments without the signs of a title.
func (d nameParser) isNameLike(i, y int) bool {
	segment, commas := 0, 0
	for k := i; k < y; k++ {
		t := d.t[k]
		switch {
		case t.OneOf(",;&") || t.IsAnd():
			segment = 0
			commas++
		case t.Kind == token.Word:
			if segment++; segment > 5 || t.Dot && t.Letters() > 2 && k+1 < y && !t.IsAllCaps() && t.Lower != "al" {
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
func (d nameParser) particleInitials(i, y int) int {
	for i < y && d.t[i].Kind == token.Word && d.t[i].Dot && d.t[i].Letters() == 1 {
		i++
	}
	return i
}
