package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

var (
	boilerplateName = dom.NamesOf(`about-author ad ads advert advertisement adverts author-bio authorbox banner breadcrumb breadcrumbs byline-bio
			catlinks comment comments cookie cookies disqus follow footer hatnote login masthead menu modal more-stories most-read
			nav navbar navbox navigation newsletter outbrain overlay pager pagination popular popup print printfooter promo promos
			promotion promotions rail read-more readmore recommend recommendation recommendations recommended related replies respond
			share sharedaddy sharing side-bar sidebar sign-up signup skip social socials sponsor sponsored subscribe subscription
			taboola tag taglist tags toc toolbar tools trending utility widget`)
	articleName     = lazyregexp.New(`(?i)(?:^|[\s_-])(?:article|content|main|body|post|entry|text|story|page|section|ltx_[a-z]+|hentry)(?:$|[\s_-])`)
	noteNames       = dom.NamesOf(`endnote endnotes footnote footnotes sidenote sidenotes`)
	boilerplateRole = dom.SetOf(`navigation complementary banner contentinfo search dialog alert alertdialog menu menubar toolbar`)
)

// isCalledBoilerplate reports whether an element is boilerplate by its name, class or role.
func isCalledBoilerplate(n *html.Node) bool {
	if dom.Is(n, "body", "html", "article", "main") {
		return false
	}
	if dom.Is(n, "footer") && dom.Is(n.Parent, "blockquote", "figure", "figcaption") {
		return false // names the source of a quotation
	}
	if dom.Is(n, "nav", "footer", "aside") {
		return dom.Is(n, "nav") || !noteNames.Call(n) && !noteNames.In(dom.Attr(n, "role"))
	}
	return boilerplateRole[dom.Attr(n, "role")] || boilerplateName.Call(n) && !articleName.MatchString(dom.ClassAndID(n))
}

// Judgements of inline elements that are called boilerplate, found by trial on saved pages.
const (
	fewestBeside   = 3 // words beside such an element that make its line prose
	longestLabel   = 8 // words that end in a colon and only introduce what is called so: "Filed under:"
	fewestUnlinked = 4 // words outside of links that such an element has if it is prose itself
)

// Marks tell the boilerplate of a page from text that is only named like it.
type Marks struct {
	boilerplate map[*html.Node]bool
	text        map[*html.Node]bool // named inline elements amid prose, and all within code: their names do not matter
}

// A lineMarker is one block while its inline elements are judged.
type lineMarker struct {
	words  int // outside of elements that are called boilerplate
	label  bool
	called []calledInline
	others []*html.Node // inline elements that are not
}

// A calledInline is an inline element that is called boilerplate.
type calledInline struct {
	node     *html.Node
	unlinked int // words outside of links
}

// A tally is what a marked element has in it.
type tally struct {
	words, unlinked, code int // words: all, those outside of links, those of listings
	blocks                bool
}

// Mark finds the boilerplate of a page by its names. A class says what an inline element amid prose
// and a part of a listing look like, not what they are: <a class="related">, <span class="comment">.
func Mark(root *html.Node) *Marks {
	m := &Marks{boilerplate: map[*html.Node]bool{}, text: map[*html.Node]bool{}}
	m.mark(root, &lineMarker{}, false, false)
	return m
}

// mark marks a node and those in it.
func (m *Marks) mark(n *html.Node, line *lineMarker, inCode, inCalled bool) tally {
	if n.Type == html.TextNode {
		words := dom.CountWords(n.Data)
		if !inCalled && words > 0 {
			line.words += words
			end := strings.TrimSpace(n.Data)
			line.label = strings.HasSuffix(end, ":") || strings.HasSuffix(end, "：")
		}
		return tally{words: words, unlinked: words}
	}
	isElement := n.Type == html.ElementNode
	if isElement && dom.IsSkipped(n.Data) && n.Data != "button" {
		return tally{}
	}
	inCode = inCode || dom.Is(n, "pre", "listing", "xmp", "code", "kbd", "samp", "tt")
	called := isElement && !inCode && isCalledBoilerplate(n)
	isBlock := isElement && dom.IsBlock(n.Data)
	inner := line
	if isBlock {
		inner, inCalled = &lineMarker{}, false
	}
	all := tally{blocks: isBlock}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t := m.mark(c, inner, inCode, inCalled || called && !isBlock)
		all.words += t.words
		all.unlinked += t.unlinked
		all.code += t.code
		all.blocks = all.blocks || t.blocks
	}
	switch {
	case dom.Is(n, "a"):
		all.unlinked = 0
	case dom.Is(n, "pre", "listing", "xmp"):
		all.code = all.words
	}
	if isBlock {
		m.judge(n, inner)
	}
	switch {
	case called && all.blocks:
		if all.code == 0 || all.code*2 < all.words {
			m.boilerplate[n] = true
		}
	case called:
		line.called = append(line.called, calledInline{n, all.unlinked})
	case !isElement || n.Data != "button" && !slices.ContainsFunc(n.Attr, isName):
	case inCode:
		m.text[n] = true
	case !all.blocks && n.Data != "img":
		line.others = append(line.others, n)
	}
	return all
}

// judge marks the inline elements of a block that are called boilerplate and stand in no prose.
func (m *Marks) judge(block *html.Node, line *lineMarker) {
	always := dom.IsHeading(block) || dom.Is(block, "td", "th", "dt", "dd", "caption", "figcaption", "summary", "legend")
	prose := always || line.words >= fewestBeside && !(line.label && line.words <= longestLabel)
	if always || line.words >= fewestBeside {
		for _, n := range line.others {
			m.text[n] = n.Data != "button" || dom.Is(block, "p", "li", "td", "dd")
		}
	}
	for _, c := range line.called {
		if prose || c.unlinked >= fewestUnlinked {
			m.text[c.node] = true
		} else {
			m.boilerplate[c.node] = true
		}
	}
}
