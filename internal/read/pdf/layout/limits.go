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

// A sign of a sum may hang from a place above the line that it stands in.
const (
	hangs     = 0.3 // sizes of the type from the base of the line up to the place that it hangs from, at least
	hangsFrom = 1.1 // and at most
)

// lowerSums puts the signs of sums that hang in a line, with their limits, on its base, and joins the parts of that.
func lowerSums(lines []Line) []Line {
	lowered := false
	for i, l := range lines {
		if l.Angle != 0 || !l.isSum() {
			continue
		}
		for _, o := range lines[max(0, i-1):min(len(lines), i+2)] {
			down := o.Base - l.Base
			gap := max(l.Box.Left-o.Box.Right, o.Box.Left-l.Box.Right) / o.Size
			if down > hangs*o.Size && down < hangsFrom*o.Size && gap > -overlap && gap < farBlank && o.Size > fullSize*l.Size && !o.isSum() {
				whole := openLine{Line: l, glyphs: l.Glyphs.Unpacked()}
				for k := range whole.glyphs {
					whole.glyphs[k].Y += down
				}
				whole.Base, whole.Box.Top, whole.Box.Bottom = o.Base, l.Box.Top+down, l.Box.Bottom+down
				lines[i], lowered = whole.packed(), true
				break
			}
		}
	}
	if lowered {
		return rejoin(lines)
	}
	return lines
}

// isSum reports whether a line is the sign of a sum with its limits.
func (l Line) isSum() bool {
	for i, g := range l.Glyphs.All() {
		if i == 0 && !strings.ContainsRune(limited, g.Rune) || i > 0 && g.Size > fullSize*l.Glyphs.At(0).Size {
			return false
		}
	}
	return true
}

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
