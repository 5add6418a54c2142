package page

import "testing"

// A part that holds most of a page's text and area is the page itself; a large drawing with few letters is not, nor is
// a small one with many.
func TestUnwrap(t *testing.T) {
	for _, tt := range []struct {
		name            string
		right           float64
		within, outside int // glyphs
		inner           int // the same, of those in a part within that
		want, wantInner int
	}{
		{"the page", 550, 90, 10, 1, 0, 7},
		{"the page wrapped twice", 550, 2, 10, 90, 0, 0},
		{"few letters", 550, 40, 60, 0, 1, 1},
		{"small", 250, 90, 10, 0, 1, 1},
	} {
		p := Page{Frame: NewFrame(0, 0, 600, 800, 0)}
		part, inner, outside := &Run{Picture: 1}, &Run{Picture: 1, Inner: 7}, &Run{}
		set := func(r *Run, n int) {
			for i := range n {
				at := float64(i) / float64(n)
				p.Glyphs = append(p.Glyphs, Glyph{Run: r, Y: 50 + 700*at, Box: Extent{50, 50 + (tt.right-50)*(1-at)}})
			}
		}
		set(part, tt.within)
		set(inner, tt.inner)
		set(outside, tt.outside)
		p.Unwrap()
		if part.Picture != tt.want || inner.Picture != tt.wantInner || outside.Picture != 0 {
			t.Errorf("%s: %d, within it %d, outside %d", tt.name, part.Picture, inner.Picture, outside.Picture)
		}
	}
}
