package pdf

import (
	"cmp"
	"math"
	"slices"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/layout"
)

// tableCaption matches the beginning of a caption above a table.
var tableCaption = lazyregexp.New(`^(?i:tab|supplementary tab|extended data tab|таблица)`)

// What stands below a caption is its table up to text, or a gap.
const (
	longCell    = 32  // glyphs of a row, from which on it is prose
	tableGap    = 6.0 // sizes of the type
	sameRow     = 0.4 // of the size, by which the bases of cells in a row differ
	fewestCells = 3   // rows of several cells
	mostGoingOn = 4   // cells of a row that go on with those above
	near        = 2   // rows above and below a cell
	mostAskew   = 0.6 // of the cells, which stand under none of those
)

// findCaptioned makes tables of the rows below their captions, in the order in which they stand: files often have
// them by columns, or cell by cell, and bold cells look like headings.
func (r *reader) findCaptioned() {
	for i := 0; i < len(r.flow); i++ {
		p := r.flow[i]
		if p.kind != caption || len(p.rows) == 0 || !tableCaption.MatchString(p.text()) {
			continue
		}
		parts := r.below(i)
		head := p.rowsOfCells(parts)
		var lines []layout.Line
		for _, w := range p.rows[head:] {
			lines = append(lines, w.cells...)
		}
		for _, q := range parts {
			for _, w := range q.rows {
				lines = append(lines, w.cells...)
			}
		}
		rows := rowsByPlace(lines)
		markGoingOn(rows, lines)
		rows = rows[:lastOfTable(rows)+1]
		if !isTabular(rows) {
			continue
		}
		p.rows = p.rows[:head]
		for _, q := range parts {
			q.cutAbove(rows[len(rows)-1].base + 1)
		}
		table := &paragraph{kind: cells, page: p.page, column: p.column, rows: rows}
		r.flow = slices.Insert(r.flow, i+1, table)
	}
	r.flow = slices.DeleteFunc(r.flow, func(p *paragraph) bool { return len(p.rows) == 0 })
}

// below returns the paragraphs that can be the table of a caption: those that follow it and stand between it and
// the next text or caption.
func (r *reader) below(i int) []*paragraph {
	p := r.flow[i]
	var found []*paragraph
	top, bottom, limit := p.first().base, p.last().base, math.Inf(1)
	for _, q := range r.flow[i+1:] {
		if len(q.rows) == 0 {
			continue
		}
		first := q.first()
		switch {
		case q.page != p.page:
			return found
		case q.kind == caption && first.base > top:
			limit = min(limit, first.base-1)
			continue
		case q.last().base > limit:
			continue
		case first.base < top+1, first.base > bottom+tableGap*first.size, r.endsTable(q):
			return found
		}
		found = append(found, q)
		bottom = max(bottom, q.last().base)
	}
	return found
}

// endsTable reports whether a paragraph cannot be a part of a table.
func (r *reader) endsTable(p *paragraph) bool {
	switch p.kind {
	case caption, title, reference, code, aside, sidenote:
		return true
	case note:
		return !p.hasCells() // a star may be a cell
	case heading:
		return p.first().size > r.body.size*1.05
	}
	prose := 0
	for _, w := range p.rows {
		if len(w.cells) > 1 {
			continue
		}
		if w.right-w.left > 0.9*r.width && w.size > r.body.size*0.95 {
			return true
		}
		if len(w.cells[0].Glyphs) >= longCell {
			prose++
		}
	}
	return prose > 1
}

// rowsOfCells returns the index of the first of the rows of cells at the end of a caption: they have several cells, or
// cells beside them in the paragraphs below.
func (p *paragraph) rowsOfCells(parts []*paragraph) int {
	for i, w := range p.rows {
		if i == 0 {
			continue
		}
		beside := func(o row) bool { return math.Abs(o.base-w.base) < sameRow*w.size && o.left > w.right }
		if len(w.cells) > 1 || slices.ContainsFunc(parts, func(q *paragraph) bool { return slices.ContainsFunc(q.rows, beside) }) {
			return i
		}
	}
	return len(p.rows)
}

