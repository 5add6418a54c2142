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
// year or to "et al.", and returns it with the token after them. Text that is no list of names is left alone.
func (p parser) readToYear(list []bib.Name, i int) ([]bib.Name, int) {
	y := p.boundaryBehind(i)
	if y <= i || !p.isNameLike(i, y) {
		return list, i
	}
	for i < y {
		next, _ := p.separator(i)
		if end := p.etAl(next); end > next {
			return list, max(y, end)
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
		if more, end := p.nameList(next); len(more) > 0 && end <= max(y, p.etAl(y)) {
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
	return list, p.etAl(y)
}

// maxNameTokens bounds how far behind the names a year is looked for.
const maxNameTokens = 2000

// boundaryBehind returns the token from i on that bounds a list of names: the parenthesis before the first year,
// the year itself behind initials, or the words "et al." before that. It returns i if there is none.
func (p parser) boundaryBehind(i int) int {
	listed := i < len(p.t) && p.t[i].Is(",") && !p.t[i-1].Dot // a list of "Okoro B," goes on
	for k := i; k+2 < len(p.t) && k < i+maxNameTokens; k++ {
		if listed && p.t[k].Kind == token.Number && token.IsYear(p.t[k].Text) && p.t[k].Dot && p.t[k-1].Dot {
			return k
		}
		if k > i && p.etAl(k) > k || p.t[k].Is("(") && p.t[k+1].Kind == token.Number && token.IsYear(p.t[k+1].Text) && p.t[k+2].OneOf("),") {
			return k
		}
	}
	return i
}

// endsText reports whether nothing stands behind the parenthesis at token y.
func (p parser) endsText(y int) bool { return p.t[y].Is("(") && p.t.Closing(y)+2 >= len(p.t) }

// maxNameParts is the most words of one name in a list that goes up to a year. Where nothing follows the year,
// what stands before it may be the title, of which a word alone is no part: "B. Okoro, Quiet Waves, Harbour (1977)".
const (
	maxNameParts = 5
	maxLoneParts = 1
)

// isNameLike reports whether the tokens [i, y) may be names with commas between them: short
// segments without the signs of a title.
func (p parser) isNameLike(i, y int) bool {
	segment, commas, most := 0, 0, maxNameParts
	if p.endsText(y) {
		most = maxLoneParts
	}
	for k := i; k < y; k++ {
		t := p.t[k]
		switch {
		case t.OneOf(",;&") || t.IsAnd() && t.Letters() > 1:
			segment = 0
			commas++
		case t.Kind == token.Word && t.IsLower() && token.FunctionWords[t.Lower] && !t.IsParticle():
			return false
		case t.Kind == token.Word && t.Letters() == 1:
		case t.Kind == token.Word:
			if segment++; segment > most || t.Dot && t.Letters() > 2 && k+1 < y && !t.IsAllCaps() && t.Lower != "al" {
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
