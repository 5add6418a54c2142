package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/numbering"
	"etal/internal/reflist"
)

// An entry is an element with one reference.
type entry struct {
	node  *html.Node
	text  string // as one line
	label string
	name  *html.Node // the element that holds only the label, or nil
}

// An entryFinder gathers the entries of a region.
type entryFinder struct {
	*page
	entries []entry
}

// add adds an element as an entry, unless it has no text or is a row of links, which it omits.
func (f *entryFinder) add(n *html.Node, label string) {
	if f.contents.Of(n).Text == 0 {
		return
	}
	e := entry{node: n, text: dom.Text(n), label: label}
	if boilerplate.IsLinkRow(e.text) {
		f.omitted[n] = true
		return
	}
	e.findLabel()
	f.entries = append(f.entries, e)
}

// entriesIn returns the entries in a region but for some elements: the items of its lists and the rows of
// its tables or, without these, its paragraphs.
func (p *page) entriesIn(nodes []*html.Node, without map[*html.Node]bool) []entry {
	f := &entryFinder{page: p}
	for _, n := range nodes {
		dom.Walk(n, func(n *html.Node) bool {
			switch {
			case without[n]:
			case dom.Is(n, "ol", "ul"):
				f.addItems(n)
			case dom.Is(n, "dl"):
				f.addDefinitions(n)
			case dom.Is(n, "tr"):
				f.addRow(n)
			default:
				return true
			}
			return false
		})
	}
	if len(f.entries) > 0 {
		return f.entries
	}
	for _, n := range p.paragraphsIn(nodes, without) {
		f.add(n, "")
	}
	if entries := likelyReferences(f.entries); len(entries) > 1 {
		return entries
	}
	return nil
}

// addItems adds the items of a list.
func (f *entryFinder) addItems(list *html.Node) {
	numbered := list.Data == "ol" && !noMarkers.MatchString(dom.Attr(list, "style"))
	numbers := numbering.New(list)
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if !dom.Is(c, "li") {
			continue
		}
		label := strconv.Itoa(numbers.Next(c))
		if !numbered {
			label = ""
		}
		f.add(c, label)
	}
}

// addDefinitions adds the definitions of a list whose terms are labels.
func (f *entryFinder) addDefinitions(list *html.Node) {
	label := ""
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if dom.Is(c, "dt") {
			label = doc.BareLabel(dom.Text(c))
		} else if dom.Is(c, "dd") {
			f.add(c, label)
			label = ""
		}
	}
}

// addRow adds a row of a table, whose first cell of two may be a label.
func (f *entryFinder) addRow(row *html.Node) {
	var cells []*html.Node
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if f.contents.Of(c).Text > 0 {
			cells = append(cells, c)
		}
	}
	if len(cells) == 2 {
		if label := doc.BareLabel(dom.Text(cells[0])); label != "" {
			f.entries = append(f.entries, entry{node: row, text: dom.Text(row), label: label, name: cells[0]})
			return
		}
	}
	f.add(row, "")
}

// paragraphsIn returns the elements that hold a paragraph each: those that are called entries or,
// if there are fewer than two, those that hold no other blocks.
func (p *page) paragraphsIn(nodes []*html.Node, without map[*html.Node]bool) []*html.Node {
	var called, leaves []*html.Node
	for _, n := range nodes {
		dom.Walk(n, func(n *html.Node) bool {
			if without[n] {
				return false
			}
			if n.Type != html.ElementNode || !dom.IsBlock(n.Data) || dom.IsHeading(n) {
				return true
			}
			if (itemClass.In(dom.Attr(n, "class")) || itemClass.In(dom.Attr(n, "role"))) && !holdsItem(n) {
				called = append(called, n)
			}
			if !p.contents.Of(n).Blocks {
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

// holdsItem reports whether a block that is called an entry is in an element.
func holdsItem(n *html.Node) bool {
	return dom.Find(n, func(c *html.Node) bool {
		return c != n && dom.IsBlock(c.Data) && itemClass.In(dom.Attr(c, "class"))
	}) != nil
}

// longestEntry is how many bytes a paragraph has at most that is taken for a reference.
const longestEntry = 1500

// likelyReferences returns the paragraphs that are references, where some are not.
func likelyReferences(paragraphs []entry) []entry {
	var entries []entry
	for _, e := range paragraphs {
		if e.label != "" || len(e.text) < longestEntry && reflist.IsReference(e.text) {
			entries = append(entries, e)
		}
	}
	return entries
}

// findLabel gives an entry its own label, if it has one, instead of that of its place in the list.
func (e *entry) findLabel() {
	for _, key := range []string{"data-counter", "data-content", "data-label"} {
		if s := doc.BareLabel(dom.Attr(e.node, key)); s != "" {
			e.label = s
		}
	}
	e.name = dom.Find(e.node, func(c *html.Node) bool {
		return c != e.node && nameClass.In(dom.Attr(c, "class")) && doc.BareLabel(dom.Text(c)) != ""
	})
	if e.name != nil {
		e.label = doc.BareLabel(dom.Text(e.name))
	} else if m := ownLabel.FindStringSubmatch(strings.TrimLeft(e.text, "^↑ ")); m != nil {
		e.label = m[1] + m[2] + m[3]
	}
}

// ownLabel matches the number or short name that the text of an entry begins with.
var ownLabel = lazyregexp.New(`^(?:\[([A-Za-z]?[\w+.-]{0,14}\w)\]|\(?(\d{1,4})\)|(\d{1,4})\.)(?:[\s\p{Zs}]|$)`)

// shareOfReferences returns how many of the entries, in percent, look like references.
func shareOfReferences(entries []entry) int {
	n := 0
	for _, e := range entries {
		if len(e.text) < 2*longestEntry && reflist.IsReference(e.text) {
			n++
		}
	}
	return n * 100 / len(entries)
}
