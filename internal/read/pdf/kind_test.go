package pdf

import (
	"strconv"
	"strings"
	"testing"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

func checkContains(t *testing.T, got string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in %s", part, got)
		}
	}
}

var (
	bold   = &page.Font{Name: "Bold", Bold: true}
	italic = &page.Font{Name: "Italic", Italic: true}
	fixed  = &page.Font{Name: "Mono", Fixed: true}
	maths  = &page.Font{Name: "CMMI10"}
)

// A line between paragraphs is a heading by its size, weight, number or capitals.
func TestHeadings(t *testing.T) {
	for _, tt := range []struct {
		name, line string
		size       float64
		font       *page.Font
		want       string
	}{
		{"large", "Methods and places", 13, nil, "## Methods and places"},
		{"bold", "Methods and places", 10, bold, "## Methods and places"},
		{"in capitals", "METHODS", 10, nil, "## METHODS"},
		{"in italics", "Methods and places", 10, italic, "## Methods and places"},
		{"a bold sentence", "Methods are told in the next part of this text.", 10, bold, "**Methods are told in the next part of this text**."},
		{"a bold question", "Which methods do they use?", 10, bold, "## Which methods do they use?"},
		{"bold and numbered", "2 Methods", 10, bold, "## 2 Methods"},
		{"numbered twice", "2.1 Methods", 10, bold, "## 2.1 Methods"},
		{"an appendix", "A.1 More tables", 10, bold, "## A.1 More tables"},
		{"an address", "a.person@example.org", 13, nil, "a.person@example.org"},
		{"no letters", "2 + 2", 13, nil, "2 + 2"},
		{"the end of a list", "Methods and places,", 10, bold, "**Methods and places**,"},
		{"a formula in italics", "Methods → places", 10, italic, "*Methods → places*"},
		{"an italic sentence with a number", "1. Methods are told.", 10, italic, "1. *Methods are told*."},
		{"a dash in italics", "—Methods and places", 10, italic, "—*Methods and places*"},
		{"like its text", "Methods and places", 10, nil, "Methods and places"},
	} {
		s := pdftest.NewSheet()
		y := text(s, top) + 6
		font := s.Font
		if s.Size = tt.size; tt.font != nil {
			s.Font = tt.font
		}
		s.Line(left, y, tt.line)
		s.Size, s.Font = 10, font
		text(s, y+24)
		if got, want := bodyOfSheets(t, titlePage(), s), titled+" | PROSE | MORE | "+tt.want+" | PROSE | MORE"; got != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, want)
		}
	}
}

// Headings without numbers are on the levels of their sizes.
func TestHeadingLevels(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	for _, h := range []struct {
		size float64
		text string
	}{{14, "Harbours"}, {12, "Harbours of the north"}, {14, "Ships"}, {12, "Ships of the south"}} {
		s.Size = h.size
		s.Line(left, y+12, h.text)
		s.Size = 10
		y = text(s, y+36)
	}
	checkContains(t, bodyOfSheets(t, titlePage(), s), "| ## Harbours |", "| ### Harbours of the north |", "| ## Ships |", "| ### Ships of the south |")
}

// The font of most text is the first of those that hold as much of it: files that were joined have each twice.
func TestBodyFont(t *testing.T) {
	s := pdftest.NewSheet()
	plain := s.Font
	text(s, top)
	s.Font = &page.Font{Name: "Serif"}
	text(s, 300)
	var pages layout.Pages
	pages.Add(&s.Page)
	var flow []*paragraph
	for _, b := range pages.Layout().Blocks {
		flow = append(flow, paragraphs(b)...)
	}
	for range 20 {
		if b := bodyOf(flow); b.font != plain || b.size != 10 {
			t.Fatalf("%v, %v", b.font, b.size)
		}
	}
}

// firstParagraph returns the first paragraph of a page.
func firstParagraph(s *pdftest.Sheet) *paragraph {
	var pages layout.Pages
	pages.Add(&s.Page)
	return paragraphs(pages.Layout().Blocks[0])[0]
}

func TestCaptions(t *testing.T) {
	for _, tt := range []struct {
		line    string
		caption bool
	}{
		{"Figure 1: A harbour at night", true}, {"Fig. 12. A harbour at night", true}, {"TABLE IV", true}, {"Table 2 | Harbours", true},
		{"Abb. 3: Ein Hafen", true}, {"Figure 1 shows a harbour", false}, {"Figures of harbours are many", false}, {"Table of harbours", false},
	} {
		s := pdftest.NewSheet()
		s.Line(left, 600, tt.line)
		p := firstParagraph(s)
		r := &reader{body: body{size: s.Size, font: s.Font}}
		if got := r.isCaption(p, p.text()); got != tt.caption {
			t.Errorf("%s: %v", tt.line, got)
		}
	}
}

