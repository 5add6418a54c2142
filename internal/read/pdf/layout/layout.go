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

// Of returns the layout of pages, the first of which has the number 1.
func Of(pages []*page.Page) Layout {
	all := make([][]Line, len(pages))
	heights := make([]float64, len(pages))
	for i, p := range pages {
		if p == nil {
			continue
		}
		all[i], heights[i] = lines(p, i+1), p.Height()
	}
	text, removed := withoutChrome(all, heights)
	l := Layout{Removed: removed}
	for i, p := range pages {
		if p != nil {
			text := rejoin(text[i])
			l.Blocks = append(l.Blocks, blocks(inOrder(text, gutters(text, p.Width())))...)
		}
	}
	return l
}
