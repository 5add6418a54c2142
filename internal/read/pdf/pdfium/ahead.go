package pdfium

import (
	"iter"
	"runtime"
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
			if i == 2 {
				if other := d.another(last); other != nil {
					defer other.Close()
					parseAhead([]*Document{d, other}, i, last, yield)
					return
				}
			}
			if !yield(d.Page(i)) {
				return
			}
		}
	}
}

// another opens a document once more, if that pays for its pages up to one. It returns nil if not, or if fonts without
// names could not be known again.
func (d *Document) another(last int) *Document {
	if last < longFrom || len(d.data) > mostCopied || d.fonts.unnamed || runtime.GOMAXPROCS(0) == 1 {
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

// A parsed page, or why there is none.
type parsed struct {
	page     *page.Page
	err      error
	panicked any // the argument of panic
}

// parseAhead parses pages in several copies of a document, and yields them in order.
func parseAhead(copies []*Document, first, last int, yield func(*page.Page, error) bool) {
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
		if p.panicked != nil {
			panic(p.panicked) // where the reader is guarded
		}
		if !yield(p.page, p.err) {
			return
		}
	}
}

// tryPage parses a page, and keeps a panic.
func (d *Document) tryPage(number int) (p parsed) {
	defer func() { p.panicked = recover() }()
	p.page, p.err = d.Page(number)
	return p
}
