package jats

import (
	"strings"

	"etal/internal/doc"
)

// bullets returns a list.
func (r *reader) bullets(n *node) []doc.Block {
	out := r.captionBlocks(n)
	var list doc.List
	for i, item := range n.All("list-item") {
		list.Items = append(list.Items, doc.Item{
			Number: number(n, i), Label: r.itemLabel(item.Child("label")), Blocks: anchored(item, r.inside(item.Children)...),
		})
	}
	return anchored(n, append(out, list)...)
}

// itemLabel returns the label that an item has of its own, which is neither a bullet nor its
// number.
func (r *reader) itemLabel(label *node) []doc.Inline {
	text := r.inlines(childrenOf(label), false)
	if s := strings.TrimSpace(doc.Plain(text)); strings.Trim(s, "•·-–—*●○◦▪■□➢►") == "" || strings.Trim(s, "0123456789.)(") == "" {
		return nil
	}
	return text
}

func childrenOf(n *node) []*node {
	if n == nil {
		return nil
	}
	return n.Children
}

// definitions returns a list of terms and what they mean.
func (r *reader) definitions(n *node) []doc.Block {
	var list doc.Definitions
	for _, item := range n.All("def-item") {
		d := doc.Definition{Term: r.inlines(childrenOf(item.Child("term")), false)}
		for i, def := range item.All("def") {
			if i > 0 {
				d.Text = append(d.Text, doc.Text(": "))
			}
			d.Text = append(d.Text, doc.Tidy(r.inlines(def.Children, true))...)
		}
		list.Items = append(list.Items, d)
	}
	return append(r.captionBlocks(n), list)
}
