package pdftest

import (
	"strings"

	"etal/internal/read/pdf/page"
)

// A Sheet is a page that a test sets in a type of simple measures: each letter is half as wide as the type is
// high, and a blank three tenths.
type Sheet struct {
	page.Page
	Size    float64
	Leading float64 // the distance of lines, in sizes
	Font    *page.Font
	Angle   float64
	Chrome  bool // marked as no part of the text
	Picture int  // in which the text lies, from 1
}

// The measures of a sheet, in points, and of its type, in sizes.
const (
	SheetWidth, SheetHeight = 600.0, 800.0
	letter, blank           = 0.5, 0.3
	small, rise             = 0.7, 0.35 // of raised and lowered letters
)

// NewSheet returns a blank page for a type of 10 points, in lines 12 points apart.
func NewSheet() *Sheet {
	return &Sheet{Page: page.Page{Frame: page.NewFrame(0, 0, SheetWidth, SheetHeight, 0)}, Size: 10, Leading: 1.2, Font: &page.Font{Name: "Serif"}}
}

// Line sets a line whose base begins at a place. Between ^ and ^ it is raised, between ~ and ~ lowered.
func (s *Sheet) Line(x, y float64, text string) { s.line(x, y, text, blank*s.Size) }

func (s *Sheet) line(x, y float64, text string, blank float64) {
	up, down := false, false
	for _, r := range text {
		g := page.Glyph{Run: s.run(), Rune: r, X: x, Y: y}
		switch {
		case r == '^':
			up = !up
			continue
		case r == '~':
			down = !down
			continue
		case up:
			g.Y, g.Size = y-rise*s.Size, small*s.Size
		case down:
			g.Y, g.Size = y+rise*s.Size/2, small*s.Size
		}
		width := letter * g.Size
		if r == ' ' {
			width = blank
		}
		g.Box = page.Extent{Left: x, Right: x + width}
		s.Glyphs = append(s.Glyphs, g)
		x += width
	}
	s.Glyphs = append(s.Glyphs, page.Glyph{Run: s.run(), Rune: '\n', X: x, Y: y, Added: true})
}

func (s *Sheet) run() *page.Run {
	return &page.Run{Size: s.Size, Angle: s.Angle, Font: s.Font, Chrome: s.Chrome, Picture: s.Picture}
}

// Width returns how wide a text is set.
func (s *Sheet) Width(text string) float64 {
	width := 0.0
	for _, r := range text {
		if width += letter * s.Size; r == ' ' {
			width -= (letter - blank) * s.Size
		}
	}
	return width
}

// Paragraph sets a text in justified lines of a width, the first of which is indented, and returns the base of
// the line below it.
func (s *Sheet) Paragraph(x, y, width, indent float64, text string) float64 {
	left := indent
	var words []string
	for _, word := range append(strings.Fields(text), "") {
		if all := strings.Join(append(words, word), " "); word != "" && s.Width(all) <= width-left {
			words = append(words, word)
			continue
		}
		line, gap := strings.Join(words, " "), blank*s.Size
		if n := len(words) - 1; word != "" && n > 0 {
			gap += (width - left - s.Width(line)) / float64(n)
		}
		s.line(x+left, y, line, gap)
		y += s.Leading * s.Size
		left, words = 0, []string{word}
	}
	return y
}

// Link sets a link on the letters of the page that a text is.
func (s *Sheet) Link(text string, l page.Link) {
	var all []rune
	for _, g := range s.Glyphs {
		all = append(all, g.Rune)
	}
	at := strings.LastIndex(string(all), text)
	from := len([]rune(string(all)[:at]))
	first := s.Glyphs[from]
	area := page.Rect{Left: first.Box.Left, Top: first.Y - first.Size, Right: first.Box.Right, Bottom: first.Y + first.Size/4}
	for _, g := range s.Glyphs[from : from+len([]rune(text))] {
		area = area.Union(page.Rect{Left: g.Box.Left, Top: g.Y - g.Size, Right: g.Box.Right, Bottom: g.Y + g.Size/4})
	}
	l.Areas = append(l.Areas, area)
	s.Links = append(s.Links, l)
}
