package pdf

import (
	"math"
	"slices"

	"etal/internal/doc"
	"etal/internal/read/pdf/grid"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/levels"
	"etal/internal/read/pdf/textrow"
	"etal/internal/safe"
)

// growTables adds to tables the rows beside them that are cells too: those of one row, or of one cell.
func (r *reader) growTables() {
	for i, p := range r.flow {
		if p.kind == running && r.beginsTable(i) {
			p.kind = cells
		}
		if p.kind != cells || p.ruling != nil {
			continue
		}
		for k := i - 1; k >= 0 && len(r.flow[k].first().Cells) > 1 && r.flow[k+1].isBriefBelow(r.flow[k], r.width) && r.flow[k].isBriefBelow(r.flow[k], r.width); k-- {
			r.flow[k].kind = cells
		}
		for k := i + 1; k < len(r.flow) && r.flow[k].isBriefBelow(r.flow[k-1], r.width); k++ {
			if !r.flow[k].hasCells() && !r.tableGoesOn(k) {
				break
			}
			r.flow[k].kind = cells
		}
	}
}

// hasCells reports whether a row of a paragraph is several cells.
func (p *paragraph) hasCells() bool {
	return slices.ContainsFunc(p.rows, func(w textrow.Row) bool { return len(w.Cells) > 1 })
}

// fewestRows is how many rows of two cells each make a table, where each row is a paragraph.
const fewestRows = 3

// beginsTable reports whether a paragraph and the next ones are rows of two cells that stand under each other.
func (r *reader) beginsTable(i int) bool {
	first := r.flow[i].first()
	if len(first.Cells) < 2 {
		return false
	}
	for k := i; k < i+fewestRows; k++ {
		if k >= len(r.flow) || r.flow[k].page != r.flow[i].page || r.flow[k].kind != running && r.flow[k].kind != cells {
			return false
		}
		for _, w := range r.flow[k].rows {
			if len(w.Cells) != len(first.Cells) || math.Abs(w.Cells[1].Box.Left-first.Cells[1].Box.Left) > 3 {
				return false
			}
		}
	}
	return true
}

// tableGoesOn reports whether one of the next paragraphs has cells.
func (r *reader) tableGoesOn(k int) bool {
	for n := k + 1; n < len(r.flow) && n <= k+2 && r.flow[n].isBriefBelow(r.flow[n-1], r.width); n++ {
		if len(r.flow[n].first().Cells) > 1 {
			return true
		}
	}
	return false
}

// isBriefBelow reports whether all rows of a paragraph are as brief as cells, and the first stands close below
// another.
func (p *paragraph) isBriefBelow(above *paragraph, width float64) bool {
	if p.page != above.page || p.ruling != nil || above.ruling != nil || len(p.first().Cells) < 2 && p.first().Right-p.first().Left > 0.5*width || p.kind != running && p.kind != formula && p.kind != cells && p.kind != heading && p.kind != item {
		return false
	}
	if down := p.first().Base - above.last().Base; p != above && down < -1 || down > 3*p.first().Size {
		return false
	}
	for _, w := range p.rows {
		for _, c := range w.Cells {
			if c.Box.Width() > 0.75*width {
				return false
			}
		}
	}
	return p.kind != heading || p.first().Size < above.first().Size*textrow.SizeStep && !levels.IsNumbered(p.text())
}

// table adds the table that rows of cells are, or the rows as they stand where its columns are not clear.
func (r *reader) table(parts []*paragraph) {
	ruling := layout.Ruling{}
	if parts[0].ruling != nil {
		ruling = *parts[0].ruling
	}
	var rows []grid.Row
	for _, p := range parts {
		for _, w := range p.rows {
			rows = append(rows, grid.Row{Lines: w.Cells, GoesOn: w.GoesOn})
		}
	}
	g, ok := grid.Of(rows, ruling)
	if !ok {
		r.add(doc.Code{Text: safe.New(grid.AsItStands(rows))})
		return
	}
	for _, l := range g.Title {
		r.add(doc.Paragraph{Text: r.inlines([]textrow.Row{{Cells: []layout.Line{l}}}, false)})
	}
	var t doc.Table
	if g.Head == nil {
		g.Head = [][]grid.HeadCell{make([]grid.HeadCell, g.Columns)}
	}
	for _, row := range g.Head {
		cells := make([]grid.Cell, len(row))
		for i, c := range row {
			cells[i] = c.Cell
		}
		set := r.tableRow(cells)
		for i := range row {
			set[i].Across = row[i].Across
		}
		t.Head = append(t.Head, set)
	}
	for _, cells := range g.Rows {
		t.Rows = append(t.Rows, r.tableRow(cells))
	}
	r.add(t)
}

func (r *reader) tableRow(cells []grid.Cell) []doc.Cell {
	set := make([]doc.Cell, len(cells))
	for i, c := range cells {
		var rows []textrow.Row
		for _, lines := range c {
			rows = append(rows, textrow.Row{Cells: lines})
		}
		if len(rows) > 0 {
			set[i].Blocks = []doc.Block{doc.Paragraph{Text: r.inlines(rows, false)}}
		}
	}
	return set
}
