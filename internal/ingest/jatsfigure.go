package ingest

import (
	"strings"

	"etal/internal/xmltree"
)

// captionOf writes the label of n in bold and its caption after it.
func (w *jatsWriter) captionOf(n *xmltree.Node) {
	label, caption := n.Child("label"), n.Child("caption")
	var pieces []piece
	if !label.Blank() {
		pieces = bold(tidy(flatten(label.Children, false)))
		if text := textOf(pieces); text != "" && !strings.ContainsAny(text[len(text)-1:], ".:") {
			pieces = append(pieces, piece{text: ".", style: pieces[0].style})
		}
		pieces = append(pieces, piece{text: " "})
	}
	if caption == nil {
		w.line(pieces...)
		return
	}
	if title := caption.Child("title"); title != nil {
		pieces = append(append(pieces, bold(flatten(title.Children, false))...), piece{text: " "})
	}
	var rest []*xmltree.Node
	for _, c := range caption.Elements() {
		switch {
		case c.Is("title"), c.Is("p") && w.takeFurniture(c):
		case c.Is("p") && rest == nil && !holdsBlocks(c):
			rest = []*xmltree.Node{}
			pieces = append(pieces, flatten(c.Children, false)...)
		default:
			rest = append(rest, c)
		}
	}
	w.line(pieces...)
	w.flow(rest)
}

// figure writes a figure: what it shows is in its caption.
func (w *jatsWriter) figure(n *xmltree.Node) {
	before := len(w.body)
	w.captionOf(n)
	for _, c := range n.Elements() {
		if !c.Is("label", "caption", "graphic", "object-id", "alternatives", "alt-text", "long-desc", "permissions", "abstract", "kwd-group", "email", "ext-link", "uri") {
			w.element(c)
		}
	}
	if len(w.body) > before {
		return
	}
	alt := n.Find("alt-text")
	switch {
	case !alt.Blank():
		w.line(piece{text: "[" + alt.Content() + "]"})
	case n.Is("fig"):
		w.line(piece{text: "[figure]"})
	case n.Attrs["href"] != "":
		w.line(piece{text: "[" + n.Attrs["href"] + "]"})
	}
}

// mentioned returns the floats kept apart that n mentions and that have no place yet.
func (w *jatsWriter) mentioned(n *xmltree.Node) []*xmltree.Node {
	if len(w.floats) == 0 || w.nested > 0 {
		return nil
	}
	var found []*xmltree.Node
	n.Walk(func(c *xmltree.Node) bool {
		if c.Is("xref") {
			for _, id := range strings.Fields(c.Attrs["rid"]) {
				if float := w.floats[id]; float != nil {
					found = append(found, float)
					delete(w.floats, id)
				}
			}
		}
		return true
	})
	return found
}

// placeFloats writes those of the floats that are not yet written.
func (w *jatsWriter) placeFloats(floats []*xmltree.Node) {
	for _, f := range floats {
		if !w.placed[f] {
			w.placed[f] = true
			w.element(f)
		}
	}
}
