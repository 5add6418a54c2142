package ingest

import (
	"strconv"
	"strings"

	"etal/internal/xmltree"
)

// Limits of a table: what spans more or holds more is cut to them.
const (
	maxColumns = 100
	maxCells   = 50_000
	// maxLaidOut is how many cells a table is laid out with, those that its shorter rows lack
	// among them. The rows of a larger one are lines.
	maxLaidOut = 200_000
)

// tableWrap writes a table with its caption above and its notes below.
func (w *jatsWriter) tableWrap(n *xmltree.Node) {
	w.captionOf(n)
	for _, c := range n.Elements() {
		switch {
		case c.Is("table"):
			w.table(c)
		case c.Is("alternatives"):
			if t := c.Child("table"); t != nil {
				w.table(t)
			}
		case c.Is("table-wrap-foot"):
			for _, note := range c.Elements() {
				w.tableFoot(note)
			}
		case c.Is("label", "caption", "graphic", "object-id"):
		case c.Is("tbody", "tr"):
			w.table(n)
			return
		case isBlock(c):
			w.element(c)
		}
	}
}

// A tableCell is a cell of a table whose spans are spread out.
type tableCell struct {
	nodes  []*xmltree.Node
	copied bool // of the cell to the left or above
}

// table writes a table. Markdown's have one row of headings and no spans.
func (w *jatsWriter) table(n *xmltree.Node) {
	head, rows, whole := tableRows(n)
	if !whole {
		w.met(noticeTable)
	}
	columns := 0
	for _, row := range append(head[:len(head):len(head)], rows...) {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return
	}
	if columns == 1 && len(head) == 0 { // a box
		for _, row := range rows {
			w.flow(row[0].nodes)
		}
		return
	}
	if columns*len(rows) > maxLaidOut {
		w.met(noticeLaidOut)
		for _, row := range append(head[:len(head):len(head)], rows...) {
			w.rowLine(row)
		}
		return
	}
	w.begin(false)
	w.row(columns, func(column int) { w.headCell(head, column) })
	w.body = append(w.body, "\n"+w.prefix+strings.Repeat("|---", columns)+"|"...)
	for _, row := range rows {
		if isBlank(row) {
			continue
		}
		w.body = append(w.body, "\n"+w.prefix...)
		w.row(columns, func(column int) {
			if column < len(row) && !row[column].copied {
				w.cellLine(flatten(row[column].nodes, true))
			}
		})
	}
}

// rowLine writes a row as a line of text.
func (w *jatsWriter) rowLine(row []tableCell) {
	var pieces []piece
	for _, c := range row {
		if !c.copied {
			pieces = append(append(pieces, flatten(c.nodes, true)...), piece{text: " "})
		}
	}
	w.line(pieces...)
}

func isBlank(row []tableCell) bool {
	for _, c := range row {
		if !c.copied && !(&xmltree.Node{Children: c.nodes}).Blank() {
			return false
		}
	}
	return true
}

func (w *jatsWriter) row(columns int, cell func(column int)) {
	for column := range columns {
		w.body = append(w.body, "| "...)
		cell(column)
		w.body = append(w.body, ' ')
	}
	w.body = append(w.body, '|')
}

func (w *jatsWriter) cellLine(pieces []piece) {
	w.cell = true
	w.inline(tidy(pieces), false)
	w.cell = false
}

// headCell writes the headings of a column, from the widest to its own.
func (w *jatsWriter) headCell(head [][]tableCell, column int) {
	var pieces []piece
	last := ""
	for _, row := range head {
		if column >= len(row) {
			continue
		}
		inner := tidy(flatten(row[column].nodes, true))
		text := textOf(inner)
		if text == "" || text == last {
			continue
		}
		if last = text; len(pieces) > 0 {
			pieces = append(pieces, piece{text: ": "})
		}
		if row[column].copied {
			for i := range inner {
				inner[i].xref, inner[i].note = nil, "" // it was a mark the first time
			}
		}
		for i := range inner {
			inner[i].bold = false
		}
		pieces = append(pieces, inner...)
	}
	w.cellLine(pieces)
}

// tableRows returns the rows of a table, its head apart; whole is false where cells are
// left out.
func tableRows(n *xmltree.Node) (head, rows [][]tableCell, whole bool) {
	left := maxCells
	whole = true
	add := func(to *[][]tableCell, trs []*xmltree.Node) {
		all, fits := spread(trs, &left)
		*to = append(*to, all...)
		whole = whole && fits
	}
	for _, group := range n.All("tgroup") {
		n = group // the CALS table model
	}
	for _, part := range n.Elements() {
		switch {
		case part.Is("thead"):
			add(&head, part.All("tr", "row"))
		case part.Is("tbody", "tfoot"):
			add(&rows, part.All("tr", "row"))
		}
	}
	add(&rows, n.All("tr", "row"))
	if len(head) == 0 && len(rows) > 1 && !hasGaps(rows[0]) {
		head, rows = rows[:1], rows[1:] // as people write tables who have no other way
	}
	return head, rows, whole
}

// hasGaps reports whether a row has a cell without text, or one over several columns.
func hasGaps(row []tableCell) bool {
	for _, c := range row {
		if c.copied || (&xmltree.Node{Children: c.nodes}).Blank() {
			return true
		}
	}
	return false
}

// spread lays out rows cell by cell, a cell that spans several at each place; whole is
// false where a cell has none.
func spread(trs []*xmltree.Node, left *int) (rows [][]tableCell, whole bool) {
	whole = true
	type hanging struct {
		cell tableCell
		rows int
	}
	var above []hanging // by column, from the rows before
	for _, tr := range trs {
		var row []tableCell
		fill := func() {
			for len(row) < len(above) && above[len(row)].rows > 0 {
				h := &above[len(row)]
				h.rows--
				if *left > 0 { // what is beyond has no text
					row = append(row, h.cell)
					*left--
				} else {
					return
				}
			}
		}
		for _, td := range tr.All("td", "th", "entry") {
			fill()
			across, down := span(td, "colspan"), span(td, "rowspan")
			if more, err := strconv.Atoi(td.Attrs["morerows"]); err == nil {
				down = min(max(more, 0), 1000) + 1
			}
			whole = whole && len(row) < maxColumns && *left > 0
			for i := 0; i < across && len(row) < maxColumns && *left > 0; i++ {
				for len(above) <= len(row) {
					above = append(above, hanging{})
				}
				above[len(row)] = hanging{tableCell{td.Children, true}, down - 1}
				row = append(row, tableCell{td.Children, i > 0})
				*left--
			}
		}
		fill()
		rows = append(rows, row)
	}
	return rows, whole
}

func span(td *xmltree.Node, name string) int {
	n, err := strconv.Atoi(td.Attrs[name])
	if err != nil {
		return 1
	}
	return min(max(n, 1), 1000)
}
