package render

import (
	"bytes"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html/atom"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// inline reads the inline nodes of a block as runs.
type inline struct {
	doc    *Document
	tree   markdown.Tree
	base   string // the block they stand in, as a kind has it
	height height // of the text, as HTML sets it
	runs   []Run
}

// runsOf returns the runs of the inline nodes under n.
func (d *Document) runsOf(t markdown.Tree, n ast.Node, base string) []Run {
	in := &inline{doc: d, tree: t, base: base}
	in.children(n, kind{block: base})
	return d.styleMarks(in.runs)
}

func (in *inline) children(n ast.Node, k kind) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.node(c, k)
	}
}

func (in *inline) node(n ast.Node, k kind) {
	switch n := n.(type) {
	case *ast.Text:
		in.text(n, k)
	case *ast.Emphasis:
		k.strong = k.strong || n.Level > 1
		k.emph = k.emph || n.Level == 1
		in.children(n, k)
	case *east.Strikethrough:
		if isLowered(in.tree, n) {
			in.at(lowered, func() { in.children(n, k) })
			return
		}
		k.strike = true
		in.children(n, k)
	case *ast.CodeSpan:
		k.code = true
		in.children(n, k)
	case *ast.Link:
		in.link(n, string(n.Destination), k)
	case *ast.AutoLink:
		k.link = true
		span := in.tree.Label(n)
		in.put(span.Start, span.End, string(in.tree.Source[span.Start:span.End]), k)
	case *ast.Image:
		in.say("[image: ", in.doc.theme.Dim)
		in.children(n, k)
		in.say("]", in.doc.theme.Dim)
	case *ast.RawHTML:
		in.html(n, k)
	case *east.TaskCheckBox:
		box := "☐ "
		if n.IsChecked {
			box = "☑ "
		}
		in.say(box, in.doc.theme.Bullet)
	default:
		in.children(n, k)
	}
}

// text adds a text node, with escapes and character references resolved.
func (in *inline) text(n *ast.Text, k kind) {
	raw := string(n.Segment.Value(in.tree.Source))
	at := n.Segment.Start
	if k.code || n.IsRaw() {
		in.put(at, n.Segment.Stop, raw, k)
	} else {
		in.decoded(at, raw, k)
	}
	switch {
	case n.HardLineBreak():
		in.say("\n", "")
	case n.SoftLineBreak():
		in.put(n.Segment.Stop, n.Segment.Stop+1, " ", k)
	}
}

// caret matches what Pandoc's Markdown raises: x^2^, animals^3,4^.
var caret = regexp.MustCompile(`\^([^\s^\[\]]{1,30})\^`)

// decoded adds a text with escapes and character references resolved, raised where it
// stands between carets.
func (in *inline) decoded(at int, raw string, k kind) {
	put := func(from, to int) {
		for _, p := range markdown.Decode(raw[from:to]) {
			in.put(at+from+p.Start, at+from+p.End, p.Text.String(), k)
		}
	}
	done := 0
	for _, m := range caret.FindAllStringSubmatchIndex(raw, -1) {
		if m[0] > 0 && raw[m[0]-1] == '\\' {
			continue
		}
		put(done, m[0])
		in.at(raised, func() { put(m[2], m[3]) })
		done = m[1]
	}
	put(done, len(raw))
}

// at adds what add adds at a height.
func (in *inline) at(h height, add func()) {
	before := in.height
	in.height = h
	add()
	in.height = before
}

// isLowered reports whether a text between single tildes is lowered, as Pandoc's
// Markdown has it in H~2~O, and not struck out: it sticks to a word and has no blank.
func isLowered(t markdown.Tree, n ast.Node) bool {
	first := n.FirstChild()
	for range 3 { // in emphasis, in a link
		if first != nil && first.FirstChild() != nil {
			first = first.FirstChild()
		}
	}
	text, ok := first.(*ast.Text)
	if !ok {
		return false
	}
	start := text.Segment.Start
	if start < 2 || t.Source[start-1] != '~' || t.Source[start-2] == '~' || t.Source[start-2] == ' ' {
		return false
	}
	end := bytes.IndexAny(t.Source[start:], " \n~")
	return end > 0 && t.Source[start+end] == '~' && t.Source[start+end-1] != '\\'
}

// isWeb reports whether the block is the text of a web page, which has more links than
// anybody wants to read the addresses of; its references are not.
func (in *inline) isWeb() bool {
	block := article.Span{Start: in.tree.Offset, End: in.tree.Offset + len(in.tree.Source)}
	return in.doc.article.Format == article.HTML && in.doc.article.ReferenceAt(block) == 0
}

// link adds a link's text and, where addresses are wanted, its address after it, but not
// that of a citation: the reference has it.
func (in *inline) link(n ast.Node, address string, k kind) {
	first := len(in.runs)
	k.link = true
	in.children(n, k)
	if !in.doc.addresses || in.isWeb() || !strings.Contains(address, "://") || first == len(in.runs) || in.doc.cites(in.runs[first].Span) {
		return
	}
	shown := ""
	for _, r := range in.runs[first:] {
		shown += r.Text.String()
	}
	if !strings.Contains(address, shown) || shown == "" || !strings.Contains(shown, ".") {
		in.say(" <"+safe.Line(address).String()+">", in.doc.theme.Dim)
	}
}

