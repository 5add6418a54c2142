package html

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/reflist"
)

// A htmlList is a list of references in a page.
type htmlList struct {
	heading *html.Node // above it, or nil
	items   []htmlItem
}

// A htmlItem is one entry of a list.
type htmlItem struct {
	node  *html.Node
	label string
	name  *html.Node // the element that only holds the label, or nil
}

var (
	listClass = lazyregexp.New(`(?i)(?:^|[\s_-])(?:references?|ref-?list|reflist|rlist|bibliography|biblist|bib-?list|citation-?list|citedReferences|csl-bib-body|footnotes?|endnotes?|doc-endnotes|doc-bibliography)(?:$|[\s_-])`)
	itemClass = lazyregexp.New(`(?i)(?:^|[\s_-])(?:csl-entry|ref-cit-blk|bib-?item|ltx_bibitem|reference|references?Copy1|citation|bibliography-entry|ref-content|bib-entry|biblioentry|doc-biblioentry)(?:$|[\s_-])`)
	nameClass = lazyregexp.New(`(?i)(?:^|[\s_-])(?:label|order|number|ordinal|ltx_tag_bibitem|csl-left-margin|refnum|ref-label|citation-number|reference-counter|bibtag|counter|ref-number)(?:$|[\s_-])`)
	// linkNumber matches the text of a link that may be the number of a reference.
	linkNumber = lazyregexp.New(`^[\[(]?(\d{1,4})[\])]?$`)
	noMarkers  = lazyregexp.New(`(?i)list-style(?:-type)?\s*:\s*none`)
)

// findReferences finds the page's reference lists: under headings that announce them, in
// elements that are called so, and where the text's numbers lead.
func (p *page) findReferences() {
	p.entryOf, p.backTo, p.left = map[*html.Node]int{}, map[string]int{}, map[*html.Node]bool{}
	taken := map[*html.Node]bool{} // what an entry is or is in
	effort := maxEffort * p.size[p.body].text
	for _, region := range p.regions() {
		for _, n := range region.nodes {
			effort -= p.size[n].text
		}
		if effort < 0 {
			break
		}
		items := p.itemsOf(region.nodes)
		var list htmlList
		for _, item := range items {
			if !taken[item.node] && !insideOf(item.node, taken) {
				list.items = append(list.items, item)
			}
		}
		least := 60
		if region.named {
			least = 30
		}
		if len(list.items) == 0 || shareOfReferences(list.items) < least {
			continue
		}
		list.heading = region.heading
		for _, item := range list.items {
			taken[item.node] = true
		}
		p.lists = append(p.lists, list)
	}
	p.sortLists()
	p.numberEntries()
}

func insideOf(n *html.Node, set map[*html.Node]bool) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if set[n] {
			return true
		}
	}
	return false
}

// sortLists brings the lists into the order of the page.
func (p *page) sortLists() {
	first := map[*html.Node]htmlList{}
	for _, l := range p.lists {
		first[l.items[0].node] = l
	}
	p.lists = nil
	walkHTML(p.body, func(n *html.Node) bool {
		if l, ok := first[n]; ok {
			p.lists = append(p.lists, l)
		}
		return true
	})
}

// numberEntries numbers the entries, and notes which places they lead back to: the link
// that stands there is a citation of theirs.
func (p *page) numberEntries() {
	number := 0
	for _, l := range p.lists {
		for _, item := range l.items {
			number++
			p.entryOf[item.node] = number
			walkHTML(item.node, func(n *html.Node) bool {
				if isElement(n, "a") {
					if key, ok := p.fragment(n); ok && p.backTo[key] == 0 {
						p.backTo[key] = number
					}
				}
				return true
			})
		}
	}
}

// A region is a part of a page that may be a reference list.
type region struct {
	heading *html.Node
	nodes   []*html.Node
	named   bool // a heading or its markup says that it is one
}

// Limits of the search for reference lists.
const (
	maxLists  = 200 // places that are looked at
	maxEffort = 8   // times the page that they hold together
)

// regions returns where reference lists may be, the most certain first.
func (p *page) regions() []region {
	var headed, called []region
	walkHTML(p.body, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if len(headed)+len(called) >= maxLists {
			return false
		}
		if p.size[n].text < 60 && isTitle(n) && reflist.IsHeading(textIn(n)) {
			if nodes := after(n); len(nodes) > 0 {
				headed = append(headed, region{n, nodes, true})
			}
		}
		if listClass.MatchString(names(n)+" "+attr(n, "role")) && blockTags[n.Data] && !isElement(n, "body", "html", "main", "article") {
			called = append(called, region{nil, []*html.Node{n}, false})
		}
		return true
	})
	return append(append(headed, called...), p.linkedLists()...)
}

// isTitle reports whether an element is a heading, also one that is only a short line
// in bold or of a class that says so.
func isTitle(n *html.Node) bool {
	if isHeadingTag(n) || attr(n, "role") == "heading" || isElement(n, "summary", "legend") {
		return true
	}
	if !isElement(n, "p", "div", "b", "strong", "dt", "span") {
		return false
	}
	if isElement(n, "p", "div") && n.FirstChild != nil && n.FirstChild == n.LastChild && isElement(n.FirstChild, "b", "strong") {
		return true
	}
	return strings.Contains(strings.ToLower(attr(n, "class")), "title") || strings.Contains(strings.ToLower(attr(n, "class")), "heading")
}

// level returns how deep a heading's section is: 1 to 6.
func level(n *html.Node) int {
	if isHeadingTag(n) {
		return int(n.Data[1] - '0')
	}
	return 6
}

// after returns what follows a heading up to the next of its level: the elements behind
// it and, where there are none, those behind what holds it alone.
func after(heading *html.Node) []*html.Node {
	for n := heading; n != nil && !isElement(n, "body"); n = n.Parent {
		var nodes []*html.Node
		text := false
		for c := n.NextSibling; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			if h := findHTML(c, isHeadingTag); h != nil && (level(h) <= level(heading) || h == c) {
				break
			}
			nodes = append(nodes, c)
			text = text || strings.TrimSpace(textIn(c)) != ""
		}
		if text {
			return nodes
		}
		if n != heading && len(textIn(n)) > len(textIn(heading))+20 {
			return nil
		}
	}
	return nil
}

// linkedLists returns the lists whose items the text's numbers lead to.
func (p *page) linkedLists() []region {
	var regions []region
	times := map[*html.Node]map[*html.Node]bool{}
	walkHTML(p.body, func(n *html.Node) bool {
		if !isElement(n, "a") || !linkNumber.MatchString(textIn(n)) && !reflist.HasYear(textIn(n)) {
			return true
		}
		target, _ := p.target(n)
		item := target
		for item != nil && !blockTags[item.Data] {
			item = item.Parent
		}
		for c := item; c != nil; c = c.Parent {
			if isElement(c, "li", "dd", "tr") {
				item = c
				break
			}
		}
		if item == nil || item.Parent == nil || isElement(item, "body") || insideOf(n, map[*html.Node]bool{item.Parent: true}) {
			return true
		}
		if times[item.Parent] == nil {
			times[item.Parent] = map[*html.Node]bool{}
		}
		times[item.Parent][item] = true
		if len(times[item.Parent]) == 2 {
			regions = append(regions, region{nodes: []*html.Node{item.Parent}})
		}
		return true
	})
	return regions
}
