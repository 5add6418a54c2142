package read

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/read/pdf"
	"etal/internal/read/pdf/pdfium"
	"etal/internal/safe"
)

// pdfHead is how far from the start of a file the sign of a PDF may stand (ISO 32000-1, annex H).
const pdfHead = 1024

func isPDF(_ Reader, s *source) bool {
	return bytes.Contains(s.data[:min(len(s.data), pdfHead)], []byte("%PDF-")) ||
		strings.EqualFold(filepath.Ext(s.base), ".pdf")
}

func readPDF(r Reader, s *source) (*doc.Draft, bool) {
	return r.pdf(s, 0, func(pages *pdfium.Document) (*doc.Document, error) { return pdf.Read(pages, 0) })
}

// beginPDF returns the draft of what begins on the first pages of a PDF.
func beginPDF(r Reader, s *source) (*doc.Draft, bool) {
	begun := 0
	d, ok := r.pdf(s, labelled, func(pages *pdfium.Document) (d *doc.Document, err error) {
		if pages.Pages() < 2 {
			return nil, errShort
		}
		d, begun, err = pdf.Beginning(pages)
		return d, err
	})
	if ok {
		cutAfter(d, begun)
	}
	return d, ok
}

// errShort is why a PDF of one page has no beginning.
var errShort = errors.New("it has one page")

// labelled is how many pages of a beginning have their labels, more than it has.
const labelled = 20

// cutAfter cuts a draft behind what begins on the first pages. A heading at the end may be the head of the next.
func cutAfter(d *doc.Draft, pages int) {
	next := d.Pages[slices.IndexFunc(d.Pages, func(p article.Page) bool { return p.Number > pages })]
	isHeading := func(b article.Span) bool {
		return slices.ContainsFunc(d.Headings, func(h article.Heading) bool { return b.Start <= h.Start && h.End <= b.End })
	}
	end := 0
	for _, b := range d.Blocks {
		if b.Start < next.Start && !isHeading(b) {
			end = max(end, b.End)
		}
	}
	d.Body, d.Anchors = d.Body.Slice(0, end), nil
	d.Blocks = slices.DeleteFunc(d.Blocks, func(b article.Span) bool { return b.End > end })
	d.Headings = slices.DeleteFunc(d.Headings, func(h article.Heading) bool { return h.End > end })
	last := d.Pages[len(d.Pages)-1]
	last.Start = end
	d.Pages = append(slices.DeleteFunc(d.Pages, func(p article.Page) bool { return p.Start > end }), last)
}

const (
	firstPages      = 2                      // that are read of a PDF for a list
	firstPagesLimit = 300 * time.Millisecond // for each of them
)

func readFirstPages(r Reader, s *source) (*doc.Draft, bool) {
	return r.pdf(s, firstPages, func(pages *pdfium.Document) (*doc.Document, error) {
		pages.PageLimit = firstPagesLimit
		return pdf.Read(pages, firstPages)
	})
}

// pdf returns the draft of what read reads of a PDF, with the labels of all pages, or of the first unless limit is 0.
func (r Reader) pdf(s *source, limit int, read func(pages *pdfium.Document) (*doc.Document, error)) (*doc.Draft, bool) {
	pages, err := r.openPDF(s)
	if err != nil {
		s.err = err
		return nil, false
	}
	labels := pages.Labels(limit)
	document, err := read(pages)
	if err == errShort {
		pages.Leave() // for the whole
	} else {
		defer pages.Close()
	}
	d, ok := s.draft(document, err)
	if !ok {
		return nil, false
	}
	if !slices.ContainsFunc(labels, func(l string) bool { return l != "" }) {
		labels = document.PageLabels // the file has none of its own
	}
	if pages.Repaired {
		d.Notices = slices.Insert(d.Notices, 0, safe.Line("damaged: only the pages that were found in the file are shown"))
	}
	// The first and the last may have no text.
	d.Pages = slices.Insert(d.Pages, 0, article.Page{Number: 1})
	d.Pages = append(d.Pages, article.Page{Start: d.Body.Len(), Number: pages.Pages()})
	for i, p := range d.Pages {
		if p.Number <= len(labels) && labels[p.Number-1] != strconv.Itoa(p.Number) {
			d.Pages[i].Label = safe.Line(labels[p.Number-1])
		}
	}
	return d, true
}

// FirstPages reads the first pages of a PDF, for a list of many, with the number of words that the whole
// may have. It reports whether a source is a PDF that can be read.
func (r Reader) FirstPages(name string, data []byte) (a *article.Article, ok bool) {
	if !isPDF(r, &source{base: r.base(name), data: data}) {
		return nil, false
	}
	a, ok = r.part(name, data, func(s *source, f format) (*doc.Draft, bool) {
		if f.names[0] != article.PDF {
			return nil, false
		}
		d, ok := readFirstPages(r, s)
		if ok {
			var whole article.Article
			d.Fill(&whole)
			d.Summary = whole.Summary
		}
		return d, ok
	})
	if ok {
		pages := a.Pages.Count()
		a.Words = a.WordsIn(article.Span{End: a.Body.Len()}) * pages / min(firstPages, pages)
	}
	return a, ok
}

// The errors for an encrypted PDF.
var (
	errEncrypted = errors.New("encrypted: open it by name on a terminal to be asked for its password")
	errPassword  = errors.New("encrypted: wrong password")
)

// openPDF opens a PDF, with its password if it is encrypted.
func (r Reader) openPDF(s *source) (*pdfium.Document, error) {
	engine := r.PDF
	if engine == nil {
		engine = pdfium.New("", nil)
	}
	d, err := engine.Open(s.data, "")
	for wrong := false; errors.Is(err, pdfium.ErrPassword); wrong = true {
		var password string
		ok := r.Password != nil
		if ok {
			password, ok = r.Password(s.name, wrong)
		}
		switch {
		case !ok && wrong:
			return nil, errPassword
		case !ok:
			return nil, errEncrypted
		}
		d, err = engine.Open(s.data, password)
	}
	return d, err
}
