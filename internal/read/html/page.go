package html

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// A page is a parsed HTML page and what is known of it.
type page struct {
	doc  *html.Node
	body *html.Node

	ids      map[string]*html.Node
	self     string // what links within the page begin with, if not with #
	lists    []htmlList
	entryOf  map[*html.Node]int // the entries' elements, to their numbers
	backTo   map[string]int     // the places that entries lead back to, to their numbers
	complete bool               // all citations are links
	removed  []safe.Text        // lines that were left out of the article

	title *html.Node          // the article's
	left  map[*html.Node]bool // what is left out with all that is in it
	size  map[*html.Node]measure
	base  *url.URL // what the page's addresses start from, or nil
}

var (
	// dropped are the elements that show nothing, or nothing that can be read.
	dropped = setOfNames(`script style template noscript iframe frame object embed applet canvas audio video svg button input
		select option optgroup textarea datalist progress meter dialog link meta head title map area param source track base`)
	// blockTags are the elements that are lines of their own; others stand in a line.
	blockTags = setOfNames(`address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption
		figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes ol p pre
		search section summary table tbody td tfoot th thead tr ul xmp`)

	hiddenStyle = lazyregexp.New(`(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)`)
	hiddenClass = lazyregexp.New(`(?i)(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|offscreen|mw-editsection|mw-jump-link|mw-cite-backlink|noprint|MathJax_Preview|mwe-math-fallback-image-(?:inline|display)|katex-html|mejs-offscreen)(?:$|[\s_-])`)
	mathShown   = lazyregexp.New(`(?:^|\s)(?:MathJax|MathJax_Display|MathJax_SVG|MathJax_SVG_Display|MathJax_CHTML|mjx-chtml|MJXc-display)(?:$|\s)`)
)

// A measure is how much text there is in an element, in letters and signs.
type measure struct {
	text  int
	links int // of it in links that lead out of the page

	blocks bool // there are elements in it that are lines of their own
}

// clean takes out of the page what its reader does not see, and finds its body.
func (p *page) clean() {
	p.body = findHTML(p.doc, func(n *html.Node) bool { return n.Data == "body" })
	if p.body == nil {
		p.body = p.doc
	}
	p.measure()
	all := p.size[p.body].text
	formulae := map[*html.Node]bool{} // and what holds them
	walkHTML(p.body, func(n *html.Node) bool {
		if n.Type == html.ElementNode && isMath(n) {
			for ; n != nil && !formulae[n]; n = n.Parent {
				formulae[n] = true
			}
			return false
		}
		return true
	})
	walkHTML(p.body, func(n *html.Node) bool {
		if n.Type == html.CommentNode || n.Type == html.ElementNode && n != p.body && !formulae[n] && p.unseen(n, all) {
			n.Parent.RemoveChild(n)
			return false
		}
		return true
	})
	p.measure()
}

// unseen reports whether an element that holds no formula is not shown. What holds half
// of the page was only hidden by a window above it.
func (p *page) unseen(n *html.Node, all int) bool {
	if dropped[n.Data] || mathShown.MatchString(attr(n, "class")) {
		return true
	}
	hidden := hiddenStyle.MatchString(attr(n, "style")) || attr(n, "aria-hidden") == "true" || hiddenClass.MatchString(attr(n, "class")) && !isHeadingTag(n)
	for _, a := range n.Attr {
		hidden = hidden || a.Key == "hidden" && a.Val != "until-found"
	}
	return hidden && p.size[n].text*2 <= all
}

func isMath(n *html.Node) bool {
	return n.Data == "math" || n.Data == "script" && strings.HasPrefix(attr(n, "type"), "math/")
}

func isHeadingTag(n *html.Node) bool {
	return n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

// measure finds how much text there is in each element.
func (p *page) measure() {
	p.size = map[*html.Node]measure{}
	var visit func(n *html.Node) measure
	visit = func(n *html.Node) measure {
		var m measure
		if n.Type == html.TextNode {
			for _, f := range strings.Fields(n.Data) {
				m.text += utf8.RuneCountInString(f) + 1
			}
			return m
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && dropped[c.Data] {
				continue
			}
			inner := visit(c)
			m.blocks = m.blocks || inner.blocks || c.Type == html.ElementNode && blockTags[c.Data]
			m.text += inner.text
			m.links += inner.links
		}
		if href := attr(n, "href"); n.Data == "a" && href != "" && (href == "#" || href[0] != '#') {
			m.links = m.text
		}
		p.size[n] = m
		return m
	}
	visit(p.doc)
}
