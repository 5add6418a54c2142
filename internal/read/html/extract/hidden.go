package extract

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

var (
	// leakedTag matches the tag of an invisible picture as text: programs that save pages leave so in
	// the body what was in a <noscript> before it.
	leakedTag   = lazyregexp.New(`^\s*<(?:img|iframe)\s[^<>]*>\s*$`)
	hiddenStyle = lazyregexp.New(`(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)`)
	// hiddenClass are the classes of what is for screen readers only, or for readers of another medium.
	hiddenClass = dom.NamesOf(`inline-template katex-html mathjax_preview mw-cite-backlink mw-editsection mw-jump-link
			mwe-math-fallback-image-display mwe-math-fallback-image-inline offscreen screen-reader screenreader sr-only visually-hidden
			visuallyhidden`)
	unprinted = lazyregexp.New(`(?:^|\s)noprint(?:$|\s)`)
	// renderedMath are the classes of what a script sets in the place of a formula; the formula
	// itself stands beside it.
	renderedMath = lazyregexp.New(`(?:^|\s)(?:MathJax|MathJax_Display|MathJax_SVG|MathJax_SVG_Display|MathJax_CHTML|mjx-chtml|MJXc-display)(?:$|\s)`)
)

// RemoveHidden removes comments and elements that a reader does not see from the body of a page.
// Formulae stay, and so does what can be read of pictures, of boxes to tick and of buttons that a
// sentence names.
func (m *Marks) RemoveHidden(body *html.Node) {
	contents := sync.OnceValue(func() dom.Measures { return dom.Measure(body) })
	dom.Walk(body, func(n *html.Node) bool {
		var hidden bool
		switch {
		case n.Type == html.CommentNode:
			hidden = true
		case n.Type == html.TextNode:
			hidden = n.Parent == body && leakedTag.MatchString(n.Data)
		case n == body || n.Type != html.ElementNode || dom.IsMath(n):
		case n.Data == "svg":
			hidden = isHidden(n) || !drawn(n)
		case n.Data == "button" && m.text[n]:
			n.Data, n.DataAtom = "span", atom.Span
		case n.Data == "input" && isTask(n):
			n.Type, n.Data, n.DataAtom, n.Attr = html.TextNode, dom.Checkbox(n), 0, nil
		case n.Data == "noscript":
			hidden = !lazyImage(n)
		case dom.IsSkipped(n.Data):
			hidden = true
		case renderedMath.MatchString(dom.Attr(n, "class")):
			hidden = !contents().Of(n).Math
		case isHidden(n):
			// An element with most of the page in it was hidden only by a window above it.
			hidden = !contents().Of(n).Math && contents().Of(n).Text*2 <= contents().Of(body).Text
		}
		if hidden {
			n.Parent.RemoveChild(n)
		}
		return !hidden
	})
}

// isHidden reports whether an element says that it is not shown to those who see the page.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			if a.Val != "until-found" {
				return true
			}
		case "style":
			if hiddenStyle.MatchString(a.Val) {
				return true
			}
		case "aria-hidden":
			if a.Val == "true" && !isSeen(n) {
				return true
			}
		case "class":
			if (hiddenClass.In(a.Val) || dom.IsBlock(n.Data) && unprinted.MatchString(a.Val)) && !dom.IsHeading(n) && !isInCode(n) {
				return true
			}
		}
	}
	return false
}

// isTask reports whether an input is the box of a task or the answer of a table, not a field of a form.
func isTask(n *html.Node) bool {
	if dom.Attr(n, "type") != "checkbox" {
		return false
	}
	in := false
	for n = n.Parent; n != nil; n = n.Parent {
		if dom.Is(n, "form") {
			return false
		}
		in = in || dom.Is(n, "li", "td", "th", "dd")
	}
	return in
}

// longestNoscript is how many bytes are parsed for the image that a script would load.
const longestNoscript = 4096

// lazyImage puts the image that an element holds for browsers without scripts in its place, unless
// it stands beside it, and reports whether there is one.
func lazyImage(n *html.Node) bool {
	if n.FirstChild == nil || n.FirstChild.Type != html.TextNode || len(n.FirstChild.Data) > longestNoscript || !strings.Contains(n.FirstChild.Data, "<img") {
		return false
	}
	nodes, err := html.ParseFragment(strings.NewReader(n.FirstChild.Data), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return false
	}
	for _, found := range nodes {
		img := dom.Find(found, func(m *html.Node) bool { return m.Data == "img" })
		if img == nil {
			continue
		}
		around := n.Parent
		if dom.Find(around, func(m *html.Node) bool { return m.Data == "img" && dom.Attr(m, "alt") == dom.Attr(img, "alt") }) != nil {
			return false
		}
		n.RemoveChild(n.FirstChild)
		n.Data, n.DataAtom, n.Attr = "img", atom.Img, img.Attr
		return true
	}
	return false
}

// drawn makes an image of a drawing that is named, by its title, its label or the sign that it uses,
// and reports whether it is.
func drawn(svg *html.Node) bool {
	alt := dom.Attr(svg, "aria-label")
	if title := dom.Find(svg, func(n *html.Node) bool { return n.Data == "title" }); title != nil && alt == "" {
		alt = dom.Text(title)
	}
	source := ""
	if use := dom.Find(svg, func(n *html.Node) bool { return n.Data == "use" }); use != nil {
		for _, a := range use.Attr {
			if a.Key == "href" {
				source = strings.TrimPrefix(a.Val[strings.LastIndexByte(a.Val, '#')+1:], "/")
			}
		}
	}
	class := dom.Attr(svg, "class")
	if alt == "" && source == "" && class == "" {
		return false
	}
	for svg.FirstChild != nil {
		svg.RemoveChild(svg.FirstChild)
	}
	svg.Data, svg.DataAtom, svg.Namespace = "img", atom.Img, ""
	svg.Attr = []html.Attribute{{Key: "alt", Val: alt}, {Key: "src", Val: source}, {Key: "class", Val: class}}
	return true
}

var iconClass = lazyregexp.New(`(?i)(?:^|[\s_-])(?:icons?|material-symbols|fa|glyphicon|emoji|separator|divider|katex\S*|mjx\S*|anchor|permalink|headerlink)(?:$|[\s_-])`)

// isSeen reports whether an element that is hidden from screen readers is to be read by those who
// see the page: a caption that repeats a description, code, or words in a sentence that stand for
// others which only screen readers have.
func isSeen(n *html.Node) bool {
	if dom.Is(n, "figcaption", "caption") || isInCode(n) {
		return true
	}
	if dom.IsBlock(n.Data) || n.Parent == nil || dom.Is(n, "a", "svg") || dom.Is(n.Parent, "a", "button") || iconClass.MatchString(dom.Attr(n, "class")) || dom.Find(n, func(m *html.Node) bool { return dom.IsBlock(m.Data) }) != nil {
		return false
	}
	text := dom.Text(n)
	if letters := strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }); letters < 0 || len(text) < 2 {
		return false
	}
	for _, beside := range []*html.Node{n.PrevSibling, n.NextSibling} {
		if beside != nil && beside.Type == html.ElementNode && dom.Text(beside) == text {
			return false // shown twice for a moment
		}
	}
	return true
}

// isInCode reports whether an element is in a listing.
func isInCode(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if dom.Is(n, "pre", "code") {
			return true
		}
	}
	return false
}
