package html

import (
	"slices"
	"strconv"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// inlineStyles are the styles in which elements set their text.
var inlineStyles = map[string]doc.Style{
	"i": doc.Italic, "em": doc.Italic, "var": doc.Italic, "dfn": doc.Italic, "b": doc.Bold, "strong": doc.Bold,
	"del": doc.Struck, "s": doc.Struck, "strike": doc.Struck,
	"sup": doc.Superscript, "sub": doc.Subscript,
	"code": doc.CodeSpan, "kbd": doc.CodeSpan, "samp": doc.CodeSpan, "tt": doc.CodeSpan,
}

// inline returns the content of an element that stands in a line. If there are blocks in it
// against the rules, it has no style.
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
		if n.FirstChild == nil || !dom.IsMath(n) {
			return nil
		}
		return c.tex(n)
	case "a":
		return c.link(n)
	case PageMark:
		number, _ := strconv.Atoi(dom.Attr(n, PageNumber))
		return inlineParts(doc.Inline{To: &doc.PageStart{Number: number, Label: safe.Line(dom.Attr(n, PageLabel))}})
	case Verbatim:
		return styled(c.children(n), doc.Verbatim)
	}
	if n.Data == "q" {
		return c.quoted(n)
	}
	inner := c.children(n)
	style := inlineStyles[n.Data]
	switch {
	case n.Data == "rt":
		return append(append(inlineParts(doc.Text("(")), inner...), inlineParts(doc.Text(")"))...)
	case hasBlock(inner):
		return inner
	case style == doc.Superscript || style == doc.Subscript:
		return c.script(inner, style)
	}
	return styled(inner, style)
}

// quoted returns a quotation in a line between its marks.
func (c *converter) quoted(n *html.Node) []part {
	before, after := "“", "”"
	if c.quotes%2 == 1 {
		before, after = "‘", "’"
	}
	c.quotes++
	inner := c.children(n)
	c.quotes--
	return append(append(inlineParts(doc.Text(before)), inner...), inlineParts(doc.Text(after))...)
}

// numberMark matches numbers that may be the mark of a citation.
var numberMark = lazyregexp.New(`^[\[(]?\d{1,3}[a-z]?(?:\s*[,;–—−-]\s*\d{1,3}[a-z]?)*[\])]?,?$`)

// hasBlock reports whether a block is among parts.
func hasBlock(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.block != nil })
}

// script returns raised or lowered text: as it stands if it may be the mark of a citation, or else
// in Unicode's letters.
func (c *converter) script(inner []part, style doc.Style) []part {
	text := inlines(inner)
	if slices.ContainsFunc(text, func(in doc.Inline) bool { return in.To == lostNote }) {
		return inner // raised already
	}
	isMark := c.citing > 0 || style == doc.Superscript && numberMark.MatchString(dom.OneLine(doc.Plain(text)))
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
