package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/page"
)

// A displayed fraction stands above and below a bar that is drawn as wide as the wider of its parts, both in its
// middle. What it is a part of stands beside it, in the middle of its height.
const (
	mostBars     = 500  // of a page that are looked at
	longestBar   = 300  // points
	barSlip      = 3.5  // points by which parts and bar differ in their middle
	barOverhang  = 8.0  // points by which the bar is wider than its parts, of which brackets may have no letters
	farthestUp   = 1.3  // sizes of the type from the bar up to the base of what is above, and
	nearestDown  = 0.1  // down to that of what is below: at least
	farthestDown = 1.8  // and at most
	axis         = 0.25 // from the base of a formula up to its bars
	offAxis      = 0.4  // by which what stands beside differs
	farBeside    = 3.0  // between it and the bar
)

// besideBar matches what stands beside a fraction: it has a sign of a formula, or an open bracket.
var besideBar = lazyregexp.New(`[=+−±×·≈≤≥<>∝∑∏∫←→]|[([{]$|^[)\]}]`)

// flattenBars writes the fractions of a page that have drawn bars as lines: (a+b)/c.
func flattenBars(lines []Line, rules []page.Rect) []Line {
	var bars []page.Rect
	for _, r := range rules {
		if r.Width() < longestBar {
			bars = append(bars, r)
		}
	}
	if len(bars) == 0 || len(bars) > mostBars || len(lines) > mostLines {
		return lines
	}
	slices.SortFunc(bars, func(a, b page.Rect) int { return cmp.Compare(a.Width(), b.Width()) })
	for _, bar := range bars {
		above, below := partsAt(lines, bar)
		if len(above) == 0 || len(below) == 0 {
			continue
		}
		a, b := lineOf(lines, above), lineOf(lines, below)
		size := max(a.Size, b.Size)
		fits := math.Abs(middle(a.Box)-middle(bar)) < barSlip && math.Abs(middle(b.Box)-middle(bar)) < barSlip && max(a.Box.Width(), b.Box.Width()) > bar.Width()-barOverhang
		beside, behind := besideOf(lines, bar, size)
		if !fits || beside < 0 {
			continue
		}
		whole := fraction(a, b, bar, lines[beside].Base)
		var out []Line
		for i, l := range lines {
			if i == beside && !behind {
				out = append(out, whole)
			}
			if !slices.Contains(above, i) && !slices.Contains(below, i) {
				out = append(out, l)
			}
			if i == beside && behind {
				out = append(out, whole)
			}
		}
		lines = out
	}
	return lines
}

func middle(r page.Rect) float64 { return (r.Left + r.Right) / 2 }

// partsAt returns the lines right above a bar and right below it.
func partsAt(lines []Line, bar page.Rect) (above, below []int) {
	for i, l := range lines {
		if l.Angle != 0 || l.Box.Left < bar.Left-barSlip || l.Box.Right > bar.Right+barSlip {
			continue
		}
		switch down := (l.Base - bar.Top) / l.Size; {
		case down <= 0 && down > -farthestUp:
			above = append(above, i)
		case down > nearestDown && down < farthestDown:
			below = append(below, i)
		}
	}
	return above, below
}

// besideOf returns the line that stands beside a bar, in the middle of its height: that to the left, which the fraction
// stands behind, or else that to the right; -1 if none does.
func besideOf(lines []Line, bar page.Rect, size float64) (beside int, behind bool) {
	beside = -1
	for i, l := range lines {
		if math.Abs(l.Base-bar.Top-axis*size) > offAxis*size || !besideBar.MatchString(l.Text()) {
			continue
		}
		if gap := bar.Left - l.Box.Right; gap > -barSlip && gap < farBeside*size {
			return i, true
		}
		if gap := l.Box.Left - bar.Right; gap > -barSlip && gap < farBeside*size {
			beside = i
		}
	}
	return beside, false
}

// lineOf returns lines beside each other, and limits above and below them, as one, on the base of the widest.
func lineOf(lines []Line, at []int) openLine {
	at = slices.Clone(at)
	slices.SortFunc(at, func(i, k int) int { return cmp.Compare(lines[i].Box.Left, lines[k].Box.Left) })
	whole := openLine{Line: lines[at[0]]}
	for _, i := range at {
		if lines[i].Box.Width() > whole.Box.Width() {
			whole.Line = lines[i]
		}
	}
	for n, i := range at {
		glyphs := lines[i].Glyphs.Unpacked()
		if n > 0 {
			if last := lines[at[n-1]].Box.Right; lines[i].Box.Left-last > narrowBlank*whole.Size {
				whole.glyphs = append(whole.glyphs, whole.sign(' ', page.Extent{Left: last, Right: lines[i].Box.Left}))
			}
		}
		whole.glyphs = append(whole.glyphs, glyphs...)
		whole.Box.Left, whole.Box.Right = min(whole.Box.Left, lines[i].Box.Left), max(whole.Box.Right, lines[i].Box.Right)
	}
	return whole
}

// fraction returns what stands above and below a bar as a line on a base.
func fraction(above, below openLine, bar page.Rect, base float64) Line {
	whole := openLine{Line: above.Line}
	whole.Base, whole.Size = base, max(above.Size, below.Size)
	whole.Box = page.Rect{Left: bar.Left, Right: bar.Right, Top: base - 0.75*whole.Size, Bottom: base + 0.25*whole.Size}
	whole.glyphs = above.on(base, isProduct)
	whole.glyphs = append(whole.glyphs, whole.sign('/', page.Extent{Left: bar.Right, Right: bar.Right}))
	whole.glyphs = append(whole.glyphs, below.on(base, isNumber)...)
	whole.Glyphs = page.Pack(whole.glyphs)
	return whole.Line
}

// on returns the glyphs of a part of a fraction on a base, in brackets unless it is simple.
func (l *openLine) on(base float64, isSimple func(string) bool) []page.Glyph {
	var full strings.Builder
	for i, g := range l.glyphs {
		if g.Size > fullSize*l.Size {
			full.WriteRune(g.Rune)
		}
		l.glyphs[i].Y += base - l.Base
	}
	l.Base = base
	if text := full.String(); isSimple(strings.TrimSpace(text)) || isBracketed(text) {
		return l.glyphs
	}
	open, end := l.sign('(', page.Extent{Left: l.Box.Left, Right: l.Box.Left}), l.sign(')', page.Extent{Left: l.Box.Right, Right: l.Box.Right})
	return append(append([]page.Glyph{open}, l.glyphs...), end)
}

// isBracketed reports whether brackets stand around a text.
func isBracketed(s string) bool {
	depth := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("([{", r):
			depth++
		case strings.ContainsRune(")]}", r):
			depth--
		}
		if depth <= 0 {
			return i > 0 && i+len(string(r)) == len(s)
		}
	}
	return false
}
