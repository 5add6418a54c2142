package html

import (
	"strings"

	"golang.org/x/net/html"
)

// attr returns an attribute of an element, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// names returns what an element is called by its author.
func names(n *html.Node) string { return attr(n, "class") + " " + attr(n, "id") }

func isElement(n *html.Node, names ...string) bool {
	if n.Type == html.ElementNode {
		for _, name := range names {
			if n.Data == name {
				return true
			}
		}
	}
	return false
}

// walkHTML calls visit for n and, where that returns true, for what is in it. The
// parser allows no tree that is too deep for recursion.
func walkHTML(n *html.Node, visit func(*html.Node) bool) {
	if !visit(n) {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		walkHTML(c, visit)
		c = next
	}
}

// findHTML returns the first element under n, or n itself, that fits, or nil.
func findHTML(n *html.Node, fits func(*html.Node) bool) (found *html.Node) {
	walkHTML(n, func(c *html.Node) bool {
		if found == nil && c.Type == html.ElementNode && fits(c) {
			found = c
		}
		return found == nil
	})
	return found
}

// textIn returns the text of an element as one line.
func textIn(n *html.Node) string {
	var b strings.Builder
	walkHTML(n, func(c *html.Node) bool {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && blockTags[c.Data]:
			b.WriteByte(' ')
		}
		return true
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

func setOfNames(names string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}
