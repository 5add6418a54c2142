package pdf

import (
	"testing"

	"etal/internal/read/pdf/pdftest"
)

// Citations whose numbers are in italics within upright parentheses are set upright; other numbers in italics stay.
func TestItalicMarks(t *testing.T) {
	for _, tt := range []struct{ before, number, after, want string }{
		{"Tides are old (", "7", ") and new.", "Tides are old (7) and new."},
		{"Tides are old (", "17, 18", ") and new.", "Tides are old (17, 18) and new."},
		{"Tides are old ", "(7, 9)", " and new.", "Tides are old (7, 9) and new."},
		{"Tides are old ", "(2017)", " and new.", "Tides are old (*2017*) and new."},
		{"Tides are old, ", "7", " and new.", "Tides are old, *7* and new."},
		{"Tides are old (", "n", ") and new.", "Tides are old (*n*) and new."},
	} {
		s := pdftest.NewSheet()
		y, plain, x := text(s, top)+12, s.Font, left
		for i, part := range []string{tt.before, tt.number, tt.after} {
			if s.Font = plain; i == 1 {
				s.Font = italic
			}
			s.Line(x, y, part)
			s.Glyphs = s.Glyphs[:len(s.Glyphs)-1]
			x += s.Width(part)
		}
		text(s, y+40)
		if got, want := bodyOfSheets(t, s), "PROSE | MORE | "+tt.want+" | PROSE | MORE"; got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}
