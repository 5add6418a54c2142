package doc

import (
	"slices"
	"strings"
	"unicode"
)

// Limits of a table: what spans more or holds more is cut to them. They are far beyond any
// table that a terminal can show.
const (
	MaxColumns = 100
	MaxCells   = 50_000
	// maxLaidOut is how many cells a table is laid out with, those that its shorter rows lack
	// among them. The rows of a larger one are lines.
	maxLaidOut = 200_000
	maxSpan    = 1000 // rows or columns that a cell may span, as in HTML
)

// A placed cell is a cell of a table whose spans are spread out.
type placed struct {
	cell   Cell
	copied bool // of the cell to the left or above
}

// isBlank reports whether nothing is to be read in a cell.
func (p placed) isBlank() bool { return IsBlank(Lines(p.cell.Blocks)) }

// table writes a table. Markdown's have one row of headings and no spans.
func (w *writer) table(t Table) {
	left := MaxCells
	head, fits := spread(t.Head, &left)
	rows, also := spread(t.Rows, &left)
	if !fits || !also {
		w.draft.Notify(NoticeTable)
	}
	if len(head) == 0 && len(rows) > 1 && isHead(rows[0]) {
		head, rows = rows[:1], rows[1:] // as people write tables who have no other way
	}
	all := slices.Concat(head, rows)
	columns := 0
	for _, row := range all {
		columns = max(columns, len(row))
	}
	switch {
	case columns == 0:
	case columns == 1 && len(head) == 0: // a box
		for _, row := range rows {
			w.blocks(row[0].cell.Blocks)
		}
	case columns*len(rows) > maxLaidOut:
		w.draft.Notify(NoticeLaidOut)
		for _, row := range all {
			w.rowLine(row)
		}
	default:
		w.begin(false)
		w.row(columns, func(column int) { w.cellLine(headCell(head, column)) })
		w.body = append(w.body, "\n"+w.prefix+strings.Repeat("|---", columns)+"|"...)
		for _, row := range rows {
			if slices.ContainsFunc(row, func(p placed) bool { return !p.copied && !p.isBlank() }) {
				w.body = append(w.body, "\n"+w.prefix...)
				w.row(columns, func(column int) {
					if column < len(row) && !row[column].copied {
						w.cellLine(Lines(row[column].cell.Blocks))
					}
				})
			}
		}
	}
}

// rowLine writes a row as a line of text.
func (w *writer) rowLine(row []placed) {
	var text []Inline
	for _, p := range row {
		if !p.copied {
			text = append(append(text, Lines(p.cell.Blocks)...), Text(" "))
		}
	}
	w.text(false, text)
}

func (w *writer) row(columns int, cell func(column int)) {
	for column := range columns {
		w.body = append(w.body, "| "...)
		cell(column)
		w.body = append(w.body, ' ')
	}
	w.body = append(w.body, '|')
}

func (w *writer) cellLine(text []Inline) {
	w.cell, w.line = true, len(w.body)
	w.inline(w.tidy(text), false)
	w.endText()
	w.cell = false
}

// headCell returns the headings of a column, from the widest to its own.
func headCell(head [][]placed, column int) []Inline {
	var text []Inline
	last := ""
	for _, row := range head {
		if column >= len(row) {
			continue
		}
		inner := Tidy(Lines(row[column].cell.Blocks))
		plain := Plain(inner)
		if plain == "" || plain == last {
			if !row[column].copied {
				text = append(text, pagesIn(inner)...)
			}
			continue
		}
		if last = plain; len(text) > 0 {
			text = append(text, Text(": "))
		}
		for _, in := range inner {
			in.Style &^= Bold
			if row[column].copied { // it was a mark the first time
				if in.note() != nil || in.page() != nil {
					continue
				}
				if _, ok := in.To.(Address); !ok {
					in.To = nil
				}
			}
			text = append(text, in)
		}
	}
	return text
}

// isHead reports whether a row may have the headings of columns: each cell has a word, and none spans
// several columns.
func isHead(row []placed) bool {
	return !slices.ContainsFunc(row, func(p placed) bool {
		return p.copied || !strings.ContainsFunc(Plain(Lines(p.cell.Blocks)), unicode.IsLetter)
	})
}

// spread lays out rows cell by cell, a cell that spans several at each place; fits reports
// whether there was room for all. Left is how many cells there is room for.
func spread(cells [][]Cell, left *int) (rows [][]placed, fits bool) {
	fits = true
	type hanging struct {
		cell Cell
		rows int
	}
	var above []hanging // by column, from the rows before
	for _, line := range cells {
		var row []placed
		fill := func() {
			for len(row) < len(above) && above[len(row)].rows > 0 && *left > 0 {
				h := &above[len(row)]
				h.rows--
				row = append(row, placed{h.cell, true})
				*left--
			}
		}
		for _, c := range line {
			fill()
			fits = fits && len(row) < MaxColumns && *left > 0
			for i := 0; i < span(c.Across) && len(row) < MaxColumns && *left > 0; i++ {
				for len(above) <= len(row) {
					above = append(above, hanging{})
				}
				above[len(row)] = hanging{c, span(c.Down) - 1}
				row = append(row, placed{c, i > 0})
				*left--
			}
		}
		fill()
		rows = append(rows, row)
	}
	return rows, fits
}

func span(n int) int { return min(max(n, 1), maxSpan) }

// Lines returns the text of blocks as it is shown where no blocks can stand, a line for each.
func Lines(blocks []Block) []Inline {
	var text []Inline
	line := func(part []Inline) {
		text = append(append(append(text, LineBreak()), part...), LineBreak())
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			line(b.Text)
		case Heading:
			line(b.Text)
		case List:
			for _, item := range b.Items {
				if len(item.Label) > 0 {
					text = append(append(append(text, LineBreak()), item.Label...), Text(" "))
				}
				inner := Lines(item.Blocks)
				if first := slices.IndexFunc(inner, func(in Inline) bool { return in.page() == nil }); len(item.Label) > 0 && first >= 0 {
					inner = slices.Delete(inner, first, first+1) // on the label's line
				}
				text = append(text, inner...)
			}
		case Definitions:
			for _, d := range b.Items {
				line(d.line())
			}
		case Quote:
			text = append(text, Lines(b.Blocks)...)
		case Box:
			text = append(text, Lines(b.Blocks)...)
		case Figure:
			line(b.Caption)
			text = append(text, Lines(b.Blocks)...)
		case Table:
			line(b.Caption)
			for _, row := range slices.Concat(b.Head, b.Rows) {
				text = append(text, LineBreak())
				for _, c := range row {
					text = append(append(text, Tidy(Lines(c.Blocks))...), Text(" "))
				}
			}
			text = append(text, LineBreak())
			text = append(text, Lines(b.Notes)...)
		case Code:
			line([]Inline{{Text: b.Text, Style: CodeSpan}})
		case Formula:
			line(b.Text)
		case *PageStart:
			text = append(text, Inline{To: b})
		}
	}
	return text
}
