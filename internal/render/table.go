package render

import (
	"strings"

	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/markdown"
)

// narrowest is the least columns that a table's column is given before the table is
// written as a list of its cells instead.
const narrowest = 6

// A cell is the runs of a table's cell.
type cell []Run

// table lays out a table: columns as wide as their cells where the page allows it,
// else the widest ones narrower and their cells broken over lines.
func (d *Document) table(t markdown.Tree, table *east.Table, f frame) []Line {
	var rows [][]cell
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []cell
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, d.runsOf(t, c, f.base))
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		return nil
	}
	widths := columnWidths(rows, f.width)
	if widths == nil {
		return d.cellList(rows, f)
	}
	var lines []Line
	for i, cells := range rows {
		if i > 0 && isBand(cells) {
			lines = append(lines, wrap(cells[0], total(widths)+3*(len(widths)-1), d.keep)...)
			continue
		}
		lines = append(lines, d.row(cells, widths, table.Alignments)...)
		if i == 0 {
			lines = append(lines, Line{Runs: []Run{decoration(rule(widths), d.theme.Dim)}})
		}
	}
	return lines
}

// isBand reports whether a row says something in its first cell only, as the rows do
// that head a part of a table: it goes over all columns.
func isBand(cells []cell) bool {
	for i, c := range cells {
		if (len(c) > 0) != (i == 0) {
			return false
		}
	}
	return len(cells) > 1
}

// columnWidths fits the columns into width, three columns of which stand between two
// of them; nil where they do not fit.
func columnWidths(rows [][]cell, width int) []int {
	widths := make([]int, len(rows[0]))
	for row, cells := range rows {
		if row > 0 && isBand(cells) {
			continue
		}
		for i := range min(len(cells), len(widths)) {
			n := 0
			for _, r := range cells[i] {
				n += textWidth(r)
			}
			widths[i] = max(widths[i], n, 1)
		}
	}
	room := width - 3*(len(widths)-1)
	if room < narrowest*len(widths) {
		return nil
	}
	for total(widths) > room {
		widest := 0
		for i, w := range widths {
			if w > widths[widest] {
				widest = i
			}
		}
		// All at once down to the next widest, so that wide tables take few rounds.
		next := narrowest
		for i, w := range widths {
			if i != widest && w <= widths[widest] {
				next = max(next, w)
			}
		}
		widths[widest] -= max(min(total(widths)-room, widths[widest]-next), 1)
	}
	return widths
}

func total(widths []int) int {
	n := 0
	for _, w := range widths {
		n += w
	}
	return n
}

func rule(widths []int) string {
	var parts []string
	for _, w := range widths {
		parts = append(parts, strings.Repeat("─", w))
	}
	return strings.Join(parts, "─┼─")
}

// row lays out one row, as many lines as its tallest cell has.
func (d *Document) row(cells []cell, widths []int, alignments []east.Alignment) []Line {
	columns := make([][]Line, len(widths))
	height := 1
	for i, w := range widths {
		if i < len(cells) {
			columns[i] = wrap(cells[i], w, d.keep)
		}
		height = max(height, len(columns[i]))
	}
	lines := make([]Line, height)
	for n := range lines {
		for i, w := range widths {
			if i > 0 {
				lines[n].Runs = append(lines[n].Runs, decoration(" │ ", d.theme.Dim))
			}
			var part Line
			if n < len(columns[i]) {
				part = columns[i][n]
			}
			left, right := padding(w-part.Width(), alignments[i])
			lines[n].Runs = append(lines[n].Runs, decoration(strings.Repeat(" ", left), ""))
			lines[n].Runs = append(lines[n].Runs, part.Runs...)
			lines[n].Runs = append(lines[n].Runs, decoration(strings.Repeat(" ", right), ""))
		}
		lines[n].bounds()
	}
	return lines
}

func padding(n int, a east.Alignment) (left, right int) {
	n = max(n, 0)
	switch a {
	case east.AlignRight:
		return n, 0
	case east.AlignCenter:
		return n / 2, n - n/2
	}
	return 0, n
}

// cellList lays out a table whose columns do not fit: each row a list of its cells,
// under the headings of their columns.
func (d *Document) cellList(rows [][]cell, f frame) []Line {
	var lines []Line
	for _, cells := range rows[1:] {
		if len(lines) > 0 {
			lines = append(lines, Line{})
		}
		for i, c := range cells {
			runs := []Run{}
			if i < len(rows[0]) && len(rows[0][i]) > 0 {
				runs = append(runs, rows[0][i]...)
				runs = append(runs, decoration(": ", d.theme.Dim))
			}
			lines = append(lines, hangLines(wrap(append(runs, c...), max(f.width-2, 1), d.keep))...)
		}
	}
	return lines
}
