package read

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/read/pdf/pdftest"
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

// The beginning is the first pages.
func TestPDFBeginning(t *testing.T) {
	pages := twoPages
	for i := range 200 {
		pages = append(pages, append(slicesOf(fmt.Sprintf("This is page %d of a long book.", i+3), 12), "The end."))
	}
	data := pdftest.File("", pages...)
	if len(data) < longSource {
		t.Fatal("it is not long")
	}
	r := Reader{PDF: pdftest.Engine()}
	a, ok := r.Beginning("tides.pdf", data)
	if !ok || !strings.Contains(a.Body.String(), "as well") || strings.Contains(a.Body.String(), "page 3") || a.Pages.Count() != len(pages) {
		t.Fatalf("the beginning of it: %v, %d pages: %.300s", ok, a.Pages.Count(), a.Body)
	}
	first, ok := r.FirstPages("tides.pdf", data)
	if !ok || first.Body != a.Body || first.Title.Len() == 0 || first.Words < 20*len(pages) || first.Words > 30*len(pages) {
		t.Errorf("the first pages: %v, %q, of %d words", ok, first.Title, first.Words)
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
