package html

import (
	"net/url"
	"strings"
	"unicode/utf8"

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

// contents tells what an element holds.
type contents struct {
	text    int        // runes of its words, and one for each word
	links   int        // the part of text in links that lead out of the page
	blocks  bool       // whether elements are in it that stand on lines of their own
	table   bool       // whether a table is in it
	math    bool       // whether a formula is in it
	heading *html.Node // the first heading in it or the element itself, or nil
}

var (
	// dropped are the elements that show nothing, or nothing that can be read.
	dropped = setOf(`script style template noscript iframe frame object embed applet canvas audio video svg button input
			select option optgroup textarea datalist progress meter dialog link meta head title map area param source track base`)
	// blockTags are the elements that stand on lines of their own; all others stand in a line.
	blockTags = setOf(`address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption
			figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes ol p pre
			search section summary table tbody td tfoot th thead tr ul xmp`)

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
	p.measure()
	all := p.contents[p.body].text
	walk(p.body, func(n *html.Node) bool {
		if n.Type == html.CommentNode || n.Type == html.TextNode && n.Parent == p.body && leakedTag.MatchString(n.Data) || n.Type == html.ElementNode && n != p.body && !isMath(n) && !p.contents[n].math && p.isHidden(n, all) {
			n.Parent.RemoveChild(n)
			return false
		}
		return true
	})
	p.measure()
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

func isMath(n *html.Node) bool {
	return n.Data == "math" || n.Data == "script" && strings.HasPrefix(attr(n, "type"), "math/")
}

func isHeading(n *html.Node) bool {
	return n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

// measure finds what is in each element.
func (p *page) measure() {
	p.contents = make(map[*html.Node]contents, len(p.contents))
	p.measured(p.root)
}

func (p *page) measured(n *html.Node) contents {
	var all contents
	if n.Type == html.TextNode {
		for word := range strings.FieldsSeq(n.Data) {
			all.text += utf8.RuneCountInString(word) + 1
		}
		return all
	}
	if isHeading(n) {
		all.heading = n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			all.math = all.math || isMath(c)
			all.table = all.table || c.Data == "table"
			if dropped[c.Data] {
				continue
			}
			all.blocks = all.blocks || blockTags[c.Data]
		}
		inner := p.measured(c)
		all.text += inner.text
		all.links += inner.links
		all.blocks = all.blocks || inner.blocks
		all.table = all.table || inner.table
		all.math = all.math || inner.math
		if all.heading == nil {
			all.heading = inner.heading
		}
	}
	if href := attr(n, "href"); n.Data == "a" && href != "" && (href == "#" || href[0] != '#') {
		all.links = all.text
	}
	p.contents[n] = all
	return all
}
