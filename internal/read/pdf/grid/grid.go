// Package grid finds the columns of a table: what stands under each other in rows of cells.
//
// The package must not know which rows of a page are a table.
package grid

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// A Row is lines beside each other, from left to right.
type Row struct {
	Lines  []layout.Line
	GoesOn bool // with the cells of the row above
}

func (r Row) base() float64 { return r.Lines[0].Base }

// A Cell is the lines of a cell under each other, each of which may have several parts.
type Cell [][]layout.Line

// A Grid is the cells of a table.
type Grid struct {
	Columns int
	Title   []layout.Line // above the names of columns
	Head    [][]HeadCell  // from the names of several columns to those of each; nil where nothing names the columns
	Rows    [][]Cell
}

// A HeadCell names a number of columns.
type HeadCell struct {
	Cell
	Across int
}

const (
	mostColumns = 40
	cellGap     = 1.25 // how much wider than others a blank between two cells is
	closeBelow  = 1.35 // the distance of two lines of a cell, in sizes of the type
	mostApart   = 1.8  // the same of two rows between which a name stands that is that of several
	moreBelow   = 1.12 // how much farther from each other rows are than the lines of a cell
)

// Of returns the grid that rows are, between rules if there are any, and reports whether their columns are clear.
func Of(rows []Row, ruling layout.Ruling) (Grid, bool) {
	head := headOf(rows, ruling)
	columns := columnsOf(rows, head)
	if len(columns) < 2 || len(columns) > mostColumns {
		return Grid{}, false
	}
	g := Grid{Columns: len(columns)}
	for head > 1 && isTitle(rows[0], columns, ruling) {
		g.Title = append(g.Title, rows[0].Lines...)
		rows, head = rows[1:], head-1
	}
	body := raiseLabels(rows[head:], ruling)
	byRule := areRuled(body, ruling)
	for i, row := range body {
		set := cellsOf(row.Lines, columns)
		if n := len(g.Rows) - 1; n >= 0 && (byRule && !isRuleBetween(body[i-1], row, ruling) || !byRule && goesOn(body, i, set, g.Rows[n])) {
			for k := range set {
				g.Rows[n][k] = append(g.Rows[n][k], set[k]...)
			}
			continue
		}
		g.Rows = append(g.Rows, set)
	}
	if head > 0 {
		g.Head = headCells(rows[:head], columns, ruling.Part)
	}
	if areRightToLeft(rows) {
		for _, row := range g.Rows {
			slices.Reverse(row)
		}
		for _, row := range g.Head {
			slices.Reverse(row)
		}
	}
	return g, true
}

// areRightToLeft reports whether most cells with letters are read from right to left, and so the columns.
func areRightToLeft(rows []Row) bool {
	right, left := 0, 0
	for _, row := range rows {
		for _, l := range row.Lines {
			if l.IsRightToLeft() {
				right++
			} else if strings.ContainsFunc(l.Text(), unicode.IsLetter) {
				left++
			}
		}
	}
	return right > left
}

// raiseLabels puts names that stand in the middle of several rows between rules, before the two rows there, into the
// first of these.
func raiseLabels(rows []Row, ruling layout.Ruling) []Row {
	if len(ruling.Full) < fewestRuled {
		return rows
	}
	var out []Row
	for i, row := range rows {
		n := len(out) - 1
		name := row.Lines[0]
		isBefore := func(o Row) bool { return name.Box.Right < o.Lines[0].Box.Left }
		isBetween := len(row.Lines) == 1 && n >= 0 && i+1 < len(rows) && isBefore(out[n]) && isBefore(rows[i+1]) &&
			rows[i+1].base()-out[n].base() < mostApart*name.Size && !isRuleBetween(out[n], rows[i+1], ruling)
		if !isBetween {
			out = append(out, row)
			continue
		}
		for n > 0 && isBefore(out[n-1]) && !isRuleBetween(out[n-1], out[n], ruling) {
			n--
		}
		out[n].Lines = append(slices.Clip(out[n].Lines), row.Lines...)
	}
	for first := 0; first < len(out); {
		end := first + 1
		for end < len(out) && !isRuleBetween(out[end-1], out[end], ruling) {
			end++
		}
		raiseMiddle(out[first:end])
		first = end
	}
	return out
}

// raiseMiddle puts the name beside the row in the middle of several, which have none, into the first of them.
func raiseMiddle(group []Row) {
	middle := len(group) / 2
	name := group[middle].Lines[0]
	isBeside := func(row Row) bool { return row.Lines[0].Box.Left <= name.Box.Right }
	if len(group)%2 == 0 || middle == 0 || len(group[middle].Lines) < 2 || slices.ContainsFunc(group[:middle], isBeside) || slices.ContainsFunc(group[middle+1:], isBeside) {
		return
	}
	group[0].Lines = append(slices.Clip(group[0].Lines), name)
	group[middle].Lines = group[middle].Lines[1:]
}

