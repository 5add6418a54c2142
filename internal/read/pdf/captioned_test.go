package pdf

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// setCells sets cells one after the other, each at its own place.
func setCells(s *pdftest.Sheet, y float64, cells ...placed) {
	for _, c := range cells {
		s.Line(c.x, y+c.y, c.text)
	}
}

// A placed is a text at a place below another.
type placed struct {
	x, y float64
	text string
}

// What stands below a caption is a table in the order in which it stands, whatever the order of the file.
func TestCaptionedTables(t *testing.T) {
	caption := "Table 1. High water in three harbours"
	want := "| Harbour | High | Low |\n|---|---|---|\n| Leith | 5.6 | 0.8 |\n| Wick | 3.5 | 0.7 |\n| Oban | 3.1 | 0.6 |"
	for _, tt := range []struct {
		name  string
		cells []placed
		want  string
	}{
		{"by columns", []placed{
			{100, 0, "Harbour"}, {100, 14, "Leith"}, {100, 28, "Wick"}, {100, 42, "Oban"},
			{300, 0, "High"}, {300, 14, "5.6"}, {300, 28, "3.5"}, {300, 42, "3.1"},
			{450, 0, "Low"}, {450, 14, "0.8"}, {450, 28, "0.7"}, {450, 42, "0.6"},
		}, want},
		{"by columns, tight", []placed{
			{100, 0, "Harbour"}, {100, 12, "Leith"}, {100, 24, "Wick"}, {100, 36, "Oban"},
			{300, 0, "High"}, {300, 12, "5.6"}, {300, 24, "3.5"}, {300, 36, "3.1"},
			{450, 0, "Low"}, {450, 12, "0.8"}, {450, 24, "0.7"}, {450, 36, "0.6"},
		}, want},
		{"the first column last", []placed{
			{300, 0, "High"}, {450, 0, "Low"}, {300, 14, "5.6"}, {450, 14, "0.8"}, {300, 28, "3.5"}, {450, 28, "0.7"}, {300, 42, "3.1"}, {450, 42, "0.6"},
			{100, 0, "Harbour"}, {100, 14, "Leith"}, {100, 28, "Wick"}, {100, 42, "Oban"},
		}, want},
		{"cells of several lines", []placed{
			{100, 0, "Harbour"}, {300, 0, "Remarks"},
			{100, 12, "Leith"}, {300, 12, "wide and"}, {300, 24, "open"},
			{100, 36, "Wick in"}, {100, 48, "the north"}, {300, 36, "narrow"},
			{100, 60, "Oban"}, {300, 60, "calm"},
		}, "| Harbour | Remarks |\n|---|---|\n| Leith | wide and open |\n| Wick in the north | narrow |\n| Oban | calm |"},
	} {
		s := pdftest.NewSheet()
		y := text(s, top)
		s.Line(left, y+12, caption)
		setCells(s, y+30, tt.cells...)
		text(s, y+120)
		if got, want := bodyOfSheets(t, s), "PROSE | MORE | "+caption+" | "+tt.want+" | PROSE | MORE"; got != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, want)
		}
	}
}

// A caption may stand below its table, whose cells may be closer to each other than columns of text, and a table above
// another caption is not taken for it.
func TestCaptionBelow(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top) + 12
	for i, row := range []string{"Harbour High", "Leith 5.6", "Wick 3.5", "Oban 3.1"} {
		name, height, _ := strings.Cut(row, " ")
		s.Line(left, y+12*float64(i), name)
		s.Line(left+45, y+12*float64(i), height)
	}
	s.Line(left, y+60, "Table 1. High water in three harbours")
	s.Line(left, y+90, "Table 2. A picture of the harbours, which is no table of text")
	text(s, y+120)
	want := "PROSE | MORE | | Harbour | High |\n|---|---|\n| Leith | 5.6 |\n| Wick | 3.5 |\n| Oban | 3.1 | | Table 1. High water in three harbours | " +
		"Table 2. A picture of the harbours, which is no table of text | PROSE | MORE"
	if got := bodyOfSheets(t, s); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// Bold names of columns are no headings, nor is one named Reference the beginning of the reference list.
