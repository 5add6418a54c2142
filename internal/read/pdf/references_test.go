package pdf

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// works are entries of a reference list.
var works = []string{
	"Berg, A. (1990). The moon and its tides. Journal of the Sea, 3, 14–20.",
	"Dahl, C. (1995). Harbours of the northern coast and how they silt up when the tide is low. Leith: Harrow.",
	"Fern, E. (1998). Wind and water. Journal of the Sea, 11, 1–9.",
	"Gray, H. (2004). Tables of tides for sailors, and what becomes of them in a storm. Wick: Harrow Lane.",
	"Hall, I. (2011). Pressure and level. Journal of the Sea, 24, 77–81.",
	"Ivers, J. (2019). Old tables. Oban: Kestrel Press.",
}

// setList sets a heading unless it is empty, and the works with labels, of which the first rows hang by a
// distance. It returns the base of the next line.
func setList(s *pdftest.Sheet, y float64, heading, label string, hang, gap float64) float64 {
	if heading != "" {
		serif := s.Font
		s.Font = bold
		s.Line(left, y, heading)
		s.Font = serif
		y += 20
	}
	for i, w := range works {
		if label != "" {
			w = fmt.Sprintf(label, i+1) + " " + w
		}
		y = s.Paragraph(left+hang, y, wide/2, -hang, w) + gap
	}
	return y
}

// A list is found with and without a heading, and cut by its labels, its indents or its words.
func TestReferences(t *testing.T) {
	for _, tt := range []struct {
		name, heading, label string
		hang, gap            float64
		labelled             bool
	}{
		{"numbers in brackets", "References", "[%d]", 18, 0, true},
		{"numbers with a full stop", "References", "%d.", 18, 0, true},
		{"numbers in round brackets", "Literature cited", "(%d)", 18, 0, true},
		{"raised numbers", "References", "^%d^", 0, 0, true},
		{"numbers and gaps", "7 References", "[%d]", 0, 6, true},
		{"hanging rows", "References", "", 18, 0, false},
		{"hanging rows and gaps", "Bibliography", "", 18, 6, false},
		{"numbers without a heading", "", "[%d]", 18, 0, true},
	} {
		s := pdftest.NewSheet()
		end := setList(s, text(s, top)+12, tt.heading, tt.label, tt.hang, tt.gap)
		if end > pdftest.SheetHeight {
			t.Fatal("the page is full")
		}
		d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}})
		if len(d.References) != len(works) {
			t.Errorf("%s: %d entries", tt.name, len(d.References))
			continue
		}
		for i, r := range d.References {
			label := ""
			if tt.labelled {
				label = fmt.Sprint(i + 1)
			}
			if r.Text.String() != works[i] || r.Label.String() != label {
				t.Errorf("%s: entry %d is %s %q", tt.name, i+1, r.Label, r.Text)
			}
		}
	}
}

// Four numbered paragraphs, or some without years, are no reference list unless a heading says so.
func TestNoReferences(t *testing.T) {
	for name, list := range map[string][]string{
		"few":           works[:4],
		"without years": {"The moon.", "The sun.", "The wind.", "The rain.", "The air.", "The sea."},
	} {
		s := pdftest.NewSheet()
		y := text(s, top)
		for i, w := range list {
			y = s.Paragraph(left+18, y, wide/2, -18, fmt.Sprintf("[%d] %s", i+1, w))
		}
		if d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}}); len(d.References) > 0 {
			t.Errorf("%s: %d entries", name, len(d.References))
		}
	}
}

// A list goes on over a page, in which rows in italics are no headings, and ends before an appendix.
func TestReferencesEnd(t *testing.T) {
	a, b := pdftest.NewSheet(), pdftest.NewSheet()
	setList(a, text(a, top)+12, "References", "[%d]", 18, 0)
	serif := b.Font
	b.Line(left, top, "[7] Jons, K. (2020).")
	b.Font = italic
	b.Line(left+18, top+lineHeight, "Proceedings of the Sea")
	b.Font = serif
	b.Line(left+18, top+2*lineHeight, "and the Moon, 12.")
	b.Font = bold
	b.Line(left, top+60, "Appendix")
	b.Font = serif
	text(b, top+84)
	d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), a, b}})
	if n := len(d.References); n != 7 || !strings.HasSuffix(d.References[n-1].Text.String(), "Proceedings of the Sea and the Moon, 12.") {
		t.Errorf("%d entries, the last is %q", n, d.References[n-1].Text)
	}
	checkContains(t, named.Replace(d.Body.String()), "## Appendix\n\nPROSE\n\nMORE")
}

