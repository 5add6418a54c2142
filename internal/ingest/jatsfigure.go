package ingest

import "strings"

// captionOf writes the label of n in bold and its caption after it.
func (w *jatsWriter) captionOf(n *node) {
	label, caption := n.child("label"), n.child("caption")
	var pieces []piece
	if !label.blank() {
		pieces = bold(tidy(flatten(label.children, false)))
		if text := textOf(pieces); text != "" && !strings.ContainsAny(text[len(text)-1:], ".:") {
			pieces = append(pieces, piece{text: ".", style: pieces[0].style})
		}
		pieces = append(pieces, piece{text: " "})
	}
	if caption == nil {
		w.line(pieces...)
		return
	}
	if title := caption.child("title"); title != nil {
		pieces = append(append(pieces, bold(flatten(title.children, false))...), piece{text: " "})
	}
	var rest []*node
	for _, c := range caption.elements() {
		switch {
		case c.is("title"), c.is("p") && w.takeFurniture(c):
		case c.is("p") && rest == nil && !holdsBlocks(c):
			rest = []*node{}
			pieces = append(pieces, flatten(c.children, false)...)
		default:
			rest = append(rest, c)
		}
	}
	w.line(pieces...)
	w.flow(rest)
}

// figure writes a figure: what it shows is in its caption.
func (w *jatsWriter) figure(n *node) {
	before := len(w.body)
	w.captionOf(n)
	for _, c := range n.elements() {
		if !c.is("label", "caption", "graphic", "object-id", "alternatives", "alt-text", "long-desc", "permissions", "abstract", "kwd-group", "email", "ext-link", "uri") {
			w.element(c)
		}
	}
	if len(w.body) > before {
		return
	}
	alt := n.find("alt-text")
	switch {
	case !alt.blank():
		w.line(piece{text: "[" + alt.content() + "]"})
	case n.is("fig"):
		w.line(piece{text: "[figure]"})
	case n.attrs["href"] != "":
		w.line(piece{text: "[" + n.attrs["href"] + "]"})
	}
}

// mentioned returns the floats kept apart that n mentions and that have no place yet.
func (w *jatsWriter) mentioned(n *node) []*node {
	if len(w.floats) == 0 || w.nested > 0 {
		return nil
	}
	var found []*node
	n.walk(func(c *node) bool {
		if c.is("xref") {
			for _, id := range strings.Fields(c.attrs["rid"]) {
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
func (w *jatsWriter) placeFloats(floats []*node) {
	for _, f := range floats {
		if !w.placed[f] {
			w.placed[f] = true
			w.element(f)
		}
	}
}
