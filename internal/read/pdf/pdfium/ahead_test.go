package pdfium_test

import (
	"bytes"
	"fmt"
	"runtime"
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

// A document is opened twice if it is long, and small enough for two.
func TestOpenTwice(t *testing.T) {
	unnamed := file("", "", "BT /F1 11 Tf 72 700 Td (a) Tj ET", "<< >>",
		"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >> /FirstChar 97 /LastChar 97 /Widths [500] /CharProcs << /a 12 0 R >> /Encoding << /Differences [97 /a] >> >>",
		"<< /Length 26 >>\nstream\n500 0 d0 0 0 400 400 re f \nendstream")
	unnamed = bytes.Replace(unnamed, []byte("/F1 4 0 R"), []byte("/F1 11 0 R"), 1)
	for name, c := range map[string]struct {
		data       []byte
		last       int
		processors int
		want       bool
	}{
		"40 pages":           {long(60), 40, 2, true},
		"39 pages":           {long(60), 39, 2, false},
		"one processor":      {long(60), 40, 1, false},
		"a large file":       {append(long(60), make([]byte, 8<<20)...), 40, 2, false},
		"a font has no name": {unnamed, 40, 2, false},
		"its fonts have":     {file("", "", "BT /F1 11 Tf 72 700 Td (a) Tj ET", "<< >>"), 40, 2, true},
	} {
		processors(t, c.processors)
		d := open(t, c.data)
		if p, err := d.Page(1); err != nil || len(p.Glyphs) == 0 {
			t.Fatalf("%s: %v, %v", name, p, err)
		}
		if got := d.IsOpenTwice(c.last); got != c.want {
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