func TestFormulas(t *testing.T) {
	checkSettings(t, []setting{
		{"with a number", func(s *pdftest.Sheet) {
			y := text(s, top) + 8
			s.Line(250, y, "h = a + b")
			s.Line(480, y, "(12)")
			text(s, y+20)
		}, "PROSE | MORE | h = a + b (12) | PROSE | MORE"},
		{"in a font of formulas", func(s *pdftest.Sheet) {
			y, font := text(s, top)+8, s.Font
			s.Font = maths
			s.Line(250, y, "h = a + b")
			s.Font = font
			text(s, y+20)
		}, "PROSE | MORE | h = a + b | PROSE | MORE"},
		{"with a bracket and a number that stand higher", func(s *pdftest.Sheet) {
			y := text(s, top) + 12
			s.Line(250, y, "h = a + b")
			s.Line(320, y-7, "[")
			s.Line(330, y, "c − d")
			s.Line(370, y-7, "]")
			s.Line(480, y, "(12)")
			text(s, y+30)
		}, "PROSE | MORE | h = a + b [ c − d ] (12) | PROSE | MORE"},
		{"one below another", func(s *pdftest.Sheet) {
			y := text(s, top) + 12
			s.Line(250, y, "h = a + b")
			s.Line(320, y+30, "g = a − b")
			text(s, y+60)
		}, "PROSE | MORE | h = a + b | g = a − b | PROSE | MORE"},
		{"beside a word", func(s *pdftest.Sheet) {
			y := text(s, top) + 12
			s.Line(250, y, "h = a + b")
			s.Line(320, y-7, "Tides")
			text(s, y+30)
		}, "PROSE | MORE | h = a + b | Tides | PROSE | MORE"},
		{"code", func(s *pdftest.Sheet) {
			y, font := text(s, top)+8, s.Font
			s.Font = fixed
			s.Line(120, y, "for tide in tides:")
			s.Line(144, y+12, "print(tide)")
			s.Font = font
			text(s, y+32)
		}, "PROSE | MORE | ```\nfor tide in tides:\n    print(tide)\n``` | PROSE | MORE"},
	})
}

// The type of a text is not that of a longer reference list behind it.
func TestBodyBeforeList(t *testing.T) {
	s := titlePage()
	y := 300.0
	for range fewestBefore {
		y = s.Paragraph(left, y, wide, 0, half+" "+rest) + 8
	}
	s.Line(left, y, "Others did not, and had no harbour.^1^")
	s.Size = 8
	s.Line(left, 720, "^1^ The table is in the harbour.")
	list := pdftest.NewSheet()
	list.Font = bold
	list.Line(left, top, "References")
	list.Font, list.Size = &page.Font{Name: "Serif"}, 8
	for i := range 60 {
		list.Line(left, top+20+10*float64(i), "["+strconv.Itoa(i+1)+"] Berg, A. (1990). The moon and the harbours of the north. Journal of the Sea.")
	}
	d := draftOf(t, sheets{all: []*pdftest.Sheet{s, list}})
	checkContains(t, d.Body.String(), "[^1]: The table is in the harbour.")
}

// A listing goes on over pages and notes as one, a line of it alone too; behind text begins another.
func TestCodeOverPages(t *testing.T) {
	codeAt := func(s *pdftest.Sheet, y float64, lines ...string) {
		font := s.Font
		s.Font = fixed
		for i, l := range lines {
			s.Line(left+6*float64(len(l)-len(strings.TrimLeft(l, " "))), y+12*float64(i), strings.TrimLeft(l, " "))
		}
		s.Font = font
	}
	first, second, third := pdftest.NewSheet(), pdftest.NewSheet(), pdftest.NewSheet()
	codeAt(first, text(first, 300)+8, "for tide in tides:", "    height = 2", "    if tide:")
	codeAt(second, top, "        height = 3", "    print(tide)", "print(height)")
	codeAt(second, text(second, 300)+8, "print(moon)", "print(sun)")
	codeAt(third, top, "print(wind)")
	text(third, 300)
	const want = titled + " | PROSE | MORE | ```\nfor tide in tides:\n    height = 2\n    if tide:\n        height = 3\n    print(tide)\nprint(height)\n``` | PROSE | MORE | ```\nprint(moon)\nprint(sun)\nprint(wind)\n``` | PROSE | MORE"
	if got := bodyOfSheets(t, titlePage(), first, second, third); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
