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
	usual := sizeOf(all)
	sizes := map[*Font]float64{}
	for font, of := range widths {
		if sizes[font] = usual; len(of) >= fewestLetters {
			sizes[font] = sizeOf(of)
		}
	}
	seen := map[*Run]bool{}
	for _, g := range p.Glyphs {
		if seen[g.Run] || g.Font == nil {
			continue
		}
		if seen[g.Run] = true; 4*g.Size > usual {
			continue
		}
		size, ok := sizes[g.Font]
		if !ok {
			size = usual
		}
		g.Size = size
	}
}

// sizeOf returns the size of type whose letters are so wide.
func sizeOf(widths []float64) float64 {
	slices.Sort(widths)
	return letterSizes * widths[len(widths)/2]
}
