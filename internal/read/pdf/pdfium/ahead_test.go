package pdfium_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdfium"
	"etal/internal/read/pdf/pdftest"
)

// long returns a PDF of so many pages, each with its number.
func long(pages int) []byte {
	var all [][]string
	for i := range pages {
		all = append(all, []string{fmt.Sprintf("Tides of the year %d", 1900+i)})
	}
	return pdftest.File("", all...)
}

// processors sets how many processors there are for a test.
func processors(t *testing.T, n int) {
	before := runtime.GOMAXPROCS(n)
	t.Cleanup(func() { runtime.GOMAXPROCS(before) })
}

// The pages of a long document come in order, each as [pdfium.Document.Page] gives it, in the same fonts.
func TestAll(t *testing.T) {
	processors(t, 2)
	const pages = 100
	data := long(pages)
	d, alone := open(t, data), open(t, data)
	number, font := 0, (*page.Font)(nil)
	for p, err := range d.All(pages) {
		number++
		want, wantErr := alone.Page(number)
		if err != nil || wantErr != nil || text(p) != text(want) {
			t.Fatalf("page %d: %v, %v", number, p, err)
		}
		f := p.Glyphs[0].Font
		if font == nil {
			font = f
		}
		if f != font || *f != *want.Glyphs[0].Font {
			t.Fatalf("page %d: %p %v", number, f, f)
		}
	}
	if number != pages {
		t.Errorf("%d pages", number)
	}
}

// A reader may stop before the end; the document can then be used.
func TestAllStopped(t *testing.T) {
	processors(t, 2)
	for _, last := range []int{1, 2, 3, 30} {
		d := open(t, long(60))
		number := 0
		for range d.All(60) {
			if number++; number == last {
				break
			}
		}
		if p, err := d.Page(60); err != nil || text(p) != "Tides of the year 1959" {
			t.Errorf("stopped at %d: %v, %v", last, p, err)
		}
	}
}

// Each page that cannot be parsed has an error of its own, in its place.
func TestAllErrors(t *testing.T) {
	processors(t, 2)
	data := bytes.Replace(long(60), []byte("/Contents 34 0 R"), []byte("/Type /Nonsense "), 1) // of page 15
	data = bytes.Replace(data, []byte("33 0 obj\n<< /Type /Page "), []byte("33 0 obj\n<< /Type /None "), 1)
	number := 0
	for p, err := range open(t, data).All(60) {
		if number++; (err != nil || text(p) == "") != (number == 15) {
			t.Errorf("page %d: %v, %v", number, p, err)
		}
	}
	if number != 60 {
		t.Errorf("%d pages", number)
	}
}

// From the first page on whose font has no name, all are parsed by one: such a font is known by its pointer.
func TestAllUnnamed(t *testing.T) {
	processors(t, 2)
	const pages, named = 60, 25
	before, after, _ := bytes.Cut(long(pages), []byte("\n"))
	parts := bytes.Split(after, []byte("/F1 3 0 R"))
	var b bytes.Buffer
	widths, procs := strings.Repeat("500 ", 127), ""
	for _, c := range "Tides" {
		procs += fmt.Sprintf("/%c 999 0 R ", c)
	}
	fmt.Fprintf(&b, "%s\n998 0 obj\n<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >> /FirstChar 0 /LastChar 126 /Widths [%s] /CharProcs << %s >> /Encoding << /Differences [84 /T 100 /d /e 105 /i 115 /s] >> >>\nendobj\n", before, widths, procs)
	b.WriteString("999 0 obj\n<< /Length 26 >>\nstream\n500 0 d0 0 0 400 400 re f \nendstream\nendobj\n")
	for i, part := range parts {
		b.Write(part)
		switch {
		case i == len(parts)-1:
		case i < named:
			b.WriteString("/F1 3 0 R")
		default:
			b.WriteString("/F1 998 0 R")
		}
	}
	d := open(t, b.Bytes())
	number, unnamed, fonts := 0, 0, map[*page.Font]bool{}
	for p, err := range d.All(pages) {
		number++
		if err != nil || !strings.HasPrefix(text(p), "Tides") {
			t.Fatalf("page %d: %v, %v", number, p, err)
		}
		if f := p.Glyphs[0].Font; f.Name == "" {
			unnamed++
			fonts[f] = true
		}
	}
	if number != pages || unnamed != pages-named || len(fonts) != 1 {
		t.Errorf("%d pages, %d with %d fonts without names", number, unnamed, len(fonts))
	}
}

// A document is opened twice if it is long, and small enough for two.
func TestOpenTwice(t *testing.T) {
	for name, c := range map[string]struct {
		data       []byte
		last       int
		processors int
		want       bool
	}{
		"40 pages":      {long(60), 40, 2, true},
		"39 pages":      {long(60), 39, 2, false},
		"one processor": {long(60), 40, 1, false},
		"a large file":  {append(long(60), make([]byte, 8<<20)...), 40, 2, false},
	} {
		processors(t, c.processors)
		if got := open(t, c.data).IsOpenTwice(c.last); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// A panic on a page is that of the reader, who is guarded.
func TestAheadPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	pdfium.ParseAhead([]*pdfium.Document{{}, {}}, 1, 9, func(*page.Page, error) bool { return true })
}
