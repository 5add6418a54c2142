package letters

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
)

// TestOf tells letters from glyphs.
func TestOf(t *testing.T) {
	type at struct {
		r rune
		x float64
	}
	for _, tt := range []struct {
		name   string
		glyphs []at
		want   string
	}{
		{"ligatures", []at{{'ﬁ', 0}, {'n', 5}, {'ﬄ', 10}, {'ﬆ', 15}}, "finfflst"},
		{"ligatures of OT1", []at{{0x0b, 0}, {0x0c, 5}, {0x0d, 10}, {0x0e, 15}, {0x0f, 20}}, "fffiflffiffl"},
		{"ligatures and dashes of T1", []at{{0x1b, 0}, {0x1c, 5}, {0x15, 10}, {0x16, 15}, {0x10, 20}, {0x11, 25}}, "fffi–—“”"},
		{"an accent before its letter", []at{{'´', 0}, {'e', 0}}, "é"},
		{"an accent before its letter, amid others", []at{{'n', 0}, {'´', 5}, {'e', 5}, {'e', 10}}, "née"},
		{"an accent after its letter", []at{{'e', 0}, {'´', 0}}, "é"},
		{"an accent some letters after", []at{{'u', 0}, {'b', 5}, {'e', 10}, {'r', 15}, {'¨', 0}}, "über"},
		{"an accent on a letter without a dot", []at{{'ı', 0}, {'´', 0}}, "í"},
		{"an accent under its letter", []at{{'c', 0}, {'¸', 0}}, "ç"},
		{"an accent of Unicode", []at{{'a', 0}, {0x308, 0}}, "ä"},
		{"a plus over a minus", []at{{'a', 0}, {'+', 5}, {'−', 5}, {'b', 10}}, "a±b"},
		{"a plus before a minus", []at{{'a', 0}, {'+', 5}, {'−', 10}, {'b', 15}}, "a+−b"},
		{"an accent that no letter takes", []at{{'q', 0}, {'´', 0}}, "q´"},
		{"an accent beside its letter", []at{{'e', 0}, {'´', 9}}, "e´"},
		{"a hyphen at a line's end", []at{{'a', 0}, {2, 5}}, "a-"},
		{"a soft hyphen", []at{{'a', 0}, {0xad, 5}}, "a-"},
		{"unknown and control characters", []at{{'a', 0}, {0, 5}, {0xfffd, 10}, {7, 15}, {'b', 20}}, "ab"},
	} {
		var glyphs []page.Glyph
		for _, g := range tt.glyphs {
			glyphs = append(glyphs, page.Glyph{Run: &page.Run{Size: 10}, Rune: g.r, X: g.x, Y: 100, Box: page.Extent{Left: g.x, Right: g.x + 5}})
		}
		var got strings.Builder
		for _, g := range Of(glyphs) {
			got.WriteRune(g.Rune)
		}
		if got.String() != tt.want {
			t.Errorf("%s: %q", tt.name, got.String())
		}
	}
}

// The letters of a ligature share its width.
func TestLigatureWidth(t *testing.T) {
	out := Of([]page.Glyph{{Run: &page.Run{}, Rune: 'ﬃ', Box: page.Extent{Left: 10, Right: 16}}})
	for i, g := range out {
		if g.Box.Left != 10+2*float64(i) || g.Box.Right != 12+2*float64(i) {
			t.Errorf("%c from %v to %v", g.Rune, g.Box.Left, g.Box.Right)
		}
	}
}

// An accent that stands at the end of its line in the file is on its letter; one of another line is not.
func TestAccentAtEnd(t *testing.T) {
	for down, want := range map[float64]rune{0: 'é', 6: 'e'} {
		var glyphs []page.Glyph
		for i := range 60 {
			glyphs = append(glyphs, page.Glyph{Run: &page.Run{Size: 10}, Rune: 'e', Y: 100, Box: page.Extent{Left: 5 * float64(i), Right: 5*float64(i) + 5}})
		}
		glyphs = append(glyphs, page.Glyph{Run: &page.Run{Size: 10}, Rune: '´', Y: 100 + down, Box: page.Extent{Left: 10, Right: 15}})
		if got := Of(glyphs)[2].Rune; got != want {
			t.Errorf("%v points below: %c", down, got)
		}
	}
}

// An accent that a blank parts from its word is on its letter, and the blank is gone.
func TestAccentAfterBlank(t *testing.T) {
	glyph := func(r rune, left float64, added bool) page.Glyph {
		return page.Glyph{Run: &page.Run{Size: 10}, Rune: r, Y: 100, Added: added, Box: page.Extent{Left: left, Right: left + 5}}
	}
	for gap, want := range map[float64]string{0: "né", 3: "n é"} {
		glyphs := Of([]page.Glyph{glyph('n', 0, false), glyph(' ', 5, true), glyph('´', 5+gap, false), glyph(' ', 5, true), glyph('e', 5+gap, false)})
		var got strings.Builder
		for _, g := range glyphs {
			got.WriteRune(g.Rune)
		}
		if got.String() != want {
			t.Errorf("after %v points: %q", gap, got.String())
		}
	}
}

// Blanks of the parser around an accent at the end of its line, and before its letter, are gone where the letters stand
// close.
func TestBlanksBesideAccent(t *testing.T) {
	glyph := func(r rune, left float64, added bool) page.Glyph {
		return page.Glyph{Run: &page.Run{Size: 10}, Rune: r, Y: 100, Added: added, Box: page.Extent{Left: left, Right: left + 5}}
	}
	for _, tt := range []struct {
		before, after float64 // points between the letters
		want          string
	}{{0, 0, "néab"}, {3, 0, "n éab"}, {0, 3, "néa b"}} {
		e := 5 + tt.before
		b := e + 10 + tt.after
		glyphs := Of([]page.Glyph{glyph('n', 0, false), glyph(' ', 5, true), glyph('e', e, false), glyph('a', e+5, false),
			glyph(' ', e+10, true), glyph('´', e, false), glyph(' ', e+5, true), glyph('b', b, false)})
		var got strings.Builder
		for _, g := range glyphs {
			got.WriteRune(g.Rune)
		}
		if strings.ReplaceAll(got.String(), "  ", " ") != tt.want {
			t.Errorf("%v and %v points: %q", tt.before, tt.after, got.String())
		}
	}
}
