package ingest

import (
	"strconv"
	"strings"

	"etal/internal/safe"
	"etal/internal/xmltree"
)

// bullets writes a list. An item's further blocks are indented under its first.
func (w *jatsWriter) bullets(n *xmltree.Node) {
	w.mark(n)
	w.captionOf(n)
	kind := n.Attrs["list-type"]
	for i, item := range n.All("list-item") {
		marker := "- "
		if kind == "order" || kind == "arabic" || strings.HasPrefix(kind, "alpha") || strings.HasPrefix(kind, "roman") {
			marker = strconv.Itoa(i+1) + ". "
		}
		label := flatten(childrenOf(item.Child("label")), false)
		w.item(marker, i > 0 || w.lists > 0, label, item)
	}
}

// item writes one item: under its marker or the label that it has of its own.
func (w *jatsWriter) item(marker string, tight bool, label []piece, item *xmltree.Node) {
	if text := strings.TrimSpace(textOf(label)); text != "" && strings.Trim(text, "•·-–—*●○◦▪■□➢►") != "" && strings.Trim(text, "0123456789.)(") != "" {
		label = append(label, piece{text: " "})
	} else {
		label = nil
	}
	w.mark(item)
	if w.nested < maxNested {
		w.marker = w.prefix + marker
	}
	w.lists++
	defer func() { w.lists-- }()
	w.inside(strings.Repeat(" ", len(marker)), func() {
		first := item.Child("p")
		if first == nil || len(item.Children) > 0 && hasBlockBefore(item, first) {
			first = nil
		}
		if first != nil && (tight || label != nil) && !holdsBlocks(first) {
			w.block(tight, append(label, flatten(first.Children, false)...))
			for _, c := range item.Children {
				if c != first && c.Name != "" {
					w.flow([]*xmltree.Node{c})
				}
			}
			w.placeFloats(w.mentioned(first))
			return
		}
		w.line(label...)
		w.flow(item.Children)
	})
	w.marker = ""
}

func hasBlockBefore(item, first *xmltree.Node) bool {
	for _, c := range item.Children {
		if c == first {
			return false
		}
		if c.Name != "" && c.Name != "label" || strings.TrimSpace(c.Text) != "" {
			return true
		}
	}
	return false
}

func holdsBlocks(p *xmltree.Node) bool {
	for _, c := range p.Children {
		if isBlock(c) {
			return true
		}
	}
	return false
}

func childrenOf(n *xmltree.Node) []*xmltree.Node {
	if n == nil {
		return nil
	}
	return n.Children
}

// definitions writes a list of terms and what they mean.
func (w *jatsWriter) definitions(n *xmltree.Node) {
	w.captionOf(n)
	for i, item := range n.All("def-item") {
		pieces := bold(flatten(childrenOf(item.Child("term")), false))
		for _, def := range item.All("def") {
			if len(pieces) > 0 {
				pieces = append(pieces, piece{text: ": "})
			}
			pieces = append(pieces, tidy(flatten(def.Children, true))...)
		}
		w.marker = w.prefix + "- "
		w.block(i > 0, pieces)
		w.marker = ""
	}
}

// code writes a listing.
func (w *jatsWriter) code(n *xmltree.Node) {
	var b strings.Builder
	n.Walk(func(c *xmltree.Node) bool { b.WriteString(c.Text); return true })
	text := strings.Trim(safe.New(b.String()).String(), "\n")
	if strings.TrimSpace(text) == "" {
		return
	}
	fence := strings.Repeat("`", max(longestRun(text, '`')+1, 3))
	w.begin(false)
	w.body = append(w.body, fence+n.Attrs["language"]...)
	for _, l := range append(strings.Split(text, "\n"), fence) {
		w.body = append(w.body, "\n"+w.prefix+strings.TrimRight(l, " ")...)
	}
}

// longestRun returns how often sign stands in text without another between.
func longestRun(text string, sign byte) int {
	longest, run := 0, 0
	for i := range len(text) {
		if run++; text[i] != sign {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}
