package page

import (
	"maps"
	"math"
	"slices"
)

const (
	maxSkew = 10.0 // degrees by which a scanned page may lie askew
	minSkew = 0.2  // by which it must, for its lines to be made level
	evenly  = 2.0  // degrees by which its lines may differ

	nearlyAll = 0.75 // of a page's letters: on others a drawing lies askew, with more letters than the text has
)

// Straighten makes the lines of a page level that was scanned askew, whose letters lie on the picture as it was, and
// the angles of all runs whole numbers. Only Measure may be called before it.
func (p *Page) Straighten() {
	skew := p.skew()
	sin, cos := math.Sincos(skew * math.Pi / 180)
	runs := map[*Run]bool{}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		runs[g.Run] = true
		if skew != 0 {
			x, y := g.X-p.Width()/2, g.Y-p.Height()/2
			by := x*cos - y*sin - x
			g.X, g.Y = g.X+by, g.Y+x*sin+y*cos-y
			g.Box = Extent{g.Box.Left + by, g.Box.Right + by}
		}
	}
	for r := range runs {
		rest := r.Angle - skew
		if skew != 0 && math.Abs(fromLevel(rest)) <= evenly {
			rest = 0
		}
		r.Angle = math.Mod(math.Round(rest)+360, 360)
	}
}

// skew returns the angle at which nearly all text of a page lies, if it is small, but not too small to matter;
// otherwise 0.
func (p *Page) skew() float64 {
	letters := map[float64]int{}
	all := 0
	for _, g := range p.Glyphs {
		if !g.Added && g.Rune != ' ' {
			letters[fromLevel(g.Angle)]++
			all++
		}
	}
	angles := slices.Sorted(maps.Keys(letters))
	skew, before := 0.0, 0
	for _, a := range angles {
		if before += letters[a]; 2*before >= all {
			skew = a // of the letter in the middle
			break
		}
	}
	alike := 0
	for a, n := range letters {
		if math.Abs(a-skew) <= evenly {
			alike += n
		}
	}
	if math.Abs(skew) < minSkew || math.Abs(skew) > maxSkew || float64(alike) < nearlyAll*float64(all) {
		return 0
	}
	return skew
}

// fromLevel returns an angle between -180 and 180 degrees.
func fromLevel(angle float64) float64 { return math.Remainder(angle, 360) }
