package pdf

import (
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

func TestParagraphs(t *testing.T) {
	checkSettings(t, []setting{
		{"one", func(s *pdftest.Sheet) { s.Paragraph(left, top, wide, 0, prose) }, "PROSE"},
		{"indented first lines", func(s *pdftest.Sheet) {
			s.Paragraph(left, s.Paragraph(left, top, wide, 15, prose), wide, 15, more)
		}, "PROSE | MORE"},
		{"a gap", func(s *pdftest.Sheet) { text(s, top) }, "PROSE | MORE"},
		{"a short last line", func(s *pdftest.Sheet) {
			s.Paragraph(left, s.Paragraph(left, top, wide, 0, prose), wide, 0, more)
		}, "PROSE | MORE"},
		{"hanging first lines", func(s *pdftest.Sheet) {
			s.Paragraph(left, s.Paragraph(left, top, wide, -15, prose), wide, -15, more)
		}, "PROSE | MORE"},
		{"bullets", func(s *pdftest.Sheet) {
			y := text(s, top)
			for _, item := range []string{"• the moon", "• the sun and", "• the wind"} {
				s.Line(left+10, y, item)
				y += lineHeight
			}
		}, "PROSE | MORE | - the moon\n- the sun and\n- the wind"},
		{"raised dashes", func(s *pdftest.Sheet) {
			y := text(s, top)
			for _, item := range []string{"^-^ The moon", "^-^ The sun and", "^-^ The wind"} {
				s.Line(left+10, y, item)
				y += lineHeight
			}
		}, "PROSE | MORE | - The moon\n- The sun and\n- The wind"},
		{"numbered items", func(s *pdftest.Sheet) {
			y := text(s, top)
			for _, item := range []string{"1. The moon.", "2. The sun.", "3. The wind."} {
				s.Line(left+10, y, item)
				y += lineHeight
			}
		}, "PROSE | MORE | 1. The moon.\n2. The sun.\n3. The wind."},
		{"an italic line", func(s *pdftest.Sheet) {
			y := text(s, top)
			s.Font = &page.Font{Name: "Italic", Italic: true}
			s.Line(left, y, "all of it slanted, and it ends.")
		}, "PROSE | MORE | *all of it slanted, and it ends*."},
	})
}

func TestHyphens(t *testing.T) {
	line := "The tide comes and goes with the moon, and each harbour keeps a table of it for har"
	for _, tt := range []struct{ name, first, second, want string }{
		{"a divided word", line + "-", "bours and ships of all kinds.", line + "bours and ships of all kinds."},
		{"a hyphen before a capital", "The tide comes and goes with the moon, as it is known from the tables for Anglo-", "Saxon ships.", "The tide comes and goes with the moon, as it is known from the tables for Anglo-Saxon ships."},
		{"a URL over two lines", "The tide comes and goes with the moon, as the table says: https://example.org/tides/", "2024/table.html", "The tide comes and goes with the moon, as the table says: https://example.org/tides/2024/table.html"},
	} {
		s := pdftest.NewSheet()
		s.Line(left, top, tt.first)
		s.Line(left, top+lineHeight, tt.second)
		if got := bodyOfSheets(t, s); got != tt.want {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

func TestStyles(t *testing.T) {
	s := pdftest.NewSheet()
	s.Paragraph(left, top, wide, 0, prose+" The water of H~2~O rises by 10^3^ ells a day, and falls")
	checkContains(t, bodyOfSheets(t, s), "H₂O", "10³")
}
