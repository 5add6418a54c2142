package read

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/read/pdf/pdftest"
	"etal/internal/safe"
)

// twoPages are pages of an article about tides.
var twoPages = [][]string{
	{"Tides follow the moon, as sailors knew long before anybody could say why.", "A harbour keeps a table of them, and the table is made a year ahead, which"},
	{"no forecast of the weather can do. Wind and pressure move the sea as well."},
}

// A PDF is told by its first bytes, whatever its name, or by its name; each place knows its page.
func TestPDF(t *testing.T) {
	data := pdftest.File("", twoPages...)
	r := Reader{PDF: pdftest.Engine()}
	for _, source := range []struct {
		name string
		data []byte
	}{{"tides.pdf", data}, {"tides", data}, {"tides", append([]byte("\n\n"), data...)}, {"tides.txt", data}} {
		a, err := r.Read(source.name, source.data)
		if err != nil {
			t.Fatal(source.name, err)
		}
		body := a.Body.String()
		if a.Format != article.PDF || !strings.Contains(body, "which no forecast") {
			t.Errorf("%s is %s: %s", source.name, a.Format, body)
		}
		for words, page := range map[string]int{"Tides": 1, "ahead": 1, "forecast": 2, "as well": 2} {
			if p, ok := a.Pages.At(strings.Index(body, words)); !ok || p.Number != page {
				t.Errorf("%q is on page %d", words, p.Number)
			}
		}
		if n := a.Pages.Count(); n != 2 {
			t.Errorf("%d pages", n)
		}
	}
	for name, text := range map[string]string{"tides.pdf": "Tides follow the moon.", "empty.pdf": "%PDF-1.4\n"} {
		if _, err := r.Read(name, []byte(text)); err == nil || err.Error() != "damaged, or not a PDF" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A page is called by the number that is printed on it, if the file does not name its pages.
func TestPrintedPageNumbers(t *testing.T) {
	var pages [][]string
	for i, port := range []string{"Leith", "Wick", "Oban"} {
		pages = append(pages, []string{fmt.Sprintf("THE JOURNAL OF TIDES   %d", 758+i), "", "",
			port + " has tides that follow the moon, as sailors knew long before anybody could say.", "A table of them is made a year ahead in " + port + ", and is wrong on most days."})
	}
	a, err := Reader{PDF: pdftest.Engine()}.Read("tides.pdf", pdftest.File("", pages...))
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"Leith has", "Wick has", "Oban has"} {
		p, _ := a.Pages.At(strings.Index(a.Body.String(), words))
		if want := fmt.Sprint(757 + p.Number); p.Name() != want {
			t.Errorf("%s: page %d is %q, want %s", words, p.Number, p.Name(), want)
		}
	}
}

func TestEncryptedPDF(t *testing.T) {
	data := pdftest.File("moon", twoPages...)
	for _, tt := range []struct {
		typed []string // nil if nobody can be asked
		asked string
		err   string
	}{
		{[]string{"moon"}, "[false]", ""},
		{[]string{"sun", "moon"}, "[false true]", ""},
		{[]string{"sun"}, "[false true]", "encrypted: wrong password"},
		{[]string{}, "[false]", errEncrypted.Error()},
		{nil, "[]", errEncrypted.Error()},
	} {
		r := Reader{PDF: pdftest.Engine()}
		asked, left := []bool{}, tt.typed
		if tt.typed != nil {
			r.Password = func(name string, wrong bool) (string, bool) {
				if asked = append(asked, wrong); name != "a/tides.pdf" || len(left) == 0 {
					return "", false
				}
				typed := left[0]
				left = left[1:]
				return typed, true
			}
		}
		a, err := r.Read("a/tides.pdf", data)
		switch {
		case tt.err == "" && (err != nil || !strings.Contains(a.Body.String(), "follow the moon")):
			t.Errorf("%q: %v", tt.typed, err)
		case tt.err != "" && (err == nil || err.Error() != tt.err):
			t.Errorf("%q: error %v, not %s", tt.typed, err, tt.err)
		}
		if got := fmt.Sprint(asked); got != tt.asked {
			t.Errorf("%q: asked %s, not %s", tt.typed, got, tt.asked)
		}
	}
}

// The beginning is what begins on the first pages, as many as fill a screen, and is as in the whole.
func TestPDFBeginning(t *testing.T) {
	pages := twoPages
	for i := range 200 {
		head := []string{"Journal of Harbours", "Ann Moon et al."}[i%2]
		text := slicesOf(fmt.Sprintf("This is page %d of a long book.", i+3), 12)
		pages = append(pages, slices.Concat([]string{head, ""}, text, []string{"The end."}))
	}
	r := Reader{PDF: pdftest.Engine()}
	for n, want := range map[int]string{
		len(pages): "This is page 6 of",
		3:          "no forecast of the weather",
		2:          "Tides follow the moon",
		1:          "",
	} {
		data := pdftest.File("", pages[:n]...)
		a, ok := r.Beginning("tides.pdf", data)
		if ok != (want != "") {
			t.Errorf("%d pages have a beginning: %v", n, ok)
		}
		if !ok {
			continue
		}
		whole, err := r.Read("tides.pdf", data)
		if err != nil {
			t.Fatal(err)
		}
		body := a.Body.String()
		if !strings.Contains(body, want) || strings.Contains(body, "page 7") || !strings.HasPrefix(whole.Body.String(), body) {
			t.Errorf("%d pages begin with %q", n, body)
		}
		if a.Pages.Count() != n || a.Title != whole.Title {
			t.Errorf("%d pages, %q; want %d, %q", a.Pages.Count(), a.Title, n, whole.Title)
		}
	}
}

// A heading at the end of what begins on the first pages is not in the beginning: it may be the head of the next.
func TestCutAfter(t *testing.T) {
	d := &doc.Draft{
		Body:     safe.New("One.\n\n# Two\n\nThree."),
		Blocks:   []article.Span{{Start: 0, End: 4}, {Start: 6, End: 11}, {Start: 13, End: 19}},
		Headings: []article.Heading{{Span: article.Span{Start: 8, End: 11}}},
		Pages:    article.Pages{{Number: 1}, {Start: 13, Number: 2}, {Start: 19, Number: 40}},
	}
	cutAfter(d, 1)
	if d.Body.String() != "One." || len(d.Blocks) != 1 || len(d.Headings) != 0 || d.Pages.Count() != 40 {
		t.Errorf("%q, %v, %v, %v", d.Body, d.Blocks, d.Headings, d.Pages)
	}
}

// A list reads the first pages.
func TestFirstPages(t *testing.T) {
	pages := twoPages
	for i := range 200 {
		pages = append(pages, append(slicesOf(fmt.Sprintf("This is page %d of a long book.", i+3), 12), "The end."))
	}
	r := Reader{PDF: pdftest.Engine()}
	first, ok := r.FirstPages("tides.pdf", pdftest.File("", pages...))
	body := first.Body.String()
	if !ok || !strings.Contains(body, "as well") || strings.Contains(body, "page 3") || first.Title.Len() == 0 || first.Words < 20*len(pages) || first.Words > 30*len(pages) {
		t.Errorf("the first pages: %v, %q, of %d words: %s", ok, first.Title, first.Words, body)
	}
	if _, ok := r.FirstPages("tides.md", []byte("# Tides\n\nThe moon.\n")); ok {
		t.Error("Markdown has first pages")
	}
}

// FuzzPDF changes a PDF at some places.
func FuzzPDF(f *testing.F) {
	data := pdftest.File("", twoPages...)
	f.Add(uint(len(data)/2), []byte("xref"), uint(0))
	f.Add(uint(900), []byte("/Count 99999999"), uint(20))
	f.Add(uint(20), []byte("<< /Type /Catalog /Pages 1 0 R >>"), uint(40))
	f.Fuzz(func(t *testing.T, at uint, put []byte, instead uint) {
		at %= uint(len(data))
		changed := slices.Concat(data[:at], put, data[min(at+instead%100, uint(len(data))):])
		a, err := Reader{PDF: pdftest.Engine()}.read("a.pdf", changed)
		if err == nil {
			checkArticle(t, a)
		}
	})
}

// slicesOf returns a line n times.
func slicesOf(line string, n int) []string {
	var all []string
	for range n {
		all = append(all, line)
	}
	return all
}