// rowsByPlace returns lines as rows from top to bottom, whose cells stand from left to right.
func rowsByPlace(lines []layout.Line) []row {
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b layout.Line) int { return cmp.Compare(a.Base, b.Base) })
	var rows []row
	for _, l := range lines {
		n := len(rows) - 1
		if n < 0 || math.Abs(l.Base-rows[n].base) > sameRow*l.Size || slices.ContainsFunc(rows[n].cells, func(c layout.Line) bool { return c.Box.Left < l.Box.Right && l.Box.Left < c.Box.Right }) {
			rows = append(rows, row{cells: []layout.Line{l}, left: l.Box.Left, right: l.Box.Right, base: l.Base, size: l.Size})
			continue
		}
		w := &rows[n]
		w.cells = append(w.cells, l)
		w.left, w.right = min(w.left, l.Box.Left), max(w.right, l.Box.Right)
	}
	for i := range rows {
		slices.SortStableFunc(rows[i].cells, func(a, b layout.Line) int { return cmp.Compare(a.Box.Left, b.Box.Left) })
		rows[i].setStyle()
	}
	return rows
}

// markGoingOn marks the rows that go on with the cells of the row above, as the order of the file tells: it has the
// lines of a cell one after the other. Where it has whole columns so, no row is marked.
func markGoingOn(rows []row, lines []layout.Line) {
	type place struct{ x, y float64 }
	below := map[place]bool{}
	for i := 1; i < len(lines); i++ {
		l, last := lines[i], lines[i-1]
		if down := l.Base - last.Base; down > sameRow*l.Size && down < looseLeading*l.Size && math.Abs(l.Box.Left-last.Box.Left) < sameRow*l.Size {
			below[place{l.Box.Left, l.Base}] = true
		}
	}
	marked, first := 0, 0
	for i := range rows {
		if n := len(rows[i].cells); n > mostGoingOn || n >= len(rows[first].cells) || slices.ContainsFunc(rows[i].cells, func(c layout.Line) bool { return !below[place{c.Box.Left, c.Base}] }) {
			first = i
			continue
		}
		rows[i].goesOn = true
		marked++
	}
	if len(rows)-marked < fewestCells || marked*3 > len(rows)*2 {
		for i := range rows {
			rows[i].goesOn = false
		}
	}
}

// lastOfTable returns the index of the last row of several cells, or of the last of the few rows that go on with it;
// -1 if there is none.
func lastOfTable(rows []row) int {
	last := len(rows) - 1
	for last >= 0 && len(rows[last].cells) < 2 {
		last--
	}
	if last < 1 {
		return -1
	}
	end := last + 1
	for end < len(rows) && rows[end].goesOn && end-last <= mostGoingOn {
		end++
	}
	if end < len(rows) && rows[end].goesOn {
		return last // a paragraph below
	}
	return end - 1
}

// isTabular reports whether a third of rows, and three at least, have several cells, most of which stand under
// others: words of a line with wide blanks do not.
func isTabular(rows []row) bool {
	var several []row
	for _, w := range rows {
		if len(w.cells) > 1 {
			several = append(several, w)
		}
	}
	all, askew := 0, 0
	for i, w := range several {
		for _, c := range w.cells {
			all++
			if !slices.ContainsFunc(several[max(0, i-near):min(len(several), i+near+1)], func(o row) bool { return o.base != w.base && o.hasUnder(c) }) {
				askew++
			}
		}
	}
	return len(several) >= fewestCells && len(several)*3 >= len(rows) && float64(askew) <= mostAskew*float64(all)
}

// hasUnder reports whether a row has a cell that begins, ends or has its middle where another does.
func (w row) hasUnder(c layout.Line) bool {
	const askew = 3.0 // points
	return slices.ContainsFunc(w.cells, func(o layout.Line) bool {
		left, right := c.Box.Left-o.Box.Left, c.Box.Right-o.Box.Right
		return math.Abs(left) < askew || math.Abs(right) < askew || math.Abs(left+right) < 2*askew
	})
}

// cutAbove takes the rows above a base out.
func (p *paragraph) cutAbove(base float64) {
	p.rows = slices.DeleteFunc(p.rows, func(w row) bool { return w.base < base })
	if p.kind == cells {
		p.kind = running
	}
}
