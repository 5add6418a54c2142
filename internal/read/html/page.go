package html

import (
	"net/url"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
	"etal/internal/read/html/extract"
	"etal/internal/read/html/rawtex"
	"etal/internal/safe"
)

// A page is a parsed HTML page and what is known about it.
type page struct {
	root *html.Node
	body *html.Node
	base *url.URL // that relative URLs of the page start from, or nil

	contents    dom.Measures
	allLinks    []*html.Node // in the order of the page, as its headings
	allHeadings []*html.Node
	ids         map[string]*html.Node
	rawTeX      rawtex.Signs // formulae in its text
	self        string       // what links within the page begin with, if not with #
	isBook      bool         // all links within it lead to their places
	title       *html.Node   // the article's heading

	lists       []refList
	entryOf     map[*html.Node]int  // numbers of references, by the element of the entry
	withEntries map[*html.Node]bool // the elements of entries and all that they are in
	backTo      map[string]int      // numbers of references, by the places that they link back to

	omitted map[*html.Node]bool // elements left out of the article with all that is in them
	removed []safe.Text         // lines left out of the article
}

// selectContent finds the elements that are not the article's. Kept is what
// [extract.Marks.Readable] returned.
func (p *page) selectContent(marks *extract.Marks, kept map[*html.Node]bool) {
	e := extract.Page{Marks: marks, Body: p.body, Contents: p.contents, Base: p.base, Title: p.title, Entries: p.withEntries, Omitted: p.omitted}
	for _, l := range p.lists {
		e.ListHeadings = append(e.ListHeadings, l.heading)
	}
	p.omitted, p.removed = e.Select(kept)
}