// What tells that rules stand between the rows of a table, and not between groups of them.
const (
	fewestRuled = 3 // rows between rules
	mostInRuled = 6 // lines of most of them
)

// areRuled reports whether rules stand between the rows of a table: between two rules few lines have a cell in each
// column, or only one does.
func areRuled(rows []Row, ruling layout.Ruling) bool {
	ruled, several, groups := 0, 0, 0
	for i := 0; i < len(rows); {
		last := i + 1
		for last < len(rows) && !isRuleBetween(rows[last-1], rows[last], ruling) {
			last++
		}
		if ruled++; last > i+1 {
			several++
			if isGroup(rows[i:last]) || last-i > mostInRuled {
				groups++
			}
		}
		i = last
	}
	return ruled >= fewestRuled && several > 0 && groups*fewestRuled <= several
}

// isGroup reports whether each of the rows between two rules begins like the first and has other cells, or several have
// numbers under each other.
func isGroup(rows []Row) bool {
	alike := true
	var numbers []layout.Line
	for _, row := range rows {
		alike = alike && len(row.Lines) > 1 && math.Abs(row.Lines[0].Box.Left-rows[0].Lines[0].Box.Left) < atStart
		for _, l := range row.Lines {
			if !isNumber(l) {
				continue
			}
			if slices.ContainsFunc(numbers, func(o layout.Line) bool {
				return o.Base != l.Base && o.Box.Left < l.Box.Right && l.Box.Left < o.Box.Right
			}) {
				return true
			}
			numbers = append(numbers, l)
		}
	}
	return alike
}

// isRuleBetween reports whether a rule as wide as the table stands between two rows.
func isRuleBetween(above, below Row, ruling layout.Ruling) bool {
	return slices.ContainsFunc(ruling.Full, func(r page.Rect) bool { return r.Top > above.base() && r.Top < below.base() })
}

// below returns how far a row is below the one before it.
func below(rows []Row, i int) float64 { return rows[i].Lines[0].Base - rows[i-1].Lines[0].Base }

// goesOn reports whether a row goes on with the cells of the row above: it has cells below some of those only, and
// no number, and is closer to that row than the next one to its own.
func goesOn(rows []Row, i int, set, above []Cell) bool {
	if rows[i].GoesOn {
		return true
	}
	up, filled, hanging := below(rows, i), 0, 0
	for k, c := range set {
		if len(c) > 0 && len(above[k]) > 0 && hangsBelow(c[0][0], above[k][0][0]) {
			hanging++
		}
	}
	if hanging >= fewestHanging {
		return true
	}
	for k, c := range set {
		if len(c) > 0 {
			filled++
			if len(above[k]) == 0 || isNumber(c[0][0]) && isNumber(above[k][0][0]) {
				return false
			}
		}
	}
	if len(set[0]) == 0 && up < closeBelow*rows[i].Lines[0].Size {
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

// fewestHanging is how many cells of a row hang below those above for all to go on.
const fewestHanging = 2

// hangsBelow reports whether a line goes on below another as a hanging indent: to its right, with a small letter.
func hangsBelow(l, above layout.Line) bool {
	first, _ := utf8.DecodeRuneInString(l.Text())
	right := (l.Box.Left - above.Box.Left) / l.Size
	return unicode.IsLower(first) && right > leastHanging && right < indented
}

// leastHanging is the indent of a line that goes on with a cell, in sizes of the type.
const leastHanging = 0.4

// isNumber reports whether a cell has digits and no letters.
func isNumber(l layout.Line) bool {
	text := l.Text()
	return strings.ContainsFunc(text, unicode.IsDigit) && !strings.ContainsFunc(text, unicode.IsLetter)
}

// AsItStands returns rows as a text of fixed pitch in which all stands where it stood.
func AsItStands(rows []Row) string {
	left, pitch := math.Inf(1), 0.0
	glyphs := 0
	for _, row := range rows {
		for _, c := range row.Lines {
			left = min(left, c.Box.Left)
			pitch += c.Box.Width()
			glyphs += c.Glyphs.Len()
		}
	}
	pitch = max(pitch/float64(max(glyphs, 1)), 1)
	var b strings.Builder
	for _, row := range rows {
		end := left
		for i, c := range row.Lines {
			blanks := layout.Blanks(c.Box.Left-end-pitch/2, pitch) // whole ones
			if i > 0 && len(blanks) < 2 {
				blanks = "  "
			}
			text := c.Text()
			b.WriteString(blanks + text)
			end += pitch * float64(len(blanks)+utf8.RuneCountInString(text))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
