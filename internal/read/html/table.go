package html

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/read/html/dom"
)

// longestCell is how much text a cell of a table has at most: what has more is a page
// that was laid out as a table.
const longestCell = 900

// table returns a table, or the content of one that only lays out the page.
func (c *converter) table(n *html.Node) []part {
	if c.isDisplayedMath(n) {
		return c.formula(n)
	}
	if c.isLayout(n) {
		return blockParts(c.unfolded(n)...)
	}
	out := c.anchors()
	var t doc.Table
	var rows []*html.Node // of the body
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type != html.ElementNode || c.omitted[child]:
		case dom.Is(child, "caption"):
			caption, rest := splitCaption(c.blocks(child))
			out = append(append(out, doc.Paragraph{Text: caption}), rest...)
		case dom.Is(child, "thead", "tbody", "tfoot"):
			for _, row := range c.rowsOf(child) {
				if child.Data == "thead" {
					t.Head = append(t.Head, c.row(row))
				} else {
					rows = append(rows, row)
				}
			}
		}
	}
	first := len(t.Head) == 0 && len(rows) > 1 && isHead(rows)
	for _, row := range rows {
		if cells := c.row(row); first {
			t.Head, first = append(t.Head, cells), false
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	if isBlankTable(t) {
		return nil
	}
	return blockParts(append(append(out, c.anchors()...), t)...)
}

func isBlankTable(t doc.Table) bool {
	for _, row := range slices.Concat(t.Head, t.Rows) {
		for _, cell := range row {
			if !doc.IsBlank(doc.Lines(cell.Blocks)) {
				return false
			}
		}
	}
	return true
}

// rowsOf returns the rows in a part of a table. A parsed table has no rows outside of its parts.
func (c *converter) rowsOf(n *html.Node) []*html.Node {
	var rows []*html.Node
	for row := n.FirstChild; row != nil; row = row.NextSibling {
		if dom.Is(row, "tr") && !c.omitted[row] && c.entryOf[row] == 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// isHead reports whether the first of the rows has the headings of a table that has no head:
// it says so, or it alone is all words in a table that marks no headings.
func isHead(rows []*html.Node) bool {
	isTH := func(n *html.Node) bool { return n.Data == "th" }
	marked := slices.ContainsFunc(rows, func(row *html.Node) bool { return dom.Find(row, isTH) != nil })
	words, all := !marked, true
	for cell := rows[0].FirstChild; cell != nil; cell = cell.NextSibling {
		if dom.Is(cell, "td", "th") {
			text := dom.Text(cell)
			words = words && text != "" && strings.ContainsFunc(text, unicode.IsLetter) && len(text) < longestHead
			all = all && cell.Data == "th"
		}
	}
	return all || words
}

// longestHead is how many bytes the heading of a column has at most where nothing says
// that it is one.
const longestHead = 80

// unfolded returns the cells of a table or a part of one as blocks.
func (c *converter) unfolded(n *html.Node) []doc.Block {
	if c.omitted[n] || c.entryOf[n] > 0 {
		return nil
	}
	if !dom.Is(n, "table", "tbody", "thead", "tfoot", "tr") {
		return c.blocks(n)
	}
	var out []doc.Block
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.ElementNode {
			out = append(out, c.unfolded(child)...)
		}
	}
	return out
}

// row returns the cells of a row.
func (c *converter) row(n *html.Node) []doc.Cell {
	row := []doc.Cell{}
	c.await(n)
	for cell := n.FirstChild; cell != nil; cell = cell.NextSibling {
		if dom.Is(cell, "td", "th") {
			c.await(cell)
			across, _ := strconv.Atoi(dom.Attr(cell, "colspan"))
			down, _ := strconv.Atoi(dom.Attr(cell, "rowspan"))
			row = append(row, doc.Cell{Blocks: c.blocks(cell), Across: across, Down: down})
		}
	}
	return row
}

// isLayout reports whether a table only lays out the page: it says so, or it has nothing
// that only tables have and holds what no table's cell does.
func (c *converter) isLayout(n *html.Node) bool {
	if role := dom.Attr(n, "role"); role == "presentation" || role == "none" {
		return true
	}
	cells, headed, page := 0, false, false
	dom.Walk(n, func(m *html.Node) bool {
		switch {
		case m == n || m.Type != html.ElementNode:
			return true
		case dom.Is(m, "table"):
			page = true
			return false
		case dom.Is(m, "th", "caption", "thead"):
			headed = true
		case dom.Is(m, "td"):
			if c.contents[m].Text > 0 {
				cells++
			}
			page = page || c.contents[m].Text > longestCell
		case dom.IsHeading(m), dom.Is(m, "article", "section", "blockquote", "pre", "figure"):
			page = true
		}
		return true
	})
	return cells <= 1 && !headed || page && !headed
}
