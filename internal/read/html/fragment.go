package html

import (
	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// Verbatim is the name of the elements of a fragment whose text is Markdown, which no parser gives.
const Verbatim = "markdown source"

// Fragment reads what stands in an element, all of which is the text's. Each element with an ID is an
// anchor, and links lead where they say, those to anchors too.
func Fragment(body *html.Node) []doc.Block {
	prepare(body)
	p := &page{root: body, body: body, contents: dom.Measure(body), omitted: map[*html.Node]bool{}}
	c := newConverter(p)
	c.topLevel = 2 // of headings, which keep their levels
	c.links, c.places = map[*html.Node]doc.Target{}, map[*html.Node]string{}
	dom.Walk(body, func(n *html.Node) bool {
		if id := dom.Attr(n, "id"); id != "" {
			c.places[n] = safe.Line(id).String()
		} else if name := dom.Attr(n, "name"); dom.Is(n, "a") && name != "" {
			c.places[n] = safe.Line(name).String()
		}
		if !dom.Is(n, "a") {
			return true
		}
		if kind, kept, ok := doc.LinkTo(dom.Attr(n, "href")); ok {
			if kind == article.Section {
				kept = "#" + kept
			}
			c.links[n] = doc.Address(kept)
		}
		return true
	})
	blocks, anchors := c.blocks(body), c.anchors()
	if p.contents.Of(body).Blocks {
		return append(blocks, anchors...)
	}
	return append(anchors, blocks...)
}
