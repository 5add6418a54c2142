package render

import (
	"slices"
	"strconv"
	"strings"

	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/markdown"
)

// tallestRow is the number of lines up to which a row can be read across.
const tallestRow = 14

// A cell is the runs of a table's cell.
type cell []Run

// table lays out a table in columns as wide as their cells or, on a narrower page, with wrapped
// cells. If words would have to be broken or rows would be too tall, it is laid out as records.
func (d *Document) table(t markdown.Tree, table *east.Table, f frame) []Line {
	var rows [][]cell
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []cell
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			runs := d.runsOf(t, c, f.base)
			if len(rows) == 0 {
				runs = d.headed(runs)
			}
			cells = append(cells, runs)
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		return nil
	}
	if d.announces {
		return d.records(rows, f)
	}
	columns := measureColumns(rows, d.unbroken)
	for _, gutter := range []string{" │ ", "│"} {
		room := f.width - width(gutter)*(len(columns)-1)
		widths := columns.fit(room)
		if widths == nil {
			continue
		}
		if grid, tallest := d.grid(rows, widths, gutter, table.Alignments); tallest <= tallestRow {
			return grid
		}
		break
	}
	return d.records(rows, f)
}

// grid lays out a table in columns, and returns the number of lines of its tallest row.
func (d *Document) grid(rows [][]cell, widths []int, gutter string, alignments []east.Alignment) (lines []Line, tallest int) {
	for i, cells := range rows {
		if i > 0 && isBand(cells) {
			lines = append(lines, wrap(cells[0], d.room(total(widths)+width(gutter)*(len(widths)-1)))...)
			continue
		}
		if i == 0 && isEmpty(cells) {
			continue
		}
		row := d.row(cells, widths, gutter, alignments)
		tallest = max(tallest, len(row))
		lines = append(lines, row...)
		if i == 0 {
			lines = append(lines, Line{Runs: []Run{decoration(rule(widths, gutter), d.theme.Dim)}})
		}
	}
	return lines, tallest
}

func isEmpty(cells []cell) bool {
	return !slices.ContainsFunc(cells, func(c cell) bool { return len(c) > 0 })
}

// isBand reports whether a row has text in its first cell only, as a heading over all columns has.
func isBand(cells []cell) bool {
	for i, c := range cells {
		if (len(c) > 0) != (i == 0) {
			return false
		}
	}
	return len(cells) > 1
}

func total(widths []int) int {
	n := 0
	for _, w := range widths {
		n += w
	}
	return n
}

func rule(widths []int, gutter string) string {
	var parts []string
	for _, w := range widths {
		parts = append(parts, strings.Repeat("─", w))
	}
	return strings.Join(parts, strings.NewReplacer(" ", "─", "│", "┼").Replace(gutter))
}

// row lays out one row, which has as many lines as its tallest cell.
func (d *Document) row(cells []cell, widths []int, gutter string, alignments []east.Alignment) []Line {
	columns := make([][]Line, len(widths))
	height := 1
	for i, w := range widths {
		if i < len(cells) {
			columns[i] = wrap(cells[i], d.room(w))
		}
		height = max(height, len(columns[i]))
	}
	lines := make([]Line, height)
	for n := range lines {
		for i, w := range widths {
			if i > 0 {
				lines[n].Runs = append(lines[n].Runs, decoration(gutter, d.theme.Dim))
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

// records lays out a table row by row: each cell after the heading of its column or, where it has none,
// the column's number, all but the first indented. A row without a first cell continues the row
// before it.
func (d *Document) records(rows [][]cell, f frame) []Line {
	inner, _ := f.in(2, d.width)
	indent := decoration(strings.Repeat(" ", f.width-inner.width), "")
	if len(rows) == 1 {
		rows = [][]cell{nil, rows[0]} // headings only: show them as cells
	}
	var lines []Line
	for _, cells := range rows[1:] {
		if len(lines) > 0 && len(cells) > 0 && len(cells[0]) > 0 {
			lines = append(lines, Line{})
		}
		if isBand(cells) {
			lines = append(lines, wrap(cells[0], d.room(f.width))...)
			continue
		}
		for i, c := range cells {
			if i == 0 && len(c) == 0 {
				continue
			}
			if len(c) == 0 {
				c = cell{decoration(emptyCell, d.theme.Dim)}
			}
			part := wrapHanging(append(d.columnLabel(rows[0], i, len(cells)), c...), d.room(inner.width))
			if i > 0 {
				part = prefix(part, indent, indent)
			}
			lines = append(lines, part...)
		}
	}
	return lines
}

// emptyCell stands for a cell without text in a record.
const emptyCell = "–"

// columnLabel returns what stands before a cell in a record: the heading of its column, or its number
// if there is none and the column is not the first, nor the only other one.
func (d *Document) columnLabel(head []cell, i, columns int) []Run {
	if i < len(head) && len(head[i]) > 0 {
		return append(slices.Clone(head[i]), decoration(": ", d.theme.Dim))
	}
	if i == 0 || columns == 2 {
		return nil
	}
	return []Run{decoration(strconv.Itoa(i+1)+": ", d.theme.Dim)}
}
