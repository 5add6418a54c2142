package jats

import (
	"strings"

	"etal/internal/doc"
	"etal/internal/safe"
)

// A referenceList is the article's references and by which ids the text names them.
type referenceList struct {
	refs []reference
	ids  map[string]int // to numbers, from 1
}

type reference struct {
	node   *node
	label  string
	begins bool  // a list
	title  *node // of the list that it begins, or nil
}

// readReferences collects the references of an article, of all its lists.
func readReferences(art *node) referenceList {
	list := referenceList{ids: map[string]int{}}
	begins, title := false, (*node)(nil)
	art.Walk(func(n *node) bool {
		switch n.Name {
		case "sub-article", "response", "front":
			return false
		case "ref-list":
			begins, title = true, n.Child("title")
		case "ref":
			list.refs = append(list.refs, reference{node: n, label: referenceLabel(n), begins: begins, title: title})
			begins, title = false, nil
			list.name(n, len(list.refs))
			return false
		}
		return true
	})
	return list
}

// name lets the ids of n and of all in it name the reference.
func (l referenceList) name(n *node, number int) {
	for _, n := range append([]*node{n}, n.Elements()...) {
		if id := n.Attrs["id"]; id != "" && l.ids[id] == 0 {
			l.ids[id] = number
		}
	}
}

func referenceLabel(ref *node) string {
	label := ref.Child("label")
	for _, c := range citationsOf(ref) {
		if label == nil {
			label = c.Child("label")
		}
	}
	return doc.BareLabel(label.Content()) // not the author and year, which the entry begins with
}

// cites reports whether a cross reference leads to the list.
func (l referenceList) cites(xref *node) bool {
	return xref.Attrs["ref-type"] == "bibr" || len(l.numbersOf(xref)) > 0
}

// numbersOf returns the references that a cross reference names.
func (l referenceList) numbersOf(xref *node) []int {
	var numbers []int
	for _, id := range strings.Fields(xref.Attrs["rid"]) {
		if n := l.ids[id]; n > 0 {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// citationsOf returns the works of one entry, of which chemists put several under one
// number.
func citationsOf(ref *node) []*node {
	var found []*node
	for _, c := range ref.Elements() {
		switch {
		case c.Is("citation-alternatives"):
			found = append(found, preferred(c)...)
		case c.Is("mixed-citation", "element-citation", "nlm-citation", "citation", "product"):
			found = append(found, c)
		}
	}
	return found
}

// preferred returns the form of a citation that has the publisher's punctuation.
func preferred(alternatives *node) []*node {
	for _, name := range []string{"mixed-citation", "citation", "element-citation", "nlm-citation"} {
		if c := alternatives.Child(name); c != nil {
			return []*node{c}
		}
	}
	return nil
}

// references returns the article's reference lists. Two without a heading between them are
// one.
func (r *reader) references() []doc.Block {
	var out []doc.Block
	var list doc.References
	for i, ref := range r.list.refs {
		if heading := doc.Tidy(r.inlines(childrenOf(ref.title), false)); len(heading) > 0 || ref.begins && i == 0 {
			if len(list.Entries) > 0 {
				out = append(out, list)
			}
			if list = (doc.References{Heading: heading}); len(heading) == 0 {
				list.Heading = []doc.Inline{doc.Text("References")}
			}
		}
		list.Entries = append(list.Entries, r.entry(ref))
	}
	if len(list.Entries) > 0 {
		out = append(out, list)
	}
	return out
}

// entry returns a reference as it is printed, with its fields.
func (r *reader) entry(ref reference) doc.Entry {
	var text []doc.Inline
	works := citationsOf(ref.node)
	for _, c := range works {
		if len(text) > 0 {
			text = append(text, doc.Text(" "))
		}
		if label := c.Child("label"); label != nil && len(works) > 1 {
			text = append(text, doc.Text(label.Content()+" "))
		}
		text = append(text, r.printed(c, ref.label != "")...)
	}
	for _, n := range ref.node.All("note", "p") {
		text = append(append(text, doc.Text(" ")), r.inlines(n.Children, false)...)
	}
	e := doc.Entry{Label: safe.Line(ref.label), Text: text}
	if len(works) == 1 {
		e.Item = itemOf(works[0], doc.Plain(doc.Tidy(text)))
	}
	return e
}
