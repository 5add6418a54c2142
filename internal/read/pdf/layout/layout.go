// Package layout finds the lines of a PDF's pages and the order in which they are read.
//
// The order is that of the file, which is mostly right, mended by where things stand: what a page
// carries around its text is taken out, columns are told apart, and lines become blocks. The
// package must not know what a block means: that is the task of the package above it.
package layout

import "etal/internal/read/pdf/page"

// A Layout is the blocks of pages in the order in which they are read.
type Layout struct {
	Blocks  []Block
	Removed []Line // what the pages carry around their text
}

// Pages are the lines of pages of which the layout is to be found. Their glyphs, which take most room, are
// needed no more.
type Pages struct {
	lines  [][]Line
	frames []page.Frame
	rules  [][]page.Rect
	images [][]page.Rect
}

// Add adds the next page; nil stands for one that cannot be read.
func (s *Pages) Add(p *page.Page) {
	if p == nil {
		p = &page.Page{}
	}
	s.lines = append(s.lines, lines(p, len(s.lines)+1))
	s.frames = append(s.frames, p.Frame)
	s.rules = append(s.rules, p.Rules)
	s.images = append(s.images, p.Pictures)
}

// Layout returns the layout of the pages, the first of which has the number 1.
func (s *Pages) Layout() Layout {
	text, removed := withoutChrome(s.lines, s.frames)
	l := Layout{Removed: removed}
	for i, frame := range s.frames {
		all := rejoin(text[i])
		tables := findRuled(all, s.rules[i], s.images[i])
		text := without(all, tables)
		columns := gutters(text, frame.Width())
		l.Blocks = append(l.Blocks, blocks(withTables(inOrder(text, columns), all, tables, columns), tables)...)
	}
	return l
}
