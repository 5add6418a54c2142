package grid

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

const (
	longTitle     = 40  // glyphs of a title over several columns
	titleOf       = 3   // columns, of which a title stands over more than all but one
	mostOfHead    = 8   // rows
	indented      = 1.5 // sizes of the type by which a row without a first cell begins to the right
	farBelow      = 3.5 // sizes of the type between two rows of a head at most
	fewestCrowded = 4   // names in a line that only blanks between words part
	inMiddle      = 3.0 // points by which the middles of a name and its columns differ at most
	farRule       = 2.0 // sizes of the type from a name of columns down to the rule below it
)

// headOf returns how many of the first rows name the columns.
func headOf(rows []Row, ruling layout.Ruling) int {
	if len(rows) < 2 {
		return 0
	}
	if n := ruledHead(rows, ruling); n > 0 {
		for n < min(len(rows)-1, mostOfHead) && namesMore(rows, n) {
			n++
		}
		return n
	}
	if !isHead(rows[0]) {
		return 0
	}
	n, open := 1, isFirstEmpty(rows, rows[0])
	for n < len(rows)-1 && rows[n].GoesOn {
		n++
	}
	for n < min(len(rows)-1, mostOfHead) && isHead(rows[n]) && below(rows, n) < farBelow*rows[n].Lines[0].Size {
		empty := isFirstEmpty(rows, rows[n])
		if !empty && (!open || hasNumbers(rows[n])) || empty && !open && len(rows[n].Lines) > len(rows[n-1].Lines) && !hasPeriod(rows[n]) {
			break
		}
		open = open && empty
		n++
	}
	return n
}

// hasPeriod reports whether the same names come again and again in a row.
func hasPeriod(row Row) bool {
	n, _ := period(row)
	return n != 0
}

// period returns how many names of a row come again and again in it, of all; 0 if they do not.
func period(row Row) (n, all int) {
	var names []string
	for _, l := range row.Lines {
		names = append(names, strings.Fields(l.Text())...)
	}
	all = len(names)
	for n := 2; 2*n <= all; n++ {
		if all%n == 0 && slices.Equal(names, slices.Repeat(names[:n], all/n)) {
			return n, all
		}
	}
	return 0, all
}

// hasNumbers reports whether most cells of a row, but for the first, have digits.
func hasNumbers(row Row) bool {
	numbers := 0
	for _, c := range row.Lines[1:] {
		if strings.ContainsFunc(c.Text(), unicode.IsDigit) {
			numbers++
		}
	}
	return numbers*2 > len(row.Lines)-1
}

// ruledHead returns how many rows stand above the second rule of a table, if they name the columns.
func ruledHead(rows []Row, ruling layout.Ruling) int {
	if len(ruling.Full) < 2 {
		return 0
	}
	n := 0
	for n < len(rows) && rows[n].base() < ruling.Full[1].Top {
		n++
	}
	if n > 2 && !slices.ContainsFunc(rows[:n], func(row Row) bool { return len(row.Lines) < 2 || len(row.Lines) != len(rows[0].Lines) }) {
		return 0 // rows of a group
	}
	if n == len(rows) || n > mostOfHead || n > 1 && !slices.ContainsFunc(rows[:n], func(row Row) bool { return len(row.Lines) < 2 || !hasNumbers(row) }) {
		return 0
	}
	if slices.ContainsFunc(rows[1:max(n, 1)], func(row Row) bool { return !isHead(row) && !isFirstEmpty(rows, row) && !isFirstEmpty(rows, rows[0]) }) {
		return 0
	}
	return n
}

// namesMore reports whether a row below the rule of a head says more of its columns: without a first cell, it names those
// below a wide name, has units in brackets, or is bold as the names are and the next row is not.
func namesMore(rows []Row, n int) bool {
	isBelowWide := isFirstEmpty(rows, rows[n-1]) && len(rows[n-1].Lines) < len(rows[n].Lines) && len(rows[n].Lines) < len(rows[n+1].Lines)
	if isBelowWide && isFirstEmpty(rows, rows[n]) && !slices.ContainsFunc(rows[n+1:], func(row Row) bool { return isFirstEmpty(rows, row) }) {
		return true
	}
	if isFirstEmpty(rows, rows[n-1]) && len(rows[n-1].Lines) < len(rows[n].Lines) && !slices.ContainsFunc(rows[n].Lines, isNumber) && !hasNumbers(rows[n]) && hasNumbers(rows[n+1]) {
		return true
	}
	areUnits := !slices.ContainsFunc(rows[n].Lines, func(l layout.Line) bool {
		text := l.Text()
		return !strings.HasPrefix(text, "(") || !strings.HasSuffix(text, ")")
	})
	return len(rows[n].Lines) > 1 && isFirstEmpty(rows, rows[n]) && isHead(rows[n]) &&
		(areUnits || rows[0].isBold() && rows[n].isBold() && !rows[n+1].isBold())
}

// isBold reports whether all cells of a row are bold.
func (r Row) isBold() bool {
	return !slices.ContainsFunc(r.Lines, func(l layout.Line) bool { return l.Font == nil || !l.Font.Bold })
}

// isFirstEmpty reports whether a row has no cell in the first column.
func isFirstEmpty(rows []Row, row Row) bool {
	left := math.Inf(1)
	for _, o := range rows {
		left = min(left, o.Lines[0].Box.Left)
	}
	return row.Lines[0].Box.Left > left+indented*row.Lines[0].Size
}

