package html

import (
	"maps"
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// What of a page is its article. A reader-mode library says where the text is; it was
// made for news and drops what scholars need, so what it leaves out inside the article
// comes back unless it looks like the page's own, and so do the references. Where
// nothing in a page is called furniture, all of it is the article.

var (
	furnitureName = lazyregexp.New(`(?i)(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|sharedaddy|social|socials|follow|related|recommend(?:ed|ations?)?|promo(?:tion)?s?|newsletter|subscribe|subscription|signup|sign-up|side-?bar|rail|comments?|respond|replies|disqus|adverts?|advertisement|ads?|banner|sponsor(?:ed)?|footer|cookies?|popup|modal|overlay|toolbar|tags?|taglist|pagination|pager|widget|masthead|skip|login|toc|outbrain|taboola|most-read|trending|popular|more-stories|read-more|readmore|print|tools|utility|hatnote|navbox|catlinks|printfooter|byline-bio|author-bio|about-author|authorbox)(?:$|[\s_-])`)
	articleName   = lazyregexp.New(`(?i)(?:^|[\s_-])(?:article|content|main|body|post|entry|text|story|page|section|ltx_[a-z]+|hentry)(?:$|[\s_-])`)
	furnitureRole = setOfNames(`navigation complementary banner contentinfo search dialog alert alertdialog menu menubar toolbar`)
)

// Limits of what the library is asked to do, which takes more than linear time.
const (
	maxElements = 60_000
	maxLines    = 500 // of furniture that are reported

	leastLead    = 80  // letters that a paragraph before the text has at least
	leastArticle = 150 // letters that an article has at least
)

// isFurniture reports whether an element says itself that it is none of the article.
func isFurniture(n *html.Node) bool {
	if n.Type != html.ElementNode || isElement(n, "body", "html", "article", "main") {
		return false
	}
	return isElement(n, "nav", "footer", "aside") || furnitureRole[attr(n, "role")] || furnitureName.MatchString(names(n)) && !articleName.MatchString(names(n))
}

// choose decides what is left out, and says so in a. Kept is what extract returned.
func (p *page) choose(a *doc.Meta, kept map[*html.Node]bool) {
	if kept == nil {
		return
	}
	for _, l := range p.lists {
		for _, item := range l.items {
			keep(kept, item.node)
		}
		if l.heading != nil {
			keep(kept, l.heading)
		}
	}
	rows := maps.Clone(p.left)
	p.restore(kept)
	if p.textLeft() < leastArticle {
		p.left = rows // what was found is no article
	}
	p.report(a)
}

// textLeft returns how much text is not left out.
func (p *page) textLeft() int {
	text := p.size[p.body].text
	walkHTML(p.body, func(n *html.Node) bool {
		if p.left[n] {
			text -= p.size[n].text
		}
		return !p.left[n]
	})
	return text
}

func keep(kept map[*html.Node]bool, n *html.Node) {
	for ; n != nil && !kept[n]; n = n.Parent {
		kept[n] = true
	}
}

// extract returns the elements that the library takes for the article's, and all that
// they are in; nil where all of the page is.
func (p *page) extract() map[*html.Node]bool {
	if findHTML(p.doc, isFurniture) == nil {
		return nil
	}
	const prefix = "etal-"
	var elements []*html.Node
	walkHTML(p.doc, func(n *html.Node) bool {
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
	walkHTML(found.Node, func(n *html.Node) bool {
		for _, a := range n.Attr {
			if number, ok := strings.CutPrefix(a.Key, prefix); ok {
				if i, err := strconv.Atoi(number); err == nil && i < len(elements) {
					keep(kept, elements[i])
				}
			}
		}
		return true
	})
	if len(kept) == 0 {
		return nil
	}
	return kept
}

// restore leaves out what is not kept, but for what stands in the article and looks like
// a part of it, and what is kept but says itself that it is none.
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
	all := p.size[root].text
	begun := len(p.lists) > 0                      // the text, before which there are only headings of the page's
	titled, around := false, map[*html.Node]bool{} // the title, and what it is in
	if p.title != nil {
		keep(around, p.title)
	}
	var visit func(n *html.Node, inside bool)
	visit = func(n *html.Node, inside bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			within := inside || c == root
			titled = titled || c == p.title
			switch {
			case kept[c] && !(within && c != root && p.isForeign(c, all)):
				begun = begun || isElement(c, "p") && p.size[c].text > 80
				visit(c, within)
			case inside && begun && !kept[c] && !isFurniture(c) && (kept[n] && !blockTags[c.Data] || p.belongs(c)):
				visit(c, true)
			case (titled || around[c]) && !begun && !isFurniture(c) && p.size[c].blocks && !isElement(c, "figure", "ul", "ol", "dl", "table", "form"):
				visit(c, false)
			case titled && !begun && !isFurniture(c) && p.isLead(c):
			default:
				p.left[c] = true
			}
		}
	}
	visit(p.body, root == p.body)
}

// isLead reports whether an element between the title and the text that the library found
// is a paragraph of the article: several words of text without links.
func (p *page) isLead(n *html.Node) bool {
	m := p.size[n]
	return isElement(n, "p", "div", "h2", "h3", "section") && !m.blocks && m.links == 0 && m.text >= leastLead && strings.ContainsAny(textIn(n), ".!?。")
}

// isForeign reports whether an element of the article is a small part of it that says
// itself that it is none: by its name, by a phrase, or because it is a list of links.
func (p *page) isForeign(n *html.Node, all int) bool {
	m := p.size[n]
	if p.holdsEntries(n) {
		return false
	}
	if isFurniture(n) && m.text*4 <= all {
		return true
	}
	if !blockTags[n.Data] || m.text == 0 {
		return false
	}
	if m.text < 100 && boilerplate.IsPagePhrase(textIn(n)) {
		return true
	}
	if len(p.lists) == 0 && isElement(n, "p", "div", "h2", "h3", "h4") && p.isTeaser(n) {
		return true
	}
	return len(p.lists) == 0 && m.blocks && isElement(n, "ul", "ol", "div", "section") && m.links*10 > m.text*7
}

// isTeaser reports whether a paragraph is nothing but a link to another page of the site
// that is called like an article.
func (p *page) isTeaser(n *html.Node) bool {
	m := p.size[n]
	if m.blocks || m.text == 0 || m.links < m.text || len(strings.Fields(textIn(n))) < 4 || p.base == nil {
		return false
	}
	a := findHTML(n, func(c *html.Node) bool { return c.Data == "a" })
	to, err := p.base.Parse(attr(a, "href"))
	return err == nil && p.isOwn(to.String())
}

// holdsEntries reports whether references are in an element.
func (p *page) holdsEntries(n *html.Node) bool {
	return findHTML(n, func(c *html.Node) bool { return p.entryOf[c] > 0 }) != nil
}

// belongs reports whether an element that the library left out may be the article's:
// it has no more links than text. Where there are references, most that is left out may.
func (p *page) belongs(n *html.Node) bool {
	m := p.size[n]
	if m.text == 0 || m.links*2 > m.text {
		return isElement(n, "img", "br", "hr", "math")
	}
	if len(p.lists) == 0 {
		return isHeadingTag(n) || isElement(n, "p", "pre", "blockquote", "table", "math", "li", "tr", "td", "th", "tbody", "thead")
	}
	return true
}

// report says in a what is left out, line by line.
func (p *page) report(a *doc.Meta) {
	walkHTML(p.body, func(n *html.Node) bool {
		if !p.left[n] {
			return true
		}
		walkHTML(n, func(c *html.Node) bool {
			if c.Type == html.ElementNode && c.Parent != nil && findHTML(c, func(d *html.Node) bool { return d != c && blockTags[d.Data] }) == nil {
				if text := textIn(c); text != "" && len(a.Removed) < maxLines {
					a.Removed = append(a.Removed, safe.Line(text))
				}
				return false
			}
			return true
		})
		return false
	})
}
