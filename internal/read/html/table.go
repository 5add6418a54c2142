package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/listing"
	"etal/internal/read/html/picture"
)

// longestCell is how much text a cell of a table has at most: what has more is a page
// that was laid out as a table.
const longestCell = 900

// table returns a table, or the content of one that only lays out the page.
func (c *converter) table(n *html.Node) []part {
	if c.isDisplayedMath(n) {
		return c.formula(n)
	}
	if code := c.codeTable(n); code != nil {
		return blockParts(append(c.anchors(), code...)...)
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
	first := len(t.Head) == 0 && len(rows) > 1 && c.isHead(rows)
	for _, row := range rows {
		if cells := c.row(row); first {
			t.Head, first = append(t.Head, cells), false
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	if len(t.Head) == 0 && len(t.Rows) > 0 && len(t.Rows[0]) > 1 {
		t.Head = [][]doc.Cell{{}} // as judged here
	}
	if isBlankTable(t) {
		return nil
	}
	return blockParts(append(append(out, c.anchors()...), t)...)
}

var codeCell = lazyregexp.New(`(?:^|\s)(?:code|blob-code|crayon-code|rouge-code|lntd|hljs-ln-code)(?:$|\s)`)

// codeTable returns the listing of a table that only sets the numbers of its lines beside it, or nil.
func (c *converter) codeTable(n *html.Node) []doc.Block {
	var cells []*html.Node // with code
	inPre, ok := false, true
	dom.Walk(n, func(m *html.Node) bool {
		if !ok || !dom.Is(m, "tr") {
			return ok && !dom.Is(m, "td", "th")
		}
		var code *html.Node
		numbers := false
		for cell := m.FirstChild; cell != nil; cell = cell.NextSibling {
			switch {
			case !dom.Is(cell, "td", "th"):
			case listing.IsNumbers(cell):
				numbers = true
			case c.contents.Of(cell).Code > 0, codeCell.MatchString(dom.Attr(cell, "class")):
				code = cell
			}
		}
		if ok = numbers && code != nil; ok {
			cells = append(cells, code)
			inPre = inPre || c.contents.Of(code).Code > 0
		}
		return false
	})
	if !ok || len(cells) == 0 {
		return nil
	}
	if !inPre {
		return []doc.Block{c.code(n)}
	}
	var blocks []doc.Block
	for _, cell := range cells {
		blocks = append(blocks, c.blocks(cell)...)
	}
	return blocks
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

// isHead reports whether the first of the rows has the headings of a table that has no head: its
// cells say so or are in bold, or they are short words above numbers, empty cells and ticks.
func (c *converter) isHead(rows []*html.Node) bool {
	isTH := func(n *html.Node) bool { return n.Data == "th" }
	marked := slices.ContainsFunc(rows, func(row *html.Node) bool { return dom.Find(row, isTH) != nil })
	first := cellsOf(rows[0])
	headings, bold, words, blank := 0, 0, 0, 0
	for i, cell := range first {
		text := dom.Text(cell)
		switch {
		case cell.Data == "th" || strings.HasPrefix(dom.Attr(cell, "scope"), "col"):
			headings++
		case text == "" && i == 0:
			blank++
		}
		if text != "" && isBold(cell) {
			bold++
		}
		if strings.ContainsFunc(text, unicode.IsLetter) && len(text) < longestHead {
			words++
		}
	}
	all := len(first) - blank
	switch {
	case headings > 0:
		return headings >= all && all > 0 && (blank == 0 || words > 0)
	case marked || all == 0 || len(first) < 2:
		return false
	case bold == all && !isBold(firstCell(rows[1:])):
		return true
	}
	return words == all && !c.hasKeys(rows)
}

// hasKeys reports whether the cells of the first column name what is beside them: they end in colons.
func (c *converter) hasKeys(rows []*html.Node) bool {
	return !slices.ContainsFunc(rows, func(row *html.Node) bool {
		cells := cellsOf(row)
		return len(cells) > 0 && !strings.HasSuffix(dom.Text(cells[0]), ":")
	})
}

// firstCell returns the last cell of the first of the rows that has text, or nil.
func firstCell(rows []*html.Node) *html.Node {
	for _, row := range rows {
		for _, cell := range slices.Backward(cellsOf(row)) {
			if dom.Text(cell) != "" {
				return cell
			}
		}
	}
	return nil
}

func cellsOf(row *html.Node) (cells []*html.Node) {
	for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
		if dom.Is(cell, "td", "th") {
			cells = append(cells, cell)
		}
	}
	return cells
}

// isBold reports whether all text of an element is in bold.
func isBold(n *html.Node) bool {
	if n == nil {
		return false
	}
	bold := dom.Find(n, func(m *html.Node) bool { return dom.Is(m, "b", "strong") })
	return bold != nil && dom.Text(bold) == dom.Text(n)
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
			across, _ := dom.Number(cell, "colspan")
			down, _ := dom.Number(cell, "rowspan")
			blocks := c.signs(cell)
			if len(blocks) == 0 {
				c.cells++
				blocks = c.blocks(cell)
				c.cells--
			}
			row = append(row, doc.Cell{Blocks: blocks, Across: across, Down: down})
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
			if c.contents.Of(m).Text > 0 {
				cells++
			}
			page = page || c.contents.Of(m).Text > longestCell
		case dom.IsHeading(m), dom.Is(m, "article", "section", "blockquote", "pre", "figure"):
			page = true
		}
		return true
	})
	return cells <= 1 && !headed || page && !headed
}

// Tables answer yes and no with pictures, which are all that their cells have. Without them a column
// would be empty, so a picture in a cell without words is shown by whatever names it.

// signs returns what stands for the pictures of a cell that has no words, or nil.
func (c *converter) signs(cell *html.Node) []doc.Block {
	if c.contents.Of(cell).Text > 0 || c.contents.Of(cell).Math {
		return nil
	}
	var text []doc.Inline
	dom.Walk(cell, func(n *html.Node) bool {
		if c.omitted[n] || n.Type != html.ElementNode {
			return false
		}
		if sign := picture.Name(n); sign != "" {
			text = append(text, doc.Text(sign), doc.Text(" "))
			return false
		}
		return true
	})
	if len(text) == 0 {
		return nil
	}
	return []doc.Block{doc.Paragraph{Text: text}}
}