// isTitle reports whether a row is one line over most columns, or has a long one over several, without a rule between.
func isTitle(row Row, columns []column, ruling layout.Ruling) bool {
	return slices.ContainsFunc(row.Lines, func(l layout.Line) bool {
		first, last := covered(l, columns)
		_, _, named := overRule(row, l, columns, ruling.Part)
		isWide := len(row.Lines) == 1 && (last-first+1)*titleOf > len(columns)*(titleOf-1)
		return !named && (isWide || last > first && l.Glyphs.Len() >= longTitle && len(parted(l, columns)) == 1)
	})
}

// isHead reports whether a row may name columns: it has no number in most of its cells.
func isHead(row Row) bool {
	numbers := 0
	for _, c := range row.Lines {
		if isNumber(c) {
			numbers++
		}
	}
	return numbers*2 < len(row.Lines)
}

// A named is a cell of a head and the columns that it names.
type named struct {
	HeadCell
	first, last, level int
	base               float64
}

// headCells returns the cells of a head in rows, those that name several columns above the others.
func headCells(rows []Row, columns []column, parts []page.Rect) [][]HeadCell {
	var all []named
	levels := 0
	for i, row := range rows {
		var names []named
		if i+1 < len(rows) {
			names = namesAbove(row, rows[i+1], columns)
		}
		if names == nil {
			for _, l := range row.Lines {
				names = append(names, namesIn(row, l, columns, parts)...)
			}
		}
		for _, c := range names {
			var above *named
			for k := range all {
				if o := &all[k]; o.first <= c.last && c.first <= o.last && (above == nil || o.level > above.level) {
					above = o
				}
			}
			if above != nil {
				isSame := above.first == c.first && above.last == c.last
				if isSame && above.base == c.base {
					n := len(above.Cell) - 1
					above.Cell[n] = append(above.Cell[n], c.Cell[0]...)
					continue
				}
				if isSame && !isRuled(*above, c, parts) {
					above.Cell, above.base = append(above.Cell, c.Cell...), c.base
					continue
				}
				c.level = above.level + 1
			}
			levels = max(levels, c.level+1)
			all = append(all, c)
		}
	}
	head := make([][]HeadCell, levels)
	slices.SortStableFunc(all, func(a, b named) int { return cmp.Compare(a.first, b.first) })
	for level := range head {
		next := 0
		for _, c := range all {
			if c.level != level || c.first < next {
				continue
			}
			for ; next < c.first; next++ {
				head[level] = append(head[level], HeadCell{Across: 1})
			}
			head[level] = append(head[level], c.HeadCell)
			next = c.last + 1
		}
		for ; next < len(columns); next++ {
			head[level] = append(head[level], HeadCell{Across: 1})
		}
	}
	return head
}

// nameOf returns the name of some columns.
func nameOf(l layout.Line, first, last int) named {
	return named{HeadCell: HeadCell{Cell{{l}}, last - first + 1}, first: first, last: last, base: l.Base}
}

// namesAbove returns the names of a row of a head each of which stands above the names that come again and again in the
// next, but for the first column; nil if they do not.
func namesAbove(row, next Row, columns []column) (all []named) {
	n, names := period(next)
	lines := row.Lines
	if first, _ := covered(lines[0], columns); first == 0 {
		all, lines = append(all, nameOf(lines[0], 0, 0)), lines[1:]
	}
	if names != len(columns)-1 || n*len(lines) != names {
		return nil
	}
	for i, l := range lines {
		all = append(all, nameOf(l, 1+i*n, n+i*n))
	}
	return all
}

// namesIn returns the names of columns that a line of a head has.
func namesIn(row Row, l layout.Line, columns []column, parts []page.Rect) (all []named) {
	if first, last, ok := overRule(row, l, columns, parts); ok {
		return []named{nameOf(l, first, last)}
	}
	for _, part := range wide(parted(l, columns), l) {
		first, last := covered(part, columns)
		if n := len(columns) - 1; len(row.Lines) == 1 && first > 1 && first < last && math.Abs((l.Box.Left+l.Box.Right)/2-(columns[1].left+columns[n].right)/2) < inMiddle {
			first, last = 1, n // in the middle above all but the first
		}
		all = append(all, nameOf(part, first, last))
	}
	return all
}

// wide returns the parts of a line, or the line if only blanks between words part them: it names several columns.
func wide(parts []layout.Line, l layout.Line) []layout.Line {
	for i := 1; i < len(parts); i++ {
		if parts[i].Box.Left-parts[i-1].Box.Right < wideBlank*l.Size && len(parts) < fewestCrowded {
			return []layout.Line{l}
		}
	}
	return parts
}

// overRule returns the first and the last column above which a line stands with a rule between, alone of its row.
func overRule(row Row, l layout.Line, columns []column, parts []page.Rect) (first, last int, ok bool) {
	for _, r := range parts {
		middle := (l.Box.Left + l.Box.Right) / 2
		if r.Top < l.Base || r.Top > l.Base+farRule*l.Size || middle < r.Left || middle > r.Right ||
			slices.ContainsFunc(row.Lines, func(o layout.Line) bool {
				return o.Box.Left != l.Box.Left && o.Box.Left < r.Right && o.Box.Right > r.Left
			}) {
			continue
		}
		return spanOf(columns, func(c column) bool { return c.middle() > r.Left && c.middle() < r.Right })
	}
	return 0, 0, false
}

// isRuled reports whether a rule parts two cells under each other.
func isRuled(above, below named, parts []page.Rect) bool {
	return slices.ContainsFunc(parts, func(r page.Rect) bool {
		c := below.Cell[0][0].Box
		return r.Top > above.base && r.Top < below.base && r.Left < c.Right && r.Right > c.Left
	})
}
