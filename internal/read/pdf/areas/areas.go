// Package areas knows which areas of a PDF's pages lead somewhere, and so to what each of their glyphs leads.
//
// The package must not know what a link leads to.
package areas

import (
	"etal/internal/doc"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// Areas are the areas of the pages, by their numbers.
type Areas map[int][]area

type area struct {
	page.Rect
	to doc.Target
}

// Add adds the areas of a link on a page.
func (a Areas) Add(number int, l page.Link, to doc.Target) {
	for _, rect := range l.Areas {
		a[number] = append(a[number], area{rect, to})
	}
}

// On returns the areas that a line crosses.
func (a Areas) On(l layout.Line) Crossed {
	var found Crossed
	if l.Angle != 0 {
		return nil // its place is that on a page that is turned
	}
	for _, area := range a[l.Page] {
		if area.Overlaps(l.Box) {
			found = append(found, area)
		}
	}
	return found
}

// Crossed are the areas that a line crosses.
type Crossed []area

// At returns what a glyph leads to, or nil.
func (c Crossed) At(g page.Glyph) doc.Target {
	x, y := (g.Box.Left+g.Box.Right)/2, g.Y-0.25*g.Size
	for _, a := range c {
		if a.Contains(x, y) {
			return a.to
		}
	}
	return nil
}
