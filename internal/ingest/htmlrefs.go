package ingest

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
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
	listClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:references?|ref-?list|reflist|rlist|bibliography|biblist|bib-?list|citation-?list|citedReferences|csl-bib-body|footnotes?|endnotes?|doc-endnotes|doc-bibliography)(?:$|[\s_-])`)
	itemClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:csl-entry|ref-cit-blk|bib-?item|ltx_bibitem|reference|references?Copy1|citation|bibliography-entry|ref-content|bib-entry|biblioentry|doc-biblioentry)(?:$|[\s_-])`)
	nameClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:label|order|number|ordinal|ltx_tag_bibitem|csl-left-margin|refnum|ref-label|citation-number|reference-counter|bibtag|counter|ref-number)(?:$|[\s_-])`)
	noMarkers = regexp.MustCompile(`(?i)list-style(?:-type)?\s*:\s*none`)
)

// findTargets finds the places of the page that have a name, and what the links within
// the page begin with: in a saved page they often have its address before the #.
func (p *page) findTargets() {
	p.ids = map[string]*html.Node{}
	walkHTML(p.body, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			keys := []string{attr(n, "id")}
			if n.Data == "a" {
				keys = append(keys, attr(n, "name"))
			}
			for _, key := range keys {
				if key != "" && p.ids[key] == nil {
					p.ids[key] = n
				}
			}
		}
		return true
	})
	times := map[string]int{}
	walkHTML(p.body, func(n *html.Node) bool {
		if isElement(n, "a") {
			if before, fragment, ok := strings.Cut(attr(n, "href"), "#"); ok && before != "" && p.ids[unescaped(fragment)] != nil {
				times[before]++
				if times[before] > times[p.self] {
					p.self = before
				}
			}
		}
		return true
	})
	if times[p.self] < 3 {
		p.self = ""
	}
}

func unescaped(fragment string) string {
	if s, err := url.PathUnescape(fragment); err == nil {
		return s
	}
	return fragment
}

// target returns the element that a link within the page leads to, and its name; nil
// where it leads nowhere or out of the page.
func (p *page) target(a *html.Node) (*html.Node, string) {
	for _, key := range []string{attr(a, "data-rid"), attr(a, "data-xml-rid")} {
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

// fragment returns what a link within the page has behind its #.
func (p *page) fragment(a *html.Node) (string, bool) {
	before, fragment, ok := strings.Cut(attr(a, "href"), "#")
	if !ok || fragment == "" || before != "" && before != p.self {
		return "", false
	}
	return unescaped(fragment), true
}

// findReferences finds the page's reference lists: under headings that announce them, in
// elements that are called so, and where the text's numbers lead.
func (p *page) findReferences() {
	p.entryOf, p.backTo, p.left = map[*html.Node]int{}, map[string]int{}, map[*html.Node]bool{}
	taken := map[*html.Node]bool{} // what an entry is or is in
	for _, region := range p.regions() {
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

// entryAt returns the number of the entry that an element is, is in, or stands at the
// start of as an empty anchor does; 0 for none.
func (p *page) entryAt(n *html.Node) int {
	for c := n; c != nil; c = c.Parent {
		if number := p.entryOf[c]; number > 0 {
			return number
		}
	}
	if n == nil || p.size[n].text > 0 && !isElement(n, "dt") {
		return 0
	}
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if number := p.entryOf[c]; number > 0 {
			return number
		}
		if c.Type == html.ElementNode || strings.TrimSpace(c.Data) != "" {
			return 0
		}
	}
	return 0
}

// cites returns the reference that a link is a citation of, or 0.
func (p *page) cites(a *html.Node) int {
	target, _ := p.target(a)
	number := 0
	if target != nil {
		number = p.entryAt(target)
	}
	for n := a; number == 0 && n != nil && (n == a || !blockTags[n.Data]); n = n.Parent {
		for _, key := range []string{attr(n, "id"), attr(n, "name")} {
			if key != "" && number == 0 {
				number = p.backTo[key]
			}
		}
	}
	if number == 0 || p.entryAt(a) > 0 {
		return 0
	}
	return number
}

// A region is a part of a page that may be a reference list.
type region struct {
	heading *html.Node
	nodes   []*html.Node
	named   bool // a heading or its markup says that it is one
}

// maxLists is how many places are looked at for reference lists.
const maxLists = 200

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
		if p.size[n].text < 60 && isTitle(n) && namesList(textIn(n)) {
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

// itemsOf returns the entries in a region: the items of its lists, or the rows of its
// table, or its paragraphs.
func (p *page) itemsOf(nodes []*html.Node) []htmlItem {
	var items []htmlItem
	add := func(n *html.Node, label string) {
		if p.size[n].text == 0 {
			return
		}
		if text := textIn(n); linkRow.MatchString(text) {
			p.left[n] = true
			return
		}
		items = append(items, newItem(n, label))
	}
	for _, n := range nodes {
		walkHTML(n, func(n *html.Node) bool {
			switch {
			case isElement(n, "ol", "ul"):
				ordinal := 1
				if start, err := strconv.Atoi(attr(n, "start")); err == nil {
					ordinal = start
				}
				for c := n.FirstChild; c != nil; c = c.NextSibling {
					if !isElement(c, "li") {
						continue
					}
					if value, err := strconv.Atoi(attr(c, "value")); err == nil {
						ordinal = value
					}
					label := ""
					if n.Data == "ol" && !noMarkers.MatchString(attr(n, "style")) {
						label = strconv.Itoa(ordinal)
					}
					ordinal++
					add(c, label)
				}
				return false
			case isElement(n, "dl"):
				label := ""
				for c := n.FirstChild; c != nil; c = c.NextSibling {
					if isElement(c, "dt") {
						label = bareLabel(textIn(c))
					} else if isElement(c, "dd") {
						add(c, label)
						label = ""
					}
				}
				return false
			case isElement(n, "tr"):
				var cells []*html.Node
				for c := n.FirstChild; c != nil; c = c.NextSibling {
					if isElement(c, "td", "th") && p.size[c].text > 0 {
						cells = append(cells, c)
					}
				}
				if len(cells) == 2 && bareLabel(textIn(cells[0])) != "" {
					add(cells[1], bareLabel(textIn(cells[0])))
				} else if len(cells) > 0 {
					add(n, "")
				}
				return false
			}
			return true
		})
	}
	if len(items) > 0 {
		return items
	}
	for _, n := range paragraphsOf(nodes) {
		add(n, "")
	}
	if items = entriesAmong(items); len(items) == 1 {
		return nil
	}
	return items
}

// paragraphsOf returns the elements that hold a paragraph each: those that are called
// entries, or those that hold no others.
func paragraphsOf(nodes []*html.Node) []*html.Node {
	var called, leaves []*html.Node
	for _, n := range nodes {
		walkHTML(n, func(n *html.Node) bool {
			if n.Type != html.ElementNode || !blockTags[n.Data] || isHeadingTag(n) {
				return false
			}
			if itemClass.MatchString(attr(n, "class")+" "+attr(n, "role")) && findHTML(n, func(c *html.Node) bool {
				return c != n && itemClass.MatchString(attr(c, "class")) && blockTags[c.Data]
			}) == nil {
				called = append(called, n)
				return false
			}
			if findHTML(n, func(c *html.Node) bool { return c != n && blockTags[c.Data] }) == nil {
				leaves = append(leaves, n)
			}
			return true
		})
	}
	if len(called) > 1 {
		return called
	}
	return leaves
}

// entriesAmong returns the items that are references, where some paragraphs are not.
func entriesAmong(items []htmlItem) []htmlItem {
	var entries []htmlItem
	for _, item := range items {
		if text := textIn(item.node); item.label != "" || isReference(text) && len(text) < longestEntry {
			entries = append(entries, item)
		}
	}
	return entries
}

// longestEntry is how many bytes a paragraph has at most that is believed to be a
// reference.
const longestEntry = 1500

// newItem reads an entry's own label, which goes before the one that its place in the
// list gives.
func newItem(n *html.Node, label string) htmlItem {
	item := htmlItem{node: n, label: label}
	for _, key := range []string{"data-counter", "data-content", "data-label"} {
		if s := bareLabel(attr(n, key)); s != "" {
			item.label = s
		}
	}
	item.name = findHTML(n, func(c *html.Node) bool {
		return c != n && nameClass.MatchString(attr(c, "class")) && bareLabel(textIn(c)) != ""
	})
	if item.name != nil {
		item.label = bareLabel(textIn(item.name))
		return item
	}
	if m := ownLabel.FindStringSubmatch(textIn(n) + " "); m != nil {
		item.label = m[1] + m[2] + m[3]
	}
	return item
}

// ownLabel matches the number or short name that an entry's text begins with.
var ownLabel = regexp.MustCompile(`^(?:\[([A-Za-z]?[\w+.-]{0,14}\w)\]|\(?(\d{1,4})\)|(\d{1,4})\.)\s`)

// bareLabel returns a label without its brackets, or "" for what is none.
func bareLabel(s string) string {
	s = strings.Trim(strings.TrimSpace(s), "[](){}.: ")
	if s == "" || len(s) > longestLabel || strings.ContainsAny(s, " \t\n") {
		return ""
	}
	return s
}

// shareOfReferences returns how many of the items, in percent, bear a year or an address,
// as references do.
func shareOfReferences(items []htmlItem) int {
	bear := 0
	for _, item := range items {
		if text := textIn(item.node); isReference(text) && len(text) < 2*longestEntry {
			bear++
		}
	}
	return bear * 100 / len(items)
}

// linkedLists returns the lists whose items the text's numbers lead to.
func (p *page) linkedLists() []region {
	var regions []region
	times := map[*html.Node]map[*html.Node]bool{}
	walkHTML(p.body, func(n *html.Node) bool {
		if !isElement(n, "a") || !linkNumber.MatchString(textIn(n)) && !year.MatchString(textIn(n)) {
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
