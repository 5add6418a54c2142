package render

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// A frame is where blocks are laid out: how wide, and how deep in others.
type frame struct {
	width int
	depth int
	base  string // the kind of block that text stands in
}

// in returns the frame inside this one, indented by n columns; an indent that would
// leave less than half of the page is not made.
func (f frame) in(n, full int) (frame, bool) {
	f.depth++
	if (f.width-n)*2 < full {
		return f, false
	}
	f.width -= n
	return f, true
}

// blocks lays out the child blocks of n, with blank lines between them where the
// text has them.
func (d *Document) blocks(t markdown.Tree, n ast.Node, f frame, tight bool) []Line {
	var lines []Line
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		part := d.announce(c, d.block(t, c, f), f)
		if len(part) == 0 {
			continue
		}
		if len(lines) > 0 && !tight {
			lines = append(lines, Line{})
		}
		lines = append(lines, part...)
	}
	return lines
}

func (d *Document) block(t markdown.Tree, n ast.Node, f frame) []Line {
	if f.depth > markdown.MaxDepth {
		return d.flattened(t, n, f)
	}
	switch n := n.(type) {
	case *ast.Heading:
		base := strings.Repeat("#", n.Level)
		l := d.sheet.look(kind{block: base})
		prefix := decoration(l.prefix, l.style)
		return d.hung(prefix, d.runsOf(t, n, base), f)
	case *ast.List:
		return d.list(t, n, f)
	case *ast.Blockquote:
		inner, ok := f.in(2, d.width)
		inner.base = ">"
		lines := d.blocks(t, n, inner, false)
		if ok && !d.words {
			bar := decoration("│ ", d.theme.Dim)
			lines = prefix(lines, bar, bar)
		}
		return lines
	case *ast.FencedCodeBlock:
		return d.code(t, n, string(n.Language(t.Source)), f)
	case *ast.CodeBlock:
		return d.code(t, n, "", f)
	case *ast.HTMLBlock:
		return d.htmlBlock(t, n, f)
	case *ast.ThematicBreak:
		if d.words {
			return nil
		}
		stars := "* * *"[:min(f.width, 5)]
		return []Line{{Runs: []Run{decoration(strings.Repeat(" ", (f.width-len(stars))/2)+stars, d.theme.Dim)}}}
	case *ast.LinkReferenceDefinition:
		return nil
	case *east.Table:
		return d.table(t, n, f)
	default:
		if n.Type() != ast.TypeBlock {
			return nil
		}
		return wrap(d.runsOf(t, n, f.base), f.width, d.keep)
	}
}

// flattened lays out what is nested too deep: its paragraphs and code, one after the
// other.
func (d *Document) flattened(t markdown.Tree, n ast.Node, f frame) []Line {
	var lines []Line
	markdown.Walk(n, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.List, *ast.ListItem, *ast.Blockquote:
			return true
		}
		f.depth = 0
		lines = append(lines, d.block(t, n, f)...)
		return false
	})
	return lines
}

// prefix puts a run before each line: first before the first, rest before the others.
func prefix(lines []Line, first, rest Run) []Line {
	for i := range lines {
		p := rest
		if i == 0 {
			p = first
		}
		lines[i].Runs = append([]Run{p}, lines[i].Runs...)
	}
	return lines
}

// hang lays lines out under a label: it stands before the first line, and the others
// are indented as far.
func hang(lines []Line, label Run) []Line {
	return prefix(lines, label, decoration(strings.Repeat(" ", width(label.Text.String())), ""))
}

// list lays out a list. Numbers are those of the text, not counted again.
func (d *Document) list(t markdown.Tree, list *ast.List, f frame) []Line {
	var markers []string
	widest := 0
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "• "
		if list.IsOrdered() {
			marker = itemNumber(t.Source, item.Pos()) + string(list.Marker) + " "
		}
		if startsWithBox(item) {
			marker = ""
		}
		markers = append(markers, marker)
		widest = max(widest, width(marker))
	}
	var lines []Line
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		inner, ok := f.in(widest, d.width)
		part := d.blocks(t, item, inner, list.IsTight)
		if len(part) == 0 {
			part = []Line{{}}
		}
		if ok {
			label := markers[0]
			label = strings.Repeat(" ", widest-width(label)) + label
			part = hang(part, decoration(label, d.theme.Bullet))
		}
		markers = markers[1:]
		if len(lines) > 0 && !list.IsTight {
			lines = append(lines, Line{})
		}
		lines = append(lines, part...)
	}
	return lines
}

