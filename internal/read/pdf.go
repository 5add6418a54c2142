package read

import (
	"bytes"
	"cmp"
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

func readPDF(r Reader, s *source) (*doc.Draft, bool) { return r.pdf(s, 0) }

const (
	beginningPages = 2                      // that are read of a PDF first
	beginningLimit = 300 * time.Millisecond // for each of them: after that the whole is waited for
)

func beginPDF(r Reader, s *source) (*doc.Draft, bool) { return r.pdf(s, beginningPages) }

// pdf returns the draft of a PDF, or of its first pages unless limit is 0.
func (r Reader) pdf(s *source, limit int) (*doc.Draft, bool) {
	pages, err := r.openPDF(s)
	if err != nil {
		s.err = err
		return nil, false
	}
	defer pages.Close()
	if limit > 0 {
		pages.PageLimit = beginningLimit
	}
	d, ok := s.draft(pdf.Read(pages, limit))
	if !ok {
		return nil, false
	}
	if pages.Repaired {
		d.Notices = slices.Insert(d.Notices, 0, safe.Line("damaged: only the pages that were found in the file are shown"))
	}
	// The first and the last may have no text.
	d.Pages = slices.Insert(d.Pages, 0, article.Page{Number: 1})
	d.Pages = append(d.Pages, article.Page{Start: d.Body.Len(), Number: pages.Pages()})
	labels := pages.Labels(limit)
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
		d, ok := beginPDF(r, s)
		if ok {
			var whole article.Article
			d.Fill(&whole)
			d.Summary = whole.Summary
		}
		return d, ok
	})
	if ok {
		a.Title = cmp.Or(a.Title, a.ID)
		pages := a.Pages.Count()
		a.Words = a.WordsIn(article.Span{End: a.Body.Len()}) * pages / min(beginningPages, pages)
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
