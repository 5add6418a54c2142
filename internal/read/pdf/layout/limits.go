package layout

import (
	"math"
	"slices"
	"strings"

	"etal/internal/read/pdf/page"
)

// A sum has its limits below and above it, in small type and in its middle.
const (
	nearestLimit  = 0.6 // sizes of the type from the base of the sum to that of a limit, and
	farthestLimit = 2.2
	limitSlip     = 0.6 // by which their middles differ
	longestLimit  = 16  // glyphs
	lowerLimit    = 0.2 // below the base, where it is read as an index, and
	upperLimit    = 0.4 // above it
)

// limited are the signs that have limits.
const limited = "∑∏⋃⋂⋀⋁"

// attachLimits puts the limits of sums behind them, lowered and raised.
func attachLimits(lines []Line) []Line {
	if len(lines) > mostLines {
		return lines
	}
	taken := make([]bool, len(lines))
	var out []Line
	for i, l := range lines {
		if l.Angle == 0 && strings.ContainsAny(l.Text(), limited) {
			lines[i] = l.withLimits(lines, i, taken)
		}
	}
	for i, l := range lines {
		if !taken[i] {
			out = append(out, l)
		}
	}
	return out
}

// withLimits returns a line whose sums have their limits, and notes which lines these are.
func (l Line) withLimits(lines []Line, at int, taken []bool) Line {
	whole := openLine{Line: l}
	for _, g := range l.Glyphs.All() {
		whole.glyphs = append(whole.glyphs, g)
		if !strings.ContainsRune(limited, g.Rune) {
			continue
		}
		var lower, upper []page.Glyph
		for k, o := range lines {
			down := (o.Base - l.Base) / g.Size
			if k == at || taken[k] || o.Angle != 0 || o.Glyphs.Len() > longestLimit || o.Size > fullSize*g.Size ||
				math.Abs(middle(o.Box)-(g.Box.Left+g.Box.Right)/2) > limitSlip*g.Size || math.Abs(down) < nearestLimit || math.Abs(down) > farthestLimit {
				continue
			}
			taken[k] = true
			to, shift := &lower, l.Base+lowerLimit*g.Size-o.Base
			if down < 0 {
				to, shift = &upper, l.Base-upperLimit*g.Size-o.Base
			}
			for _, small := range o.Glyphs.All() {
				small.Y += shift
				*to = append(*to, small)
			}
		}
		whole.glyphs = slices.Concat(whole.glyphs, lower, upper)
	}
	return whole.packed()
}
