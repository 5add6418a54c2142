package ingest

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/xmltree"
)

// jatsNames are the elements of a line that JATS has under another name.
var jatsNames = map[string]string{
	"i": "italic", "em": "italic", "var": "italic", "dfn": "italic", "b": "bold", "strong": "bold", "sup": "sup", "sub": "sub",
	"code": "monospace", "kbd": "monospace", "samp": "monospace", "tt": "monospace",
}

// inline returns what JATS has for an element that stands in a line. One that holds
// blocks, as people write, is only what it holds.
func (c *converter) inline(n *html.Node) []*xmltree.Node {
	switch n.Data {
	case "br":
		return []*xmltree.Node{{Name: "break"}}
	case "wbr", "rp":
		return nil
	case "img":
		return c.image(n)
	case "math":
		return c.math(n)
	case "script":
		if n.FirstChild == nil || !isMath(n) {
			return nil
		}
		return c.tex(n)
	case "a":
		return c.link(n)
	}
	inner := c.children(n)
	name := jatsNames[n.Data]
	if name != "" && slices.ContainsFunc(inner, isBlock) {
		name = ""
	}
	switch {
	case n.Data == "q":
		return append(append([]*xmltree.Node{{Text: "“"}}, inner...), &xmltree.Node{Text: "”"})
	case n.Data == "rt":
		return append(append([]*xmltree.Node{{Text: "("}}, inner...), &xmltree.Node{Text: ")"})
	case name == "" || len(inner) == 0:
		return inner
	}
	out := &xmltree.Node{Name: name, Children: inner}
	if name == "sup" && taggedNumbers.MatchString(out.Content()) {
		out.Attrs = map[string]string{"specific-use": "mark"}
	}
	return []*xmltree.Node{out}
}

// taggedNumbers match raised text that may be the mark of a citation.
var taggedNumbers = lazyregexp.New(`^[\[(]?\d{1,3}[a-z]?(?:\s*[,;–—−-]\s*\d{1,3}[a-z]?)*[\])]?,?$`)

// A crossLink is a link within the page: to a reference or to another place.
type crossLink struct {
	reference int
	kind      string // as JATS calls it
	id        string
}

// findLinks finds out what the links within the page lead to.
func (c *converter) findLinks() {
	c.links, c.places, c.notes = map[*html.Node]crossLink{}, map[*html.Node]string{}, map[*html.Node]string{}
	cited := map[int]bool{}
	walkHTML(c.body, func(n *html.Node) bool {
		if c.left[n] || c.entryOf[n] > 0 {
			return false
		}
		if !isElement(n, "a") || c.size[n].text == 0 {
			return true
		}
		if number := c.cites(n); number > 0 {
			c.links[n] = crossLink{reference: number}
			cited[number] = true
			return true
		}
		target, id := c.target(n)
		if target == nil {
			return true
		}
		if note := c.noteOf(n, target); note != nil {
			c.notes[note] = id
			c.links[n] = crossLink{kind: "fn", id: id}
			for known, other := range c.notes {
				if known == note {
					c.links[n] = crossLink{kind: "fn", id: other}
				}
			}
			return true
		}
		if h := c.headingOf(target); h != nil {
			target = h
		}
		if kind := placeKind(n, target); kind != "" {
			if known := c.places[target]; known != "" {
				id = known
			}
			c.places[target] = id
			c.links[n] = crossLink{kind: kind, id: id}
		}
		return true
	})
	entries := 0
	for _, l := range c.lists {
		entries += len(l.items)
	}
	c.complete = entries > 0 && len(cited)*2 > entries
}

var (
	noteSign = lazyregexp.New(`^[\[(]?(?:\d{1,3}|[*†‡§¶#]{1,3}|[a-z]{1,2}|[ivx]{1,5}|note \d{1,3})[\])]?$`)
	noteName = lazyregexp.New(`(?i)(?:^|[\s_-])(?:fn|footnotes?|endnotes?|notes?|ftn|_?ftn|sdfootnote|sdendnote|cite_note|doc-footnote|doc-endnote)(?:$|[\s_:\-.\d])`)
	figName  = lazyregexp.New(`(?i)^(?:fig|figure|scheme|abb)`)
	tabName  = lazyregexp.New(`(?i)^(?:tab|tbl|table)`)
	eqName   = lazyregexp.New(`(?i)^(?:eq|eqn|equ|equation|disp-formula|fd)[-_.:]?\d`)
	secName  = lazyregexp.New(`(?i)^(?:sec|section|s\d|app|appendix|§|chapter)`)
	backSign = lazyregexp.New(`^[\^↑↩⤴↵⏎←⬏]+(?:\x{fe0e})?$`)
)