func TestBoldCells(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	s.Line(left, y+12, "Table 1. Where to read of it")
	font := s.Font
	s.Font = bold
	setCells(s, y+30, placed{100, 0, "Reference"}, placed{300, 0, "Year"})
	s.Font = font
	setCells(s, y+30, placed{100, 14, "Berg"}, placed{300, 14, "1999"}, placed{100, 28, "Dahl"}, placed{300, 28, "2001"})
	text(s, y+90)
	want := "PROSE | MORE | Table 1. Where to read of it | | Reference | Year |\n|---|---|\n| Berg | 1999 |\n| Dahl | 2001 | | PROSE | MORE"
	if got := bodyOfSheets(t, s); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// Two tables below each other, of which the file has the columns side by side, stay two.
func TestTablesBelowEachOther(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	s.Line(left, y+12, "Table 1. High water")
	setCells(s, y+28, placed{100, 0, "Leith"}, placed{100, 14, "Wick"}, placed{100, 28, "Oban"})
	s.Line(left, y+88, "Table 2. Low water")
	setCells(s, y+28, placed{300, 0, "5.6"}, placed{300, 14, "3.5"}, placed{300, 28, "3.1"})
	setCells(s, y+104, placed{100, 0, "Leith"}, placed{100, 14, "Wick"}, placed{100, 28, "Oban"}, placed{300, 0, "0.8"}, placed{300, 14, "0.7"}, placed{300, 28, "0.6"})
	text(s, y+170)
	rows := func(a, b, c string) string {
		return "|  |  |\n|---|---|\n| Leith | " + a + " |\n| Wick | " + b + " |\n| Oban | " + c + " |"
	}
	want := "PROSE | MORE | Table 1. High water | " + rows("5.6", "3.5", "3.1") + " | Table 2. Low water | " + rows("0.8", "0.7", "0.6") + " | PROSE | MORE"
	if got := bodyOfSheets(t, s); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// A caption in a font of its own needs no full stop behind its number; a sentence that begins alike is none.
func TestCaptionInItsOwnFont(t *testing.T) {
	for _, tt := range []struct {
		line string
		font bool
		want kind
	}{{"Figure 2 Harbours of the north", true, caption}, {"Figure 2 Harbours of the north", false, running}, {"Figure 2 shows harbours of the north", true, running}} {
		s := pdftest.NewSheet()
		if tt.font {
			s.Font = italic
		}
		s.Line(left, 600, tt.line)
		p := firstParagraph(s)
		r := &reader{body: body{size: s.Size, font: pdftest.NewSheet().Font}}
		if !tt.font {
			r.body.font = s.Font
		}
		if got := r.isCaption(p, p.text()); got != (tt.want == caption) {
			t.Errorf("%s, in its own font %v: %v", tt.line, tt.font, got)
		}
	}
}

// The text of a caption stands below its name and number: small, or in capitals.
func TestCaptionBelowItsNumber(t *testing.T) {
	table := []placed{{100, 0, "Leith"}, {300, 0, "5.6"}, {100, 14, "Wick"}, {300, 14, "3.5"}, {100, 28, "Oban"}, {300, 28, "3.1"}}
	const rows = "|  |  |\n|---|---|\n| Leith | 5.6 |\n| Wick | 3.5 |\n| Oban | 3.1 |"
	for _, tt := range []struct {
		name  string
		size  float64
		lines []string
		want  string
	}{
		{"small", 8, []string{"High water in the harbours of the north,", "as seen in May"}, "TABLE I High water in the harbours of the north, as seen in May | " + rows},
		{"in capitals", 10, []string{"HIGH WATER IN THE HARBOURS OF THE NORTH"}, "TABLE I HIGH WATER IN THE HARBOURS OF THE NORTH | " + rows},
	} {
		s := pdftest.NewSheet()
		y := text(s, top) + 12
		s.Line(290, y, "TABLE I")
		s.Size = tt.size
		for _, l := range tt.lines {
			y += 12
			s.Line(300-2.5*float64(len(l)), y, l)
		}
		s.Size = 9
		setCells(s, y+20, table...)
		if got, want := bodyOfSheets(t, s), "PROSE | MORE | "+tt.want; got != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, want)
		}
	}
}

