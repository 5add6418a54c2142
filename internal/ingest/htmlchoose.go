package ingest

import (
	"regexp"
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/safe"
)

// What of a page is its article. A reader-mode library says where the text is; it was
// made for news and drops what scholars need, so what it leaves out inside the article
// comes back unless it looks like the page's own, and so do the references. Where
// nothing in a page is called furniture, all of it is the article.

var (
	furnitureName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|sharedaddy|social|socials|follow|related|recommend(?:ed|ations?)?|promo(?:tion)?s?|newsletter|subscribe|subscription|signup|sign-up|side-?bar|rail|comments?|respond|replies|disqus|adverts?|advertisement|ads?|banner|sponsor(?:ed)?|footer|cookies?|popup|modal|overlay|toolbar|tags?|taglist|pagination|pager|widget|masthead|skip|login|toc|outbrain|taboola|most-read|trending|popular|more-stories|read-more|readmore|print|tools|utility|hatnote|navbox|catlinks|printfooter|byline-bio|author-bio|about-author|authorbox)(?:$|[\s_-])`)
	articleName   = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:article|content|main|body|post|entry|text|story|page|section|ltx_[a-z]+|hentry)(?:$|[\s_-])`)
	furnitureRole = setOfNames(`navigation complementary banner contentinfo search dialog alert alertdialog menu menubar toolbar`)
)

// Limits of what the library is asked to do, which takes more than linear time.
const (
	maxElements = 60_000
	maxLines    = 500 // of furniture that are reported
)

// isFurniture reports whether an element says itself that it is none of the article.
func isFurniture(n *html.Node) bool {
	if n.Type != html.ElementNode || isElement(n, "body", "html", "article", "main") {
		return false
	}
	return isElement(n, "nav", "footer", "aside") || furnitureRole[attr(n, "role")] || furnitureName.MatchString(names(n)) && !articleName.MatchString(names(n))
}

// choose decides what is left out, and says so in a.
func (p *page) choose(a *article.Article) {
	kept := p.extract()
	if kept != nil {
		p.restore(kept)
	}
	p.report(a)
}

// extract returns the elements that the library takes for the article's, and all that
// they are in; nil where all of the page is.
func (p *page) extract() map[*html.Node]bool {
	if findHTML(p.body, isFurniture) == nil {
		return nil
	}
	const prefix = "etal-"
	var elements []*html.Node
	walkHTML(p.body, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			n.Attr = append(n.Attr, html.Attribute{Key: prefix + strconv.Itoa(len(elements))})
			elements = append(elements, n)
		}
		return true
	})
	if len(elements) > maxElements {
		return nil
	}
	parser := readability.NewParser()
	parser.KeepClasses = true
	found, err := parser.ParseDocument(p.doc, nil)
	if err != nil || found.Node == nil {
		return nil
	}
	kept := map[*html.Node]bool{}
	keep := func(n *html.Node) {
		for ; n != nil && !kept[n]; n = n.Parent {
			kept[n] = true
		}
	}
	walkHTML(found.Node, func(n *html.Node) bool {
		for _, a := range n.Attr {
			if number, ok := strings.CutPrefix(a.Key, prefix); ok {
				if i, err := strconv.Atoi(number); err == nil && i < len(elements) {
					keep(elements[i])
				}
			}
		}
		return true
	})
	if len(kept) == 0 {
		return nil
	}
	for _, l := range p.lists {
		for _, item := range l.items {
			keep(item.node)
		}
		if l.heading != nil {
			keep(l.heading)
		}
	}
	return kept
}

// restore leaves out what is not kept, but for what stands in the article and looks like
// a part of it.
func (p *page) restore(kept map[*html.Node]bool) {
	root := p.body
	for { // the smallest element that holds all that is kept
		var only *html.Node
		several := false
		for c := root.FirstChild; c != nil; c = c.NextSibling {
			if kept[c] {
				several = several || only != nil
				only = c
			}
		}
		if several || only == nil {
			break
		}
		root = only
	}
	var visit func(n *html.Node, inside bool)
	visit = func(n *html.Node, inside bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			within := inside || c == root
			switch {
			case kept[c]:
				visit(c, within)
			case inside && !isFurniture(c) && (kept[n] && inlineNames[c.Data] || p.belongs(c)):
				visit(c, true)
			default:
				p.left[c] = true
			}
		}
	}
	visit(p.body, root == p.body)
}

// belongs reports whether an element that the library left out may be the article's:
// it has no more links than text, and is more than a few words.
func (p *page) belongs(n *html.Node) bool {
	m := p.size[n]
	if m.text == 0 || m.links*2 > m.text {
		return isElement(n, "img", "br", "hr", "math")
	}
	if isElement(n, "p", "pre", "blockquote", "figure", "figcaption", "table", "math", "dl", "ol", "ul", "li", "tr", "td", "th", "tbody", "thead", "section", "caption", "dt", "dd") || isHeadingTag(n) {
		return true
	}
	return m.text > 80
}

// report says in a what is left out, line by line.
func (p *page) report(a *article.Article) {
	walkHTML(p.body, func(n *html.Node) bool {
		if !p.left[n] {
			return true
		}
		walkHTML(n, func(c *html.Node) bool {
			if c.Type == html.ElementNode && c.Parent != nil && findHTML(c, func(d *html.Node) bool { return d != c && !inlineNames[d.Data] }) == nil {
				if text := textIn(c); text != "" && len(a.Furniture) < maxLines {
					a.Furniture = append(a.Furniture, safe.Line(text))
				}
				return false
			}
			return true
		})
		return false
	})
}
