package html

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
)

// inlineStyles are the styles of the elements that set the text in them.
var inlineStyles = map[string]doc.Style{
	"i": doc.Italic, "em": doc.Italic, "var": doc.Italic, "dfn": doc.Italic, "b": doc.Bold, "strong": doc.Bold,
	"sup": doc.Superscript, "sub": doc.Subscript,
	"code": doc.CodeSpan, "kbd": doc.CodeSpan, "samp": doc.CodeSpan, "tt": doc.CodeSpan,
}

// inline returns what an element says that stands in a line. One that holds blocks, as people
// write, is only what it holds.
func (c *converter) inline(n *html.Node) []part {
	switch n.Data {
	case "br":
		return inlineParts(doc.LineBreak())
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
	style := inlineStyles[n.Data]
	switch {
	case n.Data == "q":
		return append(append(inlineParts(doc.Text("“")), inner...), inlineParts(doc.Text("”"))...)
	case n.Data == "rt":
		return append(append(inlineParts(doc.Text("(")), inner...), inlineParts(doc.Text(")"))...)
	case style == 0 || len(inner) == 0 || hasBlock(inner):
		return inner
	case style == doc.Superscript || style == doc.Subscript:
		return c.script(inner, style)
	}
	return styled(inner, style)
}

func hasBlock(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.block != nil })
}

// script returns raised or lowered text: as it stands where it may be the mark of a citation,
// else in Unicode's letters.
func (c *converter) script(inner []part, style doc.Style) []part {
	text := inlines(inner)
	isMark := c.citing > 0 || style == doc.Superscript && taggedNumbers.MatchString(strings.Join(strings.Fields(doc.Plain(text)), " "))
	for _, in := range text {
		switch in.To.(type) {
		case *doc.Citation, *doc.Note:
			isMark = true
		}
	}
	switch {
	case !isMark:
		return inlineParts(doc.Text(doc.Unstyled(text), style))
	case style == doc.Superscript:
		return styled(inner, doc.RaisedMark)
	}
	return inner
}

// taggedNumbers match raised text that may be the mark of a citation.
var taggedNumbers = lazyregexp.New(`^[\[(]?\d{1,3}[a-z]?(?:\s*[,;–—−-]\s*\d{1,3}[a-z]?)*[\])]?,?$`)

// findLinks finds out what the links within the page lead to.
func (c *converter) findLinks() {
	c.links, c.places, c.notes = map[*html.Node]doc.Target{}, map[*html.Node]string{}, map[*html.Node]*doc.Note{}
	cited := map[int]bool{}
	walkHTML(c.body, func(n *html.Node) bool {
		if c.left[n] || c.entryOf[n] > 0 {
			return false
		}
		if !isElement(n, "a") || c.size[n].text == 0 {
			return true
		}
		if number := c.cites(n); number > 0 {
			c.links[n] = &doc.Citation{References: []int{number}}
			cited[number] = true
			return true
		}
		target, id := c.target(n)
		if target == nil {
			return true
		}
		if note := c.noteOf(n, target); note != nil {
			if c.notes[note] == nil {
				c.notes[note] = &doc.Note{}
			}
			c.links[n] = c.notes[note]
			return true
		}
		if h := c.headingOf(target); h != nil {
			target = h
		}
		if kind := placeKind(n, target); kind != "" {
			if c.places[target] == "" {
				c.places[target] = id
			}
			c.links[n] = &doc.Link{ID: c.places[target], Kind: kind}
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

// placeKind returns what kind of place a link leads to, or "".
func placeKind(a, target *html.Node) article.LinkKind {
	text := textIn(a)
	id := attr(target, "id")
	switch {
	case isElement(target, "figure") && findHTML(target, func(n *html.Node) bool { return n.Data == "table" }) == nil, figName.MatchString(text):
		return article.Figure
	case isElement(target, "figure", "table"), tabName.MatchString(text):
		return article.Table
	case isDisplayedMath(target), eqName.MatchString(id):
		return article.Equation
	case isHeadingTag(target), isElement(target, "section"), secName.MatchString(text):
		return article.Section
	case figName.MatchString(id):
		return article.Figure
	case tabName.MatchString(id):
		return article.Table
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
	case nil:
	default:
		return leadingTo(inner, to)
	}
	text := strings.Join(strings.Fields(doc.Plain(inlines(inner))), " ")
	if _, href := c.address(n); href != "" && text != "" && c.heading == 0 {
		return leadingTo(inner, doc.Address(href))
	}
	if (c.heading > 0 || strings.HasPrefix(attr(n, "href"), "#")) && (text == "¶" || text == "#" || text == "§" || backSign.MatchString(text)) {
		return nil // a heading's link to itself
	}
	return inner
}

// leadingTo makes links of the inlines that lead nowhere yet.
func leadingTo(parts []part, to doc.Target) []part {
	for i := range parts {
		if parts[i].To == nil && !parts[i].Break {
			parts[i].To = to
		}
	}
	return parts
}

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
	kind, address, ok := doc.LinkTo(to.String())
	if !ok || kind == article.Section || kind == article.File && (c.entryAt(n) > 0 || taggedNumbers.MatchString(textIn(n))) {
		return "", ""
	}
	return kind, address
}
