package page

import (
	"slices"
	"unicode"
)

// What tells fonts of bitmaps, whose sizes are those of their dots, and how large their type is.
const (
	widestLetter  = 2.0 // sizes of the type, that most letters of no other font are wide
	letterSizes   = 2.0 // widths of its letters that its size is, about
	fewestLetters = 12  // of a font, that tell its size
)

// Measure gives the text in fonts of bitmaps the size that the widths of its letters tell: their files tell only how
// large a dot is.
func (p *Page) Measure() {
	widths := map[*Font][]float64{}
	var all []float64
	for _, g := range p.Glyphs {
		if width := g.Box.Width(); g.Font != nil && !g.Added && width > widestLetter*g.Size && g.Size > 0 && (unicode.IsLower(g.Rune) || unicode.IsDigit(g.Rune)) {
			widths[g.Font] = append(widths[g.Font], width)
			all = append(all, width)
		}
	}
	if len(all) < fewestLetters || 4*len(all) < len(p.Glyphs) {
		return
	}
	median := func(widths []float64) float64 {
		slices.Sort(widths)
		return widths[len(widths)/2]
	}
	usual := letterSizes * median(all)
	seen := map[*Run]bool{}
	for _, g := range p.Glyphs {
		if g.Run == nil || seen[g.Run] || g.Font == nil {
			continue
		}
		seen[g.Run] = true
		if 4*g.Size > usual {
			continue
		}
		g.Size = usual
		if of := widths[g.Font]; len(of) >= fewestLetters {
			g.Size = letterSizes * median(of)
		}
	}
}
