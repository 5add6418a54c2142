package article

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/safe"
)

// tides is an article whose parts stand in one line, each span given by its text.
func tides(t *testing.T) *Article {
	t.Helper()
	const body = "Top [1] Moon rises [2] [3] Ebb falls [1,3] Storm [4] List Wren Lind Moor"
	span := func(part string) Span {
		at := strings.Index(body, part)
		if at < 0 {
			t.Fatalf("no %q", part)
		}
		return Span{at, at + len(part)}
	}
	heading := func(level int, title string) Heading { return Heading{span(title), level, safe.New(title)} }
	reference := func(number int, label, text string) Reference {
		return Reference{Span: span(text), Number: number, Label: safe.New(label), Text: safe.New(text)}
	}
	return &Article{
		Body:     safe.New(body),
		Words:    1000,
		Blocks:   []Span{span("Top [1]"), span("Moon rises [2] [3]"), span("Ebb falls [1,3]"), span("Storm [4]"), span("List"), span("Wren"), span("Lind"), span("Moor")},
		Headings: []Heading{heading(1, "Top"), heading(2, "Moon"), heading(3, "Ebb"), heading(2, "Storm"), heading(2, "List")},
		Citations: []Citation{
			{Span: span("[1]"), References: []int{1}}, {Span: span("[2]"), References: []int{2}}, {Span: span("[3]"), Ambiguous: []int{3, 2}},
			{Span: span("[1,3]"), References: []int{1, 3}}, {Span: span("[4]"), Missing: []string{"4"}},
		},
		References: []Reference{reference(1, "7", "Wren"), reference(2, "", "Lind"), reference(3, "9", "Moor")},
	}
}

func TestSpan(t *testing.T) {
	s := Span{3, 5}
	for offset, want := range map[int]bool{2: false, 3: true, 4: true, 5: false} {
		if got := s.Contains(offset); got != want {
			t.Errorf("Contains(%d) = %v", offset, got)
		}
	}
	if s.Len() != 2 {
		t.Errorf("Len() = %d", s.Len())
	}
}

func TestInside(t *testing.T) {
	for kind, want := range map[LinkKind]bool{Note: true, Figure: true, Section: true, URL: false, File: false} {
		if got := (Link{Kind: kind}).Inside(); got != want {
			t.Errorf("%s: %v", kind, got)
		}
	}
}

func TestReferenceByNumber(t *testing.T) {
	a := tides(t)
	for number, want := range map[int]string{-1: "", 0: "", 1: "Wren", 3: "Moor", 4: ""} {
		r, ok := a.Reference(number)
		if r.Text.String() != want || ok != (want != "") {
			t.Errorf("Reference(%d) = %q, %v", number, r.Text, ok)
		}
	}
}

func TestLabelled(t *testing.T) {
	labelled, plain := tides(t), tides(t)
	for i := range plain.References {
		plain.References[i].Label = safe.Text{}
	}
	for _, tt := range []struct {
		name        string
		a           *Article
		label, want int
	}{
		{"a label", labelled, 9, 3},
		{"a place in a list with labels", labelled, 2, 0},
		{"the first place", plain, 1, 1},
		{"the last place", plain, 3, 3},
		{"no place", plain, 0, 0},
		{"beyond the list", plain, 4, 0},
	} {
		if got, ok := tt.a.Labelled(tt.label, 0); got != tt.want || ok != (tt.want > 0) {
			t.Errorf("%s: %d, %v, want %d", tt.name, got, ok, tt.want)
		}
	}
}

// What stands in a block, by its text.
func TestBlocks(t *testing.T) {
	a := tides(t)
	var got []string
	for _, b := range a.Blocks {
		got = append(got, fmt.Sprintf("%s: %d %v", a.Slice(b), a.ReferenceAt(b), a.CitationsIn(b)))
	}
	want := "Top [1]: 0 [0]\nMoon rises [2] [3]: 0 [1 2]\nEbb falls [1,3]: 0 [3]\nStorm [4]: 0 [4]\nList: 0 []\nWren: 1 []\nLind: 2 []\nMoor: 3 []"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	if got := a.ReferenceAt(Span{a.Body.Len(), a.Body.Len()}); got != 0 {
		t.Errorf("behind the last reference: %d", got)
	}
	if got := a.CitationsIn(Span{a.Citations[1].Start, a.Citations[2].Start}); fmt.Sprint(got) != "[1]" {
		t.Errorf("from one citation up to the next: %v", got)
	}
}

