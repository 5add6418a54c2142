package markdown

import (
	"html"
	"sort"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	tokens "golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// HTMLRuns returns the text of an HTML block without tags, comments and scripts, with a line for each
// block in it.
func (t Tree) HTMLRuns(n *ast.HTMLBlock) []Run {
	var raw strings.Builder
	r := htmlReader{offset: t.Offset}
	add := func(start int, value []byte) {
		r.lines = append(r.lines, htmlLine{at: raw.Len(), source: start})
		raw.Write(value)
	}
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		add(segment.Start-segment.Padding, segment.Value(t.Source))
	}
	if n.HasClosure() {
		add(n.ClosureLine.Start-n.ClosureLine.Padding, n.ClosureLine.Value(t.Source))
	}
	r.read(raw.String())
	return r.runs
}

// An htmlReader reads the text of HTML as runs.
type htmlReader struct {
	offset int        // of the block in the body
	lines  []htmlLine // its lines in the block's source
	runs   []Run
	ended  bool // whether a line ended after the last text
}

// An htmlLine is the offset of a line in the HTML, and in the block's source.
type htmlLine struct{ at, source int }

// endsLine reports whether a line ends at the tags of an element.
func endsLine(name string) bool {
	switch name {
	case "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "figcaption", "caption", "summary":
		return true
	}
	return false
}

func (r *htmlReader) read(raw string) {
	z := tokens.NewTokenizer(strings.NewReader(raw))
	hidden := ""
	for at := 0; ; {
		kind := z.Next()
		token := string(z.Raw())
		switch kind {
		case tokens.ErrorToken:
			return
		case tokens.TextToken:
			if hidden == "" {
				r.text(token, at)
			}
		case tokens.StartTagToken, tokens.SelfClosingTagToken:
			name, _ := z.TagName()
			if s := string(name); s == "script" || s == "style" {
				hidden = s
			}
			r.ended = r.ended || endsLine(string(name))
		case tokens.EndTagToken:
			name, _ := z.TagName()
			if string(name) == hidden {
				hidden = ""
			}
			r.ended = r.ended || endsLine(string(name))
		}
		at += len(token)
	}
}

// special matches a character reference, a line feed or white space that is not ASCII: text that is
// not shown as it stands.
var special = lazyregexp.New(`&#?[0-9A-Za-z]+;?|[\n\x{a0}\x{1680}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}]`)

// text adds the text at a byte of the HTML.
func (r *htmlReader) text(raw string, at int) {
	if strings.TrimFunc(raw, unicode.IsSpace) == "" {
		if r.ended {
			return
		}
	} else if r.ended {
		if len(r.runs) > 0 {
			r.runs = append(r.runs, Run{Role: Break})
		}
		r.ended = false
	}
	done := 0
	for _, m := range special.FindAllStringIndex(raw, -1) {
		r.put(raw[done:m[0]], at+done, m[0]-done)
		decoded := html.UnescapeString(raw[m[0]:m[1]])
		r.put(strings.Map(blankFor, decoded), at+m[0], m[1]-m[0])
		done = m[1]
	}
	r.put(raw[done:], at+done, len(raw)-done)
}

func blankFor(c rune) rune {
	if unicode.IsSpace(c) {
		return ' '
	}
	return c
}

// put adds the text for length bytes of the HTML, all on one line.
func (r *htmlReader) put(text string, at, length int) {
	if length == 0 {
		return
	}
	line := r.lines[sort.Search(len(r.lines), func(i int) bool { return r.lines[i].at > at })-1]
	start := r.offset + line.source + at - line.at
	r.runs = append(r.runs, Run{Piece: Piece{article.Span{Start: start, End: start + length}, safe.New(text)}})
}
