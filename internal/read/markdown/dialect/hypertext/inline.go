package hypertext

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/markdown"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// inlines translates the tags in a node of prose. A paragraph with the elements of blocks in it, or of
// nothing but tags, is HTML as a whole, but for the text of a footnote.
func (t *translator) inlines(tree markdown.Tree, n ast.Node) {
	tags := tagsIn(tree, n)
	if len(tags) == 0 {
		return
	}
	p := prose{translator: t, tree: tree, tags: tags, ends: map[int]ending{}, inCell: n.Kind() == east.KindTableCell}
	p.start, p.end = extent(tree, n)
	p.lead = p.start
	if k := n.Kind(); (k == ast.KindParagraph || k == ast.KindTextBlock) && !strings.HasPrefix(t.body[p.start:], "[^") && (p.hasBlock() || p.isBare()) {
		t.replace(t.spotOf(tree, n), convert(t.render(tree, n)))
		return
	}
	for i := range tags {
		if tags[i].start >= p.done {
			p.tag(i)
		}
	}
}

// A prose is a node of prose whose tags are translated.
type prose struct {
	*translator
	tree       markdown.Tree
	tags       []tag
	start, end int            // of its lines
	done, last int            // what is before them is translated, and edited
	lead       int            // nothing is shown before it
	ends       map[int]ending // of elements, by the indexes of their end tags
	inCell     bool
}

// An ending is the Markdown for an end tag, and its place.
type ending struct {
	at   int
	text string
}

// extent returns the span of a node's lines, or of a cell.
func extent(tree markdown.Tree, n ast.Node) (start, end int) {
	if n.Lines().Len() == 0 {
		return tree.Offset, tree.Offset + len(tree.Source)
	}
	return tree.Offset + n.Lines().At(0).Start, tree.Offset + n.Lines().At(n.Lines().Len()-1).Stop
}

// hasBlock reports whether the element of a block is among the tags.
func (p *prose) hasBlock() bool {
	for _, g := range p.tags {
		if g.mate >= 0 && g.is(blocks) || g.name == "hr" || g.name == "p" && !g.end && p.isAtLineEnd(g) {
			return true
		}
	}
	return false
}

// isAtLineEnd reports whether a tag is the first or the last on its line.
func (p *prose) isAtLineEnd(g tag) bool {
	before := strings.TrimRight(p.body[p.start:g.start], " \t")
	after := strings.TrimLeft(p.body[g.to:p.end], " \t")
	return before == "" || after == "" || strings.HasSuffix(before, "\n") || strings.HasPrefix(after, "\n")
}

// isBare reports whether there is nothing but tags and blanks.
func (p *prose) isBare() bool {
	at := p.start
	for _, g := range p.tags {
		if strings.TrimSpace(p.body[at:g.start]) != "" || !p.isKnown(g) {
			return false
		}
		at = g.to
	}
	return strings.TrimSpace(p.body[at:p.end]) == ""
}

// isKnown reports whether a tag is one of HTML, and not the mention of one or a placeholder.
func (p *prose) isKnown(g tag) bool {
	switch {
	case g.name == "":
		return strings.HasPrefix(p.body[g.start:], "<!--")
	case !elements[g.name]:
		return false
	case g.mate >= 0, g.is(dropped), g.end, len(g.element.Attr) > 0:
		return true
	}
	return g.name == "br" || g.name == "hr" || g.name == "wbr" || g.name == "img"
}

// nothing matches what stands before the text of a node: the label of a footnote, if anything.
var nothing = lazyregexp.New(`^\s*(?:\[\^[^\]\s]+\]:\s*)?$`)

