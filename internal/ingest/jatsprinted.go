package ingest

import (
	"strings"

	"etal/internal/xmltree"
)

// printed returns a citation as it is printed: with its own punctuation where it has
// any, or with ours.
func printed(citation *xmltree.Node, m manner) []piece {
	if hasText(citation) {
		p := &printer{}
		p.nodes(citation.Children, piece{})
		return p.pieces
	}
	return compose(citation, m)
}

// hasText reports whether there is text between a citation's fields.
func hasText(citation *xmltree.Node) bool {
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
	pieces []piece
}

func (p *printer) nodes(nodes []*xmltree.Node, set piece) {
	for i, n := range nodes {
		if n.Name == "" {
			p.add(set, n.Text)
			continue
		}
		if i > 0 && nodes[i-1].Name != "" && !n.Is("sup", "sub", "italic", "bold", "sc") && !nodes[i-1].Is("sup", "sub", "italic", "bold", "sc", "label") {
			p.part(nodes[i-1], n, set)
		}
		p.element(n, set)
	}
}

// part parts two fields that nothing stands between.
func (p *printer) part(before, n *xmltree.Node, set piece) {
	if n.Blank() && !n.Is("etal") {
		return
	}
	person := func(n *xmltree.Node) bool { return n.Is("name", "string-name", "collab", "etal") }
	switch {
	case person(before) && person(n):
		p.add(set, ", ")
	case before.Is("surname") && n.Is("given-names") && strings.Contains(n.Content(), "."):
		p.add(set, ", ")
	default:
		p.add(set, " ")
	}
}

func (p *printer) element(n *xmltree.Node, set piece) {
	switch {
	case n.Is("etal") && n.Blank():
		p.add(set, "et al.")
	case n.Is("pub-id"):
		p.identifier(n, set)
	case n.Is("label", "object-id"):
	case n.Is("person-group", "name", "string-name", "collab", "date", "source", "article-title", "chapter-title", "year", "volume", "fpage", "lpage"):
		p.nodes(n.Children, set)
	default:
		p.pieces = append(p.pieces, flatten([]*xmltree.Node{n}, false)...)
	}
}

// identifier writes a DOI so that it is seen to be one, and leaves out the numbers
// that archives have added.
func (p *printer) identifier(n *xmltree.Node, set piece) {
	before := strings.ToLower(strings.TrimRight(textOf(p.pieces[max(len(p.pieces)-3, 0):]), " "))
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
	p.add(set, id)
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
func (p *printer) add(set piece, text string) {
	if strings.HasPrefix(text, ".") && len(p.pieces) > 0 && strings.HasSuffix(p.pieces[len(p.pieces)-1].text, "et al.") {
		text = text[1:]
	}
	f := flattener{}
	f.add(set, text)
	p.pieces = append(p.pieces, f.pieces...)
}
