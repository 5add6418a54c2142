package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// boxes makes quotes of the boxes of a text in the form of Obsidian's callouts, "> [!NOTE] Title", and
// takes the marks of other boxes away from what is in them: fenced divs of Pandoc, Quarto and
// Docusaurus, directives of MyST, admonitions and tabs of MkDocs.
//
//   - https://pandoc.org/MANUAL.html#extension-fenced_divs, https://quarto.org/docs/authoring/callouts.html
//   - https://mystmd.org/guide/admonitions, https://docusaurus.io/docs/markdown-features/admonitions
//   - https://squidfunk.github.io/mkdocs-material/reference/admonitions/
func boxes(t Text) []edit {
	e := boxEditor{body: t.Body}
	scan(t.Body, true, e.line)
	edits := make([]edit, 0, len(e.edits))
	for _, b := range e.edits {
		if b.of == nil || b.of.box.ended || b.of.kind == indentedBox {
			edits = append(edits, b.edit)
		}
	}
	return edits
}

// A boxEditor makes the edits for boxes.
type boxEditor struct {
	body   string
	edits  []boxEdit
	names  []boxName
	before []*container // of the line before
	kind   lineKind     // of that
}

// A boxEdit is an edit that is made only if a box ends.
type boxEdit struct {
	edit
	of *container
}

// A boxName is the name of a box that is drawn as none, and so leads to what comes first in it.
type boxName struct {
	name string
	of   *container
}

func (e *boxEditor) edit(of *container, start, end int, text string, names ...string) {
	e.edits = append(e.edits, boxEdit{edit{article.Span{Start: start, End: end}, text, names}, of})
}

// line makes the edits of a line.
func (e *boxEditor) line(l line) {
	inside := l.in[:len(l.in)-l.opened]
	e.leave(l, inside)
	if l.kind != blank && l.kind != mark {
		for _, n := range e.names {
			e.edit(n.of, l.start, l.start, "", n.name)
		}
		e.names = nil
	}
	for _, c := range inside {
		e.inside(c, l)
	}
	switch {
	case l.kind != mark:
		e.content(l, inside)
	case l.ends == nil:
		e.begin(l.in[len(l.in)-1], l, inside)
	default:
		e.end(l)
	}
	e.before, e.kind = append(e.before[:0], l.in...), l.kind
}

// leave sets a line apart from an indented box that has ended before it.
func (e *boxEditor) leave(l line, inside []*container) {
	if e.kind == blank || l.kind == blank {
		return
	}
	for i, c := range e.before {
		if c.kind == indentedBox && (i >= len(inside) || inside[i] != c) {
			e.edit(c, l.start, l.start, prefix(inside)+"\n")
			return
		}
	}
}

// inside makes a line one of a box that began before.
func (e *boxEditor) inside(c *container, l line) {
	sign := ""
	switch {
	case c.box == nil || l.ends == c:
		return
	case c.box.callout != "":
		sign = "> "
	}
	switch {
	case c.kind == fencedBox && sign != "":
		e.edit(c, c.from, c.from, sign)
	case c.kind == fencedBox:
	case l.kind == blank:
		c.box.blanks = append(c.box.blanks, l.start)
	default:
		for _, at := range c.box.blanks {
			e.edit(c, at, at, strings.TrimRight(sign, " "))
		}
		c.box.blanks = nil
		e.edit(c, c.from, c.to, sign)
	}
}

// content hides the options of a directive, and makes the heading of a callout its title.
func (e *boxEditor) content(l line, inside []*container) {
	text := e.body[l.text:l.end]
	if l.opened > 0 && l.kind == prose && l.in[len(l.in)-1].kind == quote {
		if m := foldSign.FindStringSubmatchIndex(text); m != nil {
			e.edit(nil, l.text+m[2], l.text+m[3], "]")
		}
	}
	if len(inside) == 0 || l.opened > 0 || inside[len(inside)-1].box == nil {
		return
	}
	c := inside[len(inside)-1]
	if c.box.option(text) {
		e.edit(c, l.text, l.end, "")
		return
	}
	if l.kind == blank {
		return
	}
	if m := leadingHeading.FindStringSubmatch(text); m != nil && !c.box.filled && c.box.callout != "" && c.box.untitled {
		e.edit(c, l.text, l.end, "")
		if c.box.title != "" {
			m[1] = ": " + m[1]
		} else {
			m[1] = " " + m[1]
		}
		e.edits[c.box.at].text += m[1]
	}
	for _, c := range inside {
		if c.box != nil {
			c.box.filled = true
		}
	}
}

// foldSign matches what Obsidian has in a callout besides its kind and its title.
var foldSign = lazyregexp.New(`^\[![\w-]+(\|[^\]\n]*\][+-]?|\][+-])`)

var leadingHeading = lazyregexp.New(`^ {0,3}#{1,6}[ \t]+([^\n]*?)[ \t#]*$`)

// begin draws the first line of a box.
func (e *boxEditor) begin(c *container, l line, inside []*container) {
	start, text := c.from, c.box.head()
	apart := prefix(inside) + "\n"
	switch {
	case text == "":
	case e.kind != blank && l.opened == 1 && l.start > 0 && c.box.callout != "":
		text = "\n" + prefix(inside) + text
	case c.box.callout == "":
		text += "\n" + strings.TrimSuffix(apart, "\n")
	}
	e.edit(c, start, l.end, text)
	c.box.at = len(e.edits) - 1
	for _, name := range c.box.names {
		if c.box.callout != "" {
			e.edit(c, l.start, l.start, "", name)
		} else {
			e.names = append(e.names, boxName{name, c})
		}
	}
}

// end takes the last line of a box away. An empty box for the reference list stays, as HTML.
func (e *boxEditor) end(l line) {
	c := l.ends
	c.box.ended = true
	e.edit(c, l.text, l.end, "")
	if c.box.isList && !c.box.filled {
		e.edits[c.box.at].text = listDiv
	}
}

// listDiv is the place of the list of the works that a text cites by keys.
const listDiv = `<div id="refs"></div>`

// prefix returns what is before a line in containers.
func prefix(in []*container) string {
	var b strings.Builder
	for _, c := range in {
		switch {
		case c.kind == quote || c.box != nil && c.box.callout != "":
			b.WriteString("> ")
		case c.kind == item:
			b.WriteString(strings.Repeat(" ", c.indent))
		}
	}
	return b.String()
}
