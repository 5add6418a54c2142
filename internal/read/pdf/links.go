package pdf

import (
	"etal/internal/doc"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// A linkFinder knows which parts of the pages lead somewhere.
type linkFinder struct {
	pages map[int][]area
}

// An area is a part of a page that leads somewhere.
type area struct {
	page.Rect
	to doc.Target
}

// lineLinks are the links on a line.
type lineLinks []area

// on returns the links on a line.
func (f linkFinder) on(l layout.Line) lineLinks {
	var found lineLinks
	for _, a := range f.pages[l.Page] {
		if a.Overlaps(l.Box) {
			found = append(found, a)
		}
	}
	return found
}

// at returns what a glyph leads to, or nil.
func (links lineLinks) at(g page.Glyph) doc.Target {
	if len(links) == 0 {
		return nil
	}
	x, y := (g.Box.Left+g.Box.Right)/2, g.Y-0.25*g.Size
	for _, a := range links {
		if a.Contains(x, y) {
			return a.to
		}
	}
	return nil
}
