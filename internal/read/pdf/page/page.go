// Package page is what a page of a PDF holds: glyphs with their fonts and places, links
// and pictures.
//
// All places are in points, 1/72 inch, from the upper left corner of the visible page, as a
// reader sees it: y grows downwards, and a page that is shown turned is turned here.
//
// The package must not know how a page is parsed, nor what its glyphs mean together.
package page

import (
	"math"
	"strings"
)

// A Page is one page of a PDF.
type Page struct {
	Frame
	Glyphs   []Glyph // in the order of the file
	Links    []Link
	Pictures []Rect // images, drawings and parts that were placed on the page as a whole
	Rules    []Rect // lines that are drawn across the page
	Cut      bool   // the page holds more than is read
	Aside    *Page  // the text that lies on its side, as it is read when the page is turned; nil for little of it
}

// A Frame is the visible part of a page in the file's own system, whose y grows upwards.
type Frame struct {
	left, bottom, across, up float64
	turned                   int
}

// NewFrame returns the frame between two corners, which is shown after a number of quarter turns
// clockwise.
func NewFrame(left, bottom, right, top float64, turned int) Frame {
	return Frame{left, bottom, right - left, top - bottom, turned & 3}
}

// Width returns how wide a page is shown.
func (f Frame) Width() float64 {
	if f.turned%2 == 1 {
		return f.up
	}
	return f.across
}

// Height returns how high a page is shown.
func (f Frame) Height() float64 {
	if f.turned%2 == 1 {
		return f.across
	}
	return f.up
}

// Turned returns by how many degrees a page is turned clockwise.
func (f Frame) Turned() float64 { return 90 * float64(f.turned) }

// Point returns where a point of the file's own system is shown.
func (f Frame) Point(x, y float64) (float64, float64) {
	x, y = x-f.left, y-f.bottom
	switch f.turned {
	case 1:
		return y, x
	case 2:
		return f.across - x, y
	case 3:
		return f.up - y, f.across - x
	}
	return x, f.up - y
}

// Rect returns where the area between two opposite corners is shown.
func (f Frame) Rect(x1, y1, x2, y2 float64) Rect {
	x1, y1 = f.Point(x1, y1)
	x2, y2 = f.Point(x2, y2)
	return Rect{Left: min(x1, x2), Top: min(y1, y2), Right: max(x1, x2), Bottom: max(y1, y2)}
}

// A Rect is an area of a page.
type Rect struct{ Left, Top, Right, Bottom float64 }

// Width returns how wide an area is.
func (r Rect) Width() float64 { return r.Right - r.Left }

// Height returns how high an area is.
func (r Rect) Height() float64 { return r.Bottom - r.Top }

// Contains reports whether a point lies in an area.
func (r Rect) Contains(x, y float64) bool {
	return r.Left <= x && x <= r.Right && r.Top <= y && y <= r.Bottom
}

// Union returns the smallest area that holds both.
func (r Rect) Union(s Rect) Rect {
	return Rect{min(r.Left, s.Left), min(r.Top, s.Top), max(r.Right, s.Right), max(r.Bottom, s.Bottom)}
}

// Overlaps reports whether two areas have a point in common.
func (r Rect) Overlaps(s Rect) bool {
	return r.Left <= s.Right && s.Left <= r.Right && r.Top <= s.Bottom && s.Top <= r.Bottom
}

// A Glyph is a letter or another sign at its place. A book has millions.
type Glyph struct {
	*Run
	Rune    rune // 0 where the file does not tell; a blank or a line's end may have been added by the parser
	Added   bool // by the parser, between words and lines
	Hyphen  bool // at the end of a line, where it divides a word
	Unknown bool // the font does not tell which letter it is
	X, Y    float64
	Box     Extent // as wide as the glyph advances
}

// A Run is what glyphs that the file sets together have in common.
type Run struct {
	Size    float64 // of the type
	Angle   float64 // of the line, in degrees counterclockwise; 0 for upright text
	Font    *Font
	Picture int  // the part of the page in which the file puts it as a whole, from 1; 0 for none
	Inner   int  // the same, of the parts within that one
	Chrome  bool // the file marks it as no part of the text
}

// RaisedSize is the size, in sizes of the type around them, below which glyphs may be raised or lowered ones.
const RaisedSize = 0.88

