// Package pdf reads articles from PDF, which knows pages and glyphs but neither words nor paragraphs:
// it finds those again, with the headings, lists, captions, notes, references and citations.
//
// A parser gives the pages (room pdfium, types in page), room layout their lines in the order of
// reading. The package must not know how a PDF is parsed, nor how an article is shown.
package pdf

import (
	"iter"
	"strings"

	"etal/internal/doc"
	"etal/internal/hyphen"
	"etal/internal/read/pdf/areas"
	"etal/internal/read/pdf/equation"
	"etal/internal/read/pdf/identifiers"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/losses"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pagenumber"
	"etal/internal/read/pdf/typeset"
	"etal/internal/safe"
)

// A Source gives the pages of a PDF.
type Source interface {
	// Pages returns how many pages there are.
	Pages() int
	// Page returns a page; they count from 1.
	Page(number int) (*page.Page, error)
	// All yields the pages in order up to one.
	All(last int) iter.Seq2[*page.Page, error]
	// Info returns what the file tells of itself, and its outline up to a page.
	Info(last int) page.Info
	// Close gives back what the pages take, which have been read.
	Close()
}

// Read reads an article, or the first pages of one if limit is not 0.
func Read(s Source, limit int) (*doc.Document, error) {
	n := s.Pages()
	if limit > 0 {
		n = min(n, limit)
	}
	r := newReader()
	for p, err := range s.All(n) {
		r.addPage(p, err)
	}
	return r.document(s, n)
}

const (
	firstScreen = 1500 // glyphs that fill it
	mostBegun   = 8    // pages that are read for it: the first ones of a book have little text
)

// Beginning reads as many of the first pages of an article as have the text of a screen, and one more, by which
// running heads are told and paragraphs go on. So all that begins on the others is as in the whole. It returns
// how many these are; none if they are all pages, or if one cannot be read.
func Beginning(s Source) (d *doc.Document, begun int, err error) {
	r := newReader()
	for glyphs := 0; len(r.pages) <= begun; {
		p, err := s.Page(len(r.pages) + 1)
		if err != nil {
			return nil, 0, err
		}
		r.addPage(p, nil)
		if glyphs < firstScreen && begun < min(s.Pages()-1, mostBegun) {
			begun++
		}
		glyphs += len(p.Glyphs)
	}
	if begun == 0 {
		return nil, 0, nil
	}
	d, err = r.document(s, len(r.pages))
	return d, begun, err
}

func newReader() *reader { return &reader{math: equation.Fonts{}} }

// addPage adds the next page, or notes why there is none.
func (r *reader) addPage(p *page.Page, err error) {
	r.losses.Count(len(r.pages)+1, p, err)
	r.lines.Add(p)
	r.pages = append(r.pages, withoutGlyphs(p))
}

// document returns the document of the pages up to the last that was read.
func (r *reader) document(s Source, last int) (*doc.Document, error) {
	r.info = s.Info(last)
	s.Close() // it takes as much memory as the document
	if r.losses.IsUseless() {
		return nil, r.losses.NoText()
	}
	r.layout = r.lines.Layout()
	if len(r.layout.Blocks) == 0 && !r.losses.AreStamped() {
		r.layout = r.lines.Whole()
	}
	r.losses.Mark(r.layout.Marked...)
	if err := r.build(); err != nil {
		return nil, err
	}
	for _, notice := range r.losses.Notices() {
		r.out.Notices = append(r.out.Notices, safe.Line(notice))
	}
	return &r.out, nil
}

// withoutGlyphs returns what is needed of a page when its lines are known: of its glyphs, those that links to
// places cover, and of its pictures those that may be a table.
func withoutGlyphs(p *page.Page) *page.Page {
	if p == nil {
		return nil
	}
	for i, l := range p.Links {
		if l.To.Page > 0 {
			p.Links[i].Text = p.TextIn(l.Areas)
		}
	}
	return &page.Page{Frame: p.Frame, Links: p.Links, Pictures: layout.Floats(p.Pictures)}
}

// A reader builds the document of a PDF.
type reader struct {
	info    page.Info
	pages   []*page.Page
	losses  losses.Losses
	lines   layout.Pages
	layout  layout.Layout
	flow    []*paragraph
	body    body
	math    equation.Fonts
	words   hyphen.Words
	links   areas.Areas
	lists   map[*paragraph][]entry // by the first paragraph of each
	entries []entry                // of all lists
	page    int                    // that the text is on
	away    bool                   // what was written last is on one before
	width   float64                // of most rows
	indents bool                   // nearly all paragraphs begin with an indent
	notes   map[typeset.Mark]*doc.Note
	marks   map[typeset.Mark]int // how often each raised run is still to come on its page
	held    []*paragraph         // those of the notes, in the order of the text
	out     doc.Document
}

func (r *reader) build() error {
	for _, b := range r.layout.Blocks {
		r.flow = append(r.flow, paragraphs(b)...)
	}
	if len(r.flow) == 0 {
		return r.losses.NoText()
	}
	r.words = hyphen.Count(lineTexts(r.flow))
	r.body = bodyOf(r.flow)
	r.classify()
	r.indents = r.indentsAll()
	r.join()
	r.cutLists()
	r.linkUp()
	r.linkNotes()
	r.meta()
	identifiers.Find(&r.out.Meta, []string{r.info.Title, r.info.Subject, r.info.Keywords}, r.firstPage())
	r.write()
	var heads []pagenumber.Head
	for _, l := range r.layout.Removed {
		r.remove(l.Text())
		heads = append(heads, pagenumber.Head{Page: l.Page, Text: l.Text()})
	}
	r.out.PageLabels = pagenumber.Labels(heads, len(r.pages))
	return nil
}

// firstPage returns the rows of the first page, those of reference lists left out.
func (r *reader) firstPage() (rows []string) {
	for _, p := range r.flow {
		for _, w := range p.rows {
			if p.page == 1 && p.kind != reference {
				rows = append(rows, w.Text())
			}
		}
	}
	for _, l := range r.layout.Removed {
		if l.Page == 1 {
			rows = append(rows, l.Text())
		}
	}
	return rows
}

// remove keeps a text that the article lacks.
func (r *reader) remove(s string) {
	if strings.TrimSpace(s) != "" {
		r.out.Removed = append(r.out.Removed, safe.Line(s))
	}
}

func lineTexts(flow []*paragraph) []string {
	var texts []string
	for _, p := range flow {
		for _, r := range p.rows {
			texts = append(texts, r.Text())
		}
	}
	return texts
}
