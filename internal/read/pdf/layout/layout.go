// Package layout finds the lines of a PDF's pages and the order in which they are read.
//
// The order is that of the file, which is mostly right, mended by where things stand: what a page
// carries around its text is taken out, columns are told apart, and lines become blocks. The
// package must not know what a block means: that is the task of the package above it.
package layout

import (
	"math"
	"slices"

	"etal/internal/read/pdf/page"
)

// A Layout is the blocks of pages in the order in which they are read.
type Layout struct {
	Blocks  []Block
	Removed []Line // what the pages carry around their text
	Marked  []int  // pages with parts that are pictures, each of which has a mark
}

// Pages are the lines of pages of which the layout is to be found. Their glyphs, which take most room, are
// needed no more.
type Pages struct {
	lines  [][]Line
	frames []page.Frame
	rules  [][]page.Rect
	images [][]page.Rect
	turned []Pages // what of each page lies on its side, as a page of its own
}

// Add adds the next page; nil stands for one that cannot be read.
func (s *Pages) Add(p *page.Page) {
	if p == nil {
		p = &page.Page{}
	}
	s.add(p, len(s.lines)+1)
	turned := Pages{}
	if p.Aside != nil {
		n := len(s.lines)
		angle := math.Mod(p.Aside.Turned()-p.Frame.Turned()+360, 360)
		if turned.add(p.Aside, n); turned.isFloat() {
			s.lines[n-1] = slices.DeleteFunc(s.lines[n-1], func(l Line) bool { return l.Angle == angle })
			for i := range turned.lines[0] {
				turned.lines[0][i].Angle = angle
			}
		} else {
			turned = Pages{}
		}
	}
	s.turned = append(s.turned, turned)
}

func (s *Pages) add(p *page.Page, number int) {
	s.lines = append(s.lines, lines(p, number))
	s.frames = append(s.frames, p.Frame)
	s.rules = append(s.rules, few(p.Rules))
	s.images = append(s.images, few(p.Pictures))
}

// few returns areas of a page, none if they are as many as only a drawing has.
func few(areas []page.Rect) []page.Rect {
	if len(areas) > mostRules {
		return nil
	}
	return areas
}

// Layout returns the layout of the pages, the first of which has the number 1.
func (s *Pages) Layout() Layout {
	text, removed := withoutChrome(s.lines, s.frames)
	l := Layout{Removed: removed}
	for _, i := range markPictures(text, s.images) {
		l.Marked = append(l.Marked, i+1)
	}
	for i := range s.frames {
		l.Blocks = append(l.Blocks, s.blocks(i, rejoin(text[i]))...)
		for k, lines := range s.turned[i].lines {
			l.Blocks = append(l.Blocks, s.turned[i].blocks(k, rejoin(lines))...)
		}
	}
	return l
}

// Whole returns the layout of the pages with what they carry around their text, for those that carry nothing else.
func (s *Pages) Whole() Layout {
	var l Layout
	for i, lines := range s.lines {
		for k := range lines {
			lines[k].makeLevel()
		}
		l.Blocks = append(l.Blocks, s.blocks(i, rejoin(lines))...)
	}
	return l
}

// makeLevel puts the glyphs of a line that lies askew on its base, for none of them is raised by that.
func (l *Line) makeLevel() {
	if l.Angle == 0 {
		return
	}
	glyphs := l.Glyphs.Unpacked()
	for i := range glyphs {
		glyphs[i].Y = l.Base
	}
	l.Glyphs = page.Pack(glyphs)
}

// blocks returns the blocks of the text of a page.
func (s *Pages) blocks(i int, all []Line) []Block {
	all = lowerSums(flattenBars(attachLimits(all), s.rules[i]))
	tables := findRuled(all, s.rules[i], s.images[i])
	text := without(all, tables)
	columns := gutters(text, s.frames[i].Width())
	return blocks(withTables(inOrder(text, columns), all, tables, columns), tables)
}

// isFloat reports whether a page is a table, or has the caption of one or of a figure.
func (s *Pages) isFloat() bool {
	return slices.ContainsFunc(s.lines[0], Line.isCaption) || len(findRuled(rejoin(s.lines[0]), s.rules[0], s.images[0])) > 0
}
