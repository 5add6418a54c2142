package pdf

import (
	"testing"

	"etal/internal/doc"
	"etal/internal/read/pdf/inlines"
	"etal/internal/read/pdf/pdftest"
)

// A name that a line's end divides, which is two links, is one mark with its year.
func TestDividedMark(t *testing.T) {
	to := func(s string) doc.Inline {
		in := doc.Text(s)
		in.To = &doc.Citation{References: []int{3}}
		return in
	}
	text := inlines.JoinMarks([]doc.Inline{doc.Text("as "), to("Erd"), to("mann"), doc.Text(" ("), to("2001"), doc.Text(") says")})
	for i, in := range text[1:6] {
		if in.To != text[1].To {
			t.Errorf("%d: %q is a mark of its own", i+1, in.Text.String())
		}
	}
	if got := text[len(text)-1]; got.To != nil || got.Text.String() != " says" {
		t.Errorf("the mark ends at %q", got.Text.String())
	}
}

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
