package page

import "testing"

// TestPartLying holds that a page has a part on its side if that is more than the name of an axis.
func TestPartLying(t *testing.T) {
	for _, tt := range []struct {
		name   string
		angles map[float64]int
		want   int
	}{
		{"no text", nil, 0},
		{"upright", map[float64]int{0: 500}, 0},
		{"a table turned to the left", map[float64]int{0: 500, 90: fewestLying}, 1},
		{"a table turned to the right", map[float64]int{0: 500, 270: fewestLying}, 3},
		{"more to the right", map[float64]int{90: fewestLying, 270: fewestLying + 1}, 3},
		{"a stamp", map[float64]int{0: 500, 90: fewestLying - 1}, 0},
		{"upside down", map[float64]int{0: 500, 180: fewestLying}, 0},
	} {
		p := &Page{}
		for angle, n := range tt.angles {
			for range n {
				p.Glyphs = append(p.Glyphs, Glyph{Run: &Run{Angle: angle}, Rune: 'a'}, Glyph{Run: &Run{Angle: angle}, Rune: ' '}, Glyph{Run: &Run{Angle: angle}, Rune: 'b', Added: true})
			}
		}
		if got := p.PartLying(); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

// TestLying holds that a page is turned only if nearly all of its text lies the same way.
func TestLying(t *testing.T) {
	for _, tt := range []struct {
		name   string
		angles map[float64]int
		want   int
	}{
		{"no text", nil, 0},
		{"upright", map[float64]int{0: 10}, 0},
		{"turned to the left", map[float64]int{90: 10}, 1},
		{"upside down", map[float64]int{180: 10}, 2},
		{"turned to the right", map[float64]int{270: 10}, 3},
		{"with a running head", map[float64]int{90: 95, 0: 5}, 1},
		{"half", map[float64]int{90: 90, 0: 10}, 0},
		{"turned and askew", map[float64]int{100: 10}, 1},
		{"turned and askew the other way", map[float64]int{80: 10}, 1},
		{"askew", map[float64]int{355: 10}, 0},
		{"slanting", map[float64]int{101: 10}, 0},
	} {
		p := &Page{}
		for angle, n := range tt.angles {
			for range n {
				p.Glyphs = append(p.Glyphs, Glyph{Run: &Run{Angle: angle}})
			}
		}
		if got := p.Lying(); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}
