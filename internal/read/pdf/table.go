package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/doc"
	"etal/internal/read/pdf/layout"
	"etal/internal/safe"
)

const (
	mostColumns = 16
	cellGap     = 1.25 // how much wider than others a blank between two cells is
)

// A column is where the cells of a table's column stand.
type column struct{ left, right float64 }

// growTables adds to tables the rows beside them that are cells too: those of one row, or of one cell.
func (r *reader) growTables() {
	for i, p := range r.flow {
		if p.kind == running && r.beginsTable(i) {
			p.kind = cells
		}
		if p.kind != cells {
			continue
		}
		for k := i - 1; k >= 0 && len(r.flow[k].first().cells) > 1 && r.flow[k+1].isBriefBelow(r.flow[k], r.width) && r.flow[k].isBriefBelow(r.flow[k], r.width); k-- {
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
	return slices.ContainsFunc(p.rows, func(w row) bool { return len(w.cells) > 1 })
}

// fewestRows is how many rows of two cells each make a table, where each row is a paragraph.
const fewestRows = 3

// beginsTable reports whether a paragraph and the next ones are rows of two cells that stand under each other.
func (r *reader) beginsTable(i int) bool {
	first := r.flow[i].first()
	if len(first.cells) < 2 {
		return false
	}
	for k := i; k < i+fewestRows; k++ {
		if k >= len(r.flow) || r.flow[k].page != r.flow[i].page || r.flow[k].kind != running && r.flow[k].kind != cells {
			return false
		}
		for _, w := range r.flow[k].rows {
			if len(w.cells) != len(first.cells) || math.Abs(w.cells[1].Box.Left-first.cells[1].Box.Left) > 3 {
				return false
			}
		}
	}
	return true
}

// tableGoesOn reports whether one of the next paragraphs has cells.
func (r *reader) tableGoesOn(k int) bool {
	for n := k + 1; n < len(r.flow) && n <= k+2 && r.flow[n].isBriefBelow(r.flow[n-1], r.width); n++ {
		if len(r.flow[n].first().cells) > 1 {
			return true
		}
	}
	return false
}

// isBriefBelow reports whether all rows of a paragraph are as brief as cells, and the first stands close below
// another.
func (p *paragraph) isBriefBelow(above *paragraph, width float64) bool {
	if p.page != above.page || len(p.first().cells) < 2 && p.first().right-p.first().left > 0.5*width || p.kind != running && p.kind != formula && p.kind != cells && p.kind != heading && p.kind != item {
		return false
	}
	if down := p.first().base - above.last().base; p != above && down < -1 || down > 3*p.first().size {
		return false
	}
	for _, w := range p.rows {
		for _, c := range w.cells {
			if c.Box.Width() > 0.75*width {
				return false
			}
		}
	}
	return p.kind != heading || p.first().size < above.first().size*sameSizeStep && !numbered.MatchString(p.text())
}

// table adds the table that rows of cells are, or the rows as they stand where its columns are not clear.
func (r *reader) table(parts []*paragraph) {
	var rows []row
	for _, p := range parts {
		rows = append(rows, p.rows...)
	}
	columns := columnsOf(rows)
	if len(columns) < 2 || len(columns) > mostColumns {
		r.asItStands(rows)
		return
	}
	var t doc.Table
	for i, w := range rows {
		set := r.cellsOf(w, columns)
		if i > 0 && goesOnAbove(rows, i, set) {
			last := t.Rows[len(t.Rows)-1]
			for k := range last {
				last[k] = joinedCells(last[k], set[k])
			}
			continue
		}
		t.Rows = append(t.Rows, set)
	}
	if isHead(rows) {
		t.Head, t.Rows = t.Rows[:1], t.Rows[1:]
	} else {
		t.Head = [][]doc.Cell{make([]doc.Cell, len(columns))}
	}
	r.add(t)
}

// columnsOf returns the columns of rows: those of the rows with most cells, if there are two of them.
func columnsOf(rows []row) []column {
	counts := map[int]int{}
	for _, w := range rows {
		counts[len(w.cells)]++
	}
	most := 0
	for n, times := range counts {
		if n > most && (times > 1 || len(rows) < 4) {
			most = n
		}
	}
	columns := make([]column, most)
	for _, w := range rows {
		if len(w.cells) != most {
			continue
		}
		for i, c := range w.cells {
			if columns[i].right == 0 {
				columns[i] = column{c.Box.Left, c.Box.Right}
			}
			columns[i].left, columns[i].right = min(columns[i].left, c.Box.Left), max(columns[i].right, c.Box.Right)
		}
	}
	for i := 1; i < len(columns); i++ {
		if columns[i].left < columns[i-1].right-1 {
			return nil
		}
	}
	return columns
}

// cellsOf returns the cells of a row, one for each column.
func (r *reader) cellsOf(w row, columns []column) []doc.Cell {
	parts := make([][]layout.Line, len(columns))
	for _, c := range w.cells {
		first, last := covered(c, columns)
		for i, part := range splitLine(c, last-first+1) {
			parts[first+i] = append(parts[first+i], part)
		}
	}
	set := make([]doc.Cell, len(columns))
	for i, lines := range parts {
		if len(lines) > 0 {
			set[i].Blocks = []doc.Block{doc.Paragraph{Text: r.inlines([]row{{cells: lines}}, false)}}
		}
	}
	return set
}

// covered returns the first and the last column that a line stands in.
func covered(l layout.Line, columns []column) (first, last int) {
	nearest, best := 0, math.Inf(1)
	first = -1
	for i, c := range columns {
		if l.Box.Left < c.right && l.Box.Right > c.left {
			if first < 0 {
				first = i
			}
			last = i
		}
		if d := math.Abs((c.left+c.right)/2 - (l.Box.Left+l.Box.Right)/2); d < best {
			nearest, best = i, d
		}
	}
	if first < 0 {
		return nearest, nearest
	}
	return first, last
}

// splitLine cuts a line at its widest blanks into a number of parts, if these are clearly wider than the
// others; else it is one part.
func splitLine(l layout.Line, parts int) []layout.Line {
	if parts < 2 {
		return []layout.Line{l}
	}
	var blanks []int
	width := func(i int) float64 { return l.Glyphs[i].Box.Width() }
	for i, g := range l.Glyphs {
		if g.Rune == ' ' && i > 0 && i+1 < len(l.Glyphs) {
			blanks = append(blanks, i)
		}
	}
	slices.SortFunc(blanks, func(a, b int) int { return int(math.Copysign(1, width(b)-width(a))) })
	if len(blanks) < parts-1 || len(blanks) >= parts && width(blanks[parts-2]) < cellGap*width(blanks[parts-1]) {
		return []layout.Line{l}
	}
	cuts := slices.Sorted(slices.Values(blanks[:parts-1]))
	var out []layout.Line
	from := 0
	for _, at := range append(cuts, len(l.Glyphs)) {
		part := l
		part.Glyphs = l.Glyphs[from:at]
		out = append(out, part)
		from = at + 1
	}
	return out
}

// goesOnAbove reports whether a row goes on with the cells of the row above: its first is empty, and it
// stands close.
func goesOnAbove(rows []row, i int, set []doc.Cell) bool {
	return len(set[0].Blocks) == 0 && rows[i].base-rows[i-1].base < 1.35*rows[i].size && i > 1
}

func joinedCells(a, b doc.Cell) doc.Cell {
	if len(b.Blocks) == 0 {
		return a
	}
	if len(a.Blocks) == 0 {
		return b
	}
	text := append(a.Blocks[0].(doc.Paragraph).Text, doc.Text(" "))
	a.Blocks = []doc.Block{doc.Paragraph{Text: append(text, b.Blocks[0].(doc.Paragraph).Text...)}}
	return a
}

// isHead reports whether the first row names the columns: it has no number in most of its cells.
func isHead(rows []row) bool {
	if len(rows) < 2 {
		return false
	}
	numbers := 0
	for _, c := range rows[0].cells {
		if strings.ContainsFunc(c.Text(), unicode.IsDigit) && !strings.ContainsFunc(c.Text(), unicode.IsLetter) {
			numbers++
		}
	}
	return numbers*2 < len(rows[0].cells)
}

// asItStands adds rows as a text of fixed pitch in which all stands where it stood.
func (r *reader) asItStands(rows []row) {
	left, pitch := math.Inf(1), 0.0
	glyphs := 0
	for _, w := range rows {
		left = min(left, w.left)
		for _, c := range w.cells {
			pitch += c.Box.Width()
			glyphs += len(c.Glyphs)
		}
	}
	pitch /= float64(max(glyphs, 1))
	var b strings.Builder
	for _, w := range rows {
		at := 0
		for i, c := range w.cells {
			to := int((c.Box.Left - left) / max(pitch, 1))
			if i > 0 {
				to = max(to, at+2)
			}
			b.WriteString(strings.Repeat(" ", max(0, to-at)))
			text := c.Text()
			b.WriteString(text)
			at = max(to, at) + len([]rune(text))
		}
		b.WriteByte('\n')
	}
	r.add(doc.Code{Text: safe.New(b.String())})
}
