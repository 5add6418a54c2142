package pdfium

import (
	"bytes"
	"errors"
	"time"

	"etal/internal/read/pdf/page"
)

// The errors of [Engine.Open].
var (
	ErrDamaged  = errors.New("damaged, or not a PDF")
	ErrPassword = errors.New("encrypted")
	ErrMemory   = errors.New("needs too much memory")
)

// The errors of [Document.Page].
var (
	ErrTime  = errors.New("takes too long")
	ErrParse = errors.New("cannot be parsed")
)

// Limits to the time that PDFium may take, as a [watch] measures it. Ordinary pages take some hundredths of a second.
const (
	openLimit   = 4 * time.Second        // for opening a file, and for what it tells of itself
	pageLimit   = 2 * time.Second        // for a page, unless the caller has less time
	pagesLimit  = 3 * time.Second        // for all pages up to one,
	limitGrowth = 100 * time.Millisecond // and so much more for each of them
)

// A Document is an open PDF. It is for one goroutine at a time.
type Document struct {
	PageLimit time.Duration // for parsing a page
	Repaired  bool          // the file is damaged, and pages were found in it

	engine   *Engine
	source   []byte // of the file
	data     []byte // of it, or of what was repaired
	password string
	in       *instance
	handle   uint64
	pages    int
	spent    time.Duration         // parsing pages
	handles  map[uint64]*page.Font // of the instance
	fonts    *fonts
}

// Open opens a PDF. The password is empty for one that needs none.
func (e *Engine) Open(data []byte, password string) (*Document, error) {
	if !mayHavePages(data) {
		return nil, ErrDamaged // without starting, which takes seconds the first time
	}
	if d := e.open.Swap(nil); d != nil {
		if d.opens(data, password) {
			return d, nil
		}
		d.Close()
	}
	d := &Document{PageLimit: pageLimit, engine: e, source: data, data: data, password: password, fonts: &fonts{}}
	err := d.open()
	if errors.Is(err, ErrDamaged) {
		if d.data = repaired(data); d.data != nil {
			d.Repaired = true
			err = d.open()
		}
	}
	if err != nil {
		return nil, err
	}
	return d, nil
}

// mayHavePages reports whether a file has a page, or compressed objects among which one may be.
func mayHavePages(data []byte) bool {
	return bytes.Contains(data, []byte("/Page")) || bytes.Contains(data, []byte("/ObjStm"))
}

// The values of FPDF_GetLastError.
const errorPassword = 4

func (d *Document) open() error {
	in, err := d.engine.instance()
	if err != nil {
		return err
	}
	d.in, d.handles = in, map[uint64]*page.Font{}
	var at, code uint64
	_, err = in.within(openLimit, func() {
		if at = in.put(d.data); at == 0 {
			return
		}
		password := in.put(append([]byte(d.password), 0))
		d.handle = in.call("FPDF_LoadMemDocument64", at, uint64(len(d.data)), password)
		code = in.call("FPDF_GetLastError")
		d.pages = in.count(1<<30, "FPDF_GetPageCount", d.handle)
	})
	switch {
	case err != nil:
	case at == 0:
		err = ErrMemory
	case d.handle == 0 && code == errorPassword:
		err = ErrPassword
	case d.handle == 0:
		err = ErrDamaged
	default:
		return nil
	}
	in.close()
	return err
}

// opens reports whether a document is that of a file.
func (d *Document) opens(data []byte, password string) bool {
	return password == d.password && len(data) == len(d.source) && &data[0] == &d.source[0]
}

// Leave ends the use of a document of which no page was parsed, and leaves it open for the next that opens the file.
func (d *Document) Leave() {
	if other := d.engine.open.Swap(d); other != nil {
		other.Close()
	}
}

// Close ends the use of a document. It may be called again.
func (d *Document) Close() { d.in.close() }

// Pages returns how many pages a document says it has.
func (d *Document) Pages() int { return d.pages }

// reopen opens a document again after a page at which PDFium stopped.
func (d *Document) reopen() error {
	d.in.close()
	return d.open()
}

// Page parses a page; pages count from 1. After an error others can be parsed.
func (d *Document) Page(number int) (*page.Page, error) {
	rest := pagesLimit + limitGrowth*time.Duration(number) - d.spent
	if rest <= 0 {
		return nil, ErrTime
	}
	if d.in.err != nil {
		if err := d.reopen(); err != nil {
			return nil, err
		}
	}
	var p *page.Page
	took, err := d.in.within(min(rest, d.PageLimit), func() { p = d.parse(number - 1) })
	d.spent += took
	if err == nil && p == nil {
		err = ErrParse
	}
	if err != nil {
		return nil, err
	}
	return p, nil
}

// Info returns what a document tells of itself, and its outline up to the first entry that leads beyond a page.
// To find out where entries lead takes PDFium the less time the more pages were parsed.
func (d *Document) Info(last int) page.Info {
	var info page.Info
	if d.in.err != nil && d.reopen() != nil {
		return info
	}
	in := d.in
	_, _ = in.within(openLimit, func() {
		info.Title, info.Author, info.Subject = d.text("Title"), d.text("Author"), d.text("Subject")
		info.Keywords, info.Created, info.Producer = d.text("Keywords"), d.text("CreationDate"), d.text("Producer")
		info.Language = in.utf16("FPDFCatalog_GetLanguage", d.handle)
		info.Outline = d.outline(last)
	})
	return info
}

// text returns an entry of a document's information dictionary.
func (d *Document) text(tag string) string {
	name := d.in.put(append([]byte(tag), 0))
	defer d.in.call("free", name)
	return d.in.utf16("FPDF_GetMetaText", d.handle, name)
}

const (
	maxOutline = 5000 // entries that are read of an outline, which may be a circle
	maxDepth   = 6    // levels of headings
)

// outline returns a document's own outline, up to the first entry that leads beyond a page.
func (d *Document) outline(last int) []page.OutlineEntry {
	var entries []page.OutlineEntry
	beyond := false
	var walk func(parent uint64, level int)
	walk = func(parent uint64, level int) {
		next := d.in.call("FPDFBookmark_GetFirstChild", d.handle, parent)
		for next != 0 && len(entries) < maxOutline && d.in.err == nil && !beyond {
			title := d.in.utf16("FPDFBookmark_GetTitle", next)
			to := d.target(d.in.call("FPDFBookmark_GetDest", d.handle, next))
			if to.Page == 0 {
				to = d.target(d.in.call("FPDFAction_GetDest", d.handle, d.in.call("FPDFBookmark_GetAction", next)))
			}
			if beyond = to.Page > last; beyond {
				return
			}
			entries = append(entries, page.OutlineEntry{Title: title, Level: level, To: to})
			if level < maxDepth {
				walk(next, level+1)
			}
			next = d.in.call("FPDFBookmark_GetNextSibling", d.handle, next)
		}
	}
	walk(0, 1)
	return entries
}
