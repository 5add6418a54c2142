package extract

import (
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
func Readable(root *html.Node) map[*html.Node]bool {
	if dom.Find(root, isBoilerplate) == nil {
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
	parser := readability.NewParser()
	parser.KeepClasses = true
	found, err := parser.ParseDocument(root, nil)
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
