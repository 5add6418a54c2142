package html

import (
	"net/url"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// A page is a parsed HTML page and what is known about it.
type page struct {
	root *html.Node
	body *html.Node
	base *url.URL // that relative URLs of the page start from, or nil

	contents map[*html.Node]contents
	ids      map[string]*html.Node
	self     string     // what links within the page begin with, if not with #
	title    *html.Node // the article's heading

	lists       []refList
	entryOf     map[*html.Node]int  // numbers of references, by the element of the entry
	withEntries map[*html.Node]bool // the elements of entries and all that they are in
	backTo      map[string]int      // numbers of references, by the places that they link back to

	omitted map[*html.Node]bool // elements left out of the article with all that is in them
	removed []safe.Text         // lines left out of the article
}

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

// removeHidden finds the body of the page and removes what its reader does not see.
func (p *page) removeHidden() {
	p.body = find(p.root, func(n *html.Node) bool { return n.Data == "body" })
	if p.body == nil {
		p.body = p.root
	}
	p.contents = measure(p.root)
	all := p.contents[p.body].text
	walk(p.body, func(n *html.Node) bool {
		if n.Type == html.CommentNode || n.Type == html.TextNode && n.Parent == p.body && leakedTag.MatchString(n.Data) || n.Type == html.ElementNode && n != p.body && !isMath(n) && !p.contents[n].math && p.isHidden(n, all) {
			n.Parent.RemoveChild(n)
			return false
		}
		return true
	})
	p.contents = measure(p.root)
}

// isHidden reports whether an element without formulae is not shown on a page with so much text.
// An element with half of the page in it was hidden only by a window above it.
func (p *page) isHidden(n *html.Node, all int) bool {
	if dropped[n.Data] || renderedMath.MatchString(attr(n, "class")) {
		return true
	}
	hidden := hiddenStyle.MatchString(attr(n, "style")) || attr(n, "aria-hidden") == "true" || hiddenClass.MatchString(attr(n, "class")) && !isHeading(n)
	for _, a := range n.Attr {
		hidden = hidden || a.Key == "hidden" && a.Val != "until-found"
	}
	return hidden && p.contents[n].text*2 <= all
}
