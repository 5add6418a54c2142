package layout

import (
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// setLeftward sets words from right to left, each of which begins at its right end; those of other scripts are set from
// left to right.
func setLeftward(s *pdftest.Sheet, right, y float64, words ...string) {
	for _, word := range words {
		glyphs := []rune(word)
		if wayOf(glyphs[0]) == rightward {
			right -= s.Width(word)
			for i, r := range glyphs {
				putGlyph(s, r, right+float64(i)*s.Size/2, y)
			}
		} else {
			for _, r := range glyphs {
				right -= s.Size / 2
				putGlyph(s, r, right, y)
			}
		}
		if wayOf(glyphs[0]) != neutral {
			right -= 0.3 * s.Size
			putGlyph(s, ' ', right, y)
		}
	}
}

func putGlyph(s *pdftest.Sheet, r rune, x, y float64) {
	s.Glyphs = append(s.Glyphs, page.Glyph{Run: &page.Run{Size: s.Size, Font: s.Font}, Rune: r, X: x, Y: y, Box: page.Extent{Left: x, Right: x + s.Size/2}})
}

// Lines of Hebrew and Arabic are whole and in the order of reading, with the words of other scripts in them.
func TestRightToLeft(t *testing.T) {
	for _, tt := range []struct {
		name  string
		words []string
		want  string
	}{
		{"words", []string{"גאות", "ושפל", "בחוף"}, "גאות ושפל בחוף"},
		{"a year", []string{"בשנת", "1984", "או"}, "בשנת 1984 או"},
		{"a number at the beginning", []string{"1984", "בשנת"}, "1984 בשנת"},
		{"words from left to right", []string{"נמל", "City", "Port", "צפוני"}, "נמל Port City צפוני"},
		{"Arabic", []string{"المد", "والجزر"}, "المد والجزر"},
	} {
		s := pdftest.NewSheet()
		setLeftward(s, 500, 300, tt.words...)
		var pages Pages
		pages.Add(&s.Page)
		blocks := pages.Layout().Blocks
		if len(blocks) != 1 || len(blocks[0].Lines) != 1 || blocks[0].Lines[0].Text() != tt.want {
			t.Errorf("%s: %v", tt.name, blocks)
		}
	}
}

// Brackets are pairs, whichever way the file has them, and blanks stand outside them.
func TestTurnedBrackets(t *testing.T) {
	for _, signs := range []string{"()", ")(", "))", "(("} {
		s := pdftest.NewSheet()
		setLeftward(s, 500, 300, "נמל")
		putGlyph(s, rune(signs[0]), 475, 300)
		putGlyph(s, '3', 470, 300)
		putGlyph(s, rune(signs[1]), 465, 300)
		setLeftward(s, 462, 300, "צפוני")
		var pages Pages
		pages.Add(&s.Page)
		if got := pages.Layout().Blocks[0].Lines[0].Text(); got != "נמל (3) צפוני" {
			t.Errorf("%s: %s", signs, got)
		}
	}
}

// The bracket of an item's number closes; the others of its line are pairs, over lines too.
func TestItemBrackets(t *testing.T) {
	line := func(text string, base float64) Line { return set(text, 10, 100, base) }
	for _, tt := range []struct {
		lines []string
		want  []string
	}{
		{[]string{"3) נמל צפוני"}, []string{"3) נמל צפוני"}},
		{[]string{"3( נמל צפוני"}, []string{"3) נמל צפוני"}},
		{[]string{"ג( נמל )צפוני("}, []string{"ג) נמל (צפוני)"}},
		{[]string{"12) נמל (צפוני)"}, []string{"12) נמל (צפוני)"}},
		{[]string{"גאות (נמל", "צפוני) ורוח"}, []string{"גאות (נמל", "צפוני) ורוח"}},
		{[]string{"גאות )נמל", "צפוני( ורוח"}, []string{"גאות (נמל", "צפוני) ורוח"}},
		{[]string{"ב(נמל) צפוני"}, []string{"ב(נמל) צפוני"}},
		{[]string{"1984( נמל)"}, []string{"1984( נמל)"}},
	} {
		var lines []Line
		for i, text := range tt.lines {
			lines = append(lines, line(text, 100+12*float64(i)))
		}
		turnBrackets(lines)
		for i, l := range lines {
			if l.Text() != tt.want[i] {
				t.Errorf("%q: %q, want %q", tt.lines, l.Text(), tt.want[i])
			}
		}
	}
}
