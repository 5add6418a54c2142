package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/article"
	"etal/internal/content"
	"etal/internal/markdown"
	"etal/internal/theme"
)

// A frame is the room for blocks: its width, and how deep in other blocks it is.
type frame struct {
	width int
	depth int
	base  string // the kind of block around the text, as in [theme.TextKind]
}

// minTextShare is the divisor of the page's width, half of it, that indents leave to the text.
const minTextShare = 2

// in returns the frame inside this one, indented by n columns, and reports whether it is: not if
// less than half of the page, full columns wide, would be left.
func (f frame) in(n, full int) (frame, bool) {
	f.depth++
	if (f.width-n)*minTextShare < full {
		return f, false
	}
	f.width -= n
	return f, true
}

// blocks lays out the child blocks of n, with a blank line between two unless the list is tight.
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
		l := d.sheet.Look(theme.TextKind{Block: base})
		prefix := decoration(l.Prefix, l.Style)
		return d.align(d.wrapUnder(prefix, d.runsOf(t, n, base), f), f.width)
	case *ast.List:
		return d.list(t, n, f)
	case *ast.Blockquote:
		inner, ok := f.in(2, d.width)
		inner.base = ">"
		lines := d.blocks(t, n, inner, false)
		if isCallout(n) && len(lines) > 1 && lines[1].Len() == 0 {
			lines = slices.Delete(lines, 1, 2)
		}
		if ok && !d.announces {
			bar := decoration("│ ", d.theme.Dim)
			lines = prefix(lines, bar, bar)
		}
		return lines
	case *markdown.CalloutTitle:
		return wrap(d.calloutTitle(t, n), d.room(f.width))
	case *east.DefinitionList:
		return d.definitions(t, n, f)
	case *ast.FencedCodeBlock:
		return d.code(t, n, string(n.Language(t.Source)), f)
	case *ast.CodeBlock:
		return d.code(t, n, "", f)
	case *ast.ThematicBreak:
		if d.announces {
			return nil
		}
		stars := "* * *"[:min(f.width, 5)]
		return []Line{{Runs: []Run{decoration(strings.Repeat(" ", (min(f.width, widestRule)-len(stars))/2)+stars, d.theme.Dim)}}}
	case *ast.LinkReferenceDefinition:
		return nil
	case *east.Table:
		return d.table(t, n, f)
	default:
		if n.Type() != ast.TypeBlock {
			return nil
		}
		return d.align(wrap(d.runsOf(t, n, f.base), d.room(f.width)), f.width)
	}
}

// widestRule is the width in columns within which the stars between two parts are centred.
const widestRule = 80

// flattened lays out the paragraphs and code of a block that is nested too deep, without indents.
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

// prefix puts a run before each line: first before the first, rest before all others.
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

// hangUnder puts a label before the first line and indents the others by its width.
func hangUnder(lines []Line, label Run) []Line {
	return prefix(lines, label, decoration(strings.Repeat(" ", width(label.Text.String())), ""))
}

// list lays out a list with the numbers that are written in the text.
func (d *Document) list(t markdown.Tree, list *ast.List, f frame) []Line {
	var markers []string
	widest := 0
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		marker := ""
		if label := t.ItemLabel(item).Text; label.Len() > 0 {
			marker = label.String() + " "
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
			part = hangUnder(part, decoration(label, d.theme.Bullet))
		}
		markers = markers[1:]
		if len(lines) > 0 && !list.IsTight {
			lines = append(lines, Line{})
		}
		lines = append(lines, part...)
	}
	return lines
}

// expandTabs replaces tabs by blanks, up to the next multiple of four columns.
func expandTabs(s string) string {
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
	// codeBreaks are the characters after which a line of code is broken.
	codeBreaks = " ,;"
	// continued marks the rest of a line of code that does not fit.
	continued = "↳ "
	// maxMarkShare is the divisor of the width, a tenth of it, that continued may take.
	maxMarkShare = 10
)

