package extract

import (
	"sync"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

var (
	// leakedTag matches the tag of an invisible picture as text: programs that save pages leave so in
	// the body what was in a <noscript> before it.
	leakedTag   = lazyregexp.New(`^\s*<(?:img|iframe)\s[^<>]*>\s*$`)
	hiddenStyle = lazyregexp.New(`(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)`)
	hiddenClass = lazyregexp.New(`(?i)(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|offscreen|mw-editsection|mw-jump-link|mw-cite-backlink|noprint|MathJax_Preview|mwe-math-fallback-image-(?:inline|display)|katex-html|mejs-offscreen)(?:$|[\s_-])`)
	// renderedMath are the classes of what a script sets in the place of a formula; the formula
	// itself stands beside it.
	renderedMath = lazyregexp.New(`(?:^|\s)(?:MathJax|MathJax_Display|MathJax_SVG|MathJax_SVG_Display|MathJax_CHTML|mjx-chtml|MJXc-display)(?:$|\s)`)
)

// RemoveHidden removes comments and elements that a reader does not see from the body of a page.
// Formulae stay.
func RemoveHidden(body *html.Node) {
	contents := sync.OnceValue(func() map[*html.Node]dom.Contents { return dom.Measure(body) })
	dom.Walk(body, func(n *html.Node) bool {
		var hidden bool
		switch {
		case n.Type == html.CommentNode:
			hidden = true
		case n.Type == html.TextNode:
			hidden = n.Parent == body && leakedTag.MatchString(n.Data)
		case n == body || n.Type != html.ElementNode || dom.IsMath(n):
		case dom.IsSkipped(n.Data):
			hidden = true
		case renderedMath.MatchString(dom.Attr(n, "class")):
			hidden = !contents()[n].Math
		case isHidden(n):
			// An element with most of the page in it was hidden only by a window above it.
			hidden = !contents()[n].Math && contents()[n].Text*2 <= contents()[body].Text
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
		if a.Key == "hidden" && a.Val != "until-found" {
			return true
		}
	}
	return hiddenStyle.MatchString(dom.Attr(n, "style")) || dom.Attr(n, "aria-hidden") == "true" || hiddenClass.MatchString(dom.Attr(n, "class")) && !dom.IsHeading(n)
}
