package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
)

var thesisWords = token.SetOf(`thesis dissertation diss thèse tesi tesis doctoral doktorarbeit habilitation masterarbeit diplomarbeit phd ph.d disertace`)

// typeOf returns the CSL type that the fields which were found speak for.
func (p *refParser) typeOf() string {
	item := &p.item
	container := token.Split(item.ContainerTitle)
	meeting := false
	for _, t := range container {
		meeting = meeting || token.MeetingWords[t.Lower]
	}
	book := item.Publisher != "" || item.PublisherPlace != ""
	switch {
	case p.t.AnyWord(0, len(p.t), thesisWords) && item.ContainerTitle == "":
		return "thesis"
	case item.ContainerTitle == "" && repositories[strings.ToLower(item.Publisher)]:
		return "document"
	case item.ContainerTitle == "" && book:
		return "book"
	case item.ContainerTitle == "" && (item.Number != "" || strings.Contains(item.URL, "arxiv.org/")):
		return "article"
	case item.ContainerTitle == "" && item.URL != "":
		return "webpage"
	case item.ContainerTitle == "":
		return "document"
	case meeting && item.Issue == "":
		return "paper-conference"
	case len(item.Editor) > 0 || book && item.Issue == "":
		return "chapter"
	}
	return "article-journal"
}

// thesisAt returns the token in [i, end) where words such as "PhD thesis" begin that
// name the kind of the work, or end.
func (p *refParser) thesisAt(i, end int) int {
	for k := i + 2; k < end; k++ {
		if !thesisWords[p.t[k].Lower] {
			continue
		}
		first := k
		for first > i+2 && (degreeWords[p.t[first-1].Lower] || p.t[first-1].Letters() == 1 && p.t[first-1].Dot) {
			first--
		}
		before := p.t[first-1]
		if before.Dot || before.OneOf(".,([") || degreeWords[p.t[first].Lower] {
			return first
		}
	}
	return end
}

var degreeWords = token.SetOf(`phd ph.d doctoral unpublished master's masters master msc mphil ma dphil dissertation bachelor thèse de doctorat tesi tesis di dottorato`)

// thesis reads the title before token cut and the university behind it.
func (p *refParser) thesis(i, cut, end int) {
	p.item.Title = p.titleField(i, cut)
	for _, part := range p.segments(cut, end) {
		for k := part.from; k < part.to; k++ {
			if token.OrganisationWords[p.t[k].Lower] && p.item.Publisher == "" {
				for part.from < k && (thesisWords[p.t[part.from].Lower] || degreeWords[p.t[part.from].Lower]) {
					part.from++
				}
				p.item.Publisher = p.t.Field(part.from, part.to)
			}
		}
	}
	p.imprint(cut, end, true)
}
