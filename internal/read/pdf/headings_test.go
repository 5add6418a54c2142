package pdf

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// Headings close above their text are told by a font that nothing else is set in, though its name says nothing, and
// those in capitals from those below them.
func TestRunInHeadings(t *testing.T) {
	s := pdftest.NewSheet()
	plain, display := s.Font, &page.Font{Name: "AdvPECFD36"}
	y := text(s, top)
	for _, lines := range [][]string{{"METHODS", "Harbours of the north"}, {"Summary of the south"}, {"RESULTS", "Harbours of the east"}} {
		y += 10
		s.Font = display
		for _, l := range lines {
			s.Line(left, y, l)
			y += lineHeight
		}
		s.Font = plain
		y = s.Paragraph(left, y, wide, 0, prose)
	}
	s.Line(left, y+20, "TABLE I")
	s.Line(left, y+32, "The harbours of the north")
	want := titled + " | PROSE | MORE | ## METHODS | ### Harbours of the north | PROSE | ### Summary of the south | PROSE | ## RESULTS | ### Harbours of the east | PROSE | TABLE I The harbours of the north"
	if got := bodyOfSheets(t, titlePage(), s); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// A row of another font amid a paragraph is no heading.
func TestNoRunInHeadings(t *testing.T) {
	s := pdftest.NewSheet()
	y := s.Paragraph(left, top, wide, 0, prose)
	font := s.Font
	s.Font = italic
	s.Line(left, y, "The tables of the northern coast")
	s.Font = font
	s.Paragraph(left, y+lineHeight, wide, 0, "are kept in each harbour. "+more)
	if got := bodyOfSheets(t, s); strings.Contains(got, "#") {
		t.Error(got)
	}
}

func TestNoHeadings(t *testing.T) {
	for _, tt := range []struct {
		line string
		size float64
		font *page.Font
	}{
		{"• Harbours of the north", 10, bold},
		{"F Z 1:0", 10, bold},
		{"Y 1+exp T/S", 10, bold},
		{"A x y", 12, nil},
		{"Harbours", 8, bold},                   // and cells below it
		{"^2^ Harbours of the north", 10, bold}, // where an author works
	} {
		s := pdftest.NewSheet()
		y, font := text(s, top)+12, s.Font
		s.Size = tt.size
		if tt.font != nil {
			s.Font = tt.font
		}
		s.Line(left, y, tt.line)
		s.Size, s.Font = 10, font
		s.Line(left, y+24, "Leith")
		s.Line(300, y+24, "5.6")
		text(s, y+60)
		if got := bodyOfSheets(t, titlePage(), s); strings.Contains(strings.TrimPrefix(got, titled), "#") {
			t.Errorf("%s: %s", tt.line, got)
		}
	}
}

// A line that begins small among headings with capitals is no heading, and is one among headings like it.
func TestHeadingsInSmallLetters(t *testing.T) {
	for _, tt := range []struct{ first, second, want string }{
		{"Tides", "end for", "## Tides | PROSE | **end for** | PROSE"},
		{"tides", "winds", "## tides | PROSE | ## winds | PROSE"},
	} {
		s := pdftest.NewSheet()
		y, plain := top, s.Font
		for _, h := range []string{tt.first, tt.second} {
			s.Font = bold
			s.Line(left, y, h)
			s.Font = plain
			y = s.Paragraph(left, y+20, wide, 0, prose) + 20
		}
		if got := bodyOfSheets(t, titlePage(), s); !strings.HasSuffix(got, tt.want) {
			t.Errorf("%s: %s", tt.second, got)
		}
	}
}

// Where headings have Roman numerals, those with letters are below them, though they are larger.
func TestRomanNumerals(t *testing.T) {
	s := pdftest.NewSheet()
	plain, y := s.Font, text(s, top)
	for _, line := range []string{"I. HARBOURS", "A. The north", "B. The south", "II. TIDES", "A. The east", "III. WINDS", "THANKS"} {
		y += 10
		s.Font = italic
		if line == strings.ToUpper(line) {
			s.Font, s.Size = bold, 8
		}
		s.Line(left, y, line)
		s.Font, s.Size = plain, 10
		y = s.Paragraph(left, y+lineHeight, wide, 0, prose)
	}
	var got []string
	for _, block := range strings.Split(bodyOfSheets(t, titlePage(), s), " | ") {
		if strings.HasPrefix(block, "##") {
			got = append(got, block)
		}
	}
	const want = "## I. HARBOURS | ### A. The north | ### B. The south | ## II. TIDES | ### A. The east | ## III. WINDS | ## THANKS"
	if got := strings.Join(got, " | "); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// No level is left out between a heading and the next.
func TestLevelsWithoutGaps(t *testing.T) {
	s := pdftest.NewSheet()
	s.Font = bold
	s.Line(left, top, "1 Harbours")
	s.Line(left, top+30, "1.1.1 Harbours of the north")
	s.Line(left, top+60, "2 Ships")
	s.Font = &page.Font{Name: "Serif"}
	text(s, top+90)
	checkContains(t, bodyOfSheets(t, titlePage(), s), "## 1 Harbours | ### 1.1.1 Harbours of the north | ## 2 Ships")
}

// An outline that puts equal numbers on several levels does not give the levels.
func TestOutlineAgainstNumbers(t *testing.T) {
	s := pdftest.NewSheet()
	y := top
	for _, h := range []string{"1 Harbours", "1.1 Harbours of the north", "2 Ships"} {
		s.Font = bold
		s.Line(left, y, h)
		s.Font = &page.Font{Name: "Serif"}
		y = s.Paragraph(left, y+20, wide, 0, prose) + 20
	}
	outline := []page.OutlineEntry{{Title: "1 Harbours", Level: 1}, {Title: "1.1 Harbours of the north", Level: 2}, {Title: "2 Ships", Level: 3}}
	d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}, info: page.Info{Outline: outline}})
	checkContains(t, d.Body.String(), "\n## 1 Harbours", "\n### 1.1 Harbours of the north", "\n## 2 Ships")
}

