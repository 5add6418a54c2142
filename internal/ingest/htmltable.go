package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"etal/internal/xmltree"
)

// longestCell is how much text a cell of a table has at most: what has more is a page
// that was laid out as a table.
const longestCell = 900

// table returns a table, or what is in it where it only lays out the page.
func (c *converter) table(n *html.Node) []*xmltree.Node {
	if isDisplayedMath(n) {
		return c.formula(n)
	}
	if c.isLayout(n) {
		var out []*xmltree.Node
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if child.Type == html.ElementNode {
				out = append(out, c.unfolded(child)...)
			}
		}
		return out
	}
	wrap := c.block("table-wrap")
	table := &xmltree.Node{Name: "table"}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type != html.ElementNode || c.left[child]:
		case isElement(child, "caption"):
			wrap.Children = append(wrap.Children, &xmltree.Node{Name: "caption", Children: c.blocks(child)})
		case isElement(child, "thead", "tbody", "tfoot"):
			part := &xmltree.Node{Name: child.Data}
			for row := child.FirstChild; row != nil; row = row.NextSibling {
				part.Children = append(part.Children, c.row(row)...)
			}
			table.Children = append(table.Children, part)
		case isElement(child, "tr"):
			table.Children = append(table.Children, c.row(child)...)
		}
	}
	if table.Blank() {
		return nil
	}
	headTable(table)
	wrap.Children = append(wrap.Children, table)
	return []*xmltree.Node{wrap}
}

// headTable makes the first row of a table its head, where it has none and that row is
// one of headings: it says so, or it alone is all words in a table that marks none.
func headTable(table *xmltree.Node) {
	rows := &table.Children
	if len(*rows) > 0 && (*rows)[0].Is("tbody") {
		rows = &(*rows)[0].Children
	}
	if table.Child("thead") != nil || len(*rows) < 2 || !(*rows)[0].Is("tr") {
		return
	}
	row := (*rows)[0]
	words := table.Find("th") == nil
	for _, cell := range row.Children {
		text := cell.Content()
		words = words && text != "" && strings.ContainsFunc(text, unicode.IsLetter) && len(text) < longestHead
	}
	if len(row.All("td")) > 0 && !words {
		return
	}
	*rows = (*rows)[1:]
	table.Children = append([]*xmltree.Node{{Name: "thead", Children: []*xmltree.Node{row}}}, table.Children...)
}

// longestHead is how many bytes the heading of a column has at most where nothing says
// that it is one.
const longestHead = 80

// unfolded returns the cells of a part of a table as blocks.
func (c *converter) unfolded(n *html.Node) []*xmltree.Node {
	if c.left[n] || c.entryOf[n] > 0 {
		return nil
	}
	if !isElement(n, "tbody", "thead", "tfoot", "tr") {
		return c.blocks(n)
	}
	var out []*xmltree.Node
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.ElementNode {
			out = append(out, c.unfolded(child)...)
		}
	}
	return out
}

func (c *converter) row(n *html.Node) []*xmltree.Node {
	if !isElement(n, "tr") || c.left[n] || c.entryOf[n] > 0 {
		return nil
	}
	row := &xmltree.Node{Name: "tr"}
	for cell := n.FirstChild; cell != nil; cell = cell.NextSibling {
		if isElement(cell, "td", "th") {
			row.Children = append(row.Children, &xmltree.Node{
				Name: cell.Data, Children: c.children(cell),
				Attrs: map[string]string{"colspan": attr(cell, "colspan"), "rowspan": attr(cell, "rowspan")},
			})
		}
	}
	return []*xmltree.Node{row}
}

// isLayout reports whether a table only lays out the page: it says so, or it has nothing
// that only tables have and holds what no table's cell does.
func (c *converter) isLayout(n *html.Node) bool {
	if role := attr(n, "role"); role == "presentation" || role == "none" {
		return true
	}
	cells, headed, page := 0, false, false
	walkHTML(n, func(m *html.Node) bool {
		switch {
		case m == n || m.Type != html.ElementNode:
			return true
		case isElement(m, "table"):
			page = true
			return false
		case isElement(m, "th", "caption", "thead"):
			headed = true
		case isElement(m, "td"):
			if c.size[m].text > 0 {
				cells++
			}
			page = page || c.size[m].text > longestCell
		case isHeadingTag(m), isElement(m, "article", "section", "blockquote", "pre", "figure"):
			page = true
		}
		return true
	})
	return cells <= 1 && !headed || page && !headed
}
