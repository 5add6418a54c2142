package jats

import (
	"strings"

	"etal/internal/doc"
)

// footnotes are the notes that the text refers to.
type footnotes struct {
	byID map[string]*node
	made map[*node]*doc.Note
}

// findFootnotes collects the footnotes that the text refers to. Those of a table stay with
// it.
func findFootnotes(art *node) *footnotes {
	notes := &footnotes{byID: map[string]*node{}, made: map[*node]*doc.Note{}}
	wanted := map[string]bool{}
	art.Walk(func(n *node) bool {
		if n.Is("xref") && n.Attrs["ref-type"] == "fn" {
			wanted[n.Attrs["rid"]] = true
		}
		return !n.Is("front", "sub-article", "response", "table-wrap", "ref-list")
	})
	art.Walk(func(n *node) bool {
		if id := n.Attrs["id"]; n.Is("fn") && wanted[id] {
			notes.byID[id] = n
		}
		return !n.Is("front", "sub-article", "response", "table-wrap", "ref-list")
	})
	return notes
}

// noteOf returns the note that an element is. A note may hold its own mark.
func (r *reader) noteOf(fn *node) *doc.Note {
	if note := r.notes.made[fn]; note != nil {
		return note
	}
	note := &doc.Note{}
	r.notes.made[fn] = note
	note.Blocks = r.inside(fn.Children)
	return note
}

// footnoteGroup returns the notes at the end that the text does not mark.
func (r *reader) footnoteGroup(n *node) []doc.Block {
	var rest []*node
	for _, c := range n.Elements() {
		if !c.Is("fn") || r.notes.byID[c.Attrs["id"]] == nil {
			rest = append(rest, c)
		}
	}
	var out []doc.Block
	if title := r.labelled(n); len(title) > 0 && len(rest) > 1 {
		out = append(out, doc.Heading{Level: r.level + 1, Text: title})
	}
	for _, c := range rest {
		if c.Is("fn") {
			out = append(out, r.looseNote(c)...)
		}
	}
	return out
}

// tableFoot returns the notes of a table.
func (r *reader) tableFoot(n *node) []doc.Block {
	if !n.Is("fn-group") {
		return r.looseNote(n)
	}
	var out []doc.Block
	for _, fn := range n.Elements() {
		out = append(out, r.tableFoot(fn)...)
	}
	return out
}

// looseNote returns a note as paragraphs of the text, the first after its sign.
func (r *reader) looseNote(n *node) []doc.Block {
	if n.Is("title") {
		return anchored(n, paragraph(doc.Restyled(r.inlines(n.Children, false), doc.Bold)...)...)
	}
	var label []doc.Inline
	if l := n.Child("label"); !l.Blank() {
		label = raisedLabel(r.inlines(l.Children, false))
	}
	var out []doc.Block
	var rest []*node
	flush := func() {
		out = append(out, paragraph(append(label, r.inlines(rest, false)...)...)...)
		label, rest = nil, nil
	}
	for _, c := range n.Children {
		switch {
		case c.Is("label"):
		case c.Is("p") && !holdsBlocks(c):
			if strings.TrimSpace((&node{Children: rest}).Content()) != "" {
				flush()
			}
			rest = c.Children
			flush()
		case isBlock(c):
			if len(rest) > 0 || label != nil {
				flush()
			}
			out = append(out, r.block(c)...)
		default:
			rest = append(rest, c)
		}
	}
	if len(rest) > 0 {
		flush()
	}
	return anchored(n, out...)
}

// raisedLabel returns the sign of a note, raised where it is a letter or number.
func raisedLabel(label []doc.Inline) []doc.Inline {
	if len(strings.TrimSpace(doc.Plain(label))) <= maxSign {
		label = doc.Restyled(label, doc.Superscript)
	}
	return append(label, doc.Text(" "))
}

// maxSign is how many bytes the sign of a note has at most: †, 12, ***.
const maxSign = 3
