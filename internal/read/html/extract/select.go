package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// Limits and judgements of the selection. The lengths were found by trial on pages whose articles
// are known.
const (
	maxLines = 500 // that are reported as removed

	shortestArticle = 150 // in runes; less is a mistake of the library
	shortestLead    = 80  // in runes: of a paragraph that the text begins with
	longestPhrase   = 100 // in runes: of an element that is boilerplate for its words
	fewestProse     = 8   // times as much text as links that a section of prose has
	fewestInTeaser  = 4   // words of a link that is called like an article
)

// A selection is a page while its article is selected.
type selection struct {
	Page
	omitted map[*html.Node]bool
}

// remainingText returns how much text is not omitted.
func (p *selection) remainingText() int32 {
	text := p.Contents.Of(p.Body).Text
	dom.Walk(p.Body, func(n *html.Node) bool {
		if p.omitted[n] {
			text -= p.Contents.Of(n).Text
		}
		return !p.omitted[n]
	})
	return text
}

// innermost returns the smallest element that holds all that is kept.
func (p *selection) innermost(kept map[*html.Node]bool) *html.Node {
	root := p.Body
	for {
		var only *html.Node
		for c := root.FirstChild; c != nil; c = c.NextSibling {
			if kept[c] {
				if only != nil {
					return root
				}
				only = c
			}
		}
		if only == nil {
			return root
		}
		root = only
	}
}

// restoreDropped omits the elements that are not kept unless they are in the article and look like
// parts of it, and kept ones that are boilerplate.
func (p *selection) restoreDropped(kept map[*html.Node]bool) {
	root := p.innermost(kept)
	all := p.Contents.Of(root).Text
	begun := len(p.ListHeadings) > 0 // whether the text has begun, after the headings of the site
	titled := false                  // whether the title has passed
	aroundTitle := map[*html.Node]bool{}
	if p.Title != nil {
		dom.AddWithParents(aroundTitle, p.Title)
	}
	var visit func(n *html.Node, inArticle bool)
	visit = func(n *html.Node, inArticle bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			within := inArticle || c == root
			titled = titled || c == p.Title
			switch {
			case dom.Is(c, "pre", "listing", "xmp") && (kept[c] || inArticle && begun && !p.boilerplate[c]): // with all that is in it
				begun = begun || within
			case kept[c] && !(within && c != root && p.isForeign(c, all)):
				begun = begun || dom.Is(c, "p") && p.Contents.Of(c).Text > shortestLead
				visit(c, within)
			case !kept[c] && kept[n] && p.text[c] && within:
				visit(c, within)
			case inArticle && begun && !kept[c] && !p.boilerplate[c] && (kept[n] && !dom.IsBlock(c.Data) || p.belongs(c)):
				kept[c] = true
				visit(c, true)
			case (titled || aroundTitle[c]) && !begun && !p.boilerplate[c] && p.Contents.Of(c).Blocks && !dom.Is(c, "figure", "ul", "ol", "dl", "table", "form"):
				visit(c, false)
			case titled && !begun && !p.boilerplate[c] && p.isLead(c):
			default:
				p.omitted[c] = true
			}
		}
	}
	visit(p.Body, root == p.Body)
}

// isLead reports whether an element between the title and the text that the library found is a
// paragraph of the article: a sentence without links.
func (p *selection) isLead(n *html.Node) bool {
	in := p.Contents.Of(n)
	return dom.Is(n, "p", "div", "h2", "h3", "section") && !in.Blocks && in.Links == 0 && in.Text >= shortestLead && strings.ContainsAny(dom.Text(n), ".!?。")
}

// isForeign reports whether an element in an article with so much text is boilerplate: a small
// part that is called so, a line that is one of its phrases, or a list of links.
func (p *selection) isForeign(n *html.Node, all int32) bool {
	in := p.Contents.Of(n)
	if p.Entries[n] {
		return false
	}
	if p.boilerplate[n] && in.Text*4 <= all {
		return true
	}
	if !dom.IsBlock(n.Data) || in.Text == 0 {
		return false
	}
	if in.Text < longestPhrase && boilerplate.IsPagePhrase(dom.Text(n)) {
		return true
	}
	if len(p.ListHeadings) > 0 {
		return false
	}
	return p.isTeaser(n) || in.Blocks && dom.Is(n, "ul", "ol", "div", "section") && in.Links*10 > in.Text*7
}

// isTeaser reports whether a paragraph is nothing but a link to another article of the site.
func (p *selection) isTeaser(n *html.Node) bool {
	in := p.Contents.Of(n)
	if !dom.Is(n, "p", "div", "h2", "h3", "h4") || p.Base == nil || in.Blocks || in.Links < in.Text || len(strings.Fields(dom.Text(n))) < fewestInTeaser {
		return false
	}
	a := dom.Find(n, func(c *html.Node) bool { return c.Data == "a" })
	to, err := p.Base.Parse(dom.Attr(a, "href"))
	return err == nil && IsSameSite(to, p.Base)
}

// IsSameSite reports whether two URLs are of one site.
func IsSameSite(a, b *url.URL) bool {
	return strings.TrimPrefix(a.Host, "www.") == strings.TrimPrefix(b.Host, "www.")
}

// belongs reports whether an element that the library dropped inside the article may be part of
// it: less than half of its text are links. Without references, it must also be of a kind that articles
// have, or be a section of prose.
func (p *selection) belongs(n *html.Node) bool {
	in := p.Contents.Of(n)
	if in.Text == 0 || in.Links*2 > in.Text {
		return dom.Is(n, "img", "br", "hr", "math")
	}
	return len(p.ListHeadings) > 0 || in.Code*2 > in.Text || dom.IsHeading(n) ||
		dom.Is(n, "p", "pre", "blockquote", "table", "math", "li", "tr", "td", "th", "tbody", "thead") ||
		dom.Is(n.Parent, "blockquote", "li", "td", "th") || p.isSection(n)
}

// isSection reports whether a block is a heading and paragraphs below it, with few links in them.
func (p *selection) isSection(n *html.Node) bool {
	in := p.Contents.Of(n)
	if !dom.Is(n, "div", "section") || in.Heading == nil || in.Heading.Parent != n || in.Links*fewestProse > in.Text {
		return false
	}
	prose := int32(0)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if of := p.Contents.Of(c); dom.Is(c, "p") && of.Text >= shortestLead {
			prose += of.Text
		}
	}
	return prose*2 > in.Text-in.Code
}

// omittedLines returns the lines of what is omitted.
func (p *selection) omittedLines() []safe.Text {
	var lines []safe.Text
	dom.Walk(p.Body, func(n *html.Node) bool {
		if !p.omitted[n] {
			return true
		}
		dom.Walk(n, func(c *html.Node) bool {
			if c.Type != html.ElementNode || p.Contents.Of(c).Blocks {
				return true
			}
			if text := dom.Text(c); text != "" && len(lines) < maxLines {
				lines = append(lines, safe.Line(text))
			}
			return false
		})
		return false
	})
	return lines
}
