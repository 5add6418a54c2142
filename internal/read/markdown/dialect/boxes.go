package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/read/markdown/dialect/hypertext"
	"etal/internal/read/markdown/dialect/lines"
)

// boxes turns callouts into quotes as Obsidian has them, "> [!NOTE] Title", and removes the marks of
// other boxes: fenced divs of Pandoc, Quarto and Docusaurus, directives of MyST, admonitions and tabs
// of MkDocs.
//
//   - https://pandoc.org/MANUAL.html#extension-fenced_divs, https://quarto.org/docs/authoring/callouts.html
//   - https://mystmd.org/guide/admonitions, https://docusaurus.io/docs/markdown-features/admonitions
//   - https://squidfunk.github.io/mkdocs-material/reference/admonitions/
func boxes(t Text) []edit {
	e := boxEditor{body: t.Body, state: map[*lines.Container]*boxState{}}
	lines.Scan(t.Body, true, e.line)
	edits := make([]edit, 0, len(e.edits))
	for _, b := range e.edits {
		if b.of == nil || e.state[b.of].ended || b.of.Kind == lines.IndentedBox {
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
	before []*lines.Container // of the line before
	kind   lines.Kind         // of the line before
	state  map[*lines.Container]*boxState
}

// A boxState is what has been read of a box.
type boxState struct {
	options optionReader
	at      int    // the edit that draws its first line
	filled  bool   // whether anything is in it
	ended   bool   // by its fence
	blanks  []edit // of blank lines that may be in it
}

// head returns the first line of a box in GitHub's Markdown.
func head(b *lines.Box) string {
	switch {
	case b.Callout != "":
		return strings.TrimRight("> [!"+b.Callout+"] "+b.Title, " ")
	case b.Title != "":
		return "**" + strings.Trim(b.Title, "*") + "**"
	}
	return ""
}

// A boxEdit is an edit that is made only if a box ends.
type boxEdit struct {
	edit
	of *lines.Container
}

// A boxName is the name of a box that is not drawn: it becomes that of the first line in the box.
type boxName struct {
	name string
	of   *lines.Container
}

func (e *boxEditor) edit(of *lines.Container, start, end int, text string, names ...string) {
	e.edits = append(e.edits, boxEdit{edit{article.Span{Start: start, End: end}, text, names}, of})
}

// line makes the edits of a line.
func (e *boxEditor) line(l lines.Line) {
	inside := l.In[:len(l.In)-l.Opened]
	e.leave(l, inside)
	if l.Kind != lines.Blank && l.Kind != lines.Mark {
		for _, n := range e.names {
			e.edit(n.of, l.Start, l.Start, "", n.name)
		}
		e.names = nil
	}
	indent := 0
	for _, c := range inside {
		switch {
		case c.Box != nil:
			e.inside(c, l, indent)
			indent = 0
		case c.Kind == lines.Item && l.Kind == lines.Blank:
			indent += c.Indent
		}
	}
	switch {
	case l.Kind != lines.Mark:
		e.content(l, inside)
	case l.Ends == nil:
		e.begin(l.In[len(l.In)-1], l, inside)
	default:
		e.end(l)
	}
	e.before, e.kind = append(e.before[:0], l.In...), l.Kind
}

// leave puts a blank line between an indented box that has ended and a line.
func (e *boxEditor) leave(l lines.Line, inside []*lines.Container) {
	if e.kind == lines.Blank || l.Kind == lines.Blank {
		return
	}
	for i, c := range e.before {
		if c.Kind == lines.IndentedBox && (i >= len(inside) || inside[i] != c) {
			e.edit(c, l.Start, l.Start, prefix(inside)+"\n")
			return
		}
	}
}

// inside marks a line as part of a box that began before it. A blank line in items may lack their indent.
func (e *boxEditor) inside(c *lines.Container, l lines.Line, indent int) {
	if l.Ends == c {
		return
	}
	sign := ""
	if c.Box.Callout != "" {
		if indent > 0 && c.From > l.Start && e.body[c.From-1] == '>' {
			indent++ // the blank behind the mark of a quote
		}
		sign = strings.Repeat(" ", indent) + "> "
	}
	switch {
	case c.Kind == lines.FencedBox && sign != "":
		e.edit(c, c.From, c.From, sign)
	case c.Kind == lines.FencedBox:
	case l.Kind == lines.Blank:
		e.state[c].blanks = append(e.state[c].blanks, edit{article.Span{Start: c.From, End: c.From}, strings.TrimRight(sign, " "), nil})
	default:
		for _, b := range e.state[c].blanks {
			e.edit(c, b.Start, b.End, b.text)
		}
		e.state[c].blanks = nil
		e.edit(c, c.From, c.To, sign)
	}
}

// content hides the options of a directive, and makes the heading of a callout its title.
func (e *boxEditor) content(l lines.Line, inside []*lines.Container) {
	text := e.body[l.Text:l.End]
	if l.Opened > 0 && l.Kind == lines.Prose && l.In[len(l.In)-1].Kind == lines.Quote {
		if m := foldSign.FindStringSubmatchIndex(text); m != nil {
			e.edit(nil, l.Text+m[2], l.Text+m[3], "]")
		}
	}
	if len(inside) == 0 || l.Opened > 0 || inside[len(inside)-1].Box == nil {
		return
	}
	c := inside[len(inside)-1]
	if e.state[c].options.option(text) {
		e.edit(c, l.Text, l.End, "")
		return
	}
	if l.Kind == lines.Blank {
		return
	}
	if m := headingText.FindStringSubmatch(text); m != nil && !e.state[c].filled && c.Box.Callout != "" && c.Box.Untitled {
		e.edit(c, l.Text, l.End, "")
		if c.Box.Title != "" {
			m[1] = ": " + m[1]
		} else {
			m[1] = " " + m[1]
		}
		e.edits[e.state[c].at].text += m[1]
	}
	for _, c := range inside {
		if c.Box != nil {
			e.state[c].filled = true
		}
	}
}

// foldSign matches what Obsidian has in a callout besides its kind and its title.
var foldSign = lazyregexp.New(`^\[![\w-]+(\|[^\]\n]*\][+-]?|\][+-])`)

// begin replaces the first line of a box with its title.
func (e *boxEditor) begin(c *lines.Container, l lines.Line, inside []*lines.Container) {
	e.state[c] = &boxState{options: optionReader{done: !c.Box.Directive}}
	start, text := c.From, head(c.Box)
	apart := prefix(inside) + "\n"
	switch {
	case text == "":
	case e.kind != lines.Blank && l.Opened == 1 && l.Start > 0 && c.Box.Callout != "":
		text = "\n" + prefix(inside) + text
	case c.Box.Callout == "":
		text += "\n" + strings.TrimSuffix(apart, "\n")
	}
	e.edit(c, start, l.End, text)
	e.state[c].at = len(e.edits) - 1
	for _, name := range c.Box.Names {
		if c.Box.Callout != "" {
			e.edit(c, l.Start, l.Start, "", name)
		} else {
			e.names = append(e.names, boxName{name, c})
		}
	}
}

// end removes the last line of a box. An empty box for the reference list stays, as HTML.
func (e *boxEditor) end(l lines.Line) {
	c := l.Ends
	e.state[c].ended = true
	e.edit(c, l.Text, l.End, "")
	if c.Box.IsList && !e.state[c].filled {
		e.edits[e.state[c].at].text = hypertext.ListDiv
	}
}

// prefix returns what is before a line in containers.
func prefix(in []*lines.Container) string {
	var b strings.Builder
	for _, c := range in {
		switch {
		case c.Kind == lines.Quote || c.Box != nil && c.Box.Callout != "":
			b.WriteString("> ")
		case c.Kind == lines.Item:
			b.WriteString(strings.Repeat(" ", c.Indent))
		}
	}
	return b.String()
}
