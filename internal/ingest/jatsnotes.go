package ingest

import (
	"strconv"
	"strings"

	"etal/internal/xmltree"
)

// footnotes are the notes that the text refers to, and what they are numbered.
type footnotes struct {
	byID   map[string]*xmltree.Node
	number map[*xmltree.Node]int // of those mentioned so far
	order  []*xmltree.Node
}

// findFootnotes collects the footnotes that the text refers to. Those of a table stay
// with it.
func findFootnotes(art *xmltree.Node) *footnotes {
	notes := &footnotes{byID: map[string]*xmltree.Node{}, number: map[*xmltree.Node]int{}}
	wanted := map[string]bool{}
	art.Walk(func(n *xmltree.Node) bool {
		if n.Is("xref") && n.Attrs["ref-type"] == "fn" {
			wanted[n.Attrs["rid"]] = true
		}
		return !n.Is("front", "sub-article", "response", "table-wrap", "ref-list")
	})
	art.Walk(func(n *xmltree.Node) bool {
		if id := n.Attrs["id"]; n.Is("fn") && wanted[id] {
			notes.byID[id] = n
		}
		return !n.Is("front", "sub-article", "response", "table-wrap", "ref-list")
	})
	return notes
}

// noteMark writes the mark of a footnote; of one that is nowhere its text, raised.
func (w *jatsWriter) noteMark(p piece) {
	fn := w.notes.byID[p.note]
	if p.xref != nil && p.xref.Is("fn") {
		fn = p.xref
	}
	if fn == nil {
		p.note, p.sup = "", true
		w.escaped(scripts(p), false)
		return
	}
	number := w.notes.number[fn]
	if number == 0 {
		w.notes.order = append(w.notes.order, fn)
		number = len(w.notes.order)
		w.notes.number[fn] = number
	}
	w.boundary("[")
	w.body = append(w.body, "[^"+strconv.Itoa(number)+"]"...)
}

// writeNotes writes the footnotes in the order of their marks. A note may hold the
// mark of another.
func (w *jatsWriter) writeNotes() {
	if len(w.notes.order) == 0 {
		return
	}
	w.heading(2, []piece{{text: "Notes"}})
	for i := 0; i < len(w.notes.order); i++ {
		w.marker = "[^" + strconv.Itoa(i+1) + "]: "
		w.inside("    ", func() { w.flow(w.notes.order[i].Children) })
		if w.marker != "" {
			w.line(piece{text: "(empty)"})
		}
	}
}

// footnoteGroup writes the notes at the end that no mark stands for.
func (w *jatsWriter) footnoteGroup(n *xmltree.Node) {
	var rest []*xmltree.Node
	for _, c := range n.Elements() {
		if !c.Is("fn") || w.notes.byID[c.Attrs["id"]] == nil {
			rest = append(rest, c)
		}
	}
	if title := labelled(n); len(title) > 0 && len(rest) > 1 {
		w.level++
		w.heading(w.level, title)
		defer func() { w.level-- }()
	}
	for _, c := range rest {
		if c.Is("fn") {
			w.tableNote(c)
		}
	}
}

func (w *jatsWriter) tableFoot(n *xmltree.Node) {
	if n.Is("fn-group") {
		for _, fn := range n.Elements() {
			w.tableFoot(fn)
		}
		return
	}
	w.tableNote(n)
}

// tableNote writes a note where it stands, after the sign that it has in the text.
func (w *jatsWriter) tableNote(n *xmltree.Node) {
	w.mark(n)
	if n.Is("title") {
		w.line(bold(flatten(n.Children, false))...)
		return
	}
	var label []piece
	if l := n.Child("label"); !l.Blank() {
		label = raisedLabel(flatten(l.Children, false))
	}
	first := true
	var rest []*xmltree.Node
	flush := func() {
		w.line(append(label, flatten(rest, false)...)...)
		label, rest, first = nil, nil, false
	}
	for _, c := range n.Children {
		switch {
		case c.Is("label"):
		case c.Is("p") && !holdsBlocks(c):
			if len(rest) > 0 && strings.TrimSpace((&xmltree.Node{Children: rest}).Content()) != "" {
				flush()
			}
			rest = c.Children
			flush()
		case isBlock(c):
			if len(rest) > 0 || first && label != nil {
				flush()
			}
			w.element(c)
		default:
			rest = append(rest, c)
		}
	}
	if len(rest) > 0 {
		flush()
	}
}

// raisedLabel returns the sign of a note, raised where it is a letter or number.
func raisedLabel(label []piece) []piece {
	for i := range label {
		label[i].sup = len(strings.TrimSpace(textOf(label))) < 4
	}
	return append(label, piece{text: " "})
}
