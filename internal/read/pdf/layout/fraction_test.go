package layout

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
)

// drawn returns the glyphs of a line, five points wide each, at the places that marks give them: ^ begins glyphs above
// the line, _ glyphs below it that stand under those above, = goes back to the line. A blank is one of the page.
func drawn(text string) *page.Page {
	var p page.Page
	x, y, size, start := 100.0, 200.0, 10.0, 100.0
	for _, r := range text {
		switch r {
		case '^':
			y, size, start = 196, 7, x
		case '_':
			y, size = 203, 7
			if start > 0 {
				x = start
			}
		case '=':
			y, size, start = 200, 10, 0
		default:
			p.Glyphs = append(p.Glyphs, page.Glyph{Run: &page.Run{Size: size}, Rune: r, X: x, Y: y, Box: page.Extent{Left: x, Right: x + 5}})
			x += 5
		}
	}
	return &p
}

func TestFractions(t *testing.T) {
	for _, tt := range []struct{ name, drawn, want string }{
		{"letters", "is ^a_b= here", "is a/b here"},
		{"a sum above and below", "as it is ^a+b_c+d= here", "as it is (a+b)/(c+d) here"},
		{"numbers", "is ^12_50= here", "is 12/50 here"},
		{"letters below", "is ^ab_cd= here", "is ab/(cd) here"},
		{"before a letter", "is ^1_2=x", "is 1/2 x"},
		{"before a full stop", "is ^1_2=.", "is 1/2."},
		{"two", "is ^1_2= and ^3_4=", "is 1/2 and 3/4"},
		{"an index above another", "n^a_b= here", "nab here"},
		{"an index", "n^a= and m^_b= here", "na and mb here"},
	} {
		found := lines(drawn(tt.drawn), 1)
		var got []string
		for _, l := range found {
			got = append(got, l.Text())
		}
		if text := strings.Join(got, "|"); text != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, text, tt.want)
		}
	}
}

// The parts of a fraction stand on the base of the line, their indices below it.
func TestFractionBase(t *testing.T) {
	l := lines(drawn("is ^1_2= here"), 1)[0]
	for _, g := range l.Glyphs.All() {
		if g.Rune != ' ' && g.Y != 200 {
			t.Errorf("%c at %v", g.Rune, g.Y)
		}
	}
}

// Beside a first letter over several lines, these are lines.
func TestFirstLetter(t *testing.T) {
	var p page.Page
	p.Glyphs = append(p.Glyphs, page.Glyph{Run: &page.Run{Size: 40}, Rune: 'T', X: 100, Y: 220, Box: page.Extent{Left: 100, Right: 120}})
	for _, y := range []float64{200, 212} {
		for i := range 8 {
			x := 122 + 5*float64(i)
			p.Glyphs = append(p.Glyphs, page.Glyph{Run: &page.Run{Size: 10}, Rune: 'a', X: x, Y: y, Box: page.Extent{Left: x, Right: x + 5}})
		}
	}
	if n := len(lines(&p, 1)); n < 2 {
		t.Errorf("%d lines", n)
	}
}
