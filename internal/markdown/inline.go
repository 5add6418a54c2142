package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html/atom"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// A Run is a piece of inline text in one style as it is shown, or one of the other roles. Its span is
// in the whole text, and empty if Role is not Text.
type Run struct {
	Piece
	URL string // of a LinkEnd
	Style
	Role Role
}

// A Style is the style of a text.
type Style struct{ Strong, Emph, Strike, Mark, Code, Link bool }

// A Role tells text from the places between texts where something else is shown.
type Role uint8

// The roles of a run.
const (
	Text Role = iota
	Break
	ImageStart // the image's description follows
	ImageEnd
	LinkStart
	LinkEnd
)

// Runs returns the inline text under n as it is shown: escapes and character references are
// resolved, superscripts and subscripts are set in Unicode's letters, and HTML's tags are gone.
func (t Tree) Runs(n ast.Node) []Run {
	in := inline{tree: t}
	in.children(n, Style{})
	return in.runs
}

// An inline reads inline nodes as runs.
type inline struct {
	tree   Tree
	height height // of the text, set by tags of HTML
	marked bool   // whether the text is, also by tags
	runs   []Run
}

func (in *inline) children(n ast.Node, s Style) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.node(c, s)
	}
}

func (in *inline) node(n ast.Node, s Style) {
	switch n := n.(type) {
	case *ast.Text:
		in.text(n, s)
	case *ast.Emphasis:
		s.Strong = s.Strong || n.Level > 1
		s.Emph = s.Emph || n.Level == 1
		in.children(n, s)
	case *east.Strikethrough:
		if isSubscript(in.tree, n) {
			in.at(lowered, func() { in.children(n, s) })
			return
		}
		s.Strike = true
		in.children(n, s)
	case *ast.CodeSpan:
		s.Code = true
		in.children(n, s)
	case *ast.Link:
		s.Link = true
		in.add(Run{Role: LinkStart})
		in.children(n, s)
		in.add(Run{Role: LinkEnd, URL: string(n.Destination)})
	case *ast.AutoLink:
		s.Link = true
		span := in.tree.Label(n)
		in.put(span.Start, span.End, string(in.tree.Source[span.Start:span.End]), s)
	case *ast.Image:
		in.add(Run{Role: ImageStart})
		in.children(n, s)
		in.add(Run{Role: ImageEnd})
	case *ast.RawHTML:
		in.html(n, s)
	case *Formula:
		in.formula(n, s)
	case *east.TaskCheckBox: // the label of its item
	default:
		in.children(n, s)
	}
}

func (in *inline) add(r Run) { in.runs = append(in.runs, r) }

// put adds the text for the bytes [start, end) of the block's source.
func (in *inline) put(start, end int, text string, s Style) {
	text = in.height.apply(strings.ReplaceAll(text, "\n", " "))
	s.Mark = in.marked
	in.add(Run{Piece: Piece{article.Span{Start: start + in.tree.Offset, End: end + in.tree.Offset}, safe.New(text)}, Style: s})
}

func (in *inline) text(n *ast.Text, s Style) {
	raw := string(n.Segment.Value(in.tree.Source))
	at := n.Segment.Start
	if s.Code || n.IsRaw() {
		in.put(at, n.Segment.Stop, raw, s)
	} else {
		in.decoded(at, raw, s)
	}
	switch {
	case n.HardLineBreak():
		in.add(Run{Role: Break})
	case n.SoftLineBreak() && !in.tree.IsUnspacedBreak(n):
		in.put(n.Segment.Stop, n.Segment.Stop+1, " ", s)
	}
}

// IsUnspacedBreak reports whether a line ends amid Chinese or Japanese, so that no blank belongs there.
func (t Tree) IsUnspacedBreak(n *ast.Text) bool {
	before, _ := utf8.DecodeLastRune(n.Segment.Value(t.Source))
	if !isUnspaced(before) {
		return false
	}
	after, _ := utf8.DecodeRune(bytes.TrimLeft(t.Source[n.Segment.Stop:], "\n >\t"))
	return isUnspaced(after)
}

// formula adds a formula in Unicode; one that is displayed on lines of its own.
func (in *inline) formula(n *Formula, s Style) {
	start, end := n.Segments[0].Start, n.Segments[len(n.Segments)-1].Stop
	if n.Displayed && n.PreviousSibling() != nil {
		in.add(Run{Role: Break})
	}
	for i, line := range n.Unicode(in.tree.Source) {
		if i > 0 {
			in.add(Run{Role: Break})
			start = end // all that is left of the source
		}
		in.put(start, end, line, s)
	}
	if n.Displayed && n.NextSibling() != nil {
		in.add(Run{Role: Break})
	}
}

// caret matches a superscript of Pandoc's Markdown: x^2^, animals^3,4^.
var caret = lazyregexp.New(`\^([^\s^\[\]]{1,30})\^`)

// decoded adds text with its escapes, character references and superscripts decoded.
func (in *inline) decoded(at int, raw string, s Style) {
	put := func(from, to int) {
		for _, p := range Decode(raw[from:to]) {
			in.put(at+from+p.Start, at+from+p.End, p.Text.String(), s)
		}
	}
	done := 0
	if strings.IndexByte(raw, '^') >= 0 {
		for _, m := range caret.FindAllStringSubmatchIndex(raw, -1) {
			if m[0] > 0 && raw[m[0]-1] == '\\' {
				continue
			}
			put(done, m[0])
			in.at(raised, func() { put(m[2], m[3]) })
			done = m[1]
		}
	}
	put(done, len(raw))
}

// at calls add while text is at a height.
func (in *inline) at(h height, add func()) {
	before := in.height
	in.height = h
	add()
	in.height = before
}

// isSubscript reports whether text between single tildes is a subscript of Pandoc's Markdown, as in
// H~2~O: it follows a word and has no blank. Otherwise it is struck out.
func isSubscript(t Tree, n ast.Node) bool {
	text, ok := n.FirstChild().(*ast.Text)
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

// html applies the tags of HTML that set a height, mark text or break a line, drops other tags, and adds text
// that merely looks like a tag.
func (in *inline) html(n *ast.RawHTML, s Style) {
	switch tag := in.tree.Tag(n); {
	case tag.Name == "sup" || tag.Name == "sub":
		in.height = tag.height()
	case tag.Name == "mark":
		in.marked = !tag.End
	case tag.Name == "br":
		in.add(Run{Role: Break})
	case tag.Name == "" || atom.Lookup([]byte(tag.Name)) != 0:
	default:
		span := in.tree.rawSpan(n)
		in.put(span.Start, span.End, string(in.tree.Source[span.Start:span.End]), s)
	}
}

// A Tag is a tag of HTML in a line of text.
type Tag struct {
	Name string // in lower case; empty for a comment, a declaration or the like
	End  bool   // whether it is an end tag
}

// Tag returns the tag that a node is.
func (t Tree) Tag(n *ast.RawHTML) Tag {
	span := t.rawSpan(n)
	name, end := bytes.CutPrefix(t.Source[span.Start+len("<"):span.End], []byte("/"))
	isName := func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '-' }
	rest := bytes.TrimLeftFunc(name, isName)
	return Tag{strings.ToLower(string(name[:len(name)-len(rest)])), end}
}

// rawSpan returns the span of HTML in the block's source.
func (t Tree) rawSpan(n *ast.RawHTML) article.Span {
	return article.Span{Start: n.Segments.At(0).Start, End: n.Segments.At(n.Segments.Len() - 1).Stop}
}
