package read

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/read/pdf/pdftest"
	"etal/internal/safe"
)

func TestDecode(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"UTF-8", "Schrödinger", "Schrödinger"},
		{"UTF-8 with a mark", "\xef\xbb\xbfa b", "a b"},
		{"Latin-1", "Schr\xf6dinger", "Schrödinger"},
		{"Windows-1252", "\x93quoted\x94 \x96 so", "“quoted” – so"},
		{"as XML declares", "<?xml version='1.0' encoding='windows-1251'?>\xef\xf0\xe8", "<?xml version='1.0' encoding='windows-1251'?>при"},
		{"as XML declares wrongly", "<?xml version='1.0' encoding='utf-16'?>\xe9", "<?xml version='1.0' encoding='utf-16'?>é"},
		{"as HTML declares", "<meta charset=shift_jis>\x83\\", "<meta charset=shift_jis>ソ"},
		{"as HTML declares in its old way", "<meta http-equiv='content-type' content='text/html; charset=koi8-r'>\xd4", "<meta http-equiv='content-type' content='text/html; charset=koi8-r'>т"},
		{"as HTML declares wrongly", "<meta charset=windows-1252>é", "<meta charset=windows-1252>é"},
		{"in an encoding that pages must not have", "<meta charset=utf-7>+ADw-", "<meta charset=utf-7>+ADw-"},
		{"UTF-8 as XML declares wrongly", "<?xml version='1.0' encoding='utf-8'?>\xe9", "<?xml version='1.0' encoding='utf-8'?>é"},
		{"in ASCII, as HTML declares", "<meta charset=iso-2022-jp>\x1b$B%=\x1b(B", "<meta charset=iso-2022-jp>ソ"},
		{"in another, which its escapes could be of", "<meta charset=windows-1252>é\x1b$B", "<meta charset=windows-1252>é\x1b$B"},
		{"two letters of UTF-16 without a mark", "a\x00b\x00", "ab"},
		{"UTF-16, little end first", "\xff\xfea\x00\xf6\x00", "aö"},
		{"UTF-16, big end first", "\xfe\xff\x00a\x00\xf6", "aö"},
		{"UTF-16 without a mark, little end first", "a\x00b\x00c\x00d\x00", "abcd"},
		{"UTF-32, little end first", "\xff\xfe\x00\x00a\x00\x00\x00", "a"},
		{"as many damaged letters as others", "ö \xc3", "ö \ufffd"},
		{"more damaged letters than others", "ö \xc3 \xe4", "Ã¶ Ã ä"},
		{"UTF-16 without a mark", "\x00a\x00b\x00c\x00d", "abcd"},
		{"UTF-8 with a damaged letter", "öäü \xc3 é", "öäü \ufffd é"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := decode([]byte(tt.data), "", ""); got.text != tt.want || err != nil {
				t.Errorf("got %q, %v; want %q", got, err, tt.want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	tests := []struct {
		name, data string
		want       error
	}{
		{"empty", "", ErrEmpty},
		{"blank", " \n\t\n", ErrEmpty},
		{"form feeds", "\f\n\f", ErrEmpty},
		{"a mark only", "\xef\xbb\xbf", ErrEmpty},
		{"zeros", strings.Repeat("\x00", 100), ErrBinary},
		{"a short text with two NULs", "Wheels are round\x00, said\x00 a man with a cart.\n", nil},
		{"short and one in eight NULs", "Wheel\x00s\x00round\x00", ErrBinary},
		{"forty controls", strings.Repeat("\x01text ", 40), nil},
		{"controls, of which there are forty-one", strings.Repeat("\x01text ", 41), ErrBinary},
		{"one control in twenty", strings.Repeat("\x01"+strings.Repeat("text ", 4), 50), nil},
		{"controls", strings.Repeat("\x01\x02\x03text", 100), ErrBinary},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Read("a", []byte(tt.data)); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		copied, "---\ntitle: x\n---\n# T\n\n[1]\n\n## References\n\n1. A (2001)\n", "a\x1b[31m\n", "\xff\xfea\x00",
		"[^1]\n\n[^1]: x\n", "References\n[1] A\n[2] B", "| a |\n|--|\n| [1] |", "> - > [1][2](3)\n", "1. a\n2. b\n\n7) c",
		"[1]: x\n[1]\n", "A\nB\nReferences\nOke, B. 1950\n  x\n", "&#27;[31m [1](2019)\n***\n",
		"# References\n0\n#\n> x",
	} {
		f.Add([]byte(s), true)
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, data []byte, markdown bool) {
		name := "a.txt"
		if markdown {
			name = "a.md"
		}
		a, err := Reader{PDF: pdftest.Engine()}.read(name, data)
		if err != nil {
			return
		}
		checkArticle(t, a)
	})
}

// checkArticle checks what holds of every article: spans lie in the body, on rune
// borders and in order, and numbers name references.
func checkArticle(t *testing.T, a *article.Article) {
	t.Helper()
	body := a.Body.String()
	if safe.New(body) != a.Body {
		t.Fatalf("body is not what its spans were taken from: %q", body)
	}
	if !utf8.ValidString(body) || strings.ContainsFunc(body, func(r rune) bool {
		return r != '\n' && r != '\t' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	}) {
		t.Fatalf("body is not safe: %q", body)
	}
	check := func(what string, i int, s, before article.Span) {
		if s.Start < before.End && i > 0 || s.End < s.Start || s.End > len(body) {
			t.Fatalf("%s %d: span %v after %v of %d bytes in %q", what, i, s, before, len(body), body)
		}
		if !utf8.ValidString(body[s.Start:s.End]) {
			t.Fatalf("%s %d cuts a letter: %q", what, i, body[s.Start:s.End])
		}
	}
	var last article.Span
	for i, b := range a.Blocks {
		check("block", i, b, last)
		last = b
	}
	last = article.Span{}
	for i, p := range a.Pages {
		check("page", i, article.Span{Start: p.Start, End: p.Start}, last)
		last = article.Span{Start: p.Start, End: p.Start}
	}
	last = article.Span{}
	for i, r := range a.References {
		check("reference", i, r.Span, last)
		last = r.Span
		if block := a.Blocks[a.BlockAt(r.Start)]; r.Number != i+1 || r.End > block.End || a.ReferenceAt(block) != r.Number {
			t.Fatalf("reference %d is not in a block of its own: %+v in %q", i, r, body)
		}
	}
	last = article.Span{}
	for i, c := range a.Citations {
		check("citation", i, c.Span, last)
		last = c.Span
		for _, n := range c.Candidates() {
			if _, ok := a.Reference(n); !ok {
				t.Fatalf("citation %d names reference %d of %d", i, n, len(a.References))
			}
		}
		a.Sentence(c.Span)
	}
	for i, h := range a.Headings {
		check("heading", 0, h.Span, article.Span{})
		_ = i
	}
	for _, l := range a.Links {
		check("link", 0, l.Span, article.Span{})
	}
}

// TestPanic holds that a reader's panic becomes an error of the article, not of the program.
func TestPanic(t *testing.T) {
	r := Reader{Open: func(string) ([]byte, error) { panic("no such luck") }}
	a, err := r.Read("a.md", []byte("---\nbibliography: x.bib\n---\n[@a]\n"))
	if a != nil || err == nil || err.Error() != "internal error: no such luck, please report it" {
		t.Errorf("%v, %v", a, err)
	}
	if !errors.As(err, &PanicError{}) {
		t.Errorf("%T", err)
	}
}

// TestNamedFormat holds that a format that is named beats what bytes and name say.
func TestNamedFormat(t *testing.T) {
	for _, tt := range []struct {
		format     article.Format
		name, text string
		want       string // the body's beginning, or the error
	}{
		{article.PlainText, "a.md", "a *b* c", `a \*b\* c`},
		{article.Markdown, "a.txt", "a *b* c", "a *b* c"},
		{article.HTML, "a.txt", "a <b>b</b> c", "a **b** c"},
		{article.Markdown, "a.html", "<p>a</p>*b*", "a\n\n\\*b\\*"},
		{article.PlainText, "a.bib", "@book{a, title={B}}", "@book{a, title={B}}"},
		{article.JATS, "a.md", "# T", "not jats"},
		{article.BibTeX, "a.md", "# T", "not bibtex"},
		{article.BibTeX, "a.txt", "@book{a, author={Oke, B.}, title={Wheels}, year=1950}", "# a\n\n## References\n\nOke, B. (1950)."},
		{article.PlainText, "a.txt", "\x7fELF\x00\x01", "program, not an article"},
	} {
		a, err := Reader{Format: tt.format}.Read(tt.name, []byte(tt.text))
		got := fmt.Sprint(err)
		if err == nil {
			got = a.Body.String()
		}
		if !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s from %s: %q, want %q", tt.format, tt.name, got, tt.want)
		}
	}
}

// A file in another markup is told of, unless it was to be read as plain text.
func TestOtherMarkup(t *testing.T) {
	for format, want := range map[article.Format]int{"": 1, article.PlainText: 0} {
		a, err := Reader{Format: format}.Read("a.rst", []byte("Tides\n=====\n\n.. note:: high\n"))
		if err != nil || len(a.Notices) != want {
			t.Errorf("%q: %v, notices %v", format, err, a.Notices)
		}
	}
}
