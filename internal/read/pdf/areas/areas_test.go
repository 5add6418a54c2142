package areas

import (
	"testing"

	"etal/internal/doc"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// A glyph leads where the area leads in which its middle is, on its page.
func TestAt(t *testing.T) {
	first, second := &doc.Link{ID: "1"}, &doc.Link{ID: "2"}
	a := Areas{}
	l := page.Link{Areas: []page.Rect{{Left: 100, Top: 90, Right: 120, Bottom: 104}, {Left: 40, Top: 104, Right: 60, Bottom: 118}}}
	a.Add(1, l, first)
	a.Add(2, page.Link{Areas: []page.Rect{{Left: 100, Top: 90, Right: 120, Bottom: 104}}}, second)
	line := func(number int, base float64) layout.Line {
		return layout.Line{Page: number, Base: base, Box: page.Rect{Left: 40, Top: base - 8, Right: 300, Bottom: base + 2}}
	}
	for _, tt := range []struct {
		page    int
		x, base float64
		want    doc.Target
	}{{1, 105, 100, first}, {1, 45, 114, first}, {2, 105, 100, second}, {1, 125, 100, nil}, {1, 45, 100, nil}, {1, 105, 140, nil}, {3, 105, 100, nil}} {
		g := page.Glyph{Run: &page.Run{Size: 10}, Y: tt.base, Box: page.Extent{Left: tt.x, Right: tt.x + 5}}
		if got := a.On(line(tt.page, tt.base)).At(g); got != tt.want {
			t.Errorf("page %d, %v, %v: %v", tt.page, tt.x, tt.base, got)
		}
	}
	turned := line(1, 100)
	turned.Angle = 90
	if found := a.On(turned); found != nil {
		t.Errorf("a turned line crosses %v", found)
	}
}
