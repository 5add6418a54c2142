package equation

import (
	"testing"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/textrow"
)

func TestIsWord(t *testing.T) {
	for text, want := range map[string]bool{"tides": true, "Az": true, "x1": false, "a{b": false, "a`b": false, "α": false} {
		if got := isWord(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// rowOf returns a row of cells from a place on, in a font.
func rowOf(left float64, font string, cells ...string) textrow.Row {
	w := textrow.Row{Left: left, Size: 10}
	for _, c := range cells {
		var glyphs []page.Glyph
		for _, r := range c {
			glyphs = append(glyphs, page.Glyph{Run: &page.Run{Size: 10, Font: &page.Font{Name: font}}, Rune: r})
		}
		w.Cells = append(w.Cells, layout.Line{Size: 10, Glyphs: page.Pack(glyphs)})
	}
	return w
}

func TestIs(t *testing.T) {
	for _, tt := range []struct {
		name string
		row  textrow.Row
		want bool
	}{
		{"signs", rowOf(40, "Serif", "x = a + b"), true},
		{"a font of formulae", rowOf(40, "CMMI10", "abc"), true},
		{"its number", rowOf(40, "Serif", "v max t", "(3)"), true},
		{"a number, but words", rowOf(40, "Serif", "where these rise", "(3)"), false},
		{"words", rowOf(40, "Serif", "height = depth + rise"), false},
		{"one letter", rowOf(40, "CMMI10", "a"), false},
		{"nothing", rowOf(40, "Serif", ""), false},
	} {
		if got := (Fonts{}).Is([]textrow.Row{tt.row}, 0); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
	if two := []textrow.Row{rowOf(0, "CMMI10", "abc"), rowOf(0, "CMMI10", "abc")}; (Fonts{}).Is(two, 0) || !(Fonts{}).Is(two, -20) {
		t.Error("rows at the border of their block, and apart from it")
	}
}
