package jats

import (
	"etal/internal/doc"
)

// tableWrap returns a table with its caption above and its notes below.
func (r *reader) tableWrap(n *node) []doc.Block {
	out := r.captionBlocks(n)
	for _, c := range n.Elements() {
		switch {
		case c.Is("table"):
			out = append(out, r.table(c))
		case c.Is("alternatives"):
			if t := c.Child("table"); t != nil {
				out = append(out, r.table(t))
			}
		case c.Is("table-wrap-foot"):
			for _, note := range c.Elements() {
				out = append(out, r.tableFoot(note)...)
			}
		case c.Is("label", "caption", "graphic", "object-id"):
		case c.Is("tbody", "tr"):
			return append(out, r.table(n))
		case isBlock(c):
			out = append(out, r.block(c)...)
		}
	}
	return out
}

// table returns the rows of a table.
func (r *reader) table(n *node) doc.Table {
	var t doc.Table
	for _, group := range n.All("tgroup") {
		n = group // the CALS table model
	}
	for _, part := range n.Elements() {
		switch {
		case part.Is("thead"):
			t.Head = append(t.Head, r.rows(part)...)
		case part.Is("tbody", "tfoot"):
			t.Rows = append(t.Rows, r.rows(part)...)
		}
	}
	t.Rows = append(t.Rows, r.rows(n)...)
	return t
}

// rows returns the rows in a part of a table.
func (r *reader) rows(part *node) [][]doc.Cell {
	var rows [][]doc.Cell
	for _, tr := range part.All("tr", "row") {
		row := []doc.Cell{}
		for _, td := range tr.All("td", "th", "entry") {
			c := doc.Cell{Blocks: r.flow(td.Children), Across: atoi(td.Attrs["colspan"]), Down: atoi(td.Attrs["rowspan"])}
			if more := atoi(td.Attrs["morerows"]); more > 0 {
				c.Down = more + 1
			}
			row = append(row, c)
		}
		rows = append(rows, row)
	}
	return rows
}
