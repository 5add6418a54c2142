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

// names returns what the author of a page calls an element: its class and its ID.
func names(n *html.Node) string { return attr(n, "class") + " " + attr(n, "id") }

// isElement reports whether a node is an element of one of the names.
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

// walk calls visit for n and, if that returns true, for what is in it. Visit may remove its
// node. The parser limits the depth of a tree, so recursion is safe.
func walk(n *html.Node, visit func(*html.Node) bool) {
	if !visit(n) {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		walk(c, visit)
		c = next
	}
}

// find returns the first element that matches, n or one in it, or nil.
func find(n *html.Node, matches func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && matches(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := find(c, matches); found != nil {
			return found
		}
	}
	return nil
}

// isIn reports whether an element of a set is around a node.
func isIn(n *html.Node, set map[*html.Node]bool) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if set[n] {
			return true
		}
	}
	return false
}

// isWithin reports whether a node is in an element.
func isWithin(n, around *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n == around {
			return true
		}
	}
	return false
}

// nextElement returns the sibling that follows an element, or nil if text stands between them.
func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; n = n.NextSibling {
		if strings.TrimSpace(n.Data) != "" {
			return nil
		}
	}
	return n
}

// addWithParents adds an element and all that it is in to a set of such elements.
func addWithParents(set map[*html.Node]bool, n *html.Node) {
	for ; n != nil && !set[n]; n = n.Parent {
		set[n] = true
	}
}

// textIn returns the text of an element as one line.
func textIn(n *html.Node) string {
	var b strings.Builder
	walk(n, func(c *html.Node) bool {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && blockTags[c.Data]:
			b.WriteByte(' ')
		}
		return true
	})
	return oneLine(b.String())
}

// oneLine returns s with one blank for each run of white space and none at the ends.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// setOf returns a set of the words in a list.
func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(list) {
		set[name] = true
	}
	return set
}
