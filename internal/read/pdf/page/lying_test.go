package page

import "testing"

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
		{"slanting", map[float64]int{100: 10}, 0},
		{"nowhere", map[float64]int{-90: 10}, 0},
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
