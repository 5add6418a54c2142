package html

import (
	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/extract"
	"etal/internal/read/html/rawtex"
)

// The mark of a printed page that begins, which no parser gives, and its attributes.
const (
	PageMark   = "page start"
	PageNumber = "number"
	PageLabel  = "label"
)

// Book reads the body of a page that is a book, of which meta is known: all of it is the article's, each
// link within it leads to its place, and notes and their marks are those whose roles say so.
func Book(body *html.Node, meta doc.Meta) *doc.Document {
	prepare(body)
	d := &doc.Document{Meta: meta}
	p := &page{root: body, body: body, isBook: true, rawTeX: rawtex.Find(body)}
	new(extract.Marks).RemoveHidden(body)
	p.contents = dom.Measure(body)
	p.findTargets()
	p.findReferences()
	p.findTitle(d.Title.String())
	title := []doc.Inline{{Text: d.Title}}
	if d.Title.Len() == 0 || p.title != nil {
		title = p.takeTitle(&d.Meta)
	}
	if meta.Title.Len() > 0 {
		d.Title = meta.Title
	}
	p.removed = meta.Removed
	p.convert(d, title)
	return d
}
