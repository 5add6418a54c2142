// Package grid finds the columns of a table: what stands under each other in rows of cells.
//
// The package must not know which rows of a page are a table.
package grid

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/read/pdf/layout"
)

// A Row is lines beside each other, from left to right.
type Row struct {
	Lines  []layout.Line
	GoesOn bool // with the cells of the row above
}

// A Cell is the lines of a cell under each other, each of which may have several parts.
type Cell [][]layout.Line

// A Grid is the cells of a table.
type Grid struct {
	Head []Cell // nil where the first row names no columns
	Rows [][]Cell
}

const (
	mostColumns = 16
	cellGap     = 1.25 // how much wider than others a blank between two cells is
	closeBelow  = 1.35 // the distance of two lines of a cell, in sizes of the type
	moreBelow   = 1.12 // how much farther from each other rows are than the lines of a cell
)

// Of returns the grid that rows are, and reports whether their columns are clear.
func Of(rows []Row) (Grid, bool) {
	columns := columnsOf(rows)
	if len(columns) < 2 || len(columns) > mostColumns {
		return Grid{}, false
	}
	var g Grid
	for i, row := range rows {
		set := cellsOf(row.Lines, columns)
		if n := len(g.Rows) - 1; i > 0 && goesOn(rows, i, set, g.Rows[n]) {
			for k := range set {
				g.Rows[n][k] = append(g.Rows[n][k], set[k]...)
			}
			continue
		}
		g.Rows = append(g.Rows, set)
	}
	if isHead(rows) {
		g.Head, g.Rows = g.Rows[0], g.Rows[1:]
	}
	return g, true
}

// below returns how far a row is below the one before it.
func below(rows []Row, i int) float64 { return rows[i].Lines[0].Base - rows[i-1].Lines[0].Base }

// goesOn reports whether a row goes on with the cells of the row above: it has cells below some of those only, and
// no number, and is closer to that row than the next one to its own.
func goesOn(rows []Row, i int, set, above []Cell) bool {
	if rows[i].GoesOn {
		return true
	}
	up, filled := below(rows, i), 0
	for k, c := range set {
		if len(c) > 0 {
			filled++
			if len(above[k]) == 0 {
				return false
			}
		}
	}
	if len(set[0]) == 0 && i > 1 && up < closeBelow*rows[i].Lines[0].Size {
		return true
	}
	if filled == len(set) || slices.ContainsFunc(rows[i].Lines, isNumber) {
		return false
	}
	for i++; i < len(rows) && below(rows, i) < moreBelow*up; i++ {
		if len(rows[i].Lines) >= len(set) {
			return false
		}
	}
	return i < len(rows)
}

// isNumber reports whether a cell has digits and no letters.
func isNumber(l layout.Line) bool {
	text := l.Text()
	return strings.ContainsFunc(text, unicode.IsDigit) && !strings.ContainsFunc(text, unicode.IsLetter)
}

// A column is where the cells of a table's column stand.
type column struct{ left, right float64 }

// columnsOf returns the columns of rows: those of the rows with most cells, if there are two of them.
func columnsOf(rows []Row) []column {
	counts := map[int]int{}
	for _, row := range rows {
		counts[len(row.Lines)]++
	}
	most := 0
	for n, times := range counts {
		if n > most && (times > 1 || len(rows) < 4) {
			most = n
		}
	}
	columns := make([]column, most)
	for _, row := range rows {
		if len(row.Lines) != most {
			continue
		}
		for i, c := range row.Lines {
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
func cellsOf(row []layout.Line, columns []column) []Cell {
	set := make([]Cell, len(columns))
	for _, c := range row {
		first, last := covered(c, columns)
		for i, part := range split(c, last-first+1) {
			if set[first+i] == nil {
				set[first+i] = Cell{nil}
			}
			set[first+i][0] = append(set[first+i][0], part)
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

// split cuts a line at its widest blanks into a number of parts, if these are clearly wider than the others;
// else it is one part.
func split(l layout.Line, parts int) []layout.Line {
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

// isHead reports whether the first row names the columns: it has no number in most of its cells.
func isHead(rows []Row) bool {
	if len(rows) < 2 {
		return false
	}
	numbers := 0
	for _, c := range rows[0].Lines {
		if isNumber(c) {
			numbers++
		}
	}
	return numbers*2 < len(rows[0].Lines)
}

// AsItStands returns rows as a text of fixed pitch in which all stands where it stood.
func AsItStands(rows []Row) string {
	left, pitch := math.Inf(1), 0.0
	glyphs := 0
	for _, row := range rows {
		for _, c := range row.Lines {
			left = min(left, c.Box.Left)
			pitch += c.Box.Width()
			glyphs += len(c.Glyphs)
		}
	}
	pitch /= float64(max(glyphs, 1))
	var b strings.Builder
	for _, row := range rows {
		at := 0
		for i, c := range row.Lines {
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
	return b.String()
}
