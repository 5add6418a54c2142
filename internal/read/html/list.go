package html

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/read/html/dom"
)

// bullets returns a list. Entries of the reference list and footnotes are not among its items.
func (c *converter) bullets(n *html.Node) []part {
	ordered := n.Data == "ol" && !noMarkers.MatchString(dom.Attr(n, "style"))
	var list doc.List
	var out []part
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case c.omitted[child] || child.Type != html.ElementNode && strings.TrimSpace(child.Data) == "":
		case dom.Is(child, "li") && c.notes[child] == nil && c.entryOf[child] == 0:
			c.await(child)
			anchors := c.anchors()
			if blocks := c.blocks(child); len(blocks) > 0 {
				if !c.contents[child].Blocks {
					anchors = append(anchors, c.anchors()...)
				}
				item := doc.Item{Blocks: append(anchors, blocks...)}
				if ordered {
					item.Number = len(list.Items) + 1
				}
				list.Items = append(list.Items, item)
			}
		case dom.Is(child, "ul", "ol") && len(list.Items) > 0: // a nested list that is not in an item, against the rules
			last := &list.Items[len(list.Items)-1]
			last.Blocks = append(last.Blocks, paragraphs(c.node(child))...)
		default:
			out = append(out, c.node(child)...)
		}
	}
	if len(list.Items) > 0 {
		out = append(out, blockParts(list)...)
	}
	return out
}

// longestDefinition is how many runes a definition has at most that stands on one line with its
// term: some five lines on a screen.
const longestDefinition = 400

// definitions returns a list of terms, or paragraphs if the definitions are longer than that.
func (c *converter) definitions(n *html.Node) []part {
	long := false
	var found []*html.Node
	dom.Walk(n, func(part *html.Node) bool {
		if dom.Is(part, "dt", "dd") {
			if c.omitted[part] || c.entryOf[part] > 0 || dom.Is(part, "dt") && c.entryAt(part) > 0 {
				return false
			}
			found = append(found, part)
			long = long || dom.Is(part, "dd") && (c.contents[part].Text > longestDefinition || c.contents[part].Blocks)
			return false
		}
		return true
	})
	var list doc.Definitions
	var out []part
	for _, part := range found {
		if long || c.notes[part] != nil {
			out = append(out, c.node(part)...)
			continue
		}
		isTerm := dom.Is(part, "dt")
		if isTerm || len(list.Items) == 0 {
			list.Items = append(list.Items, doc.Definition{})
		}
		d := &list.Items[len(list.Items)-1]
		switch text := inlines(c.children(part)); {
		case isTerm:
			d.Term = text
		case len(d.Text) > 0:
			d.Text = append(append(d.Text, doc.Text(": ")), text...)
		default:
			d.Text = text
		}
	}
	if len(list.Items) > 0 {
		out = append(out, blockParts(list)...)
	}
	return out
}
