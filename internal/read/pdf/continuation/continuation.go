// Package continuation tells whether a paragraph goes on with one that stands elsewhere: in the next column, on the next
// page, below a float.
//
// The package must not know what stands between them.
package continuation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/textrow"
)

// A Part is a paragraph, or what of it stands together.
type Part struct {
	Rows         []textrow.Row
	Page, Column int
	Left, Right  float64 // the borders of the block around it
	After        float64 // the blank above it, in points; 0 at the top of a block
	Front        bool    // it belongs to the article's head
	Running      bool    // it is running text
	BorderKnown  bool    // other rows show the left border
}

func (p Part) last() textrow.Row { return p.Rows[len(p.Rows)-1] }

func (p Part) isIndented() bool { return p.Rows[0].Left > p.Left+textrow.Indent*p.Rows[0].Size }

// A Text is what the paragraphs of an article have in common.
type Text struct {
	Indents bool    // nearly all begin with an indent
	Size    float64 // the smallest of their type
	Font    *page.Font
}

const (
	fewestIndented = 6 // paragraphs
	mostFlush      = 0.1
	farBelow       = 3 // sizes of the type, from which on a float or a formula stands between
)

// Indents reports whether nearly all paragraphs below others begin with an indent.
func Indents(parts []Part) bool {
	indented, flush := 0, 0
	for i, p := range parts {
		switch {
		case i == 0 || !p.Running || !parts[i-1].Running || p.After == 0 || len(p.Rows) < 2:
		case p.isIndented():
			indented++
		default:
			flush++
		}
	}
	return indented >= fewestIndented && float64(flush) <= mostFlush*float64(indented)
}

// GoesOn reports whether a paragraph of a text goes on with another.
func GoesOn(p, next Part, in Text) bool {
	last, first := p.last(), next.Rows[0]
	samePlace := p.Page == next.Page && p.Column == next.Column && first.Base > last.Base
	text, follows := last.Text(), first.Text()
	end, _ := utf8.DecodeLastRuneInString(text)
	start, _ := utf8.DecodeRuneInString(follows)
	isWide := len(p.Rows) > 1 || textrow.HasLetters(text) || 2*(last.Right-last.Left) > next.Right-next.Left
	switch {
	case !textrow.IsSameSize(last, first), p.Front && (first.Bold != last.Bold || p.Column != next.Column):
		return false
	case textrow.BeginsAmid(follows):
		return true
	case !isWide || !textrow.IsFull(last, first, p.Right):
		return false
	case !samePlace && strings.LastIndex(text, "(") > strings.LastIndex(text, ")") && unicode.IsLower(start):
		return !next.isIndented() // amid a sentence, whatever the sign at the end
	case textrow.EndsSentence(text):
		near := !samePlace || next.After == 0 && first.Base-last.Base < textrow.LooseLeading*last.Size
		return near && in.goesOnFlush(p, next)
	case samePlace && next.After == 0 && first.Base-last.Base > farBelow*last.Size:
		return unicode.IsLower(start)
	case samePlace:
		return unicode.IsLower(start) && !next.isIndented()
	case end == '-' || end == '–':
		return true
	}
	return !next.isIndented() || unicode.IsLower(start)
}

// goesOnFlush reports whether a paragraph that ends at the border of a text whose paragraphs begin with an indent goes on
// with one that begins without.
func (in Text) goesOnFlush(p, next Part) bool {
	last := p.last()
	return in.Indents && p.Running && next.Running && next.BorderKnown && !next.isIndented() && last.Right > p.Right-last.Size &&
		last.Size >= in.Size && textrow.IsSameFont(last.Cells[0].Font, in.Font)
}
