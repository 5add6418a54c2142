package ingest

import (
	"strings"

	"etal/internal/reflist"
	"etal/internal/xmltree"
)

// A jatsList is the article's references and by which ids the text names them.
type jatsList struct {
	refs []jatsReference
	ids  map[string]int // to numbers, from 1
}

type jatsReference struct {
	node    *xmltree.Node
	label   string
	heading []piece // of the list that it begins
}

// readReferences collects the references of an article, of all its lists.
func readReferences(art *xmltree.Node) jatsList {
	list := jatsList{ids: map[string]int{}}
	var heading []piece
	art.Walk(func(n *xmltree.Node) bool {
		switch n.Name {
		case "sub-article", "response", "front":
			return false
		case "ref-list":
			if heading = tidy(flatten(childrenOf(n.Child("title")), false)); len(heading) == 0 && len(list.refs) == 0 {
				heading = []piece{{text: "References"}}
			}
		case "ref":
			list.refs = append(list.refs, jatsReference{node: n, label: referenceLabel(n), heading: heading})
			heading = nil
			list.name(n, len(list.refs))
			return false
		}
		return true
	})
	return list
}

// name lets the ids of n and of all in it name the reference.
func (l jatsList) name(n *xmltree.Node, number int) {
	for _, n := range append([]*xmltree.Node{n}, n.Elements()...) {
		if id := n.Attrs["id"]; id != "" && l.ids[id] == 0 {
			l.ids[id] = number
		}
	}
}

func referenceLabel(ref *xmltree.Node) string {
	label := ref.Child("label")
	for _, c := range citationsOf(ref) {
		if label == nil {
			label = c.Child("label")
		}
	}
	text := strings.Trim(label.Content(), " .[](){}:")
	if strings.Contains(text, " ") || len(text) > longestLabel {
		return "" // the author and year, which the entry begins with
	}
	return text
}

// longestLabel is how many bytes a label such as ABC+20 has at most.
const longestLabel = 16

func (l jatsList) len() int { return len(l.refs) }

// cites reports whether a cross reference leads to the list.
func (l jatsList) cites(xref *xmltree.Node) bool {
	return xref.Attrs["ref-type"] == "bibr" || len(l.numbersOf(xref)) > 0
}

// numbersOf returns the references that a cross reference names.
func (l jatsList) numbersOf(xref *xmltree.Node) []int {
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
func citationsOf(ref *xmltree.Node) []*xmltree.Node {
	var found []*xmltree.Node
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
func preferred(alternatives *xmltree.Node) []*xmltree.Node {
	for _, name := range []string{"mixed-citation", "citation", "element-citation", "nlm-citation"} {
		if c := alternatives.Child(name); c != nil {
			return []*xmltree.Node{c}
		}
	}
	return nil
}

// references writes the article's references, each a block of its own.
func (w *jatsWriter) references() {
	w.level = 1
	for _, r := range w.list.refs {
		if len(r.heading) > 0 {
			w.heading(2, r.heading)
		}
		w.reference(r)
	}
}

func (w *jatsWriter) reference(r jatsReference) {
	var pieces []piece
	works := citationsOf(r.node)
	for _, c := range works {
		if len(pieces) > 0 {
			pieces = append(pieces, piece{text: " "})
		}
		if label := c.Child("label"); label != nil && len(works) > 1 {
			pieces = append(pieces, piece{text: label.Content() + " "})
		}
		m := w.manner
		m.numbered = r.label != ""
		pieces = append(pieces, printed(c, m)...)
	}
	for _, n := range r.node.All("note", "p") {
		pieces = append(append(pieces, piece{text: " "}), flatten(n.Children, false)...)
	}
	for i := range pieces {
		pieces[i].xref, pieces[i].note, pieces[i].br = nil, "", false // an entry refers to nothing
	}
	if pieces = tidy(pieces); len(pieces) == 0 {
		pieces = []piece{{text: "(empty)"}}
	}
	w.begin(false)
	e := reflist.Entry{LineStart: len(w.body), Label: r.label}
	switch {
	case r.label == "":
	case strings.Trim(r.label, "0123456789") == "":
		w.body = append(w.body, r.label+". "...)
	default:
		w.body = append(w.body, '[')
		w.escaped(strings.NewReplacer("[", "(", "]", ")").Replace(r.label), false)
		w.body = append(w.body, "] "...)
	}
	e.Span.Start = len(w.body)
	w.inline(pieces, true)
	e.Span.End = len(w.body)
	if len(works) == 1 {
		e.Item = itemOf(works[0], textOf(pieces))
	}
	w.entries = append(w.entries, e)
}
