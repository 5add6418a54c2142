package page

import "testing"

// A font of bitmaps tells the size of a dot: its letters tell that of the type, and those of fonts with few letters
// are as large as most of the page. Other fonts keep their sizes.
func TestMeasure(t *testing.T) {
	const text = "the tide rises with the moon and falls 1 2 3"
	set := func(p *Page, text string, size, width float64) *Run {
		run := &Run{Size: size, Font: &Font{}}
		x := 0.0
		for _, r := range text {
			p.Glyphs = append(p.Glyphs, Glyph{Run: run, Rune: r, Box: Extent{x, x + width}})
			x += width
		}
		return run
	}
	p := &Page{}
	dots, small, few, other := set(p, text, 0.24, 5), set(p, text, 0.24, 4), set(p, "∑", 0.24, 12), set(p, text, 9, 4.5)
	p.Measure()
	if dots.Size != 10 || small.Size != 8 || few.Size != 10 || other.Size != 9 {
		t.Errorf("sizes %v, %v, %v, %v", dots.Size, small.Size, few.Size, other.Size)
	}
	for _, width := range []float64{0.2, 0.45} {
		p = &Page{}
		tiny := set(p, text, 0.24, width)
		if p.Measure(); tiny.Size != 0.24 {
			t.Errorf("type of a quarter point whose letters are %v wide has the size %v", width, tiny.Size)
		}
	}
	p = &Page{}
	picture := set(p, "the tide rises", 0.24, 5)
	for range 20 {
		set(p, text, 10, 5)
	}
	if p.Measure(); picture.Size != 0.24 {
		t.Errorf("a part of a page has the size %v", picture.Size)
	}
}