// Notes behind a list in brackets are not of its last entry; what its entries say may begin with a number.
func TestNotesBehindReferences(t *testing.T) {
	for line, want := range map[string]int{"1. Jons was asked.": 0, "Ada Oke (S’87–M’91) received the degree of a pilot and was asked.": 0, "1 (2020), 12.": 1, "2. Jons was asked.": 1} {
		s := pdftest.NewSheet()
		y := setList(s, text(s, top)+12, "References", "[%d]", 18, 0)
		s.Line(left+30, y+24, line)
		d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}})
		last := d.References[len(d.References)-1].Text.String()
		if got := strings.Count(last, line[:4]); got != want || !strings.Contains(d.Body.String(), "asked") && want == 0 {
			t.Errorf("%s: the last entry is %q", line, last)
		}
	}
}

// cited returns the entries that each citation of the article leads to.
func cited(t *testing.T, all ...*pdftest.Sheet) string {
	t.Helper()
	var found []string
	for _, c := range draftOf(t, sheets{all: all}).Citations {
		found = append(found, fmt.Sprintf("%s%v", c.Text, c.References))
	}
	return strings.Join(found, " ")
}

func TestLinksToReferences(t *testing.T) {
	nan := page.Target{}.X / page.Target{}.Y
	for _, tt := range []struct {
		name   string
		text   string
		links  []string // with the numbers of the works below
		to     []int
		offset float64 // by which links land above their entries
		x      float64
		want   string
	}{
		{"exactly", "They follow the moon [1] and the sun [2].", []string{"1", "2"}, []int{1, 2}, 0, left, "[1][1] [2][2]"},
		{"all by one distance", "They follow the moon [1], the sun [2], the wind [3].", []string{"1", "2", "3"}, []int{1, 2, 3}, 20, left, "[1][1] [2][2] [3][3]"},
		{"without the place from the left", "They follow the moon [1] and the sun [2].", []string{"1", "2"}, []int{1, 2}, 0, nan, "[1][1] [2][2]"},
		{"at the left border", "They follow the moon [1] and the sun [2].", []string{"1", "2"}, []int{1, 2}, 0, 0, "[1][1] [2][2]"},
		{"far to the left of the column", "They follow the moon [1] and the sun [2].", []string{"1", "2"}, []int{1, 2}, 0, 20, ""},
		{"against what the text says", "They follow the moon [1] and the sun [2].", []string{"1", "2"}, []int{2, 1}, 0, left, ""},
		{"one of many against the text", "It was 1990, as others say, or perhaps 1995: [1]; [2]; [3]; [4]; [5]; [6].", []string{"1990", "1995", "1", "2", "3", "4", "5", "6"}, []int{1, 2, 1, 2, 3, 4, 5, 1}, 0, left, "1990[1] 1995[2] [1][1] [2][2] [3][3] [4][4] [5][5]"},
		{"no number", "As they say it is the moon.", []string{"they say"}, []int{1}, 0, left, "they say[1]"},
	} {
		s, list := pdftest.NewSheet(), pdftest.NewSheet()
		s.Line(left, text(s, top), tt.text)
		setList(list, top, "References", "[%d]", 18, 0)
		setLinks(s, list, tt.links, tt.to, tt.offset, tt.x)
		if got := cited(t, titlePage(), s, list); got != tt.want {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

// setLinks sets links on texts of a page to works in a list on the third page.
func setLinks(s, list *pdftest.Sheet, texts []string, to []int, offset, x float64) {
	bases := map[int]float64{}
	for i, g := range list.Glyphs {
		for n, w := range works {
			if word := []rune(w[:4]); i+4 < len(list.Glyphs) && g.Rune == word[0] && list.Glyphs[i+1].Rune == word[1] && list.Glyphs[i+2].Rune == word[2] && list.Glyphs[i+3].Rune == word[3] {
				bases[n+1] = g.Y
			}
		}
	}
	for i, text := range texts {
		topOf := bases[to[i]] - 0.75*list.Size
		s.Link(text, page.Link{To: page.Target{Page: 3, X: x, Y: pdftest.SheetHeight - (topOf - offset)}})
	}
}

// The author and the year of one mark are two links; links in the list itself are no citations.
func TestAuthorYearLinks(t *testing.T) {
	s, list := pdftest.NewSheet(), pdftest.NewSheet()
	s.Line(left, text(s, top), "It was seen by Berg (1990) and others (Dahl, 1995), and by Hall (2011).")
	setList(list, top, "References", "", 18, 0)
	setLinks(s, list, []string{"Berg", "1990", "Dahl", "1995"}, []int{1, 1, 2, 2}, 0, left)
	if got := cited(t, titlePage(), s, list); got != "Berg (1990)[1] (Dahl, 1995)[2]" {
		t.Errorf("citations %s", got)
	}
}

// A URL over two lines is one link, though the file has two.
func TestURLLinks(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	s.Line(left, y, "The tide comes and goes with the moon, as all the tables say: https://example.org/tides/of/")
	s.Line(left, y+lineHeight, "the/north.html and others.")
	for _, part := range []string{"https://example.org/tides/of/", "the/north.html"} {
		s.Link(part, page.Link{URL: "https://example.org/tides/of/the/north.html"})
	}
	d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}})
	if len(d.Links) != 1 || d.Links[0].URL.String() != "https://example.org/tides/of/the/north.html" || d.Links[0].Text.String() != d.Links[0].URL.String() {
		t.Errorf("links %v", d.Links)
	}
}