func startsWithBox(item ast.Node) bool {
	n := item.FirstChild()
	return n != nil && n.FirstChild() != nil && n.FirstChild().Kind() == east.KindTaskCheckBox
}

// itemNumber returns the digits that a list item begins with in the source.
func itemNumber(source []byte, at int) string {
	for at < len(source) && source[at] == ' ' {
		at++
	}
	end := at
	for end < len(source) && source[end] >= '0' && source[end] <= '9' {
		end++
	}
	return string(source[at:end])
}

// tabs makes tabs blanks, to the next multiple of four columns.
func tabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	column := 0
	for _, r := range s {
		if r == '\t' {
			n := 4 - column%4
			b.WriteString(strings.Repeat(" ", n))
			column += n
			continue
		}
		b.WriteRune(r)
		column++
	}
	return b.String()
}

const (
	// codeSigns are what a line of code is broken behind.
	codeSigns = " ,;"
	// goesOn stands before the rest of a line of code that does not fit, where it takes
	// no more than a tenth of the room.
	goesOn = "↳ "
)

// code lays out code: indented by two columns, its lines broken where they do not fit.
func (d *Document) code(t markdown.Tree, n ast.Node, language string, f frame) []Line {
	var source []string
	segments := n.Lines()
	for i := range segments.Len() {
		segment := segments.At(i)
		source = append(source, tabs(strings.TrimRight(string(segment.Value(t.Source)), "\n")))
	}
	if len(source) == 0 {
		return nil
	}
	inner, indented := f.in(2, d.width)
	var lines []Line
	for i, parts := range d.sheet.code(source, language) {
		segment := segments.At(i)
		span := article.Span{Start: t.Offset + segment.Start, End: t.Offset + segment.Stop}
		var runs []Run
		at := segment.Start
		for _, p := range parts {
			r := decoration(p.text, p.style)
			// Blanks that stand for a tab make the source and what is shown differ.
			if end := at + len(p.text); end <= segment.Stop && string(t.Source[at:end]) == p.text {
				r.Span = article.Span{Start: t.Offset + at, End: t.Offset + end}
				at = end
			}
			runs = append(runs, r)
		}
		for _, l := range chop(runs, inner.width, decoration(goesOn, d.theme.Dim)) {
			l.Span = span
			lines = append(lines, l)
		}
	}
	if indented {
		indent := decoration("  ", "")
		lines = prefix(lines, indent, indent)
	}
	return lines
}

// chop cuts runs into lines of at most width columns. A mark stands before each but the
// first, where there is room for it.
func chop(runs []Run, width int, mark Run) []Line {
	w := word{runs: runs}
	for _, r := range runs {
		w.width += textWidth(r)
	}
	if width < 10*textWidth(mark) {
		mark = Run{}
	}
	var lines []Line
	var before []Run
	room := width
	for w.width > room {
		var head []Run
		head, w = w.cut(room, codeSigns)
		lines = append(lines, Line{Runs: append(before, head...)})
		before, room = []Run{mark}, width-textWidth(mark)
	}
	return append(lines, Line{Runs: append(before, w.runs...)})
}

func textWidth(r Run) int { return width(r.Text.String()) }

// htmlBlock lays out the text of an HTML block, without its tags, comments and
// scripts.
func (d *Document) htmlBlock(t markdown.Tree, n *ast.HTMLBlock, f frame) []Line {
	var raw strings.Builder
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		raw.Write(segment.Value(t.Source))
	}
	if n.HasClosure() {
		raw.Write(n.ClosureLine.Value(t.Source))
	}
	text := htmlText(raw.String())
	if text == "" {
		return nil
	}
	return wrap([]Run{{Text: safe.New(text), Style: d.sheet.look(kind{block: f.base}).style}}, f.width, nil)
}

var breaks = regexp.MustCompile(`^(?:br|p|div|li|tr|h[1-6]|dt|dd|figcaption|caption|summary)$`)

