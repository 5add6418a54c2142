package namelist

import (
	"etal/internal/bib/refstring/token"

	"etal/internal/bib"
)

// organisationName reads "World Health Organization", "AA. VV." and "ALICE Collaboration".
func (p parser) organisationName(i int) (bib.Name, int) {
	end, known := i, false
	for ; end < len(p.t) && end < i+12; end++ {
		t := p.t[end]
		inner := end > i && (token.FunctionWords[t.Lower] || t.Is("&") || t.OneOf("()/") || t.Kind == token.Number && end+1 < len(p.t) && groupWords[p.t[end+1].Lower]) // HapMap 3 Consortium
		if t.Kind != token.Word && !inner || end > i && t.IsAnd() && groupWords[p.t[end-1].Lower] || t.Is("(") && end+1 < len(p.t) && p.t[end+1].Kind == token.Number {
			break
		}
		if t.Is("(") && groupWords[p.t[end-1].Lower] && p.isInitial(end+1) && p.t[end+1].Dot { // who speaks for the group
			break
		}
		if !t.IsUpper() && !inner && !token.OrganisationWords[t.Lower] {
			break
		}
		known = known || token.OrganisationWords[t.Lower] || end > i && organisationEnds[t.Lower]
		if t.Dot && t.Letters() > 1 {
			end++
			break
		}
	}
	for end+1 < len(p.t) && p.t[end].Is(",") && companyWords[p.t[end+1].Lower] {
		end += 2
	}
	if !known || end == i || end < len(p.t) && !p.t[end-1].Dot && !p.t[end].OneOf(",;:.(\x1f[“\"") && !p.t[end].IsAnd() && !token.IsYear(p.t[end].Text) || p.t.AnyWord(i, end, token.PublisherNouns) {
		return bib.Name{}, i
	}
	return bib.Name{Literal: token.TrimField(p.t.Span(i, end))}, end
}

var groupWords = token.SetOf(`collab collaboration collaborations consortium group team network investigators committee project initiative`)

// organisationEnds are the last words of names of organisations that are no word for one: "Ecma International".
var organisationEnds = token.SetOf(`international europe worldwide online`)

var companyWords = token.SetOf(`inc ltd llc corp co plc`)

// groupName reads the name of a group that stands among or behind persons.
func (p parser) groupName(i int) (bib.Name, int) {
	n, end := p.organisationName(i)
	if end > i && !p.t.AnyWord(i, end, groupWords) {
		return bib.Name{}, i
	}
	return n, end
}

// isVariousAuthors reports whether "AA. VV." (autori vari) stands at i.
func (p parser) isVariousAuthors(i int) bool {
	return i+1 < len(p.t) && p.t[i].Lower == "aa" && p.t[i+1].Lower == "vv"
}
