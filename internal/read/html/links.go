package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

// findLinks finds where the links within the page lead: to references, to footnotes, or to other
// places. It reports whether they are all citations that the page has: they cite more than half of
// its references.
func (c *converter) findLinks() (citationsMarked bool) {
	c.links, c.places, c.notes = map[*html.Node]doc.Target{}, map[*html.Node]string{}, map[*html.Node]*doc.Note{}
	cited := map[int]bool{}
	dom.Walk(c.body, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if c.omitted[n] || c.entryOf[n] > 0 {
			return false
		}
		if n.Data != "a" || c.contents.Of(n).Text == 0 {
			return true
		}
		if number := c.cites(n); number > 0 {
			c.links[n] = &doc.Citation{References: []int{number}}
			cited[number] = true
		} else if target, id := c.target(n); target != nil {
			c.linkTo(n, target, id)
		}
		return true
	})
	return len(cited)*2 > len(c.entryOf)
}

// lostNote is the target of a mark whose footnote is omitted: it leads nowhere.
var lostNote = &doc.Link{}

// linkTo notes that a link leads to an element of the page that has an ID.
func (c *converter) linkTo(a, target *html.Node, id string) {
	if n := c.noteOf(a, target); n != nil {
		switch {
		case c.omitted[n] || dom.IsIn(n, c.omitted):
			c.links[a] = lostNote
		case c.notes[n] == nil:
			c.notes[n] = &doc.Note{}
			fallthrough
		default:
			c.links[a] = c.notes[n]
		}
		return
	}
	if h := c.headingOf(target); h != nil {
		target = h
	}
	if kind := c.placeKind(a, target); kind != "" {
		if c.places[target] == "" {
			c.places[target] = id
		}
		c.links[a] = &doc.Link{ID: c.places[target], Kind: kind}
	}
}

var (
	// noteSign matches the marks of footnotes.
	noteSign = lazyregexp.New(`^[\[(]?(?:\d{1,3}|[*†‡§¶#]{1,3}|[a-z]{1,2}|[ivx]{1,5}|note \d{1,3})[\])]?$`)
	noteName = lazyregexp.New(`(?i)(?:^|[\s_-])(?:fn|footnotes?|endnotes?|notes?|ftn|_?ftn|sdfootnote|sdendnote|cite_note|doc-footnote|doc-endnote)(?:$|[\s_:\-.\d])`)
	// noteList matches what elements are called that hold several notes.
	noteList  = lazyregexp.New(`(?i)(?:^|[\s_-])(?:footnotes|endnotes|notes|doc-endnotes)(?:$|\s)`)
	figName   = lazyregexp.New(`(?i)^(?:fig|figure|scheme|abb)`)
	tabName   = lazyregexp.New(`(?i)^(?:tab|tbl|table)`)
	eqName    = lazyregexp.New(`(?i)^(?:eq|eqn|equ|equation|disp-formula|fd)[-_.:]?\d`)
	secName   = lazyregexp.New(`(?i)^(?:sec|section|s\d|app|appendix|§|chapter)`)
	backName  = dom.NamesOf(`back-link backlink footnote-back footnote-backlink footnote-backref reverse-footnote reversefootnote`)
	backArrow = lazyregexp.New(`^[\^↑↩⤴↵⏎←⬏]+(?:\x{fe0e})?$`)
)

// longestSign is how many bytes the mark of a footnote has at most.
const longestSign = 12

// longestNote is how many runes a footnote has at most.
const longestNote = 4 * longestEntry

// noteOf returns the footnote that a link is the mark of, or nil. The link is a number or sign, and
// leads to what is called a note or is in a list of notes.
func (c *converter) noteOf(a, target *html.Node) *html.Node {
	if c.isBook {
		return markedNote(a, target)
	}
	if sign := dom.Text(a); len(sign) > longestSign || !noteSign.MatchString(strings.ToLower(sign)) {
		return nil
	}
	var note *html.Node // the innermost block that the target is, or is in, and that may be one
	called := false
	for n := target; n != nil && !dom.Is(n, "body", "table", "section", "article"); n = n.Parent {
		if note != nil && isListOfNotes(n) {
			called = true
			break
		}
		called = called || isCalledNote(n)
		if dom.Is(n, "li", "dd", "aside", "p", "div") {
			note = n
			if called || !dom.Is(n, "p", "div") {
				break
			}
		}
		if dom.Is(n, "ol", "ul", "dl") {
			break
		}
	}
	if note == nil {
		note = target
	}
	if !dom.IsBlock(note.Data) || dom.Is(note, "caption", "figcaption", "tbody", "tr", "td", "th") || c.contents.Of(note).Text > longestNote || dom.IsWithin(a, note) {
		return nil
	}
	if called || note.Parent != nil && isCalledNote(note.Parent) {
		return note
	}
	return nil
}

