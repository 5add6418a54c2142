// Package listing reads code on web pages: its language, and its text line by line without what
// programs that colour code put around it, such as the numbers of lines and buttons to copy it.
//
// The package must not know what an article is.
package listing

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

// A Listing is code as it is shown on a page.
type Listing struct {
	Language string // in lower case, or ""
	Text     string
}

// Read returns the code in an element, without nodes that are omitted.
func Read(n *html.Node, omitted map[*html.Node]bool) Listing {
	r := reader{omitted: omitted}
	for m := n; m != nil && (m == n || dom.Is(m, "div", "figure")); m = m.Parent {
		r.findLanguage(m)
	}
	r.node(n)
	return Listing{strings.ToLower(r.language), r.text.String()}
}

// A reader reads one listing.
type reader struct {
	omitted  map[*html.Node]bool
	language string
	text     strings.Builder
}

var languageClass = lazyregexp.New(`(?:^|\s)(?:language|lang|highlight-source|highlight|brush:|sourceCode|src)[-\s]\s*([A-Za-z0-9+#]{1,20})(?:$|[\s;])`)

func (r *reader) findLanguage(n *html.Node) {
	if r.language != "" {
		return
	}
	if match := languageClass.FindStringSubmatch(dom.Attr(n, "class")); match != nil {
		r.language = match[1]
	}
}

// node writes a node.
func (r *reader) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		if !dom.Is(n.Parent, "table", "tbody", "thead", "tr", "ol", "ul") || strings.TrimSpace(n.Data) != "" {
			r.text.WriteString(n.Data)
		}
	case n.Type != html.ElementNode || r.omitted[n] || dom.IsSkipped(n.Data) || isGutter(n) || isButton(n):
	case dom.Is(n, "br"):
		r.text.WriteByte('\n')
	default:
		if dom.Is(n, "code") {
			r.findLanguage(n)
		}
		r.children(n)
	}
}

// children writes the nodes in an element. One that is a line begins on its own line.
func (r *reader) children(n *html.Node) {
	var last *html.Node // the line before
	begun := 0          // where it began
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		line := isLine(c) && !isGutter(c)
		text := r.text.String()
		unended := text != "" && !strings.HasSuffix(text, "\n")
		switch {
		case line && last != nil && !strings.Contains(text[begun:], "\n"),
			line && last == nil && unended && dom.IsBlock(c.Data),
			!line && last != nil && unended && dom.IsBlock(last.Data) && strings.TrimSpace(dom.Text(c)+c.Data) != "":
			r.text.WriteByte('\n')
		}
		if line {
			last, begun = c, r.text.Len()
		} else if last != nil && dom.IsBlock(last.Data) {
			last = nil
		}
		r.node(c)
	}
}

var lineClass = lazyregexp.New(`(?:^|\s)(?:line|token-line|code-line|view-line|cm-line|CodeMirror-line|crayon-line|hljs-line|ec-line)(?:$|\s)`)

// isLine reports whether an element is one line of code.
func isLine(n *html.Node) bool {
	if dom.Is(n, "tr", "div", "li", "p") {
		return true
	}
	if !dom.Is(n, "span", "code") {
		return false
	}
	for _, a := range n.Attr {
		if a.Key == "data-line" || a.Key == "class" && lineClass.MatchString(a.Val) {
			return true
		}
	}
	return false
}

var (
	gutterClass = dom.NamesOf(`blob-num crayon-num crayon-nums gutter line-num line-number line-numbers lineno linenodiv linenos linenumber
			linenumbers ln lnt`)
	unselected  = lazyregexp.New(`(?i)user-select\s*:\s*none`)
	numbersOnly = lazyregexp.New(`^[\s\d:|.]*$`)
	copyWords   = lazyregexp.New(`(?i)^(?:copy|copied|copy code|copy to clipboard|copied!|view raw|raw|wrap|toggle word wrap)?$`)
	copyClass   = lazyregexp.New(`(?i)(?:copy|clipboard|btn|button|toolbar)`)
)

// isGutter reports whether an element holds numbers of lines: it is called so, cannot be selected or
// is hidden from screen readers, and it holds nothing but numbers.
func isGutter(n *html.Node) bool {
	if n.Type != html.ElementNode || dom.Is(n, "pre", "code") && n.Parent != nil && !dom.Is(n.Parent, "td") {
		return false
	}
	called := false
	for _, a := range n.Attr {
		called = called || a.Key == "class" && gutterClass.In(a.Val) || a.Key == "style" && unselected.MatchString(a.Val) ||
			a.Key == "aria-hidden" && a.Val == "true" || a.Key == "data-line-number"
	}
	return called && numbersOnly.MatchString(dom.Text(n))
}

// isButton reports whether an element in a listing copies it.
func isButton(n *html.Node) bool {
	return n.Type == html.ElementNode && (copyClass.MatchString(dom.Attr(n, "class")) || dom.Attr(n, "role") == "button") && copyWords.MatchString(dom.Text(n))
}

// IsNumbers reports whether an element, such as the first cell beside a listing, holds only the numbers
// of lines, one a line: 1, 2, 3.
func IsNumbers(n *html.Node) bool {
	numbers := strings.Fields(dom.Text(n))
	if len(numbers) < 2 {
		return isGutter(n)
	}
	last := -1
	for _, s := range numbers {
		number := 0
		for _, r := range strings.Trim(s, ".:") {
			if r < '0' || r > '9' || number > maxLine {
				return false
			}
			number = number*10 + int(r-'0')
		}
		if last >= 0 && number != last+1 {
			return false
		}
		last = number
	}
	return true
}

// maxLine is a number that no line of code on a page has.
const maxLine = 1 << 20