// tag translates a tag, or the element that it begins.
func (p *prose) tag(i int) {
	g := p.tags[i]
	if !p.isKnown(g) {
		p.edit(g.start, g.start, `\`)
		return
	}
	var names []string
	for _, key := range []string{"id", "name"} {
		if name := safe.Line(dom.Attr(&g.element, key)).String(); name != "" && !g.end && (key == "id" || g.name == "a") {
			names = append(names, name)
		}
	}
	if end, ok := p.ends[i]; ok {
		p.edit(end.at, end.at, end.text)
		p.edit(max(end.at, g.start), g.to, "")
		p.last = g.to
		return
	}
	text := ""
	switch {
	case g.name == "br", g.mate >= 0 && g.is(kept):
		if len(names) > 0 {
			p.edit(g.start, g.start, "", names...)
		}
		return
	case g.name == "img":
		text = p.gap(i) + p.cellText(image(&g.element))
	case g.name == "input" && dom.Attr(&g.element, "type") == "checkbox":
		text = dom.Checkbox(&g.element)
	case g.name == "li" && !g.end:
		if text = "• "; strings.TrimSpace(p.body[p.start:g.start]) != "" {
			text = "<br>• "
		}
	case g.is(lines) && !g.end && !nothing.MatchString(p.body[p.start:g.start]):
		text = "<br>"
	case g.is(cells) && !g.end:
		text = " "
	case g.mate >= 0 && g.is(opaque):
		to := p.tags[g.mate].to
		text = p.cellText(strings.Join(strings.Fields(convert(p.body[g.start:to]).markdown), " "))
		g.to, p.done = to, to
	case g.mate > i && g.is(coded) && p.code(i, names):
		return
	case g.mate > i && g.name == "a" && p.link(i, names):
		return
	case g.mate > i && emphasis[g.name] != "":
		p.emphasize(i)
	case g.mate >= 0 && g.name == "q":
		text = quotation[g.end]
	}
	start := g.start
	if text == "" && isBlank(p.runeAt(g.to)) { // no two blanks are left beside each other
		start = p.start + len(strings.TrimRight(p.body[p.start:start], " \t"))
	}
	if start = max(start, p.last); text == "" && start == p.lead { // nor an empty line at the start
		if n := g.to + len(emptyLine.FindString(p.body[g.to:p.end])); p.runeAt(n) != '>' { // not into a quotation
			g.to = n
		}
		p.lead = g.to
	}
	p.edit(start, g.to, text, names...)
	p.last = g.to
}

// emptyLine matches the end of a line, and the indent of the next.
var emptyLine = lazyregexp.New(`^[ \t]*\n[ \t]*`)

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }

// cellText returns Markdown without the bar that would end the cell that it stands in.
func (p *prose) cellText(s string) string {
	if p.inCell {
		return strings.ReplaceAll(s, "|", `\|`)
	}
	return s
}

// code makes a code span of an element, and reports whether it could: it can if the element holds
// nothing but text.
func (p *prose) code(i int, names []string) bool {
	g, end := p.tags[i], p.tags[p.tags[i].mate]
	if p.holds(i, ast.KindLink, ast.KindImage, ast.KindAutoLink, ast.KindCodeSpan) {
		return false
	}
	var content strings.Builder
	at := g.to
	for _, inner := range p.tags[i+1 : g.mate] {
		if inner.name == "a" || inner.name == "img" {
			return false
		}
		if p.isKnown(inner) {
			content.WriteString(p.body[at:inner.start])
			at = inner.to
		}
	}
	content.WriteString(p.body[at:end.start])
	text := ""
	for _, piece := range markdown.Decode(lineEnds.ReplaceAllString(content.String(), " ")) {
		text += piece.Text.String()
	}
	p.edit(g.start, end.to, p.cellText(codeSpan(text)), names...)
	p.done, p.last = end.to, end.to
	return true
}

// lineEnds matches the ends of lines, and the marks of containers behind them.
var lineEnds = lazyregexp.New(`\n[ \t>]*`)

// codeSpan returns text as a code span, with the blanks at its ends outside.
func codeSpan(text string) string {
	code := strings.TrimSpace(text)
	if code == "" {
		return text
	}
	fence := "`"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	before, after, _ := strings.Cut(text, code)
	if len(fence) > 1 {
		code = " " + code + " "
	}
	return before + fence + code + fence + after
}

// holds reports whether a node of one of the kinds is in the element that a tag begins.
func (p *prose) holds(i int, kinds ...ast.NodeKind) bool {
	found := false
	for n := p.tags[i].node.NextSibling(); n != nil && n != p.tags[p.tags[i].mate].node && !found; n = n.NextSibling() {
		markdown.Walk(n, func(n ast.Node) bool {
			found = found || slices.Contains(kinds, n.Kind())
			return !found
		})
	}
	return found
}

// link makes a link of an element, and reports whether it could: it can if the element has an address
// and shows something, and no other link is in it.
func (p *prose) link(i int, names []string) bool {
	g, end := p.tags[i], p.tags[p.tags[i].mate]
	kind, address, ok := doc.LinkTo(dom.Attr(&g.element, "href"))
	if !ok || p.holds(i, ast.KindLink, ast.KindAutoLink) || !isBalanced(p.body[g.to:end.start]) || !p.shows(i) {
		return false
	}
	if kind == article.Section {
		address = "#" + address
	}
	if g.start > p.start && p.body[g.start-1] == '!' {
		p.edit(g.start-1, g.start-1, `\`)
	}
	p.edit(g.start, g.to, p.gap(i)+"[", names...)
	p.ends[g.mate] = ending{end.start, "](<" + p.cellText(doc.EscapeDestination(address)) + ">)"}
	return true
}

// gap returns the blank that sets a link or an image apart from one right before it.
func (p *prose) gap(i int) string {
	if i > 0 && p.tags[i-1].to == p.tags[i].start && (p.tags[i-1].name == "img" || p.tags[i-1].name == "a" && p.tags[i-1].end) {
		return " "
	}
	return ""
}

// shows reports whether there is anything to see in the element that a tag begins.
func (p *prose) shows(i int) bool {
	at := p.tags[i].to
	for _, inner := range p.tags[i+1 : p.tags[i].mate+1] {
		if strings.TrimSpace(p.body[at:inner.start]) != "" || inner.name == "img" && image(&inner.element) != "" || !p.isKnown(inner) {
			return true
		}
		at = inner.to
	}
	return false
}

// isBalanced reports whether the brackets in a text are pairs.
func isBalanced(s string) bool {
	open := 0
	for i := 0; i < len(s) && open >= 0; i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			open++
		case ']':
			open--
		}
	}
	return open == 0
}
