package refstring

import (
	"strings"

	"etal/internal/bib/refstring/token"
	"etal/internal/lazyregexp"
)

var thesisWords = token.SetOf(`thesis dissertation diss thèse tesi tesis doctoral doktorarbeit habilitation masterarbeit diplomarbeit phd ph.d disertace`)

// typeOf returns the CSL type that the fields which were found speak for.
func (p *refParser) typeOf() string {
	item := &p.item
	container := token.Split(item.ContainerTitle)
	book := item.Publisher != "" || item.PublisherPlace != ""
	switch {
	case item.ContainerTitle == "" && item.Number != "" && (item.Genre != "" || item.Collection != ""):
		return "report"
	case p.t.AnyWord(0, len(p.t), thesisWords) && item.ContainerTitle == "":
		return "thesis"
	case item.ContainerTitle == "" && repositories[strings.ToLower(item.Publisher)]:
		return "document"
	case item.ContainerTitle == "" && book && isStandard(item.Title):
		return "standard"
	case item.ContainerTitle == "" && book:
		return "book"
	case item.ContainerTitle == "" && (item.Number != "" || strings.Contains(item.URL, "arxiv.org/")):
		return "article"
	case item.ContainerTitle == "" && item.URL != "":
		return "webpage"
	case item.ContainerTitle == "":
		return "document"
	case item.ContainerTitle != "" && p.isWebsite(container):
		return "webpage"
	case p.isMeeting(container):
		return "paper-conference"
	case len(item.Editor) > 0 || book && item.Issue == "":
		return "chapter"
	}
	return "article-journal"
}

// isMeeting reports whether the container is the proceedings of a meeting. Some journals have the word
// in their name: they have volumes, and no "In" stands before them.
func (p *refParser) isMeeting(container token.List) bool {
	if p.item.Issue != "" {
		return false
	}
	if p.inContainer && (container.Phrase(0, "advances", "in") || shortName.MatchString(p.item.ContainerTitle)) {
		return true
	}
	if !container.AnyWord(0, len(container), token.MeetingWords) {
		return false
	}
	return p.inContainer || p.item.Volume == "" || container[0].Lower != "proceedings" && container[0].Lower != "proc"
}

// shortName matches the short name of a meeting, with its year, at the end of a title: "(SSS 2011)".
var shortName = lazyregexp.New(`\(\p{Lu}\S* ?(?:\p{Lu}\S* )?[’']?\d{2,4}\)$`)

// isWebsite reports whether what a page appeared on is a site: it has an address, and nothing that a journal
// or a book has.
func (p *refParser) isWebsite(container token.List) bool {
	item := &p.item
	return item.URL != "" && item.Volume == "" && item.Issue == "" && item.Page == "" && item.DOI == "" && item.Publisher == "" &&
		!p.inContainer && !container.AnyWord(0, len(container), token.JournalWords)
}

// isStandard reports whether the title ends with the number of a standard in parentheses: "(ECMA-35, 6th
// edition)", "(Unicode Standard Annex #11)".
func isStandard(title string) bool { return standardNumber.MatchString(title) }

var standardNumber = lazyregexp.New(`\((?:[A-Z]{3,5}[ -]\d|[^()]*\bStandard\b[^()]*\d)[^()]*\)$`)

// host matches the name of a host, which some lists print as what a page appeared on.
var host = lazyregexp.New(`(?i)^(?:[a-z0-9-]+\.)+[a-z]{2,6}$`)

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

var degreeWords = token.SetOf(`phd ph.d ph sc phil doctoral unpublished master's master’s masters master msc mphil ma dphil dissertation bachelor's bachelor’s bachelor thèse de doctorat tesi tesis di dottorato`)

// thesis reads the title before token cut and the university behind it.
func (p *refParser) thesis(i, cut, end int) {
	p.item.Title = p.titleField(i, cut)
	p.university(cut, end)
}

// maxDegreeTokens is how many tokens before its last word name the kind of a thesis: "Unpublished Ph. D. thesis".
const maxDegreeTokens = 4

// university reads the university from what stands behind the title of a thesis in [cut, end).
func (p *refParser) university(cut, end int) {
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
