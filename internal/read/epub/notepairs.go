package epub

import (
	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

// Some books set the numbers of notes beside or above their texts: as cells of a row, as terms of a list, as
// paragraphs of their own. Number and text are put into one element here, as other books have them.

// maxTried is how many links to a place are tried as the mark of a note there, so that many links to a long one take
// no time.
const maxTried = 8

// pairNotes puts the number and the text of each note into one element, if a link leads to the number.
func (f *noteFinder) pairNotes(links []*html.Node) {
	tried := map[*html.Node]int{}
	for _, a := range links {
		target := f.target(a)
		if target == nil || !hasType(a, "noteref") && !noteSign.MatchString(dom.Text(a)) || f.order[target] < f.order[a] || dom.IsHeading(blockOf(a, f.body)) || tried[target] == maxTried {
			continue
		}
		tried[target]++
		sign := bareSign(dom.Text(a))
		for n, around := blockOf(target, f.body), 0; n != f.body && around < maxAround; n, around = n.Parent, around+1 {
			if f.pairRow(n, a, sign) || f.pairFollowing(n, a, sign) {
				break
			}
		}
	}
}

// isMutual reports whether a link is the mark of what it leads to: it is called so or raised, or that leads back.
func (f *noteFinder) isMutual(a, note *html.Node) bool {
	from := blockOf(a, f.body)
	return hasType(a, "noteref") || isRaised(a) || dom.Find(note, func(n *html.Node) bool {
		to := f.target(n)
		return dom.Is(n, "a") && to != nil && blockOf(to, f.body) == from
	}) != nil
}

// pairRow makes a paragraph of each row of a table, if one is a note with a number, and reports whether it is.
func (f *noteFinder) pairRow(row, a *html.Node, sign string) bool {
	if !dom.Is(row, "tr") || f.isReference(row) {
		return false
	}
	cells := 0
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if cells++; cells == 1 && (lineLength(c) > maxLine || bareSign(dom.Text(c)) != sign) {
			return false
		}
	}
	table := row
	for table != f.body && !dom.Is(table, "table") {
		table = table.Parent
	}
	if cells != 2 || dom.IsWithin(a, table) || !f.isMutual(a, row) {
		return false
	}
	dom.Walk(table, func(n *html.Node) bool {
		switch {
		case dom.Is(n, "table", "thead", "tbody", "tfoot", "tr", "caption"):
			rename(n, "div")
		case dom.Is(n, "td", "th"):
			renameByContent(n)
			n.InsertBefore(textNode(" "), n.FirstChild)
			return false
		}
		return true
	})
	return true
}

// pairFollowing puts a number and the text that follows it into one element, and reports whether it did: a
// definition after its term, or the paragraph after one with nothing but the number.
func (f *noteFinder) pairFollowing(n, a *html.Node, sign string) bool {
	if !dom.Is(n, "dt", "p", "div") || lineLength(n) > maxLine || hasBlock(n) || bareSign(dom.Text(n)) != sign || dom.Is(n.Parent, "li", "aside") {
		return false
	}
	var text []*html.Node
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (!dom.Is(c, "dd") || n.Data != "dt") {
			if n.Data != "dt" && dom.Is(c, "p", "div") && len(text) == 0 && hasText(c) {
				text = append(text, c)
			}
			break
		}
		if c.Type == html.ElementNode {
			text = append(text, c)
		}
	}
	if len(text) == 0 || f.isReference(n) || f.target(a) == nil || !f.isMutual(a, n) && !f.isMutual(a, text[0]) {
		return false
	}
	whole := element("div")
	f.order[whole] = f.order[n]
	n.Parent.InsertBefore(whole, n)
	if n.Data == "dt" && dom.Is(whole.Parent, "dl") {
		rename(whole.Parent, "div")
	}
	for _, c := range append([]*html.Node{n}, text...) {
		c.Parent.RemoveChild(c)
		whole.AppendChild(c)
		if dom.Is(c, "dd") {
			rename(c, "div")
		}
	}
	rename(n, "span") // the whole is the block that a link to the number leads to
	return true
}
