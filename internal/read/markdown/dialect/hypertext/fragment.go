package hypertext

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"etal/internal/doc"
	"etal/internal/safe"

	reader "etal/internal/read/html"
	"etal/internal/read/html/tags"
)

// A fragment is HTML as Markdown.
type fragment struct {
	markdown string
	anchors  []anchor // sorted
	notices  []safe.Text
}

// An anchor is the name of a place in a fragment.
type anchor struct {
	name string
	at   int
}

// convert translates HTML.
func convert(source string) fragment {
	d := (&doc.Document{Blocks: read(source)}).Draft()
	f := fragment{markdown: strings.TrimRight(d.Body.String(), "\n"), notices: d.Notices}
	for name, at := range d.Anchors {
		f.anchors = append(f.anchors, anchor{name, min(at, len(f.markdown))})
	}
	slices.SortFunc(f.anchors, func(a, b anchor) int { return cmp.Or(a.at-b.at, strings.Compare(a.name, b.name)) })
	return f
}

// names returns the names of a place in the fragment.
func (f fragment) names(at int) []string {
	i, _ := slices.BinarySearchFunc(f.anchors, at, func(a anchor, at int) int { return a.at - at })
	var names []string
	for ; i < len(f.anchors) && f.anchors[i].at == at; i++ {
		names = append(names, f.anchors[i].name)
	}
	return names
}

// read reads HTML. Of elements that nest too deep only the text is read.
func read(source string) (blocks []doc.Block) {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(quoteUnknown(source)), body)
	if err != nil {
		for text := range strings.SplitSeq(tags.Text(source), "\n\n") {
			blocks = append(blocks, doc.Paragraph{Text: []doc.Inline{doc.Text(text)}})
		}
		return blocks
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	prepare(body)
	return reader.Fragment(body)
}
