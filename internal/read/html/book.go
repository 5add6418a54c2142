package html

import (
	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/extract"
	"etal/internal/read/html/rawtex"
)

// Book reads the body of a page that is a book, of which meta is known: all of it is the article's, and each
// link within it leads to its place.
func Book(body *html.Node, meta doc.Meta) *doc.Document {
	prepare(body)
	d := &doc.Document{Meta: meta}
	p := &page{root: body, body: body, isBook: true, rawTeX: rawtex.Find(body)}
	extract.Mark(body).RemoveHidden(body)
	p.contents = dom.Measure(body)
	p.findTargets()
	p.findReferences()
	p.findTitle(d.Title.String())
	title := []doc.Inline{{Text: d.Title}}
	if d.Title.Len() == 0 || p.title != nil {
		title = p.takeTitle(&d.Meta)
	}
	p.removed = meta.Removed
	p.convert(d, title)
	return d
}