// noteOf returns the footnote that a link is the mark of, or nil: the link is a number or
// sign, and leads to what is called a note or leads back to it.
func (c *converter) noteOf(a, target *html.Node) *html.Node {
	if !noteSign.MatchString(strings.ToLower(textIn(a))) {
		return nil
	}
	note, called := target, false
	for n := target; n != nil && !isElement(n, "body", "table", "section", "article"); n = n.Parent {
		called = called || noteName.MatchString(names(n)+" "+attr(n, "role"))
		if isElement(n, "li", "dd", "aside", "p", "div") {
			note = n
			if !isElement(n, "p", "div") || called {
				break
			}
		}
		if isElement(n, "ol", "ul", "dl") {
			break
		}
	}
	if !blockTags[note.Data] || c.size[note].text > 4*longestEntry || insideOf(a, map[*html.Node]bool{note: true}) {
		return nil
	}
	if !called && note.Parent != nil {
		called = noteName.MatchString(names(note.Parent) + " " + attr(note.Parent, "role"))
	}
	if !called {
		return nil
	}
	return note
}

// placeKind returns what kind of place a link leads to, as JATS calls it, or "".
func placeKind(a, target *html.Node) string {
	text := textIn(a)
	id := attr(target, "id")
	switch {
	case isElement(target, "figure") && findHTML(target, func(n *html.Node) bool { return n.Data == "table" }) == nil, figName.MatchString(text):
		return "fig"
	case isElement(target, "figure", "table"), tabName.MatchString(text):
		return "table"
	case isDisplayedMath(target), eqName.MatchString(id):
		return "disp-formula"
	case isHeadingTag(target), isElement(target, "section"), secName.MatchString(text):
		return "sec"
	case figName.MatchString(id):
		return "fig"
	case tabName.MatchString(id):
		return "table"
	}
	return ""
}

// headingOf returns the heading that a place is in or, as an empty anchor does, stands
// right before; nil where there is none.
func (c *converter) headingOf(n *html.Node) *html.Node {
	for at := n; at != nil; at = at.Parent {
		if isHeadingTag(at) {
			return at
		}
		if blockTags[at.Data] {
			break
		}
	}
	if c.size[n].text > 0 {
		return nil
	}
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if isHeadingTag(next) {
			return next
		}
		if next.Type == html.ElementNode || strings.TrimSpace(next.Data) != "" {
			return nil
		}
	}
	return nil
}

// link returns a link: a cross reference, a way out of the page, or only its text.
func (c *converter) link(n *html.Node) []*xmltree.Node {
	inner := c.children(n)
	for _, child := range inner {
		if isBlock(child) {
			return inner
		}
	}
	if l, ok := c.links[n]; ok {
		attrs := map[string]string{"ref-type": l.kind, "rid": l.id}
		if l.reference > 0 {
			attrs = map[string]string{"ref-type": "bibr", "rid": referenceID(l.reference)}
		}
		return []*xmltree.Node{{Name: "xref", Attrs: attrs, Children: inner}}
	}
	text := (&xmltree.Node{Children: inner}).Content()
	if kind, href := c.address(n); href != "" && text != "" && c.heading == 0 {
		attrs := map[string]string{"href": href}
		if kind == article.File {
			attrs["ext-link-type"] = fileLink
		}
		return []*xmltree.Node{{Name: "ext-link", Attrs: attrs, Children: inner}}
	}
	if strings.HasPrefix(attr(n, "href"), "#") && (text == "¶" || text == "#" || text == "§" || backSign.MatchString(text)) {
		return nil // a heading's link to itself
	}
	return inner
}

// fileLink is what the type of a link to a file beside the page is called.
const fileLink = "file"

// address returns where a link out of the page leads, and whether to the web or to a file
// beside it; "" where it leads nowhere. A number that leads to a file is more likely a mark,
// and an entry of the list has none to lead to.
func (c *converter) address(n *html.Node) (article.LinkKind, string) {
	href := strings.TrimSpace(attr(n, "href"))
	if href == "" || strings.HasPrefix(href, "#") {
		return "", ""
	}
	to, err := url.Parse(href)
	if err != nil {
		return "", ""
	}
	if !to.IsAbs() && c.base != nil {
		to = c.base.ResolveReference(to)
	}
	kind, address, ok := linkTo(to.String())
	if !ok || kind == article.Section || kind == article.File && (c.entryAt(n) > 0 || taggedNumbers.MatchString(textIn(n))) {
		return "", ""
	}
	return kind, address
}