// htmlText returns what HTML says, a line for each of its blocks.
func htmlText(raw string) string {
	z := html.NewTokenizer(strings.NewReader(raw))
	var b strings.Builder
	hidden := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			lines := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '\v' })
			kept := lines[:0]
			for _, l := range lines {
				if l = safe.Line(l).String(); l != "" {
					kept = append(kept, l)
				}
			}
			return strings.Join(kept, "\n")
		case html.TextToken:
			if hidden == "" {
				b.WriteString(safe.New(strings.ReplaceAll(string(z.Text()), "\v", " ")).String())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			if breaks.Match(name) {
				b.WriteByte('\v')
			}
			if s := string(name); s == "script" || s == "style" {
				hidden = s
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if string(name) == hidden {
				hidden = ""
			}
			if breaks.Match(name) {
				b.WriteByte('\v')
			}
		}
	}
}

// hung lays runs out under a label; where there is no room to hang them, the label
// is their first word.
func (d *Document) hung(label Run, runs []Run, f frame) []Line {
	inner, ok := f.in(textWidth(label), d.width)
	if !ok || label.Text.Len() == 0 {
		return wrap(append([]Run{label}, runs...), f.width, d.keep)
	}
	return hang(wrap(runs, inner.width, d.keep), label)
}

// sourceNumber matches a number as the text writes it, in a mark or before an entry. The
// latter may be counted otherwise: Markdown counts 1. 1. 1. on.
var sourceNumber = regexp.MustCompile(`\d+`)

// label returns what the text prints before a reference: "12." or "[12]". A bullet
// is no label.
func (d *Document) label(r article.Reference, block article.Span) string {
	if d.isNote(block) {
		return r.Label.String() + "."
	}
	label := strings.TrimSpace(strings.ReplaceAll(d.article.Body.String()[block.Start:r.Start], `\`, ""))
	if strings.Trim(label, "-*+•–") == "" {
		return ""
	}
	if number := r.Label.String(); !strings.Contains(label, number) {
		label = sourceNumber.ReplaceAllLiteralString(label, number)
	}
	return strings.TrimSuffix(label, ":")
}

// reference lays out an entry of the reference list: its text hung under its first
// word, all labels taking the same room.
func (d *Document) reference(r article.Reference, block article.Span, f frame) []Line {
	t := d.parser.Parse(r.Span, nil)
	var text []Run
	for n := t.Root.FirstChild(); n != nil; n = n.NextSibling() {
		if len(text) > 0 {
			text = append(text, decoration("\n", ""))
		}
		text = append(text, d.runsOf(t, n, "")...)
	}
	label := d.label(r, block)
	if label == "" {
		return hangLines(text, f.width, d.keep)
	}
	label = strings.Repeat(" ", max(d.labels-width(label), 0)) + label + " "
	return d.hung(decoration(label, d.theme.Label), text, f)
}

// hangLines breaks runs into lines, of which all but the first are indented by two columns
// where there is room for that.
func hangLines(runs []Run, width int, keep []article.Span) []Line {
	if width <= leastHung {
		return wrap(runs, width, keep)
	}
	return prefix(wrap(runs, width-2, keep), Run{}, decoration("  ", ""))
}

// leastHung is the width up to which lines are not indented, in columns.
const leastHung = 6

// note lays out a footnote's text under its number.
func (d *Document) note(block article.Span, f frame) []Line {
	body := d.article.Body.String()[block.Start:block.End]
	i := strings.Index(body, "]:") + 2
	t := d.parser.Parse(article.Span{Start: block.Start + i, End: block.End}, d.keep)
	label := d.noteLabel(d.notes[noteName(body)])
	inner, ok := f.in(width(label), d.width)
	lines := d.blocks(t, t.Root, inner, false)
	if ok {
		lines = hang(lines, decoration(label, d.theme.Note))
	}
	return lines
}

// byline says who wrote the article, when, and how long it is where that is known.
func (d *Document) byline() string {
	a := d.article
	var parts []string
	if len(a.Authors) > 0 {
		var names []string
		for _, n := range a.Authors {
			names = append(names, n.String())
		}
		parts = append(parts, strings.Join(names, ", "))
	}
	if a.Date.Len() > 0 {
		parts = append(parts, a.Date.String())
	}
	if d.part {
		return strings.Join(parts, " · ")
	}
	parts = append(parts, strconv.Itoa(a.Minutes())+" min")
	if n := len(a.References); n == 1 {
		parts = append(parts, "1 reference")
	} else if n > 1 {
		parts = append(parts, strconv.Itoa(n)+" references")
	}
	return strings.Join(parts, " · ")
}