// A table that is a picture has a mark at its caption, and a notice says so; a picture behind text is none.
func TestPicturedTables(t *testing.T) {
	for _, tt := range []struct {
		name        string
		top, bottom float64 // of the picture, from the base of the caption
		want        bool
	}{{"below", 10, 80, true}, {"above", -80, -10, true}, {"far below", 60, 120, false}, {"behind text", -400, -10, false}} {
		s := pdftest.NewSheet()
		y := text(s, top) + 200
		s.Line(left, y, "Table 1. High water in three harbours")
		s.Pictures = append(s.Pictures, page.Rect{Left: left, Right: left + wide, Top: y + tt.top, Bottom: y + tt.bottom})
		text(s, y+150)
		mark, notices := "", 0
		if tt.want {
			mark, notices = " | [image]", 1
		}
		if got, want := bodyOfSheets(t, s), "PROSE | MORE | Table 1. High water in three harbours"+mark+" | PROSE | MORE"; got != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, want)
		}
		if d := draftOf(t, sheets{all: []*pdftest.Sheet{s}}); len(d.Notices) != notices {
			t.Errorf("%s: notices %v", tt.name, d.Notices)
		}
	}
}

// A float that the file has behind a later section of its page stands where it stands on that.
func TestPlacesOfFloats(t *testing.T) {
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		want string
	}{
		{"at the top", func(s *pdftest.Sheet) {
			text(s, twoSections(s, 300)+20)
			s.Line(left, top, "Fig 1. The moon.")
		}, "Fig 1. The moon. | ## 2 Methods | PROSE | MORE | ## 3 Results | PROSE | MORE"},
		{"below the first section", func(s *pdftest.Sheet) {
			y := twoSections(s, top)
			text(s, y+80)
			s.Line(left, y-40, "Fig 1. The moon.")
		}, "## 2 Methods | PROSE | MORE | Fig 1. The moon. | ## 3 Results | PROSE | MORE"},
		{"two at the top", func(s *pdftest.Sheet) {
			text(s, twoSections(s, 300)+20)
			s.Line(left, top, "Fig 1. The moon.")
			s.Line(left, top+60, "Fig 2. The sea.")
		}, "Fig 1. The moon. | Fig 2. The sea. | ## 2 Methods | PROSE | MORE | ## 3 Results | PROSE | MORE"},
		{"at the foot", func(s *pdftest.Sheet) {
			text(s, twoSections(s, top)+20)
			s.Line(left, 700, "Fig 1. The moon.")
		}, "## 2 Methods | PROSE | MORE | ## 3 Results | PROSE | MORE | Fig 1. The moon."},
		{"with its table", func(s *pdftest.Sheet) {
			text(s, twoSections(s, 300)+20)
			s.Line(left, top, "Table 1. High water")
			setCells(s, top+20, placed{100, 0, "Harbour"}, placed{200, 0, "High"}, placed{100, 12, "Leith"}, placed{200, 12, "5.6"}, placed{100, 24, "Wick"}, placed{200, 24, "3.5"})
		}, "Table 1. High water | | Harbour | High |\n|---|---|\n| Leith | 5.6 |\n| Wick | 3.5 | | ## 2 Methods | PROSE | MORE | ## 3 Results | PROSE | MORE"},
	} {
		s := pdftest.NewSheet()
		tt.set(s)
		if got := bodyOfSheets(t, s); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// twoSections sets a section, and the heading of another.
func twoSections(s *pdftest.Sheet, y float64) float64 {
	plain := s.Font
	s.Font = bold
	s.Line(left, y, "2 Methods")
	s.Font = plain
	y = text(s, y+20)
	s.Font = bold
	s.Line(left, y+60, "3 Results")
	s.Font = plain
	return y + 60
}
