package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
)

var thesisWords = token.SetOf(`thesis dissertation diss thèse tesi tesis doctoral doktorarbeit habilitation masterarbeit diplomarbeit phd ph.d disertace`)

// typeOf returns the CSL type that the fields which were found speak for.
func (d *refParser) typeOf() string {
	item := &d.item
	container := token.Split(item.ContainerTitle)
	meeting := false
	for _, t := range container {
		meeting = meeting || token.MeetingWords[t.Lower]
	}
	book := item.Publisher != "" || item.PublisherPlace != ""
	switch {
	case d.t.AnyWord(0, len(d.t), thesisWords) && item.ContainerTitle == "":
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
func (d *refParser) thesisAt(i, end int) int {
	for k := i + 2; k < end; k++ {
		if !thesisWords[d.t[k].Lower] {
			continue
		}
		first := k
		for first > i+2 && (degreeWords[d.t[first-1].Lower] || d.t[first-1].Letters() == 1 && d.t[first-1].Dot) {
			first--
		}
		before := d.t[first-1]
		if before.Dot || before.OneOf(".,([") || degreeWords[d.t[first].Lower] {
			return first
		}
	}
	return end
}

var degreeWords = token.SetOf(`phd ph.d doctoral unpublished master's masters master msc mphil ma dphil dissertation bachelor thèse de doctorat tesi tesis di dottorato`)

// thesis reads the title before token cut and the university behind it.
func (d *refParser) thesis(i, cut, end int) {
	d.item.Title = d.titleField(i, cut)
	for _, p := range d.segments(cut, end) {
		for k := p.from; k < p.to; k++ {
			if token.OrganisationWords[d.t[k].Lower] && d.item.Publisher == "" {
				for p.from < k && (thesisWords[d.t[p.from].Lower] || degreeWords[d.t[p.from].Lower]) {
					p.from++
				}
				d.item.Publisher = d.t.Field(p.from, p.to)
			}
		}
	}
	d.imprint(cut, end, true)
}