// An Extent is how far something reaches across a page.
type Extent struct{ Left, Right float64 }

// Width returns how wide an extent is.
func (e Extent) Width() float64 { return e.Right - e.Left }

// Union returns the smallest extent that holds both.
func (e Extent) Union(f Extent) Extent { return Extent{min(e.Left, f.Left), max(e.Right, f.Right)} }

// What tells a part that is the page itself, as programs wrap pages to stamp them.
const (
	WrapperArea = 0.5 // of the width and the height of the page, at least
	wrapperText = 0.5 // of the glyphs, more
)

// Unwrap puts the text of a part that is the page itself on the page, and that of parts within it in these, one of
// which may be the page again. It returns the numbers of the parts that are.
func (p *Page) Unwrap() (parts []int) {
	for part := p.unwrapOnce(); part > 0; part = p.unwrapOnce() {
		parts = append(parts, part)
	}
	return parts
}

// unwrapOnce returns the number of a part that is the page; 0 if there are none.
func (p *Page) unwrapOnce() int {
	counts, most := map[int]int{}, 0
	for _, g := range p.Glyphs {
		if counts[g.Picture]++; counts[g.Picture] > counts[most] {
			most = g.Picture
		}
	}
	if most == 0 || float64(counts[most]) <= wrapperText*float64(len(p.Glyphs)) {
		return 0
	}
	area := Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, g := range p.Glyphs {
		if g.Picture == most {
			area = area.Union(Rect{g.Box.Left, g.Y, g.Box.Right, g.Y})
		}
	}
	if area.Width() < WrapperArea*p.Width() || area.Height() < WrapperArea*p.Height() {
		return 0
	}
	for _, g := range p.Glyphs {
		if g.Picture == most {
			g.Picture, g.Inner = g.Inner, 0
		}
	}
	return most
}

// Lying returns by how many quarters clockwise a page has to be turned for most of its text to be upright; 0
// for text in several directions.
func (p *Page) Lying() int {
	var lying [4]int
	for _, g := range p.Glyphs {
		if math.Abs(math.Remainder(g.Angle, 90)) <= maxSkew {
			lying[int(math.Round(g.Angle/90)+4)%4]++
		}
	}
	for turns, n := range lying {
		if 10*n > 9*len(p.Glyphs) {
			return turns
		}
	}
	return 0
}

// fewestLying is how many glyphs lie on their side at least where more does than the name of an axis or a stamp in
// the margin.
const fewestLying = 150

// PartLying returns by how many quarters clockwise a page has to be turned for much of its text to be upright, which
// now lies on its side; 0 if there is little of it.
func (p *Page) PartLying() int {
	var lying [4]int
	for _, g := range p.Glyphs {
		if !g.Added && g.Rune != ' ' && (g.Angle == 90 || g.Angle == 270) {
			lying[int(g.Angle/90)]++
		}
	}
	turns := 1
	if lying[3] > lying[1] {
		turns = 3
	}
	if lying[turns] < fewestLying {
		return 0
	}
	return turns
}

// A Font is a font of a PDF, shared by all glyphs that are set in it.
type Font struct {
	Name                string // without the tag of a subset
	Bold, Italic, Fixed bool
}

// A Link is an area that leads somewhere.
type Link struct {
	Areas []Rect // of one link over several lines
	Text  string // that it covers; empty until it is asked for
	URL   string // empty unless it leads out of the file
	To    Target
}

// TextIn returns the text that stands in areas of a page.
func (p *Page) TextIn(areas []Rect) string {
	var b strings.Builder
	for _, a := range areas {
		for _, g := range p.Glyphs {
			if a.Contains((g.Box.Left+g.Box.Right)/2, g.Y-0.25*g.Size) {
				b.WriteRune(g.Rune)
			}
		}
	}
	return strings.TrimSpace(b.String())
}

// A Target is a place in the file.
type Target struct {
	Page int // from 1; 0 for none
	// X and Y are where on it in the file's own system, of which its frame knows where that is
	// shown; NaN where the file does not tell.
	X, Y float64
}

// An OutlineEntry is an entry of a file's own outline.
type OutlineEntry struct {
	Title string
	Level int // from 1
	To    Target
}

// Info is what a file tells of itself.
type Info struct {
	Title, Author, Subject, Keywords, Created, Language string
	Producer                                            string
	Outline                                             []OutlineEntry
}
