package page

import (
	"math"
	"testing"
)

// askew returns a page with lines of letters at angles, each so many letters long; the first begins at the page's middle.
func askew(lines map[float64]int) *Page {
	p := &Page{Frame: NewFrame(0, 0, 600, 800, 0)}
	for angle, n := range lines {
		sin, cos := math.Sincos(angle * math.Pi / 180)
		run := &Run{Size: 10, Angle: math.Mod(angle+360, 360)}
		for i := range n {
			x, y := 300+5*float64(i)*cos, 400-5*float64(i)*sin
			p.Glyphs = append(p.Glyphs, Glyph{Run: run, Rune: 'a', X: x, Y: y, Box: Extent{x, x + 5}})
		}
		p.Glyphs = append(p.Glyphs, Glyph{Run: run, Rune: ' ', Added: true})
	}
	return p
}

// Text that lies askew is made level, with all that lies about as much so; the rest keeps its angle.
func TestStraighten(t *testing.T) {
	for name, c := range map[string]struct {
		lines map[float64]int
		want  map[float64]float64 // angles by those before
		level bool                // the lines that end at 0
	}{
		"level":                 {map[float64]int{0: 50}, map[float64]float64{0: 0}, true},
		"askew":                 {map[float64]int{1.3: 50}, map[float64]float64{1.3: 0}, true},
		"the other way":         {map[float64]int{-9.9: 50}, map[float64]float64{-9.9: 0}, true},
		"too little":            {map[float64]int{0.19: 50}, map[float64]float64{0.19: 0}, false},
		"a little":              {map[float64]int{0.21: 50}, map[float64]float64{0.21: 0}, true},
		"too much":              {map[float64]int{11: 50}, map[float64]float64{11: 11}, false},
		"unevenly":              {map[float64]int{-0.2: 9, 1: 20, 1.4: 30, 3.3: 5}, map[float64]float64{-0.2: 0, 1: 0, 1.4: 0, 3.3: 0}, false},
		"with a label":          {map[float64]int{2: 50, 7.1: 5, 92: 9}, map[float64]float64{2: 0, 7.1: 5, 92: 90}, false},
		"a drawing askew":       {map[float64]int{0: 30, 2.1: 70}, map[float64]float64{0: 0, 2.1: 2}, false},
		"a label askew":         {map[float64]int{0: 50, 3: 9}, map[float64]float64{0: 0, 3: 3}, false},
		"on both sides of zero": {map[float64]int{-1: 20, 1: 50, 1.1: 1}, map[float64]float64{-1: 0, 1: 0, 1.1: 0}, false},
		"a stamp on its side":   {map[float64]int{2: 20, 90: 30}, map[float64]float64{2: 2, 90: 90}, false},
		"no text":               {nil, nil, true},
	} {
		p := askew(c.lines)
		before := map[*Run]float64{}
		for _, g := range p.Glyphs {
			before[g.Run] = math.Mod(g.Angle, 360)
		}
		p.Straighten()
		want := map[float64]float64{}
		for a, w := range c.want {
			want[math.Mod(a+360, 360)] = w
		}
		for r, a := range before {
			if r.Angle != want[a] {
				t.Errorf("%s: %v becomes %v, want %v", name, a, r.Angle, want[a])
			}
		}
		for i, g := range p.Glyphs {
			if c.level && !g.Added && (math.Abs(g.Y-400) > 1e-9 || math.Abs(g.X-300-5*float64(i)) > 1e-9 || math.Abs(g.Box.Left-g.X) > 1e-9 || math.Abs(g.Box.Width()-5) > 1e-9) {
				t.Errorf("%s: letter %d at %v, %v, %v", name, i, g.X, g.Y, g.Box)
				break
			}
		}
	}
}