// The sections with all under them: where they end, their citations, references and words.
func TestSections(t *testing.T) {
	a := tides(t)
	var got []string
	for i, h := range a.Headings {
		s := a.Section(i)
		got = append(got, fmt.Sprintf("%s, before %q: cites %v, lists %d, %d words", h.Title, a.Body.String()[s.End:min(s.End+4, a.Body.Len())], a.CitedIn(s), len(a.ReferencesIn(s)), a.WordsIn(s)))
	}
	want := `Top, before "": cites [1 2 3], lists 3, 12 words
Moon, before "Stor": cites [2 3 1], lists 0, 7 words
Ebb, before "Stor": cites [1 3], lists 0, 3 words
Storm, before "List": cites [], lists 0, 2 words
List, before "": cites [], lists 3, 1 words`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	if got := len(a.ReferencesIn(Span{a.Body.Len(), 0})); got != 0 {
		t.Errorf("%d references in no span", got)
	}
	if got := a.WordsIn(Span{0, a.References[1].Start + 2}); got != 12 {
		t.Errorf("%d words up to the middle of a reference", got)
	}
}

func TestAt(t *testing.T) {
	a := tides(t)
	for _, tt := range []struct{ offset, block, heading int }{
		{-1, 0, -1}, {0, 0, 0}, {7, 0, 0}, {8, 1, 1}, {9, 1, 1}, {a.Body.Len(), 7, 4},
	} {
		if block, heading := a.BlockAt(tt.offset), a.HeadingAt(tt.offset); block != tt.block || heading != tt.heading {
			t.Errorf("at %d: block %d, heading %d, want %d, %d", tt.offset, block, heading, tt.block, tt.heading)
		}
	}
	if got := (&Article{}).BlockAt(3); got != 0 {
		t.Errorf("block %d of none", got)
	}
}

func TestCitedBy(t *testing.T) {
	a := tides(t)
	for number, want := range map[int]string{1: "[0 3]", 2: "[1 2]", 3: "[2 3]", 4: "[]"} {
		if got := fmt.Sprint(a.CitedBy(number)); got != want {
			t.Errorf("CitedBy(%d) = %s, want %s", number, got, want)
		}
	}
}

func TestMinutes(t *testing.T) {
	for words, want := range map[int]int{0: 1, 118: 1, 356: 1, 357: 2, 1000: 4} {
		if got := (&Article{Words: words}).Minutes(); got != want {
			t.Errorf("%d words: %d minutes, want %d", words, got, want)
		}
	}
	if n := wordsIn("潮の満ち引き, and more"); n != 6 {
		t.Errorf("%d words, want 6: three of two characters each, and three with blanks", n)
	}
	if a := tides(t); a.MinutesOf(a.Section(0)) != 1 {
		t.Errorf("%d minutes", a.MinutesOf(a.Section(0)))
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "a", " a\tb\n\nc ", "a\u00a0b c", "潮の満ち引き", "é ü"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := len(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n", r) }))
		if strings.ContainsFunc(s, func(r rune) bool { return r == utf8.RuneError }) {
			return // no text has these
		}
		unparted := 0
		for _, r := range s {
			if r >= 0x3040 && r <= 0x9fff {
				unparted++
			}
		}
		want += unparted / 2
		if got := wordsIn(s); got != want {
			t.Errorf("%q: %d words, want %d", s, got, want)
		}
	})
}

func TestIsText(t *testing.T) {
	for f, want := range map[Format]bool{Markdown: true, PlainText: true, HTML: true, JATS: true, BibTeX: true, RIS: true, CSLJSON: true, EPUB: false, PDF: false, Record: false} {
		if got := f.IsText(); got != want {
			t.Errorf("%s is text: %v", f, got)
		}
	}
}

func TestAttribution(t *testing.T) {
	lind, oke := safe.Line("Lind, C."), safe.Line("Ada Oke")
	for want, a := range map[string]*Article{
		"":                         {},
		"Ada Oke":                  {Authors: []safe.Text{oke}},
		"Ada Oke, Lind, C. · 1950": {Authors: []safe.Text{oke, lind}, Date: safe.Line("1950")},
		"1950 · CC BY 4.0":         {Date: safe.Line("1950"), License: safe.Line("CC BY 4.0")},
		"Ada Oke · CC BY 4.0":      {Authors: []safe.Text{oke}, License: safe.Line("CC BY 4.0")},
		"Ada Oke · 12 March 1950 · public domain": {Authors: []safe.Text{oke}, Date: safe.Line("12 March 1950"), License: safe.Line("public domain")},
	} {
		if got := a.Attribution().String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestReferencesIn holds that references belong to the span in which they begin.
func TestReferencesIn(t *testing.T) {
	a := &Article{References: []Reference{{Number: 1, Span: Span{10, 20}}, {Number: 2, Span: Span{20, 30}}, {Number: 3, Span: Span{40, 50}}}}
	for s, want := range map[Span]string{{0, 10}: "[]", {0, 11}: "[1]", {10, 20}: "[1]", {11, 41}: "[2 3]", {20, 40}: "[2]", {50, 60}: "[]", {10, 60}: "[1 2 3]"} {
		numbers := []int{}
		for _, r := range a.ReferencesIn(s) {
			numbers = append(numbers, r.Number)
		}
		if got := fmt.Sprint(numbers); got != want {
			t.Errorf("in %v: %s, want %s", s, got, want)
		}
	}
}
