package hypertext

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"etal/internal/lazyregexp"
	"etal/internal/markdown"
)

// htmlBlock translates a block of HTML.
func (t *translator) htmlBlock(tree markdown.Tree, n *ast.HTMLBlock) {
	s := t.spotOf(tree, n)
	if n.HTMLBlockType < ast.HTMLBlockType6 && !n.HasClosure() && !endsInFirstLine(n.HTMLBlockType, s.source) {
		t.edit(s.start, s.start, `\`) // it would take all that follows with it
		return
	}
	switch {
	case n.HTMLBlockType == ast.HTMLBlockType4: // <!DOCTYPE html>
		s.source = ""
	case n.HTMLBlockType == ast.HTMLBlockType3, isForeign(s.source):
		s.source = "<pre class=language-xml>" + escapeText(s.source) + "</pre>"
	}
	t.replace(s, convert(s.source))
}

// A spot is where a block of HTML stands.
type spot struct {
	source     string // without the marks of the containers around
	start, end int    // in the text, without the last line feed
	prefix     string // of its further lines, for the containers around
	top        bool   // whether it is in none
	first      bool   // whether it is the first in its container
	last       bool   // whether it is the last there
}

// spotOf returns where a node with lines stands.
func (t *translator) spotOf(tree markdown.Tree, n ast.Node) spot {
	segments := n.Lines().Sliced(0, n.Lines().Len())
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		segments = append(segments[:len(segments):len(segments)], h.ClosureLine)
	}
	var b strings.Builder
	for _, s := range segments {
		b.Write(s.Value(tree.Source))
	}
	s := spot{
		source: b.String(), start: segments[0].Start + tree.Offset, end: segments[len(segments)-1].Stop + tree.Offset,
		top: n.Parent() == tree.Root, first: n.PreviousSibling() == nil, last: n.NextSibling() == nil,
	}
	s.end = s.start + len(strings.TrimRight(t.body[s.start:s.end], "\n"))
	line := strings.LastIndexByte(t.body[:s.start], '\n') + 1
	if s.top {
		s.start = line
	} else {
		s.prefix = strings.Map(func(r rune) rune {
			if r == '>' || r == '\t' {
				return r
			}
			return ' '
		}, t.body[line:s.start])
	}
	return s
}

// endsInFirstLine reports whether the first line of HTML that a blank line does not end has its end.
func endsInFirstLine(kind ast.HTMLBlockType, source string) bool {
	first, _, _ := strings.Cut(source, "\n")
	switch kind {
	case ast.HTMLBlockType1:
		return strings.Contains(first, "</")
	case ast.HTMLBlockType2:
		return strings.Contains(first, "-->")
	}
	return strings.Contains(first, ">")
}

// foreign matches lines that begin and end with tags, whose names are in the groups.
var foreign = lazyregexp.New(`^\s*<([A-Za-z][\w.:-]*)[^<>]*>[^\n]*\n(?s:.*)</([A-Za-z][\w.:-]*)[ \t]*>\s*$`)

// isForeign reports whether a source is an example of XML.
func isForeign(source string) bool {
	m := foreign.FindStringSubmatch(source)
	return m != nil && m[1] == m[2] && !elements[strings.ToLower(m[1])]
}

func escapeText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(s)
}

// replace puts a fragment in the place of a block of HTML, with blank lines around it. What follows
// has the names of the places at its end.
func (t *translator) replace(s spot, f fragment) {
	t.notices = append(t.notices, f.notices...)
	next := t.lineBehind(s)
	if f.markdown == "" {
		t.remove(s, next, f.names(0))
		return
	}
	bare, below := strings.TrimRight(s.prefix, " "), ""
	if (s.top || !s.first) && !t.isBlankBefore(s.start) {
		line := strings.LastIndexByte(t.body[:s.start], '\n') + 1
		t.edit(line, line, bare+"\n")
	}
	if (s.top || !s.last) && !t.isBlankLine(s.end) {
		below = "\n" + bare
	}
	indent := strings.NewReplacer("\n\n", "\n"+bare+"\n"+s.prefix, "\n", "\n"+s.prefix)
	at, from := 0, s.start
	for _, a := range f.anchors {
		if a.at > at && a.at < len(f.markdown) {
			t.edit(from, s.end, indent.Replace(f.markdown[at:a.at]), f.names(at)...)
			at, from = a.at, s.end
		}
	}
	t.edit(from, s.end, indent.Replace(f.markdown[at:])+below, f.names(at)...)
	if names := f.names(len(f.markdown)); len(names) > 0 {
		t.edit(next, next, "", names...)
	}
}

// remove takes a block away that shows nothing, and the blank lines behind it.
func (t *translator) remove(s spot, next int, names []string) {
	switch {
	case s.top:
		if !t.isBlankBefore(s.start) && next < len(t.body) {
			t.edit(s.start, s.start, "\n")
		}
		s.end = max(s.end, next)
	case !s.first && s.last && !strings.Contains(s.prefix, ">"):
		s.start = len(strings.TrimRight(t.body[:s.start], " \t\n"))
	case s.first && !s.last && !strings.Contains(s.prefix, ">"): // an item may begin with one blank line only
		rest := t.body[s.end:]
		s.end += len(rest) - len(strings.TrimLeft(rest, " \t\n"))
	}
	t.edit(s.start, s.end, "", names...)
}

// lineBehind returns where the line behind a block begins, and the blank lines after it.
func (t *translator) lineBehind(s spot) int {
	rest := strings.TrimLeft(t.body[s.end:], " \t\n")
	if rest == "" {
		return len(t.body)
	}
	next := len(t.body) - len(rest)
	return max(strings.LastIndexByte(t.body[:next], '\n')+1, s.end)
}

// isBlankBefore reports whether there is nothing in the line before that of an offset.
func (t *translator) isBlankBefore(offset int) bool {
	line := strings.LastIndexByte(t.body[:offset], '\n')
	return line < 0 || t.isBlankLine(strings.LastIndexByte(t.body[:line], '\n'))
}

// isBlankLine reports whether the line behind the line feed at an offset has nothing but the marks of
// quotes.
func (t *translator) isBlankLine(offset int) bool {
	if offset+1 >= len(t.body) {
		return true
	}
	line, _, _ := strings.Cut(t.body[offset+1:], "\n")
	return strings.Trim(line, " \t>") == ""
}
