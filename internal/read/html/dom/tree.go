// Package dom answers questions about the nodes of an HTML tree: their attributes, text, content and
// parents.
//
// The package must not know what an article is.
package dom

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// Attr returns an attribute of an element, or "".
func Attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// HasAttr reports whether an element has an attribute, such as checked, that may be without a value.
func HasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// Number returns an attribute of an element as a number, and reports whether it is one.
func Number(n *html.Node, key string) (int, bool) {
	s := strings.TrimSpace(Attr(n, key))
	if s == "" {
		return 0, false // as most often, without the cost of an error
	}
	i, err := strconv.Atoi(s)
	return i, err == nil
}

// Checkbox returns a box that can be ticked as text.
func Checkbox(input *html.Node) string {
	if HasAttr(input, "checked") {
		return "☑ "
	}
	return "☐ "
}

// ClassAndID returns the class and the ID of an element, by which its author calls it.
func ClassAndID(n *html.Node) string { return Attr(n, "class") + " " + Attr(n, "id") }

// Is reports whether a node is an element of one of the names.
func Is(n *html.Node, names ...string) bool {
	if n.Type == html.ElementNode {
		for _, name := range names {
			if n.Data == name {
				return true
			}
		}
	}
	return false
}

// Walk calls visit for n and, if that returns true, for the nodes in it. Visit may remove its node. The parser limits the depth of a tree, so recursion is safe.
func Walk(n *html.Node, visit func(*html.Node) bool) {
	if visit(n) {
		walkIn(n, visit)
	}
}

func walkIn(n *html.Node, visit func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if visit(c) && c.FirstChild != nil {
			walkIn(c, visit)
		}
		c = next
	}
}

// Find returns the first element that matches, n or one in it, or nil.
func Find(n *html.Node, matches func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && matches(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := Find(c, matches); found != nil {
			return found
		}
	}
	return nil
}

// IsIn reports whether a node is in an element of a set.
func IsIn(n *html.Node, set map[*html.Node]bool) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if set[n] {
			return true
		}
	}
	return false
}

// IsWithin reports whether a node is in an element.
func IsWithin(n, around *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n == around {
			return true
		}
	}
	return false
}

// NextElement returns the sibling that follows an element, or nil if text stands between them.
func NextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; n = n.NextSibling {
		if strings.TrimSpace(n.Data) != "" {
			return nil
		}
	}
	return n
}

// AddWithParents adds an element and all that it is in to a set that has the parents of its elements.
func AddWithParents(set map[*html.Node]bool, n *html.Node) {
	for ; n != nil && !set[n]; n = n.Parent {
		set[n] = true
	}
}

// Text returns the text of an element as one line.
func Text(n *html.Node) string {
	if only := n.FirstChild; only != nil && only == n.LastChild && only.Type == html.TextNode {
		return OneLine(only.Data)
	}
	var b strings.Builder
	Walk(n, func(c *html.Node) bool {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && IsBlock(c.Data):
			b.WriteByte(' ')
		}
		return true
	})
	return OneLine(b.String())
}

// OneLine returns s with one blank for each run of white space, and none at the ends.
func OneLine(s string) string {
	if isOneLine(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isOneLine reports whether s is one line already, with no white space but single blanks between words.
func isOneLine(s string) bool {
	blank := true // before s
	for _, r := range s {
		if r == ' ' && blank || r != ' ' && unicode.IsSpace(r) {
			return false
		}
		blank = r == ' '
	}
	return s == "" || !blank
}

// SetOf returns a set of the words in a list.
func SetOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(list) {
		set[name] = true
	}
	return set
}

// CountWords returns how many words text has. In scripts that do not part words, each character
// counts.
func CountWords(s string) int {
	n, letters, unparted := 0, false, 0
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9':
			letters = true
		case r == ' ' || '\t' <= r && r <= '\r' || r > unicode.MaxASCII && unicode.IsSpace(r):
			if n += unparted; letters && unparted == 0 {
				n++
			}
			letters, unparted = false, 0
		case r <= unicode.MaxASCII:
		case r > unicode.MaxLatin1 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			unparted++
		default:
			letters = letters || unicode.IsLetter(r) || unicode.IsDigit(r)
		}
	}
	if n += unparted; letters && unparted == 0 {
		n++
	}
	return n
}

// Letters returns the letters and digits of s, in lower case.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// ItemAround returns the item of a list or the row that an element is in, or the block that it
// is in, or nil.
func ItemAround(n *html.Node) *html.Node {
	for n != nil && !IsBlock(n.Data) {
		n = n.Parent
	}
	for c := n; c != nil; c = c.Parent {
		if Is(c, "li", "dd", "tr") {
			return c
		}
	}
	return n
}
