package html

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
	"etal/internal/reflist"
)

// A region is a part of a page that may be a reference list.
type region struct {
	heading   *html.Node // above it, or nil
	nodes     []*html.Node
	announced bool // by the heading
}

// Limits of the search for reference lists, far above what articles have.
const (
	maxRegions = 200 // beside those that links lead to
	maxEffort  = 8   // text of all regions, in times of the page's

	longestListHeading = 60 // runes
)

// regions returns where reference lists may be, the most likely first.
func (p *page) regions() []region {
	var headed, called []region
	dom.Walk(p.body, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if len(headed)+len(called) >= maxRegions {
			return false
		}
		if isTitle(n) && p.contents.Of(n).Text < longestListHeading && reflist.IsHeading(dom.Text(n)) {
			if nodes := p.below(n); len(nodes) > 0 {
				headed = append(headed, region{n, nodes, true})
			}
		}
		if (listClass.Call(n) || listClass.In(dom.Attr(n, "role"))) && dom.IsBlock(n.Data) && !dom.Is(n, "body", "html", "main", "article") {
			called = append(called, region{nodes: []*html.Node{n}})
		}
		return true
	})
	return append(append(headed, called...), p.linkedLists()...)
}

// isTitle reports whether an element may be a heading: by its name, by its class, or because it
// is a line in bold.
func isTitle(n *html.Node) bool {
	if dom.IsHeading(n) || dom.Attr(n, "role") == "heading" || dom.Is(n, "summary", "legend") {
		return true
	}
	if !dom.Is(n, "p", "div", "b", "strong", "dt", "span") {
		return false
	}
	if dom.Is(n, "p", "div") && n.FirstChild != nil && n.FirstChild == n.LastChild && dom.Is(n.FirstChild, "b", "strong") {
		return true
	}
	class := strings.ToLower(dom.Attr(n, "class"))
	return strings.Contains(class, "title") || strings.Contains(class, "heading")
}

// level returns the level of a heading, 1 to 6; titles that are no headings count as 6.
func level(n *html.Node) int {
	if dom.IsHeading(n) {
		return int(n.Data[1] - '0')
	}
	return 6
}

// below returns the elements under a heading, up to the next heading of its level: those that
// follow it or, if they have no text, those that follow what the heading is in.
func (p *page) below(heading *html.Node) []*html.Node {
	for n := heading; n != nil && !dom.Is(n, "body"); n = n.Parent {
		var nodes []*html.Node
		text := int32(0)
		for c := n.NextSibling; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			if h := p.contents.Of(c).Heading; h != nil && (level(h) <= level(heading) || h == c) {
				break
			}
			nodes = append(nodes, c)
			text += p.contents.Of(c).Text
		}
		if text > 0 {
			return nodes
		}
		if p.contents.Of(n).Text > p.contents.Of(heading).Text+longestBesideHeading {
			return nil
		}
	}
	return nil
}

// longestBesideHeading is how many runes stand beside a heading, at most, in an element that
// counts as the heading: a number, a link to itself.
const longestBesideHeading = 20

// linkedLists returns the elements that hold two or more targets of links with numbers or years.
func (p *page) linkedLists() []region {
	var regions []region
	targets := map[*html.Node]map[*html.Node]bool{}
	for _, n := range p.allLinks {
		text := dom.Text(n)
		if !strings.ContainsAny(text, "0123456789") || !linkNumber.MatchString(text) && !reflist.HasYear(text) {
			continue
		}
		target, _ := p.target(n)
		if target == nil {
			continue
		}
		item := dom.ItemAround(target)
		if item == nil || item.Parent == nil || dom.Is(item, "body") || dom.IsWithin(n, item.Parent) {
			continue
		}
		if targets[item.Parent] == nil {
			targets[item.Parent] = map[*html.Node]bool{}
		}
		targets[item.Parent][item] = true
		if len(targets[item.Parent]) == 2 {
			regions = append(regions, region{nodes: []*html.Node{item.Parent}})
		}
	}
	return regions
}
