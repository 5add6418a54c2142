package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
)

// itemsOf returns the entries in a region: the items of its lists, or the rows of its
// table, or its paragraphs.
func (p *page) itemsOf(nodes []*html.Node) []htmlItem {
	var items []htmlItem
	add := func(n *html.Node, label string) {
		if p.size[n].text == 0 {
			return
		}
		if boilerplate.IsLinkRow(textIn(n)) {
			p.left[n] = true
			return
		}
		items = append(items, newItem(n, label))
	}
	for _, n := range nodes {
		walkHTML(n, func(n *html.Node) bool {
			switch {
			case isElement(n, "ol", "ul"):
				ordinal := 1
				if start, err := strconv.Atoi(attr(n, "start")); err == nil {
					ordinal = start
				}
				for c := n.FirstChild; c != nil; c = c.NextSibling {
					if !isElement(c, "li") {
						continue
					}
					if value, err := strconv.Atoi(attr(c, "value")); err == nil {
						ordinal = value
					}
					label := ""
					if n.Data == "ol" && !noMarkers.MatchString(attr(n, "style")) {
						label = strconv.Itoa(ordinal)
					}
					ordinal++
					add(c, label)
				}
				return false
			case isElement(n, "dl"):
				label := ""
				for c := n.FirstChild; c != nil; c = c.NextSibling {
					if isElement(c, "dt") {
						label = bareLabel(textIn(c))
					} else if isElement(c, "dd") {
						add(c, label)
						label = ""
					}
				}
				return false
			case isElement(n, "tr"):
				var cells []*html.Node
				for c := n.FirstChild; c != nil; c = c.NextSibling {
					if isElement(c, "td", "th") && p.size[c].text > 0 {
						cells = append(cells, c)
					}
				}
				if len(cells) == 2 && bareLabel(textIn(cells[0])) != "" {
					add(cells[1], bareLabel(textIn(cells[0])))
				} else if len(cells) > 0 {
					add(n, "")
				}
				return false
			}
			return true
		})
	}
	if len(items) > 0 {
		return items
	}
	for _, n := range paragraphsOf(nodes) {
		add(n, "")
	}
	if items = entriesAmong(items); len(items) == 1 {
		return nil
	}
	return items
}

// paragraphsOf returns the elements that hold a paragraph each: those that are called
// entries, or those that hold no others.
func paragraphsOf(nodes []*html.Node) []*html.Node {
	var called, leaves []*html.Node
	for _, n := range nodes {
		walkHTML(n, func(n *html.Node) bool {
			if n.Type != html.ElementNode || !blockTags[n.Data] || isHeadingTag(n) {
				return false
			}
			if itemClass.MatchString(attr(n, "class")+" "+attr(n, "role")) && findHTML(n, func(c *html.Node) bool {
				return c != n && itemClass.MatchString(attr(c, "class")) && blockTags[c.Data]
			}) == nil {
				called = append(called, n)
				return false
			}
			if findHTML(n, func(c *html.Node) bool { return c != n && blockTags[c.Data] }) == nil {
				leaves = append(leaves, n)
			}
			return true
		})
	}
	if len(called) > 1 {
		return called
	}
	return leaves
}

// entriesAmong returns the items that are references, where some paragraphs are not.
func entriesAmong(items []htmlItem) []htmlItem {
	var entries []htmlItem
	for _, item := range items {
		if text := textIn(item.node); item.label != "" || reflist.IsReference(text) && len(text) < longestEntry {
			entries = append(entries, item)
		}
	}
	return entries
}

// longestEntry is how many bytes a paragraph has at most that is believed to be a
// reference.
const longestEntry = 1500

// newItem reads an entry's own label, which goes before the one that its place in the
// list gives.
func newItem(n *html.Node, label string) htmlItem {
	item := htmlItem{node: n, label: label}
	for _, key := range []string{"data-counter", "data-content", "data-label"} {
		if s := bareLabel(attr(n, key)); s != "" {
			item.label = s
		}
	}
	item.name = findHTML(n, func(c *html.Node) bool {
		return c != n && nameClass.MatchString(attr(c, "class")) && bareLabel(textIn(c)) != ""
	})
	if item.name != nil {
		item.label = bareLabel(textIn(item.name))
		return item
	}
	if m := ownLabel.FindStringSubmatch(textIn(n) + " "); m != nil {
		item.label = m[1] + m[2] + m[3]
	}
	return item
}

// ownLabel matches the number or short name that an entry's text begins with.
var ownLabel = lazyregexp.New(`^(?:\[([A-Za-z]?[\w+.-]{0,14}\w)\]|\(?(\d{1,4})\)|(\d{1,4})\.)\s`)

// bareLabel returns a label without its brackets, or "" for what is none.
func bareLabel(s string) string {
	s = strings.Trim(strings.TrimSpace(s), "[](){}.: ")
	if s == "" || len(s) > longestLabel || strings.ContainsAny(s, " \t\n") {
		return ""
	}
	return s
}

// longestLabel is how many bytes a label such as ABC+20 has at most.
const longestLabel = 16

// shareOfReferences returns how many of the items, in percent, bear a year or an address,
// as references do.
func shareOfReferences(items []htmlItem) int {
	bear := 0
	for _, item := range items {
		if text := textIn(item.node); reflist.IsReference(text) && len(text) < 2*longestEntry {
			bear++
		}
	}
	return bear * 100 / len(items)
}
