package pdfium

import (
	"testing"

	"etal/internal/read/pdf/page"
)

// Surrogates are one letter, as wide as both; others stay as they are.
func TestAppendGlyph(t *testing.T) {
	var glyphs []page.Glyph
	for i, r := range []rune{'a', 0xd835, 0xdc64, 0xdc64, 'b'} {
		x := float64(i)
		glyphs = appendGlyph(glyphs, page.Glyph{Rune: r, Box: page.Extent{Left: x, Right: x + 1}})
	}
	want := []rune{'a', '𝑤', 0xdc64, 'b'}
	if len(glyphs) != len(want) || glyphs[1].Box.Left != 1 || glyphs[1].Box.Right != 3 {
		t.Fatalf("%v", glyphs)
	}
	for i, g := range glyphs {
		if g.Rune != want[i] {
			t.Errorf("%d: %q, want %q", i, g.Rune, want[i])
		}
	}
}
