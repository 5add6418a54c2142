package pdf

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/pdftest"
)

// The halves of a paragraph, each of full lines.
const (
	half  = "The tide comes and goes with the moon, and each harbour keeps a table of it for the ships"
	rest  = "that come in from the open sea."
	whole = half + " " + rest
	short = "The tide comes and goes with the moon, and each harbour keeps a table of it"
)

// A paragraph goes on in the next column and on the next page, over what stands between.
func TestJoin(t *testing.T) {
	for _, tt := range []struct {
		name          string
		first, second func(s *pdftest.Sheet)
		want          string
	}{
		{"on the next page", func(s *pdftest.Sheet) { s.Line(left, 700, half) }, func(s *pdftest.Sheet) { s.Line(left, top, rest) }, whole},
		{"a new sentence", func(s *pdftest.Sheet) { s.Line(left, 700, half+".") }, func(s *pdftest.Sheet) { s.Line(left, top, "They come in.") }, half + ". | They come in."},
		{"over a caption", func(s *pdftest.Sheet) { s.Line(left, 700, half) }, func(s *pdftest.Sheet) {
			s.Line(left, top, "Figure 1: A harbour.")
			s.Line(left, top+40, rest)
		}, whole + " | Figure 1: A harbour."},
		{"over what is set small below a table", func(s *pdftest.Sheet) { text(s, top); s.Line(left, 700, half) }, func(s *pdftest.Sheet) {
			s.Line(left, top, "Table 1: The harbours.")
			s.Size = 8
			s.Line(left, top+20, "Harbours that were seen in May of that year.")
			s.Size = 10
			s.Line(left, top+40, "https://doi.org/10.5555/tides.t001")
			s.Paragraph(left, top+80, wide, 0, rest+" "+more)
		}, "PROSE | MORE | " + whole + " MORE | Table 1: The harbours. | Harbours that were seen in May of that year. | https://doi.org/10.5555/tides.t001"},
		{"over bold words and brief text of a float", func(s *pdftest.Sheet) { text(s, top); s.Line(left, 688, half); s.Line(left, 700, half) }, func(s *pdftest.Sheet) {
			plain := s.Font
			s.Font = bold
			s.Line(left+150, top, "Seconds")
			s.Font = plain
			s.Line(left, top+30, "Harbour of the north")
			s.Line(left, top+60, "Figure 1: Two harbours.")
			s.Paragraph(left, top+100, wide, 0, rest+" "+more)
		}, "PROSE | MORE | " + half + " " + whole + " MORE | ## Seconds | Figure 1: Two harbours."},
		{"not over a numbered heading", func(s *pdftest.Sheet) { text(s, top); s.Line(left, 688, half); s.Line(left, 700, half) }, func(s *pdftest.Sheet) {
			plain := s.Font
			s.Font = bold
			s.Line(left, top, "2 Methods")
			s.Font = plain
			s.Paragraph(left, top+20, wide, 0, rest+" "+more)
		}, "PROSE | MORE | " + half + " " + half + " | ## 2 Methods | " + rest + " MORE"},
		{"not over a heading", func(s *pdftest.Sheet) { text(s, top); s.Line(left, 700, half) }, func(s *pdftest.Sheet) {
			s.Size = 14
			s.Line(left, top, "2 Methods")
			s.Size = 10
			s.Line(left, top+40, rest)
		}, "PROSE | MORE | " + half + " | ## 2 Methods | " + rest},
		{"not in another size", func(s *pdftest.Sheet) { s.Line(left, 700, half) }, func(s *pdftest.Sheet) { s.Size = 8; s.Line(left, top, rest) }, half + " | " + rest},
		{"after a line without room for the next word", func(s *pdftest.Sheet) { s.Line(left, 688, half); s.Line(left, 700, short) }, func(s *pdftest.Sheet) {
			s.Line(left, top, "intercontinental liners.")
		}, half + " " + short + " intercontinental liners."},
		{"over a table after a line without room for the next word", func(s *pdftest.Sheet) { text(s, top); s.Line(left, 688, half); s.Line(left, 700, short) }, func(s *pdftest.Sheet) {
			plain := s.Font
			s.Font = bold
			s.Line(left+150, top, "Seconds")
			s.Font = plain
			s.Line(left, top+30, "Figure 1: Two harbours.")
			s.Paragraph(left, top+70, wide, 0, "intercontinental liners. "+more)
		}, "PROSE | MORE | " + half + " " + short + " intercontinental liners. MORE | ## Seconds | Figure 1: Two harbours."},
		{"after a colon in brackets", func(s *pdftest.Sheet) { s.Line(left, 700, half+" (all:") }, func(s *pdftest.Sheet) { s.Line(left, top, rest) }, half + " (all: " + rest},
		{"not after another colon", func(s *pdftest.Sheet) { s.Line(left, 700, half+" (all):") }, func(s *pdftest.Sheet) { s.Line(left, top, rest) }, half + " (all): | " + rest},
		{"not after a line with room for the next word", func(s *pdftest.Sheet) { s.Line(left, 688, half); s.Line(left, 700, short) }, func(s *pdftest.Sheet) {
			s.Line(left, top, rest)
		}, half + " " + short + " | " + rest},
		{"not after a short line", func(s *pdftest.Sheet) { s.Line(left, 688, half); s.Line(left, 700, "and boats") }, func(s *pdftest.Sheet) { s.Line(left, top, rest) }, half + " and boats | " + rest},
		{"a word over the pages", func(s *pdftest.Sheet) { s.Line(left, 700, half+" and har-") }, func(s *pdftest.Sheet) { s.Line(left, top, "bours of the sea.") }, half + " and harbours of the sea."},
		{"a line with no room for the next word", func(s *pdftest.Sheet) {
			s.Line(left, 676, half+" of it")
			s.Line(left, 688, half+" of it")
			s.Line(left, 700, half[:80])
		}, func(s *pdftest.Sheet) { s.Line(left, top, "notwithstanding it all") }, half + " of it " + half + " of it " + half[:80] + "notwithstanding it all"},
		{"a sign that stands behind a word", func(s *pdftest.Sheet) { s.Line(left, 688, half); s.Line(left, 700, "and boats") }, func(s *pdftest.Sheet) { s.Line(left, top, ", which rise.") }, half + " and boats, which rise."},
		{"a row of small capitals", func(s *pdftest.Sheet) { s.Line(left, 688, half); s.Line(left, 700, half) }, func(s *pdftest.Sheet) {
			s.Line(left, top, "by")
			s.Size = 8
			s.Line(left+12, top, "SHIPS")
		}, half + " " + half + " by SHIPS"},
		{"over words in italics", func(s *pdftest.Sheet) { s.Line(left, 700, half) }, func(s *pdftest.Sheet) {
			s.Line(left, top, rest)
			s.Font = italic
			s.Line(left, top+100, "so it is told, and no more.")
		}, whole + " | *so it is told, and no more*."},
	} {
		a, b := pdftest.NewSheet(), pdftest.NewSheet()
		tt.first(a)
		tt.second(b)
		if got := bodyOfSheets(t, a, b); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestJoinColumns(t *testing.T) {
	s := pdftest.NewSheet()
	y := s.Paragraph(50, top, 240, 0, prose+" "+more+" "+prose+" It goes on into the column beside it at this place.")
	s.Glyphs = s.Glyphs[:len(s.Glyphs)-1]
	for next := top; next < y; {
		next = s.Paragraph(310, next, 240, 0, more)
	}
	checkContains(t, bodyOfSheets(t, s), "PROSE MORE PROSE It goes on into the column beside it at this place.")
}

// Where paragraphs begin with an indent, one goes on without it on the next page and below what stands beside it, also
// behind a sentence that fills its line.
func TestJoinWithoutIndent(t *testing.T) {
	full := "The tide comes and goes with the moon, and each harbour keeps a table of it for the boat."
	for _, tt := range []struct {
		name    string
		indents int
		first   string // the first line of the next page
		at      float64
		want    string
	}{
		{"all are indented", 8, "Nobody can tell it.", 0, full + " Nobody can tell it."},
		{"it is too", 8, "Nobody can tell it.", 15, full + " | Nobody can tell it."},
		{"few are", 2, "Nobody can tell it.", 0, full + " | Nobody can tell it."},
	} {
		s, next := pdftest.NewSheet(), pdftest.NewSheet()
		y := top
		for range tt.indents {
			y = s.Paragraph(left, y, wide, 15, "They see it. "+half+" "+half)
		}
		s.Line(left+15, y, half[:85])
		s.Line(left, y+lineHeight, full)
		next.Line(left+tt.at, top, tt.first)
		next.Paragraph(left, top+lineHeight, wide, 15, prose)
		next.Paragraph(left, top+lineHeight*5, wide, 15, prose)
		if got := bodyOfSheets(t, s, next); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

// A dash at the beginning of a line within a sentence is no item, neither in a paragraph nor where it goes on.
func TestDashes(t *testing.T) {
	s := pdftest.NewSheet()
	s.Line(left, 676, "The tide comes and goes with the moon, and each harbour keeps a table of it for the ships")
	s.Line(left, 688, "– a large one – that is read at night, and so does each of the ships that come in from it")
	s.Line(left, 700, half)
	next := pdftest.NewSheet()
	next.Line(left, top, "– a large one – that come in from the open sea.")
	body := bodyOfSheets(t, titlePage(), s, next)
	checkContains(t, body, "ships – a large one – that is read", "ships – a large one – that come in")
	items := pdftest.NewSheet()
	items.Line(left, top, "They keep:")
	items.Line(left+12, top+20, "– tables of the tides")
	items.Line(left+12, top+32, "– tables of the moon")
	checkContains(t, bodyOfSheets(t, titlePage(), items), "- tables of the tides\n- tables of the moon")
}

// Text does not go on from a part of a formula above it.
func TestBelowFormula(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	s.Line(left, y+10, "E = 1:0 −")
	s.Paragraph(left, y+30, wide, 0, "where E is the tide, as sailors know. "+prose)
	checkContains(t, bodyOfSheets(t, titlePage(), s), "E = 1:0 − | where E is the tide, as sailors know. PROSE")
}

// A figure that is moved behind the end of a sentence on the next page keeps its page.
func TestPageOfFloat(t *testing.T) {
	s, next := pdftest.NewSheet(), pdftest.NewSheet()
	s.Line(left, 600, half)
	s.Line(left, 700, "Figure 1: A harbour.")
	next.Line(left, top, rest)
	text(next, top+40)
	d := draftOf(t, sheets{all: []*pdftest.Sheet{s, next}})
	body := d.Body.String()
	for words, want := range map[string]int{rest: 2, "Figure 1": 1, more: 2} {
		if p, _ := d.Pages.At(strings.LastIndex(body, words)); p.Number != want {
			t.Errorf("%q is on page %d, want %d: %v in %s", words, p.Number, want, d.Pages, body)
		}
	}
}
