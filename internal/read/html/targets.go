package html

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/read/html/dom"
)

// fewestOwn is how many links to places of a page must begin alike to be links within it.
const fewestOwn = 3

// findTargets finds the links, the headings, the places of the page that have a name, and what links within the page
// begin with: on saved pages that is often its URL, before the #.
func (p *page) findTargets() {
	p.ids = map[string]*html.Node{}
	name := func(key string, n *html.Node) {
		if key != "" && p.ids[key] == nil {
			p.ids[key] = n
		}
	}
	dom.Walk(p.body, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		name(dom.Attr(n, "id"), n)
		if n.Data == "a" {
			name(dom.Attr(n, "name"), n)
			p.allLinks = append(p.allLinks, n)
		} else if dom.IsHeading(n) {
			p.allHeadings = append(p.allHeadings, n)
		}
		return true
	})
	times := map[string]int{}
	for _, n := range p.allLinks {
		if before, fragment, ok := strings.Cut(dom.Attr(n, "href"), "#"); ok && before != "" && p.ids[doc.Fragment(fragment)] != nil {
			times[before]++
			if times[before] > times[p.self] {
				p.self = before
			}
		}
	}
	if times[p.self] < fewestOwn {
		p.self = ""
	}
}

// target returns the element that a link within the page leads to, or nil, and its name.
func (p *page) target(a *html.Node) (*html.Node, string) {
	for _, key := range []string{dom.Attr(a, "data-rid"), dom.Attr(a, "data-xml-rid")} {
		if n := p.ids[key]; n != nil {
			return n, key
		}
	}
	fragment, ok := p.fragment(a)
	if !ok {
		return nil, ""
	}
	return p.ids[fragment], fragment
}

// fragment returns the name of the place that a link leads to, and reports whether it is a link
// within the page.
func (p *page) fragment(a *html.Node) (string, bool) {
	before, fragment, ok := strings.Cut(dom.Attr(a, "href"), "#")
	if !ok || fragment == "" || before != "" && before != p.self {
		return "", false
	}
	return doc.Fragment(fragment), true
}

// entryAt returns the number of the reference whose entry an element is, is in or, as an empty
// anchor, stands right before; 0 for none.
func (p *page) entryAt(n *html.Node) int {
	for c := n; c != nil; c = c.Parent {
		if number := p.entryOf[c]; number > 0 {
			return number
		}
	}
	if p.contents.Of(n).Text > 0 && !dom.Is(n, "dt") {
		return 0
	}
	return p.entryOf[dom.NextElement(n)]
}

// cites returns the number of the reference that a link outside the entries cites, or 0: the link
// leads to it, or its entry leads back to the link.
func (p *page) cites(a *html.Node) int {
	target, _ := p.target(a)
	number := 0
	if target != nil {
		number = p.entryAt(target)
	}
	for n := a; number == 0 && n != nil && (n == a || !dom.IsBlock(n.Data)); n = n.Parent {
		number = cmp.Or(p.backTo[dom.Attr(n, "id")], p.backTo[dom.Attr(n, "name")])
	}
	return number
}
