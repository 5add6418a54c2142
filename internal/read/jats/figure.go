package jats

import (
	"strings"

	"etal/internal/doc"
)

// caption returns the label of n in bold with its caption behind it, and what of the caption
// does not fit on one line.
func (r *reader) caption(n *node) (text []doc.Inline, rest []doc.Block) {
	label, caption := n.Child("label"), n.Child("caption")
	if !label.Blank() {
		text = doc.Restyled(doc.Tidy(r.inlines(label.Children, false)), doc.Bold)
		if s := doc.Plain(text); s != "" && !strings.ContainsAny(s[len(s)-1:], ".:") {
			text = append(text, doc.Text(".", text[0].Style))
		}
		text = append(text, doc.Text(" "))
	}
	if caption == nil {
		return text, nil
	}
	if title := caption.Child("title"); title != nil {
		text = append(append(text, doc.Restyled(r.inlines(title.Children, false), doc.Bold)...), doc.Text(" "))
	}
	first := true
	for _, c := range caption.Elements() {
		switch {
		case c.Is("title"), c.Is("p") && r.remove(c):
		case c.Is("p") && first && !holdsBlocks(c):
			first = false
			text = append(text, r.inlines(c.Children, false)...)
		default:
			first = false
			rest = append(rest, r.flow([]*node{c})...)
		}
	}
	return text, rest
}

// captionBlocks returns a label and caption as paragraphs.
func (r *reader) captionBlocks(n *node) []doc.Block {
	text, rest := r.caption(n)
	return append(paragraph(text...), rest...)
}

// figure returns a figure: what it shows is in its caption.
func (r *reader) figure(n *node) doc.Block {
	var f doc.Figure
	f.Caption, f.Blocks = r.caption(n)
	for _, c := range n.Elements() {
		if !c.Is("label", "caption", "graphic", "object-id", "alternatives", "alt-text", "long-desc", "permissions", "abstract", "kwd-group", "email", "ext-link", "uri") {
			f.Blocks = append(f.Blocks, r.flow([]*node{c})...)
		}
	}
	if !doc.IsBlank(f.Caption) || len(f.Blocks) > 0 {
		return f
	}
	alt := n.Find("alt-text")
	switch {
	case !alt.Blank():
		f.Caption = []doc.Inline{doc.Text("[" + alt.Content() + "]")}
	case n.Is("fig"):
		f.Caption = []doc.Inline{doc.Text("[figure]")}
	case n.Attrs["href"] != "":
		f.Caption = []doc.Inline{doc.Text("[" + n.Attrs["href"] + "]")}
	}
	return f
}

// holdsBlocks reports whether a paragraph has blocks in it.
func holdsBlocks(p *node) bool {
	for _, c := range p.Children {
		if isBlock(c) {
			return true
		}
	}
	return false
}

// mentioned returns the floats kept apart that n mentions and that have no place yet.
func (r *reader) mentioned(n *node) []*node {
	if len(r.floats) == 0 || r.nested > 0 {
		return nil
	}
	var found []*node
	n.Walk(func(c *node) bool {
		if c.Is("xref") {
			for _, id := range strings.Fields(c.Attrs["rid"]) {
				if float := r.floats[id]; float != nil {
					found = append(found, float)
					delete(r.floats, id)
				}
			}
		}
		return true
	})
	return found
}

// placeFloats returns those of the floats that have no place yet.
func (r *reader) placeFloats(floats []*node) []doc.Block {
	var out []doc.Block
	for _, f := range floats {
		if !r.placed[f] {
			r.placed[f] = true
			out = append(out, r.flow([]*node{f})...)
		}
	}
	return out
}
