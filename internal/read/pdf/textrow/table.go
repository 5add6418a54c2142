package textrow

import (
	"cmp"
	"math"
	"slices"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/layout"
)

const (
	sameRow     = 0.4 // of the size, by which the bases of cells in a row differ
	fewestCells = 3   // rows of several cells
	mostGoingOn = 4   // cells of a row that go on with those above
	near        = 2   // rows above and below a cell
	mostAskew   = 0.6 // of the cells, which stand under none of those
)

// Table returns the rows of the table that lines in the order of the file are, without those below it, and reports
// whether they are one.
func Table(lines []layout.Line) ([]Row, bool) {
	rows := RowsOf(lines)
	rows = rows[:lastOfTable(rows)+1]
	return rows, isTabular(rows)
}

// RowsOf returns the rows that lines in the order of the file are, which are known to be a table.
func RowsOf(lines []layout.Line) []Row {
	lines = cutCells(lines)
	rows := byPlace(lines)
	markGoingOn(rows, lines)
	return rows
}

const (
	fewestAligned = 2   // lines with cells where another line is cut
	sameEdge      = 3.0 // points by which these differ
)

// cutCells cuts lines at the wide blanks behind which cells of other lines begin or end at the same place.
func cutCells(lines []layout.Line) []layout.Line {
	type edge struct {
		right bool
		at    int
	}
	bases := map[edge]map[float64]bool{} // of the lines that have an edge there
	edges := func(l layout.Line) []edge {
		return []edge{{false, int(math.Round(l.Box.Left / sameEdge))}, {true, int(math.Round(l.Box.Right / sameEdge))}}
	}
	cut := make([][]layout.Line, len(lines))
	for i, l := range lines {
		cut[i] = l.Cut(l.WideBlanks())
		for _, part := range cut[i] {
			for _, e := range edges(part) {
				for _, at := range []int{e.at - 1, e.at, e.at + 1} {
					key := edge{e.right, at}
					if bases[key] == nil {
						bases[key] = map[float64]bool{}
					}
					bases[key][l.Base] = true
				}
			}
		}
	}
	var out []layout.Line
	for i, l := range lines {
		var at []int
		for k, blank := range l.WideBlanks() {
			if slices.ContainsFunc(edges(cut[i][k+1]), func(e edge) bool { return len(bases[e]) > fewestAligned }) {
				at = append(at, blank)
			}
		}
		out = append(out, l.Cut(at)...)
	}
	return out
}

// Lines returns the lines of rows.
func Lines(rows []Row) (lines []layout.Line) {
	for _, w := range rows {
		lines = append(lines, w.Cells...)
	}
	return lines
}

// IsBeside reports whether a row stands beside another, to its right.
func (r Row) IsBeside(left Row) bool {
	return math.Abs(r.Base-left.Base) < sameRow*left.Size && r.Left > left.Right
}

// byPlace returns lines as rows from top to bottom, whose cells stand from left to right.
func byPlace(lines []layout.Line) []Row {
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b layout.Line) int { return cmp.Compare(a.Base, b.Base) })
	var rows []Row
	for _, l := range lines {
		n := len(rows) - 1
		if n < 0 || math.Abs(l.Base-rows[n].Base) > sameRow*l.Size || slices.ContainsFunc(rows[n].Cells, func(c layout.Line) bool { return c.Box.Left < l.Box.Right && l.Box.Left < c.Box.Right }) {
			rows = append(rows, Row{Cells: []layout.Line{l}, Left: l.Box.Left, Right: l.Box.Right, Base: l.Base, Size: l.Size})
			continue
		}
		w := &rows[n]
		w.Cells = append(w.Cells, l)
		w.Left, w.Right = min(w.Left, l.Box.Left), max(w.Right, l.Box.Right)
	}
	for i := range rows {
		slices.SortStableFunc(rows[i].Cells, func(a, b layout.Line) int { return cmp.Compare(a.Box.Left, b.Box.Left) })
		rows[i].setStyle()
	}
	return rows
}

