package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
)

// An entry is an element with one reference.
type entry struct {
	node  *html.Node
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
	if f.contents[n].text == 0 {
		return
	}
	if boilerplate.IsLinkRow(textIn(n)) {
		f.omitted[n] = true
		return
	}
	f.entries = append(f.entries, newEntry(n, label))
}

// entriesIn returns the entries in a region: the items of its lists and the rows of its tables or,
// if there are none, its paragraphs.
func (p *page) entriesIn(nodes []*html.Node) []entry {
	f := &entryFinder{page: p}
	for _, n := range nodes {
		walk(n, func(n *html.Node) bool {
			switch {
			case isElement(n, "ol", "ul"):
				f.addItems(n)
			case isElement(n, "dl"):
				f.addDefinitions(n)
			case isElement(n, "tr"):
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
	for _, n := range p.paragraphsIn(nodes) {
		f.add(n, "")
	}
	if entries := likelyReferences(f.entries); len(entries) > 1 {
		return entries
	}
	return nil
}

// addItems adds the items of a list.
func (f *entryFinder) addItems(list *html.Node) {
	numbered := list.Data == "ol" && !noMarkers.MatchString(attr(list, "style"))
	number := 1
	if start, err := strconv.Atoi(attr(list, "start")); err == nil {
		number = start
	}
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if !isElement(c, "li") {
			continue
		}
		if value, err := strconv.Atoi(attr(c, "value")); err == nil {
			number = value
		}
		label := ""
		if numbered {
			label = strconv.Itoa(number)
		}
		number++
		f.add(c, label)
	}
}

// addDefinitions adds the definitions of a list whose terms are labels.
func (f *entryFinder) addDefinitions(list *html.Node) {
	label := ""
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if isElement(c, "dt") {
			label = doc.BareLabel(textIn(c))
		} else if isElement(c, "dd") {
			f.add(c, label)
			label = ""
		}
	}
}

// addRow adds a row of a table, whose first cell of two may be a label.
func (f *entryFinder) addRow(row *html.Node) {
	var cells []*html.Node
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if isElement(c, "td", "th") && f.contents[c].text > 0 {
			cells = append(cells, c)
		}
	}
	if len(cells) == 2 {
		if label := doc.BareLabel(textIn(cells[0])); label != "" {
			f.entries = append(f.entries, entry{node: row, label: label, name: cells[0]})
			return
		}
	}
	f.add(row, "")
}

// paragraphsIn returns the elements that hold a paragraph each: those that are called entries or,
// if there are fewer than two, those that hold no other blocks.
func (p *page) paragraphsIn(nodes []*html.Node) []*html.Node {
	var called, leaves []*html.Node
	for _, n := range nodes {
		walk(n, func(n *html.Node) bool {
			if n.Type != html.ElementNode || !blockTags[n.Data] || isHeading(n) {
				return false
			}
			if itemClass.MatchString(attr(n, "class")+" "+attr(n, "role")) && !holdsItem(n) {
				called = append(called, n)
				return false
			}
			if !p.contents[n].blocks {
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
	return find(n, func(c *html.Node) bool {
		return c != n && blockTags[c.Data] && itemClass.MatchString(attr(c, "class"))
	}) != nil
}

// longestEntry is how many bytes a paragraph has at most that is taken for a reference.
const longestEntry = 1500

// likelyReferences returns the paragraphs that are references, where some are not.
func likelyReferences(paragraphs []entry) []entry {
	var entries []entry
	for _, e := range paragraphs {
		if text := textIn(e.node); e.label != "" || reflist.IsReference(text) && len(text) < longestEntry {
			entries = append(entries, e)
		}
	}
	return entries
}

// newEntry returns an entry with its own label or, if it has none, that of its place in the list.
func newEntry(n *html.Node, label string) entry {
	e := entry{node: n, label: label}
	for _, key := range []string{"data-counter", "data-content", "data-label"} {
		if s := doc.BareLabel(attr(n, key)); s != "" {
			e.label = s
		}
	}
	e.name = find(n, func(c *html.Node) bool {
		return c != n && nameClass.MatchString(attr(c, "class")) && doc.BareLabel(textIn(c)) != ""
	})
	if e.name != nil {
		e.label = doc.BareLabel(textIn(e.name))
	} else if m := ownLabel.FindStringSubmatch(strings.TrimLeft(textIn(n), "^↑ ")); m != nil {
		e.label = m[1] + m[2] + m[3]
	}
	return e
}

// ownLabel matches the number or short name that the text of an entry begins with.
var ownLabel = lazyregexp.New(`^(?:\[([A-Za-z]?[\w+.-]{0,14}\w)\]|\(?(\d{1,4})\)|(\d{1,4})\.)(?:[\s\p{Zs}]|$)`)

// shareOfReferences returns how many of the entries, in percent, look like references.
func shareOfReferences(entries []entry) int {
	n := 0
	for _, e := range entries {
		if text := textIn(e.node); reflist.IsReference(text) && len(text) < 2*longestEntry {
			n++
		}
	}
	return n * 100 / len(entries)
}
