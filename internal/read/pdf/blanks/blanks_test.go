package blanks

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
)

// set sets a text in type of ten points, each glyph five points wide. Before a glyph, "_" is a gap of 2.5 points, as wide
// as a blank but without one, "~" one of 1.3 points; what stands between carets is raised and small.
func set(text string) []page.Glyph {
	full, small := &page.Run{Size: 10}, &page.Run{Size: 7}
	x, raised := 0.0, false
	var glyphs []page.Glyph
	for _, r := range text {
		switch r {
		case '_':
			x += 2.5
			continue
		case '~':
			x += 1.3
			continue
		case '^':
			raised = !raised
			continue
		}
		g := page.Glyph{Run: full, Rune: r, Y: 100, Box: page.Extent{Left: x, Right: x + 5}}
		if raised {
			g.Run, g.Y = small, 96
		}
		if r == ' ' {
			g.Box.Right = x + 2.5
		}
		x = g.Box.Right
		glyphs = append(glyphs, g)
	}
	return glyphs
}

func text(glyphs []page.Glyph) string { return page.Pack(glyphs).Text() }

// Blanks that are wide part words of spaced letters.
func TestClose(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"T I D E S", "TIDES"}, {"T I D E S__ O F__ S E A S", "TIDES OF SEAS"}, {"a b c", "a b c"}, {"a + b = c - d", "a + b = c - d"},
		{"the tide is in a bay", "the tide is in a bay"},
	} {
		if got := text(Close(set(tt.text), 10)); got != tt.want {
			t.Errorf("%q: %q", tt.text, got)
		}
	}
	if g := before(set("a   b"), 4); g.Rune != 'a' {
		t.Errorf("before b is %q", g.Rune)
	}
}

// Where glyphs stand apart as far as words, a blank stands between them, though the parser put none there.
func TestAdd(t *testing.T) {
	const rest = " rises with the moon and falls"
	for _, tt := range []struct{ name, text, want string }{
		{"between words", "Wrenfield_et al. (2011)" + rest, "Wrenfield et al. (2011)" + rest},
		{"behind a bracket", "Wren (2011)_shows that" + rest, "Wren (2011) shows that" + rest},
		{"between brackets", "the level (E)_(Wren, 2011)" + rest, "the level (E) (Wren, 2011)" + rest},
		{"behind a raised number", "the trial^30^_of it" + rest, "the trial30 of it" + rest},
		{"before a raised number", "the tide_^2^ of it" + rest, "the tide2 of it" + rest},
		{"before an isotope", "the level of~^13^C" + rest, "the level of 13C" + rest},
		{"before a raised number behind which a name stands", "the level of^13^Calm" + rest, "the level of13Calm" + rest},
		{"a narrow gap", "Wren~field" + rest, "Wren~field" + rest},
		{"a far gap", "sp______ectrum" + rest, "spectrum" + rest},
		{"dots of a leader", "the tide ._._._." + rest, "the tide ...." + rest},
		{"a full stop apart", "the ion [M + H]^+^_. It" + rest, "the ion [M + H]+. It" + rest},
		{"few words", "Wrenfield_et alia", "Wrenfieldet alia"},
		{"uneven gaps", "a_b_c_d_e the tide with the moon", "abcde the tide with the moon"},
		{"blanks that are not narrower", "Wrenfield_et__ al.__ (2011)__ rises__ with", "Wrenfieldet al. (2011) rises with"},
	} {
		if got := text(Add(set(tt.text), 100, 10)); got != strings.ReplaceAll(tt.want, "~", "") {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
	g := Add(set("Wrenfield_et al. (2011)"+rest), 100, 10)[9]
	if g.Rune != ' ' || g.Box != (page.Extent{Left: 45, Right: 47.5}) || g.Y != 100 {
		t.Errorf("the blank is %q at %v, %v", g.Rune, g.Box, g.Y)
	}
}