// Together returns the lines of rows as one row, on the base of the widest.
func Together(rows []Row) Row {
	lines := Lines(rows)
	slices.SortStableFunc(lines, func(a, b layout.Line) int { return cmp.Compare(a.Box.Left, b.Box.Left) })
	widest := slices.MaxFunc(lines, func(a, b layout.Line) int { return cmp.Compare(a.Box.Width(), b.Box.Width()) })
	w := Row{Cells: lines, Left: lines[0].Box.Left, Base: widest.Base, Size: widest.Size}
	for _, l := range lines {
		w.Right = max(w.Right, l.Box.Right)
	}
	w.setStyle()
	return w
}

// markGoingOn marks the rows that go on with the cells of the row above, as the order of the file tells: it has the
// lines of a cell one after the other. Where it has whole columns so, no row is marked.
func markGoingOn(rows []Row, lines []layout.Line) {
	type place struct{ x, y float64 }
	below := map[place]bool{}
	for i := 1; i < len(lines); i++ {
		l, last := lines[i], lines[i-1]
		if down := l.Base - last.Base; down > sameRow*l.Size && down < LooseLeading*l.Size && math.Abs(l.Box.Left-last.Box.Left) < sameRow*l.Size {
			below[place{l.Box.Left, l.Base}] = true
		}
	}
	marked, first := 0, 0
	for i := range rows {
		if n := len(rows[i].Cells); n > mostGoingOn || n >= len(rows[first].Cells) || slices.ContainsFunc(rows[i].Cells, func(c layout.Line) bool { return !below[place{c.Box.Left, c.Base}] }) {
			first = i
			continue
		}
		rows[i].GoesOn = true
		marked++
	}
	if len(rows)-marked < fewestCells || marked*3 > len(rows)*2 {
		for i := range rows {
			rows[i].GoesOn = false
		}
	}
}

// lastOfTable returns the index of the last row of several cells, or of the last of the few rows that go on with it;
// -1 if there is none.
func lastOfTable(rows []Row) int {
	last := len(rows) - 1
	for last >= 0 && len(rows[last].Cells) < 2 {
		last--
	}
	if last < 1 {
		return -1
	}
	end := last + 1
	for end < len(rows) && rows[end].GoesOn && end-last <= mostGoingOn {
		end++
	}
	if end < len(rows) && rows[end].GoesOn {
		return last // a paragraph below
	}
	return end - 1
}

// isTabular reports whether a third of rows, and three at least, have several cells, most of which stand under
// others: words of a line with wide blanks do not.
func isTabular(rows []Row) bool {
	var several []Row
	for _, w := range rows {
		if len(w.Cells) > 1 {
			several = append(several, w)
		}
	}
	all, askew := 0, 0
	for i, w := range several {
		for _, c := range w.Cells {
			all++
			if !slices.ContainsFunc(several[max(0, i-near):min(len(several), i+near+1)], func(o Row) bool { return o.Base != w.Base && o.hasUnder(c) }) {
				askew++
			}
		}
	}
	return len(several) >= fewestCells && len(several)*3 >= len(rows) && float64(askew) <= mostAskew*float64(all)
}

// hasUnder reports whether a row has a cell that begins, ends or has its middle where another does.
func (w Row) hasUnder(c layout.Line) bool {
	const askew = 3.0 // points
	return slices.ContainsFunc(w.Cells, func(o layout.Line) bool {
		left, right := c.Box.Left-o.Box.Left, c.Box.Right-o.Box.Right
		return math.Abs(left) < askew || math.Abs(right) < askew || math.Abs(left+right) < 2*askew
	})
}

// TableCaption matches the beginning of a caption above a table.
var TableCaption = lazyregexp.New(`^(?i:tab|supplementary tab|extended data tab|таблица)`)

// FigureCaption matches the beginning of the caption of a drawing.
var FigureCaption = lazyregexp.New(`^(?i:fig|abb|scheme|chart|рис|plate|extended data fig|supplementary fig)`)
