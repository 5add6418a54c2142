package dom

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Contents is what an element contains. It is small, because a page has many elements.
type Contents struct {
	Heading *html.Node // the first heading in it or the element itself, or nil
	Text    int32      // runes of its words, and one for each word
	Links   int32      // the part of Text in links that lead out of the page, but for those in listings
	Code    int32      // the part of Text in listings
	Blocks  bool       // whether blocks are in it
	Table   bool       // whether a table is in it
	Math    bool       // whether a formula is in it
}

// IsSkipped reports whether elements of the name show nothing, or nothing that can be read.
func IsSkipped(name string) bool {
	switch name {
	case "script", "style", "template", "noscript", "iframe", "frame", "object", "embed", "applet", "canvas", "audio",
		"video", "svg", "button", "input", "select", "option", "optgroup", "textarea", "datalist", "progress", "meter",
		"dialog", "link", "meta", "head", "title", "map", "area", "param", "source", "track", "base":
		return true
	}
	return false
}

// IsBlock reports whether elements of the name stand on lines of their own, not in a line.
func IsBlock(name string) bool {
	switch name {
	case "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details",
		"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2",
		"h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav",
		"noframes", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
		"ul", "xmp":
		return true
	}
	return false
}

// IsMath reports whether an element is a formula, in MathML or TeX.
func IsMath(n *html.Node) bool {
	return n.Data == "math" || n.Data == "script" && strings.HasPrefix(Attr(n, "type"), "math/")
}

// IsHeading reports whether a node is a heading such as h2.
func IsHeading(n *html.Node) bool {
	return n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

// Measures are the contents of the elements of a page. Each element has the index of its own in place of the
// code of its name, which is no longer needed: a map of all elements would be slow.
type Measures []measured

type measured struct {
	node *html.Node
	Contents
}

// Of returns the contents of an element; of what was not measured they are zero.
func (m Measures) Of(n *html.Node) Contents {
	if n == nil || int64(n.DataAtom) >= int64(len(m)) || m[n.DataAtom].node != n {
		return Contents{}
	}
	return m[n.DataAtom].Contents
}

// Measure returns the contents of each element under n, but for skipped ones.
func Measure(n *html.Node) Measures {
	elements := 1
	Walk(n, func(d *html.Node) bool {
		if d.Type == html.ElementNode {
			elements++
		}
		return true
	})
	all := make(Measures, 0, elements)
	all.add(n)
	return all
}

// measureWords returns the number of runes of the words in s, and one for each word.
func measureWords(s string) (n int32) {
	blank := true // before the next rune
	for _, r := range s {
		if r == ' ' || (r < ' ' || r > '~') && unicode.IsSpace(r) {
			blank = true
			continue
		}
		if blank {
			n, blank = n+1, false
		}
		n++
	}
	return n
}

// add adds the contents of each element under n, and returns those of n.
func (m *Measures) add(n *html.Node) Contents {
	var all Contents
	if n.Type == html.TextNode {
		all.Text = measureWords(n.Data)
		return all
	}
	at := len(*m)
	n.DataAtom = atom.Atom(at)
	*m = append(*m, measured{node: n})
	if IsHeading(n) {
		all.Heading = n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			all.Math = all.Math || IsMath(c)
			all.Table = all.Table || c.Data == "table"
			if IsSkipped(c.Data) {
				continue
			}
			all.Blocks = all.Blocks || IsBlock(c.Data)
		}
		inner := m.add(c)
		all.Text += inner.Text
		all.Links += inner.Links
		all.Code += inner.Code
		all.Blocks = all.Blocks || inner.Blocks
		all.Table = all.Table || inner.Table
		all.Math = all.Math || inner.Math
		if all.Heading == nil {
			all.Heading = inner.Heading
		}
	}
	if href := Attr(n, "href"); n.Data == "a" && href != "" && (href == "#" || href[0] != '#') {
		all.Links = all.Text
	}
	if Is(n, "pre", "listing", "xmp") {
		all.Code, all.Links = all.Text, 0 // names in code may lead to their documentation
	}
	(*m)[at].Contents = all
	return all
}