// The roles of the mark of a note and of a note in a book.
const (
	markRole = "doc-noteref"
	noteRole = "doc-footnote"
)

// markedNote returns the note that a link of a book is the mark of by its role, or nil.
func markedNote(a, target *html.Node) *html.Node {
	for n := target; n != nil && dom.Attr(a, "role") == markRole; n = n.Parent {
		if dom.Attr(n, "role") == noteRole {
			return n
		}
	}
	return nil
}

func isCalledNote(n *html.Node) bool {
	return noteName.MatchString(dom.ClassAndID(n) + " " + dom.Attr(n, "role"))
}

func isCalledBackLink(n *html.Node) bool {
	return backName.In(dom.Attr(n, "class")) || backName.In(dom.Attr(n, "role"))
}

func isListOfNotes(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		switch a.Key {
		case "class", "id", "role":
			return strings.Contains(strings.ToLower(a.Val), "notes") && noteList.MatchString(a.Val)
		}
		return false
	})
}

// placeKind returns what kind of place a link leads to, by the place or by the names that it and
// the link have, or "".
func (c *converter) placeKind(a, target *html.Node) article.LinkKind {
	text := dom.Text(a)
	id := dom.Attr(target, "id")
	switch {
	case dom.Is(target, "figure") && !c.contents.Of(target).Table, figName.MatchString(text):
		return article.Figure
	case dom.Is(target, "figure", "table"), tabName.MatchString(text):
		return article.Table
	case c.isDisplayedMath(target), eqName.MatchString(id):
		return article.Equation
	case dom.IsHeading(target), dom.Is(target, "section"), secName.MatchString(text):
		return article.Section
	case figName.MatchString(id):
		return article.Figure
	case tabName.MatchString(id):
		return article.Table
	case c.isBook:
		return article.Section
	}
	return ""
}

// headingOf returns the heading that a place is in or, as an empty anchor, stands right before;
// nil if there is none.
func (c *converter) headingOf(n *html.Node) *html.Node {
	for at := n; at != nil; at = at.Parent {
		if dom.IsHeading(at) {
			return at
		}
		if dom.IsBlock(at.Data) {
			break
		}
	}
	if c.contents.Of(n).Text > 0 {
		return nil
	}
	if next := dom.NextElement(n); next != nil && dom.IsHeading(next) {
		return next
	}
	return nil
}

// link returns a link to a place on the page or out of it, or only its text.
func (c *converter) link(n *html.Node) []part {
	to := c.links[n]
	if _, cites := to.(*doc.Citation); cites {
		c.citing++
		defer func() { c.citing-- }()
	}
	inner := c.children(n)
	if hasBlock(inner) {
		return inner
	}
	switch to := to.(type) {
	case *doc.Note:
		return inlineParts(doc.Inline{To: to})
	case *doc.Citation:
		return leadingTo(inner, to)
	}
	text := dom.OneLine(doc.Plain(inlines(inner)))
	leadsNowhere := to == nil && strings.HasPrefix(dom.Attr(n, "href"), "#")
	_, address := c.address(n)
	switch {
	case to == lostNote:
		return leadingTo(inlineParts(doc.Text(strings.Trim(text, "[]()"), doc.Superscript)), to)
	case leadsNowhere && isCalledBackLink(n):
		return nil
	case (c.headings > 0 || leadsNowhere) && (text == "¶" || text == "#" || text == "§" || backArrow.MatchString(text)):
		return nil // a heading's link to itself, or a link back
	case to != nil:
		return leadingTo(inner, to)
	case address != "" && text != "" && c.headings == 0:
		return leadingTo(inner, doc.Address(address))
	}
	return inner
}

// leadingTo makes links of those parts that lead nowhere yet.
func leadingTo(parts []part, to doc.Target) []part {
	for i := range parts {
		if parts[i].To == nil && !parts[i].Break {
			parts[i].To = to
		}
	}
	return parts
}