// code lays out code: indented by two columns, its lines broken where they do not fit.
func (d *Document) code(t markdown.Tree, n ast.Node, language string, f frame) []Line {
	var source []string
	segments := n.Lines()
	for i := range segments.Len() {
		segment := segments.At(i)
		source = append(source, expandTabs(strings.TrimRight(string(segment.Value(t.Source)), "\n")))
	}
	if len(source) == 0 {
		return nil
	}
	inner, indented := f.in(2, d.width)
	var lines []Line
	for i, parts := range d.sheet.Code(source, language) {
		segment := segments.At(i)
		span := article.Span{Start: t.Offset + segment.Start, End: t.Offset + segment.Stop}
		var runs []Run
		at := segment.Start
		for _, p := range parts {
			r := decoration(p.Text, p.Style)
			// After an expanded tab, the source and the text shown differ.
			if end := at + len(p.Text); end <= segment.Stop && string(t.Source[at:end]) == p.Text {
				r.Span = article.Span{Start: t.Offset + at, End: t.Offset + end}
				at = end
			}
			runs = append(runs, r)
		}
		room := inner.width
		if d.unbroken {
			room = NoWrap
		}
		for _, l := range breakCode(runs, room, decoration(continued, d.theme.Dim)) {
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

// breakCode breaks runs into lines of at most width columns, with a mark before each but the
// first if there is room for it.
func breakCode(runs []Run, width int, mark Run) []Line {
	w := word{runs: runs}
	for _, r := range runs {
		w.width += textWidth(r)
	}
	if textWidth(mark)*maxMarkShare > width {
		mark = Run{}
	}
	var lines []Line
	var before []Run
	room := width
	for w.width > room {
		var head []Run
		head, w = w.cut(room, codeBreaks)
		lines = append(lines, Line{Runs: append(before, head...)})
		before, room = []Run{mark}, width-textWidth(mark)
	}
	return append(lines, Line{Runs: append(before, w.runs...)})
}

func textWidth(r Run) int { return width(r.Text.String()) }

// wrapUnder wraps runs under a label, which is their first word if there is no room to indent
// them.
func (d *Document) wrapUnder(label Run, runs []Run, f frame) []Line {
	inner, ok := f.in(textWidth(label), d.width)
	if !ok || label.Text.Len() == 0 {
		return wrap(append([]Run{label}, runs...), d.room(f.width))
	}
	return hangUnder(wrap(runs, d.room(inner.width)), label)
}

// reference lays out an entry of the reference list: its text under its label, all labels right-aligned
// in one width, or with a hanging indent if it has none.
func (d *Document) reference(b content.Block, f frame) []Line {
	var text []Run
	for n := b.Tree.Root.FirstChild(); n != nil; n = n.NextSibling() {
		if len(text) > 0 {
			text = append(text, decoration("\n", ""))
		}
		text = append(text, d.runsOf(b.Tree, n, "")...)
	}
	if b.Label == "" {
		return wrapHanging(text, d.room(f.width))
	}
	label := strings.Repeat(" ", max(d.labels-width(b.Label), 0)) + b.Label + " "
	return d.wrapUnder(decoration(label, d.theme.Label), text, f)
}

// wrapHanging wraps runs with a hanging indent of two columns if there is room for it.
func wrapHanging(runs []Run, in room) []Line {
	if in.width <= minHanging {
		return wrap(runs, in)
	}
	in.width -= 2
	return prefix(wrap(runs, in), Run{}, decoration("  ", ""))
}

// minHanging is the width in columns up to which no indent hangs.
const minHanging = 6

// note lays out a footnote under its number.
func (d *Document) note(b content.Block, f frame) []Line {
	label := d.noteLabel(b.Number)
	inner, ok := f.in(width(label), d.width)
	lines := d.blocks(b.Tree, b.Tree.Root, inner, false)
	if ok {
		lines = hangUnder(lines, decoration(label, d.theme.Note))
	}
	return lines
}

// byline returns the article's authors, date and, if they are known, its length and number of
// references.
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
	if d.part || d.uncounted {
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
