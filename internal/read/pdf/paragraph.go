package pdf

import (
	"strings"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/people"
	"etal/internal/read/pdf/raised"
	"etal/internal/read/pdf/textrow"
)

// A paragraph is rows that belong together.
type paragraph struct {
	rows        []textrow.Row
	kind        kind
	page        int
	column      int
	left, right float64        // the borders of the block around it
	after       float64        // the blank above it, in points; 0 at the top of a block
	mark        string         // of a note
	held        bool           // a note below a table, which its mark may lead to
	front       bool           // it belongs to the article's head: authors and where they work
	pictured    bool           // what it is the caption of is a picture
	level       int            // of a heading
	anchor      string         // by which links lead to it
	ruling      *layout.Ruling // of a table between rules
}

// A kind is what a paragraph is.
type kind int

const (
	running kind = iota
	heading
	caption
	note
	formula
	cells
	code
	item
	title
	reference
	sidenote // a note in the margin
	aside    // text beside the article, which is left out
)

func (p *paragraph) first() textrow.Row { return p.rows[0] }
func (p *paragraph) last() textrow.Row  { return p.rows[len(p.rows)-1] }

func (p *paragraph) text() string {
	parts := make([]string, len(p.rows))
	for i, r := range p.rows {
		parts[i] = r.Text()
	}
	return strings.Join(parts, " ")
}

// names returns the names that a paragraph consists of, or begins with before it tells where these people work.
func (p *paragraph) names() []string {
	rows := make([]string, len(p.rows))
	for i, w := range p.rows {
		rows[i] = raised.Without(w.Cells)
	}
	return people.InRows(rows)
}

// box returns the area of a paragraph.
func (p *paragraph) box() page.Rect {
	box := p.rows[0].Cells[0].Box
	for _, r := range p.rows {
		for _, c := range r.Cells {
			box = box.Union(c.Box)
		}
	}
	return box
}

// paragraphs cuts a block into paragraphs.
func paragraphs(b layout.Block) []*paragraph {
	if b.Ruling != nil {
		return []*paragraph{{kind: cells, rows: textrow.RowsOf(b.Lines), page: b.Page, column: b.Column, ruling: b.Ruling}}
	}
	var found []*paragraph
	for _, part := range textrow.Cut(b) {
		found = append(found, &paragraph{rows: part.Rows, page: b.Page, column: b.Column, left: part.Left, right: part.Right, after: part.After})
	}
	return found
}