// html adds raw HTML: a line break as such, other tags of HTML not at all, and what
// only looks like a tag as it stands.
func (in *inline) html(n *ast.RawHTML, k kind) {
	if n.Segments.Len() == 0 {
		return
	}
	first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
	raw := string(in.tree.Source[first.Start:last.Stop])
	switch name := tagName(raw); {
	case name == "sup" || name == "sub":
		in.height = heightOf(raw, name)
	case name == "br":
		in.say("\n", "")
	case name == "!" || atom.Lookup([]byte(name)) != 0:
	default:
		in.put(first.Start, last.Stop, raw, k)
	}
}

// tagName returns the name of the tag that raw is, in small letters; "!" for a
// comment, a declaration and the like.
func tagName(raw string) string {
	raw = strings.TrimLeft(raw, "</")
	if strings.HasPrefix(raw, "!") || strings.HasPrefix(raw, "?") {
		return "!"
	}
	if i := strings.IndexFunc(raw, func(r rune) bool { return !strings.ContainsRune("0123456789-", r) && (r|0x20 < 'a' || r|0x20 > 'z') }); i >= 0 {
		raw = raw[:i]
	}
	return strings.ToLower(raw)
}

// put adds shown, which stands at [start, end) of the block's source.
func (in *inline) put(start, end int, shown string, k kind) {
	l := in.doc.sheet.look(k)
	shown = in.height.set(strings.ReplaceAll(shown, "\n", " "))
	in.runs = append(in.runs, Run{
		Span: article.Span{Start: start + in.tree.Offset, End: end + in.tree.Offset}, Text: safe.New(shown), Style: l.style,
	})
}

// say adds what is no part of the article.
func (in *inline) say(s string, style Style) {
	in.runs = append(in.runs, decoration(s, style))
}

// styleMarks gives the marks of citations and notes their looks. A note's mark is
// shown as the raised number under which its text stands.
func (d *Document) styleMarks(runs []Run) []Run {
	if len(runs) == 0 {
		return runs
	}
	span := article.Span{Start: -1}
	for _, r := range runs {
		if r.Len() == 0 {
			continue
		}
		if span.Start < 0 {
			span.Start = r.Start
		}
		span.End = r.End
	}
	var looks []markLook
	for _, c := range within(d.article.Citations, span, func(c article.Citation) article.Span { return c.Span }) {
		looks = append(looks, d.citationLooks(c)...)
	}
	for _, l := range within(d.article.Links, span, func(l article.Link) article.Span { return l.Span }) {
		switch {
		case noteName(d.article.Slice(l.Span).String()) != "":
			looks = append(looks, markLook{Highlight{l.Span, d.theme.Note}, d.noteMark(l.Text)})
		case l.Kind != article.URL:
			looks = append(looks, markLook{Highlight: Highlight{l.Span, d.theme.Cross}})
		}
	}
	sort.SliceStable(looks, func(i, j int) bool { return looks[i].Start < looks[j].Start })
	return dress(runs, looks)
}

// citationLooks returns how a citation's mark is shown: as a whole or, where some of its
// numbers name nothing, such as the 9 in [1, 9], those otherwise than the others.
func (d *Document) citationLooks(c article.Citation) []markLook {
	text := d.article.Slice(c.Span).String()
	style := d.theme.Mark
	switch {
	case len(c.Candidates()) == 0:
		style = d.theme.Missing
	case len(c.Ambiguous) > 0:
		style = d.theme.Ambiguous
	}
	if noteName(text) != "" {
		return []markLook{{Highlight{c.Span, style}, c.Text}}
	}
	var looks []markLook
	add := func(start, end int, style Style) {
		if start < end {
			looks = append(looks, markLook{Highlight: Highlight{article.Span{Start: c.Start + start, End: c.Start + end}, style}})
		}
	}
	done := 0
	if len(c.Missing) > 0 && len(c.Candidates()) > 0 {
		for _, m := range sourceNumber.FindAllStringIndex(text, -1) {
			if slices.Contains(c.Missing, text[m[0]:m[1]]) {
				add(done, m[0], style)
				add(m[0], m[1], d.theme.Missing)
				done = m[1]
			}
		}
	}
	add(done, len(text), style)
	return looks
}

// A markLook is how the mark of a citation or a link is shown: in a style and, where shown is
// not empty, by another text than its own.
type markLook struct {
	Highlight
	shown safe.Text
}

// dress gives the marks in runs their looks. Both stand in the order of the text, and no
// two marks overlap.
func dress(runs []Run, looks []markLook) []Run {
	var out []Run
	replaced := -1 // where the mark begins that was replaced last
	for _, r := range runs {
		for r.Len() > 0 {
			for len(looks) > 0 && looks[0].End <= r.Start {
				looks = looks[1:]
			}
			if len(looks) == 0 || looks[0].Start >= r.End {
				break
			}
			l, rest := looks[0], Run{}
			parts := r.overlay(l.Highlight)
			if last := parts[len(parts)-1]; last.Start >= l.End {
				parts, rest = parts[:len(parts)-1], last
			}
			for _, p := range parts {
				switch {
				case l.shown.Len() == 0 || p.End <= l.Start:
					out = append(out, p)
				case replaced != l.Start:
					out = append(out, Run{Span: l.Span, Text: l.shown, Style: l.Style})
					replaced = l.Start
				}
			}
			r = rest
			if rest.Len() == 0 {
				break
			}
		}
		if r.Text.Len() > 0 {
			out = append(out, r)
		}
	}
	return out
}
