// Package extract selects the article on a web page: which of its elements a reader sees and which
// are boilerplate.
//
// A reader-mode library finds where the text is ([Marks.Readable]), but it was made for news and drops
// what scholars need. So whatever it drops inside the article is restored unless it looks like
// boilerplate, and so are the references ([Page.Select]). If nothing on a page is marked as
// boilerplate, all of it is the article. The package must not know what becomes of the article, nor
// how references are found.
package extract

import (
	"maps"
	"net/url"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// A Page is what is known of a page whose hidden elements are removed.
type Page struct {
	Body     *html.Node
	Contents dom.Measures
	Base     *url.URL   // that relative URLs of the page start from, or nil
	Title    *html.Node // the article's heading, or nil

	ListHeadings []*html.Node        // of the reference lists; nil for one without
	Entries      map[*html.Node]bool // the elements of their entries and all that they are in
	Omitted      map[*html.Node]bool // elements that are not the article's for other reasons

	*Marks
}

// Select returns the elements of a page that are not the article's, and their lines. Kept is
// what [Marks.Readable] returned; nil means that nothing more is omitted.
func (p Page) Select(kept map[*html.Node]bool) (omitted map[*html.Node]bool, removed []safe.Text) {
	if kept == nil {
		return p.Omitted, nil
	}
	for n := range p.Entries {
		kept[n] = true
	}
	for _, n := range p.ListHeadings {
		dom.AddWithParents(kept, n)
	}
	s := &selection{Page: p, omitted: maps.Clone(p.Omitted)}
	s.restoreDropped(kept)
	if s.remainingText() < shortestArticle {
		s.omitted = p.Omitted
	}
	return s.omitted, s.omittedLines()
}
