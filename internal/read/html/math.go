package html

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/mathtext"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/rawtex"
	"etal/internal/safe"
)

var displayClass = lazyregexp.New(`(?:^|\s)(?:ltx_equation|ltx_equationgroup|ltx_eqn_table|ltx_eqn_row|katex-display|MathJax_Display|disp-formula|display-formula|c-article-equation|equation)(?:$|\s)`)

// isDisplayedMath reports whether an element holds a formula on a line of its own.
func (p *page) isDisplayedMath(n *html.Node) bool {
	class := dom.Attr(n, "class")
	return class != "" && (p.contents.Of(n).Math || dom.IsMath(n)) && displayClass.MatchString(class)
}

// math returns a formula in MathML.
func (c *converter) math(n *html.Node) []part {
	tree := dom.XML(n)
	text := mathtext.MathML(tree)
	if tree.Blank() && dom.Attr(n, "alttext") != "" {
		text = mathtext.TeX(dom.Attr(n, "alttext"))
	}
	return c.formulaParts(text, dom.Attr(n, "display") == "block")
}

// tex returns a formula in TeX.
func (c *converter) tex(n *html.Node) []part {
	return c.formulaParts(mathtext.TeX(n.FirstChild.Data), strings.Contains(dom.Attr(n, "type"), "mode=display"))
}

// formulaParts returns a formula: in its line or, displayed, on lines of its own, which there are not in
// headings and cells.
func (c *converter) formulaParts(text string, displayed bool) []part {
	lines := formulaLines(text)
	if displayed && c.headings == 0 && c.cells == 0 {
		return blockParts(doc.Formula{Text: lines})
	}
	return inlineParts(lines...)
}

// formulaLines returns the lines of a formula.
func formulaLines(s string) []doc.Inline {
	var text []doc.Inline
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			text = append(text, doc.LineBreak())
		}
		text = append(text, doc.Text(line))
	}
	return text
}

// formula returns the formulae of an element with one line of them or several, each with its
// number.
func (c *converter) formula(n *html.Node) []part {
	out := c.anchors()
	var f doc.Formula
	dom.Walk(n, func(m *html.Node) bool {
		switch {
		case m.Type != html.ElementNode:
			return true
		case dom.Is(m, "math"):
			f.Text = append(f.Text, formulaLines(mathtext.MathML(dom.XML(m)))...)
		case m.Data == "script" && dom.IsMath(m) && m.FirstChild != nil:
			f.Text = append(f.Text, formulaLines(mathtext.TeX(m.FirstChild.Data))...)
		case equationNumber.MatchString(dom.Text(m)) && !c.contents.Of(m).Math:
			if f.Number.Len() == 0 {
				f.Number = safe.Line(strings.Trim(dom.Text(m), "() "))
			}
		case dom.Is(m, "tr", "tbody") && (len(f.Text) > 0 || f.Number.Len() > 0):
			out = append(out, f)
			f = doc.Formula{}
			return true
		default:
			return true
		}
		return false
	})
	if len(f.Text) > 0 {
		out = append(out, f)
	}
	return blockParts(out...)
}

var equationNumber = lazyregexp.New(`^\(?[A-Z]?\.?\d{1,3}(?:\.\d{1,3})*[a-z]?\)?$`)

// mayHoldFormulae reports whether a text has a sign in it that formulae begin with.
func (c *converter) mayHoldFormulae(s string) bool {
	return strings.IndexByte(s, '\\') >= 0 || c.rawTeX != rawtex.None && strings.IndexByte(s, '$') >= 0
}

// text returns a text with the formulae in it set.
func (c *converter) text(n *html.Node) []part {
	if !c.mayHoldFormulae(n.Data) {
		return []part{{Inline: doc.Text(n.Data)}}
	}
	by := c.rawTeX.InElement(n.Parent)
	var out []part
	rest := n.Data
	for by != rawtex.None {
		f, ok := rawtex.Next(rest, by)
		if !ok {
			break
		}
		out = append(append(out, part{Inline: doc.Text(rest[:f.Start])}), c.formulaParts(mathtext.TeX(f.TeX), f.Displayed)...)
		rest = rest[f.End:]
	}
	return append(out, part{Inline: doc.Text(rest)})
}