// Of entries of an outline that are called alike, that of a heading's page gives its level.
func TestOutlineOfPages(t *testing.T) {
	first, second := titlePage(), pdftest.NewSheet()
	first.Font, second.Font = bold, bold
	first.Line(left, 500, "Abstract")
	first.Line(left, 530, "Results")
	y := top
	for _, h := range []string{"Methods", "Results"} {
		second.Font = bold
		second.Line(left, y, h)
		second.Font = &page.Font{Name: "Serif"}
		y = second.Paragraph(left, y+20, wide, 0, prose) + 20
	}
	first.Font = &page.Font{Name: "Serif"}
	text(first, 560)
	var outline []page.OutlineEntry
	for _, e := range []struct {
		title       string
		level, page int
	}{{"Abstract", 1, 1}, {"Results", 2, 1}, {"Methods", 1, 2}, {"Results", 1, 2}} {
		outline = append(outline, page.OutlineEntry{Title: e.title, Level: e.level, To: page.Target{Page: e.page}})
	}
	d := draftOf(t, sheets{all: []*pdftest.Sheet{first, second}, info: page.Info{Outline: outline}})
	checkContains(t, d.Body.String(), "\n## Abstract", "\n### Results", "\n## Methods", "\n## Results")
}

// A caption goes on with its parts; what a publisher says of itself on the last page is left out.
func TestCaptionParts(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	s.Line(left, y+20, "Figure 1. Two harbours.")
	s.Line(left, y+32, "(a) A harbour of the north.")
	text(s, y+70)
	checkContains(t, bodyOfSheets(t, s), "| Figure 1. Two harbours. (a) A harbour of the north. |")
}

func TestPromotions(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	s.Font = bold
	s.Line(left, y+20, "Publish with Harbour Press and everybody can read your work")
	s.Line(left, y+50, "Free of charge for all sailors")
	if got := bodyOfSheets(t, titlePage(), s); got != titled+" | PROSE | MORE" {
		t.Error(got)
	}
}

// "Abstract" alone on a line of a first page is a heading, however it is set.
func TestAbstractHeading(t *testing.T) {
	s := titlePage()
	s.Size = 9
	s.Line(left, 100, "Abstract")
	s.Paragraph(left, 116, wide, 0, half+" "+rest)
	checkContains(t, bodyOfSheets(t, s), "## Abstract | "+half)
	checkContains(t, bodyOfSheets(t, titlePage(), s), "| Abstract")
}

// A heading smaller than its text stays one where a line of the text has a hole.
func TestSmallHeadingAboveHole(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top) + 12
	s.Font, s.Size = bold, 9
	s.Line(left, y, "III. HARBOURS")
	s.Font, s.Size = &page.Font{Name: "Serif"}, 10
	s.Line(left, y+20, half)
	s.Line(left, y+32, "that come in from")
	s.Line(left+200, y+32, "the sea, or go out.")
	s.Line(left, y+44, half)
	checkContains(t, bodyOfSheets(t, titlePage(), s), "## III. HARBOURS |")
}
