package ingest

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/xmltree"
)

var displayClass = lazyregexp.New(`(?:^|\s)(?:ltx_equation|ltx_equationgroup|ltx_eqn_table|ltx_eqn_row|katex-display|MathJax_Display|disp-formula|display-formula|c-article-equation|equation)(?:$|\s)`)

// isDisplayedMath reports whether an element holds a formula on a line of its own.
func isDisplayedMath(n *html.Node) bool {
	return n.Type == html.ElementNode && displayClass.MatchString(attr(n, "class")) && findHTML(n, isMath) != nil
}

// math returns a formula in MathML.
func (c *converter) math(n *html.Node) []*xmltree.Node {
	m := mathTree(n)
	if m.Blank() && attr(n, "alttext") != "" {
		m = &xmltree.Node{Name: "tex-math", Children: []*xmltree.Node{{Text: attr(n, "alttext")}}}
	}
	if attr(n, "display") == "block" && c.heading == 0 && !insideLine(n) {
		return []*xmltree.Node{{Name: "disp-formula", Children: []*xmltree.Node{m}}}
	}
	return []*xmltree.Node{m}
}

// insideLine reports whether a formula shares its line with other text.
func insideLine(n *html.Node) bool {
	for n.Parent != nil && !blockTags[n.Parent.Data] {
		n = n.Parent
	}
	if n.Parent == nil {
		return true
	}
	for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
		if c != n && c.Type == html.TextNode && strings.Trim(c.Data, " \t\n.,;") != "" {
			return true
		}
	}
	return isElement(n.Parent, "td", "th")
}

// tex returns a formula in TeX.
func (c *converter) tex(n *html.Node) []*xmltree.Node {
	m := &xmltree.Node{Name: "tex-math", Children: []*xmltree.Node{{Text: n.FirstChild.Data}}}
	if strings.Contains(attr(n, "type"), "mode=display") && !insideLine(n) {
		return []*xmltree.Node{{Name: "disp-formula", Children: []*xmltree.Node{m}}}
	}
	return []*xmltree.Node{m}
}

func mathTree(n *html.Node) *xmltree.Node {
	if n.Type == html.TextNode {
		return &xmltree.Node{Text: n.Data}
	}
	m := &xmltree.Node{Name: localName(n.Data), Attrs: map[string]string{}}
	for _, a := range n.Attr {
		m.Attrs[localName(a.Key)] = a.Val
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode || c.Type == html.ElementNode && !strings.HasPrefix(localName(c.Data), "annotation") {
			m.Children = append(m.Children, mathTree(c))
		}
	}
	return m
}

func localName(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// formula returns the formulae of an element that is one line of them or several, each
// with its number.
func (c *converter) formula(n *html.Node) []*xmltree.Node {
	var out []*xmltree.Node
	b := c.block("disp-formula")
	walkHTML(n, func(m *html.Node) bool {
		switch {
		case m.Type != html.ElementNode:
			return true
		case isElement(m, "math"):
			b.Children = append(b.Children, mathTree(m))
		case m.Data == "script" && isMath(m) && m.FirstChild != nil:
			b.Children = append(b.Children, &xmltree.Node{Name: "tex-math", Children: []*xmltree.Node{{Text: m.FirstChild.Data}}})
		case equationNumber.MatchString(textIn(m)) && findHTML(m, isMath) == nil:
			b.Children = append(b.Children, &xmltree.Node{Name: "label", Children: []*xmltree.Node{{Text: textIn(m)}}})
		case isElement(m, "tr", "tbody") && len(b.Children) > 0:
			out = append(out, b)
			b = &xmltree.Node{Name: "disp-formula"}
			return true
		default:
			return true
		}
		return false
	})
	if len(b.Children) > 0 {
		out = append(out, b)
	}
	return out
}

var equationNumber = lazyregexp.New(`^\(?[A-Z]?\.?\d{1,3}(?:\.\d{1,3})*[a-z]?\)?$`)
