package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"etal/internal/read/pdf/page"
)

// A fraction in a line is small glyphs above its base, and behind them in the file others below, about the same
// middle. It stands apart from what is before it, as an index above another does not.
const (
	fractionGap  = 0.08 // sizes of the type, before a fraction
	fractionSlip = 0.4  // and between the middles of its parts
)

// flattenFractions writes the fractions of a line on its base: (a+b)/c.
func (l *openLine) flattenFractions() {
	var out []page.Glyph
	for i := 0; i < len(l.glyphs); {
		end := i
		if l.glyphs[i].Rune != ' ' {
			end = l.smallRun(i, true)
		}
		below := end
		for below < len(l.glyphs) && l.glyphs[below].Rune == ' ' {
			below++
		}
		last := l.smallRun(below, false)
		if !l.isFraction(out, l.glyphs[i:end], l.glyphs[below:last]) {
			end = max(end, i+1)
			out = append(out, l.glyphs[i:end]...)
			i = end
			continue
		}
		out = append(out, l.bracketed(l.glyphs[i:end], isProduct)...)
		out = append(out, l.sign('/', out[len(out)-1].Box))
		out = append(out, l.bracketed(l.glyphs[below:last], isNumber)...)
		if i = last; i < len(l.glyphs) && (unicode.IsLetter(l.glyphs[i].Rune) || unicode.IsDigit(l.glyphs[i].Rune)) {
			out = append(out, l.sign(' ', out[len(out)-1].Box))
		}
	}
	l.glyphs = out
}

// smallRun returns where the small glyphs end that begin at an index, all above the base of the line or all below,
// with the blanks between them.
func (l *openLine) smallRun(i int, above bool) int {
	end := i
	for i < len(l.glyphs) {
		g := l.glyphs[i]
		if g.Rune != ' ' && (g.Size >= fullSize*l.Size || g.Y == l.Base || (g.Y < l.Base) != above) {
			break
		}
		if i++; g.Rune != ' ' {
			end = i
		}
	}
	return end
}

func (l *openLine) isFraction(before, above, below []page.Glyph) bool {
	a, hasAbove := extentOf(above)
	b, hasBelow := extentOf(below)
	if !hasAbove || !hasBelow {
		return false
	}
	slip := (a.Left + a.Right - b.Left - b.Right) / 2
	if slip > fractionSlip*l.Size || slip < -fractionSlip*l.Size {
		return false
	}
	n := len(before)
	return n == 0 || before[n-1].Rune == ' ' || min(a.Left, b.Left)-before[n-1].Box.Right > fractionGap*l.Size
}

// extentOf returns from where to where glyphs reach, and reports whether there are any but blanks.
func extentOf(glyphs []page.Glyph) (extent page.Extent, ok bool) {
	for _, g := range glyphs {
		if g.Rune == ' ' {
			continue
		}
		if !ok {
			extent, ok = g.Box, true
		}
		extent = extent.Union(g.Box)
	}
	return extent, ok
}

// bracketed returns a part of a fraction on the base of the line, in brackets unless what it is but for indices is
// simple. Indices keep their distance.
func (l *openLine) bracketed(part []page.Glyph, isSimple func(string) bool) []page.Glyph {
	part = slices.Clone(part)
	largest := slices.MaxFunc(part, func(a, b page.Glyph) int { return cmp.Compare(a.Size, b.Size) })
	var text strings.Builder
	for i := range part {
		if part[i].Size > fullSize*largest.Size {
			text.WriteRune(part[i].Rune)
		}
		part[i].Y += l.Base - largest.Y
	}
	if isSimple(text.String()) {
		return part
	}
	extent, _ := extentOf(part)
	return append(append([]page.Glyph{l.sign('(', extent)}, part...), l.sign(')', extent))
}

// sign returns a sign that the page draws otherwise.
func (l *openLine) sign(r rune, box page.Extent) page.Glyph {
	g := l.glyphs[0]
	run := *g.Run
	run.Size, run.Font = l.Size, l.Font
	return page.Glyph{Run: &run, Rune: r, X: box.Left, Y: l.Base, Box: box, Added: true}
}

// isProduct reports whether a text has neither signs between its letters nor blanks.
func isProduct(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' })
}

// isNumber reports whether a text is one letter or a number.
func isNumber(s string) bool {
	return len([]rune(s)) == 1 || !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' })
}
