// Package html reads web pages: it selects the article on a page, finds its reference lists and
// where its links lead, and builds a document.
//
// [Read] and [Book] are the ways in. Boilerplate is left out of the document and
// reported as removed. The package must not know how a page was fetched, nor other formats.
package html

import (
	"errors"
	"net/url"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/read/html/distill"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/extract"
	"etal/internal/read/html/metadata"
	"etal/internal/read/html/rawtex"
	"etal/internal/safe"
)

// ErrTooDeep means that the elements of a page nest deeper than the parser allows.
var ErrTooDeep = errors.New("elements nest too deep")

// Read reads a page. Its relative URLs start from the URL that it was found at; nil stands for a
// file, whose page may tell its URL itself. The only error is [ErrTooDeep].
func Read(text safe.Text, from *url.URL) (*doc.Document, error) {
	return readTags(text, from, dom.MostTags)
}

// readTags reads so many tags of a page at most.
func readTags(text safe.Text, from *url.URL, most int) (*doc.Document, error) {
	root, whole, err := dom.Parse(text.String(), most)
	if err != nil {
		return nil, ErrTooDeep
	}
	if distill.Is(text.String()) {
		distill.Expand(root)
	}
	prepare(root)
	d := &doc.Document{}
	if !whole {
		d.Notify("the page has more than 1,500,000 tags: what follows them is left out")
	}
	p := &page{root: root}
	metadata.Read(root, &d.Meta)
	p.base = metadata.Base(root, from)
	marks := extract.Mark(root)
	kept := marks.Readable(root) // first, because it judges the page as its author wrote it
	p.body = dom.Find(root, func(n *html.Node) bool { return n.Data == "body" })
	if p.body == nil {
		p.body = root
	}
	p.rawTeX = rawtex.Find(root)
	marks.RemoveHidden(p.body)
	p.contents = dom.Measure(p.body)
	p.findTargets()
	p.findReferences()
	p.findTitle(d.Title.String())
	p.selectContent(marks, kept)
	p.convert(d, p.takeTitle(&d.Meta))
	return d, nil
}

// prepare makes the text of a page safe to show, and headings of what is called so. A character written
// as a reference, such as &shy;, appears only when the page is parsed, and would keep a heading from
// being recognized.
func prepare(root *html.Node) {
	dom.Walk(root, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			n.Data = safe.New(n.Data).String()
		} else if dom.Is(n, "div", "p", "span") && dom.Attr(n, "role") == "heading" {
			level := dom.Attr(n, "aria-level")
			if len(level) != 1 || level < "1" || level > "6" {
				level = "2"
			}
			n.Data, n.DataAtom = "h"+level, 0
		}
		return true
	})
}
