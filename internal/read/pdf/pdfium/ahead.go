package pdfium

import (
	"iter"
	"runtime"
	"slices"
	"sync"

	"etal/internal/read/pdf/page"
)

// PDFium takes most of the time. So a long document is open twice, and is parsed some pages ahead of the reader.
const (
	longFrom   = 40      // pages: fewer are read before it pays
	mostCopied = 8 << 20 // bytes of a file, of which each PDFium has a copy
	pagesAhead = 8
)

// All yields the pages in order up to one, each with its error. See [Document.Page].
func (d *Document) All(last int) iter.Seq2[*page.Page, error] {
	return func(yield func(*page.Page, error) bool) {
		for i := 1; i <= last; i++ {
			p, err := d.Page(i)
			if !yield(p, err) {
				return
			}
			if i > 1 || hasUnnamed(p) {
				continue
			}
			if other := d.another(last); other != nil {
				i = parseAhead([]*Document{d, other}, i+1, last, yield)
				other.Close()
			}
		}
	}
}

// another opens a document once more, if that pays for its pages up to one. It returns nil if not.
func (d *Document) another(last int) *Document {
	if last < longFrom || len(d.data) > mostCopied || runtime.GOMAXPROCS(0) == 1 {
		return nil
	}
	other := *d
	other.spent = 0
	if other.open() != nil {
		return nil
	}
	return &other
}

// A job is a page to parse, and the channel for it.
type job struct {
	number int
	parsed chan parsed
}

// parsed is a page, or why there is none.
type parsed struct {
	page     *page.Page
	err      error
	panicked any // the argument of panic
}

// tryPage parses a page, and keeps a panic.
func (d *Document) tryPage(number int) (p parsed) {
	defer func() { p.panicked = recover() }()
	p.page, p.err = d.Page(number)
	return p
}

// hasUnnamed reports whether a page has a font without a name, which another instance would not know.
func hasUnnamed(p *page.Page) bool {
	isUnnamed := func(g page.Glyph) bool { return g.Font != nil && g.Font.Name == "" }
	return p != nil && (slices.ContainsFunc(p.Glyphs, isUnnamed) || hasUnnamed(p.Aside))
}

// parseAhead parses pages in several copies of a document, and yields them in order, up to the first with a font
// without a name. It returns the last that was yielded, or the last of all if the reader stops.
func parseAhead(copies []*Document, first, last int, yield func(*page.Page, error) bool) int {
	jobs := make(chan job, pagesAhead)
	var workers sync.WaitGroup
	defer workers.Wait()
	defer close(jobs)
	for _, d := range copies {
		workers.Go(func() {
			for j := range jobs {
				j.parsed <- d.tryPage(j.number)
			}
		})
	}
	var begun []job
	for i := first; i <= last; i++ {
		for n := i + len(begun); n <= last && len(begun) < pagesAhead; n++ {
			j := job{n, make(chan parsed, 1)}
			begun = append(begun, j)
			jobs <- j
		}
		p := <-begun[0].parsed
		begun = begun[1:]
		switch {
		case p.panicked != nil:
			panic(p.panicked) // where the reader is guarded
		case hasUnnamed(p.page):
			return i - 1
		case !yield(p.page, p.err):
			return last
		}
	}
	return last
}