// Words that a file links to pages of the web lead there, each to its own.
func TestLinkedWords(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	s.Line(left, y, "The tide comes and goes, as the harbour of the north and that of the south say.")
	s.Link("harbour of the north", page.Link{URL: "https://example.org/north;"})
	s.Link("that of the south", page.Link{URL: "https://example.org/south"})
	d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}})
	var got []string
	for _, l := range d.Links {
		got = append(got, l.Text.String()+": "+l.URL.String())
	}
	if s := strings.Join(got, ", "); s != "harbour of the north: https://example.org/north, that of the south: https://example.org/south" {
		t.Errorf("links %s", s)
	}
}

// A supplement behind a list may have a shorter one of its own.
func TestListOfSupplement(t *testing.T) {
	for _, tt := range []struct {
		name          string
		before, after int // entries
		want          int
	}{
		{"shorter", 12, 3, 15},
		{"as long", 6, 6, 12},
		{"longer", 3, 6, 9},
		{"of two", 6, 2, 6},
	} {
		s := pdftest.NewSheet()
		y := top
		for _, n := range []int{tt.before, tt.after} {
			s.Font = bold
			s.Line(left, y, "References")
			s.Font = &page.Font{Name: "Serif"}
			for i := range n {
				s.Line(left, y+20+lineHeight*float64(i), fmt.Sprintf("[%d] Berg, A. (199%d). The moon in %d harbours.", i+1, i%10, n))
			}
			y += 20 + lineHeight*float64(n) + 20
			s.Font = bold
			s.Line(left, y, "Supplement")
			s.Font = &page.Font{Name: "Serif"}
			y = text(s, y+20)
		}
		if d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}}); len(d.References) != tt.want {
			t.Errorf("%s: %d entries", tt.name, len(d.References))
		}
	}
}

// A drawn rule for the authors of the entry before leaves a comma only.
func TestRepeatedAuthors(t *testing.T) {
	s := pdftest.NewSheet()
	y := setList(s, text(s, top)+12, "References", "[%d]", 18, 0)
	s.Line(left, y, "[7]")
	s.Line(left+60, y, ", “Tables of others,” Journal of the Sea, vol. 3, no. 2, pp. 7–9, 2020.")
	d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}})
	if n := len(d.References); n != 7 || !strings.HasPrefix(d.References[6].Text.String(), "———, “Tables") {
		t.Fatalf("%d entries, the last %q", n, d.References[n-1].Text)
	}
}
