package extract

import (
	"slices"
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

// maxElements is the size of a page that the library is given, in elements. It takes more than linear
// time.
const maxElements = 60_000

// elementKey is the name of the attribute that tells the library's copies of elements apart,
// without their number.
const elementKey = "etal-"

// Readable returns the elements that the library takes for the article's, with all that they are
// in, or nil if the whole page is the article. The page must be as its author wrote it.
func (m *Marks) Readable(root *html.Node) map[*html.Node]bool {
	if len(m.boilerplate) == 0 {
		return nil
	}
	var elements []*html.Node
	dom.Walk(root, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			elements = append(elements, n)
		}
		return len(elements) <= maxElements
	})
	if len(elements) > maxElements {
		return nil
	}
	for i, n := range elements {
		n.Attr = append(n.Attr, html.Attribute{Key: elementKey + strconv.Itoa(i)})
	}
	restore := m.hideNames()
	parser := readability.NewParser()
	parser.KeepClasses = true
	found, err := parser.ParseDocument(root, nil)
	restore()
	if err != nil || found.Node == nil {
		return nil
	}
	kept := map[*html.Node]bool{}
	dom.Walk(found.Node, func(n *html.Node) bool {
		for _, a := range n.Attr {
			if number, ok := strings.CutPrefix(a.Key, elementKey); ok {
				if i, err := strconv.Atoi(number); err == nil && i >= 0 && i < len(elements) {
					dom.AddWithParents(kept, elements[i])
				}
			}
		}
		return true
	})
	if len(kept) == 0 {
		return nil
	}
	return kept
}

// hideNames takes their classes and IDs from the elements of the text, which the library would drop
// for them, and returns what gives them back.
func (m *Marks) hideNames() (restore func()) {
	attrs := make(map[*html.Node][]html.Attribute, len(m.text))
	for n := range m.text {
		if slices.ContainsFunc(n.Attr, isName) {
			attrs[n] = n.Attr
			n.Attr = slices.DeleteFunc(slices.Clone(n.Attr), isName)
		}
	}
	return func() {
		for n, a := range attrs {
			n.Attr = a
		}
	}
}

// isName reports whether an attribute names an element or what it does.
func isName(a html.Attribute) bool { return a.Key == "class" || a.Key == "id" || a.Key == "role" }
