package jats

import (
	"strings"

	"etal/internal/doc"
)

// printed returns a citation as it is printed: with its own punctuation where it has
// any, or with ours.
func (r *reader) printed(citation *node, numbered bool) []doc.Inline {
	if hasText(citation) {
		p := &printer{reader: r}
		p.nodes(citation.Children)
		return p.text
	}
	return r.compose(citation, numbered)
}

// hasText reports whether there is text between a citation's fields.
func hasText(citation *node) bool {
	for _, c := range citation.Children {
		if c.Name == "" && strings.TrimSpace(c.Text) != "" {
			return true
		}
	}
	return len(citation.Elements()) <= 1
}

// A printer writes a citation with its own punctuation, of which archives keep less
// between names than there was.
type printer struct {
	*reader
	text []doc.Inline
}

func (p *printer) nodes(nodes []*node) {
	for i, n := range nodes {
		if n.Name == "" {
			p.add(n.Text)
			continue
		}
		if i > 0 && nodes[i-1].Name != "" && !n.Is("sup", "sub", "italic", "bold", "sc") && !nodes[i-1].Is("sup", "sub", "italic", "bold", "sc", "label") {
			p.part(nodes[i-1], n)
		}
		p.element(n)
	}
}

// part parts two fields that nothing stands between.
func (p *printer) part(before, n *node) {
	if n.Blank() && !n.Is("etal") {
		return
	}
	person := func(n *node) bool { return n.Is("name", "string-name", "collab", "etal") }
	switch {
	case person(before) && person(n):
		p.add(", ")
	case before.Is("surname") && n.Is("given-names") && strings.Contains(n.Content(), "."):
		p.add(", ")
	default:
		p.add(" ")
	}
}

func (p *printer) element(n *node) {
	switch {
	case n.Is("etal") && n.Blank():
		p.add("et al.")
	case n.Is("pub-id"):
		p.identifier(n)
	case n.Is("label", "object-id"):
	case n.Is("person-group", "name", "string-name", "collab", "date", "source", "article-title", "chapter-title", "year", "volume", "fpage", "lpage"):
		p.nodes(n.Children)
	default:
		p.text = append(p.text, p.inlines([]*node{n}, false)...)
	}
}

// identifier writes a DOI so that it is seen to be one, and leaves out the numbers
// that archives have added.
func (p *printer) identifier(n *node) {
	before := strings.ToLower(strings.TrimRight(doc.Plain(p.text[max(len(p.text)-3, 0):]), " "))
	id := n.Content()
	switch n.Attrs["pub-id-type"] {
	case "doi":
		if !endsInOne(before, "doi:", "doi", "doi.org/", "10.") {
			id = "https://doi.org/" + strings.TrimPrefix(id, "https://doi.org/")
			if before != "" {
				id = " " + id
			}
		}
	case "pmid", "pmcid", "medline", "pii", "publisher-id", "coden", "other":
		if !endsInOne(before, "pmid:", "pmid", "pmcid:", "pmcid") {
			return
		}
	}
	p.add(id)
}

func endsInOne(s string, ends ...string) bool {
	for _, end := range ends {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// add adds text. What ends in a full stop gets no second one.
func (p *printer) add(text string) {
	if strings.HasPrefix(text, ".") && len(p.text) > 0 && strings.HasSuffix(p.text[len(p.text)-1].Text.String(), "et al.") {
		text = text[1:]
	}
	p.text = append(p.text, doc.Text(text))
}
