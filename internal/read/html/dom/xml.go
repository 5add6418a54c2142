package dom

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/xmltree"
)

// XML returns a formula, which is XML in a page, as a tree of local names without its annotations.
func XML(n *html.Node) *xmltree.Node {
	if n.Type == html.TextNode {
		return &xmltree.Node{Text: n.Data}
	}
	m := &xmltree.Node{Name: localName(n.Data), Attrs: map[string]string{}}
	for _, a := range n.Attr {
		m.Attrs[localName(a.Key)] = a.Val
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode || c.Type == html.ElementNode && !strings.HasPrefix(localName(c.Data), "annotation") {
			m.Children = append(m.Children, XML(c))
		}
	}
	return m
}

func localName(name string) string { return name[strings.IndexByte(name, ':')+1:] }
