package markdown

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// A Piece is a part of a text as it is shown. Its span is the source that it stands for; if Text is as
// long as the span, they are the same bytes.
type Piece struct {
	article.Span
	Text safe.Text
}

// Slice returns the part of p for the bytes [start, end) of the source. It is empty if those are not in
// p, or the text of p is not the same as its source.
func (p Piece) Slice(start, end int) Piece {
	start, end = max(start, p.Start), min(end, p.End)
	if start >= end || p.Text.Len() != p.Len() {
		return Piece{Span: article.Span{Start: p.End, End: p.End}}
	}
	return Piece{article.Span{Start: start, End: end}, p.Text.Slice(start-p.Start, end-p.Start)}
}

// escaped matches a character reference, or a backslash before ASCII punctuation.
var escaped = lazyregexp.New("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\\\\[!-/:-@[-`{-~]")

// Decode returns the text of raw with backslash escapes and character references decoded once, and
// made safe to show.
func Decode(raw string) []Piece {
	var pieces []Piece
	at := 0
	put := func(start, end int, shown string) {
		if start < end {
			pieces = append(pieces, Piece{article.Span{Start: start, End: end}, safe.New(shown)})
		}
	}
	if strings.ContainsAny(raw, `&\`) {
		for _, m := range escaped.FindAllStringIndex(raw, -1) {
			put(at, m[0], raw[at:m[0]])
			shown := raw[m[0]+1 : m[1]]
			if raw[m[0]] == '&' {
				shown = html.UnescapeString(raw[m[0]:m[1]])
			}
			put(m[0], m[1], shown)
			at = m[1]
		}
	}
	put(at, len(raw), raw[at:])
	return pieces
}

// Plain returns the text of a node without markup, as one line.
func (t Tree) Plain(n ast.Node) safe.Text {
	var b strings.Builder
	Walk(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Text:
			raw := string(n.Segment.Value(t.Source))
			if n.IsRaw() {
				b.WriteString(raw)
			} else {
				for _, p := range Decode(raw) {
					b.WriteString(p.Text.String())
				}
			}
			if n.SoftLineBreak() && !t.IsUnspacedBreak(n) || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.AutoLink:
			b.Write(n.Label(t.Source))
		case *CalloutTitle:
			b.WriteString(t.Name(n).Text.String())
		case *Formula:
			b.WriteString(strings.Join(n.Unicode(t.Source), " "))
		}
		if n.Type() == ast.TypeBlock {
			b.WriteByte(' ')
		}
		return true
	})
	return safe.Line(b.String())
}

// Extent returns the span from the first text in n to the last, and reports whether there is any.
func (t Tree) Extent(n ast.Node) (span article.Span, ok bool) {
	extend := func(start, end int) {
		if !ok {
			span.Start = start + t.Offset
		}
		span.End, ok = end+t.Offset, true
	}
	Walk(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Text:
			extend(n.Segment.Start, n.Segment.Stop)
		case *ast.AutoLink:
			label := t.Label(n)
			extend(label.Start, label.End)
		case *Formula:
			extend(n.Segments[0].Start, n.Segments[len(n.Segments)-1].Stop)
		}
		return true
	})
	return span, ok
}

// Label returns the span of an autolink's address in the block's source, without the brackets around
// it or the blank that goldmark includes before a bare address.
func (t Tree) Label(n *ast.AutoLink) article.Span {
	label := n.Label(t.Source)
	start := n.Pos()
	if i := bytes.Index(t.Source[start:], label); i > 0 {
		start += i
	}
	return article.Span{Start: start, End: start + len(label)}
}

// ItemLabel returns the label of a list item: its number in the source, a bullet, or the box of a
// task.
func (t Tree) ItemLabel(item ast.Node) Piece {
	list, ok := item.Parent().(*ast.List)
	if !ok {
		return Piece{}
	}
	if n := item.FirstChild(); n != nil {
		if box, ok := n.FirstChild().(*east.TaskCheckBox); ok && box.IsChecked {
			return Piece{Text: safe.New("☑")}
		} else if ok {
			return Piece{Text: safe.New("☐")}
		}
	}
	if !list.IsOrdered() {
		return Piece{Text: safe.New("•")}
	}
	start := item.Pos()
	for start < len(t.Source) && t.Source[start] == ' ' {
		start++
	}
	end := start
	for end < len(t.Source) && t.Source[end] >= '0' && t.Source[end] <= '9' {
		end++
	}
	label := string(t.Source[start:end]) + string(list.Marker)
	return Piece{article.Span{Start: t.Offset + start, End: t.Offset + min(start+len(label), len(t.Source))}, safe.New(label)}
}
