package ingest

import (
	"strings"
)

// A jatsList is the article's references and by which ids the text names them.
type jatsList struct {
	refs []jatsReference
	ids  map[string]int // to numbers, from 1
}

type jatsReference struct {
	node    *node
	label   string
	heading []piece // of the list that it begins
}

// readReferences collects the references of an article, of all its lists.
func readReferences(art *node) jatsList {
	list := jatsList{ids: map[string]int{}}
	var heading []piece
	art.walk(func(n *node) bool {
		switch n.name {
		case "sub-article", "response", "front":
			return false
		case "ref-list":
			if heading = tidy(flatten(childrenOf(n.child("title")), false)); len(heading) == 0 && len(list.refs) == 0 {
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
func (l jatsList) name(n *node, number int) {
	for _, n := range append([]*node{n}, n.elements()...) {
		if id := n.attrs["id"]; id != "" && l.ids[id] == 0 {
			l.ids[id] = number
		}
	}
}

func referenceLabel(ref *node) string {
	label := ref.child("label")
	for _, c := range citationsOf(ref) {
		if label == nil {
			label = c.child("label")
		}
	}
	text := strings.Trim(label.content(), " .[](){}:")
	if strings.Contains(text, " ") || len(text) > longestLabel {
		return "" // the author and year, which the entry begins with
	}
	return text
}

// longestLabel is how many bytes a label such as ABC+20 has at most.
const longestLabel = 16

func (l jatsList) len() int { return len(l.refs) }

// cites reports whether a cross reference leads to the list.
func (l jatsList) cites(xref *node) bool {
	return xref.attrs["ref-type"] == "bibr" || len(l.numbersOf(xref)) > 0
}

// numbersOf returns the references that a cross reference names.
func (l jatsList) numbersOf(xref *node) []int {
	var numbers []int
	for _, id := range strings.Fields(xref.attrs["rid"]) {
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
	for _, c := range ref.elements() {
		switch {
		case c.is("citation-alternatives"):
			found = append(found, preferred(c)...)
		case c.is("mixed-citation", "element-citation", "nlm-citation", "citation", "product"):
			found = append(found, c)
		}
	}
	return found
}

// preferred returns the form of a citation that has the publisher's punctuation.
func preferred(alternatives *node) []*node {
	for _, name := range []string{"mixed-citation", "citation", "element-citation", "nlm-citation"} {
		if c := alternatives.child(name); c != nil {
			return []*node{c}
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
		if label := c.child("label"); label != nil && len(works) > 1 {
			pieces = append(pieces, piece{text: label.content() + " "})
		}
		m := w.manner
		m.numbered = r.label != ""
		pieces = append(pieces, printed(c, m)...)
	}
	for _, n := range r.node.all("note", "p") {
		pieces = append(append(pieces, piece{text: " "}), flatten(n.children, false)...)
	}
	for i := range pieces {
		pieces[i].xref, pieces[i].note, pieces[i].br = nil, "", false // an entry refers to nothing
	}
	if pieces = tidy(pieces); len(pieces) == 0 {
		pieces = []piece{{text: "(empty)"}}
	}
	w.begin(false)
	e := entry{start: len(w.body), label: r.label}
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
		e.item = itemOf(works[0], textOf(pieces))
	}
	w.entries = append(w.entries, e)
}
