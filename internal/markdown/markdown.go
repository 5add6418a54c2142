// Package markdown cuts a Markdown text into blocks and parses one block: the place
// where CommonMark's grammar, by way of goldmark, meets citations.
//
// [Cut] finds the blocks of a text, [Parser.Parse] the tree of one of them.
// CommonMark reads [12] as a link where the text defines one of that name, and
// [2](2019) as a link in any case, so a parse is told which spans are marks, and
// takes those as they stand. The package must not know what is a citation nor how
// anything is shown.
package markdown

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"etal/internal/article"
)

// A Parser parses the blocks of one text. It is safe for concurrent use.
type Parser struct {
	text  string
	links map[string]parser.Reference
	md    parser.Parser
	cut   bool // definitions were taken away
}

// NewParser returns a parser for the blocks of text. The text's link reference
// definitions, wherever they stand, hold in every block.
func NewParser(text string, blocks []article.Span) *Parser {
	p := &Parser{text: text, links: map[string]parser.Reference{}, md: newGoldmark()}
	for _, b := range blocks {
		if !mayDefine(text[b.Start:b.End]) || isBomb(text[b.Start:b.End]) {
			continue
		}
		pc := parser.NewContext()
		p.md.Parse(reader(text[b.Start:b.End]), parser.WithContext(pc))
		for _, ref := range pc.References() {
			label := util.ToLinkReference(ref.Label())
			if _, defined := p.links[label]; !defined {
				p.links[label] = ref
			}
		}
	}
	p.expand()
	return p
}

// mayDefine reports whether a block can hold a link reference definition, which
// stands at the start of a paragraph; footnotes look the same.
func mayDefine(block string) bool {
	return strings.HasPrefix(strings.TrimLeft(block, " >"), "[") && strings.Contains(block, "]:") && !footnote.MatchString(block)
}

func reader(block string) text.Reader { return text.NewReader([]byte(block)) }

func newGoldmark() parser.Parser {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Linkify))
	p := md.Parser()
	p.AddOptions(parser.WithInlineParsers(util.Prioritized(markParser{}, 1)))
	return p
}

// Defines reports whether the text has a link reference definition of that label.
func (p *Parser) Defines(label string) bool {
	_, ok := p.links[util.ToLinkReference([]byte(label))]
	return ok
}

// Tree is a parsed block. Positions in its nodes count from the block's start.
type Tree struct {
	Root   ast.Node
	Source []byte // the block's text
	Offset int    // of the block in the text
	Flat   bool   // beyond what is parsed: all of the block is plain text
}

// Parse parses one block. Marks are spans of the text, sorted, which are taken as
// plain text whatever they look like; those outside the block do not matter.
func (p *Parser) Parse(b article.Span, marks []article.Span) Tree {
	i := sort.Search(len(marks), func(i int) bool { return marks[i].Start >= b.Start })
	lengths := map[int]int{}
	for ; i < len(marks) && marks[i].End <= b.End; i++ {
		lengths[marks[i].Start-b.Start] = marks[i].End - marks[i].Start
	}
	pc := &context{Context: parser.NewContext(), links: p.links}
	pc.Set(marksKey, lengths)
	source := []byte(p.text[b.Start:b.End])
	t := Tree{Source: source, Offset: b.Start}
	if t.Flat = isBomb(p.text[b.Start:b.End]); !t.Flat {
		t.Root = p.md.Parse(text.NewReader(source), parser.WithContext(pc))
		t.Flat = pc.over
	}
	if t.Flat {
		t.Root = plainTree(source)
	}
	return t
}

var marksKey = parser.NewContextKey()

// markParser takes the marks that Parse was told of before any other inline parser
// sees them.
type markParser struct{}

func (markParser) Trigger() []byte { return []byte{'['} }

func (markParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	lengths, _ := pc.Get(marksKey).(map[int]int)
	n := lengths[segment.Start]
	if n == 0 || n > len(line) {
		return nil
	}
	block.Advance(n)
	// Not a raw one: goldmark joins the text that follows to it, escapes and all.
	return ast.NewTextSegment(text.NewSegment(segment.Start, segment.Start+n))
}

// Prose returns the spans of the text in which a citation can stand: running text,
// and neither code nor the text of a link, a URL or raw HTML. Lines of one paragraph
// are one span.
func (t Tree) Prose() []article.Span {
	var spans []article.Span
	add := func(s text.Segment) {
		b := article.Span{Start: s.Start + t.Offset, End: s.Stop + t.Offset}
		if n := len(spans); n > 0 && t.blankBetween(spans[n-1].End, b.Start) {
			spans[n-1].End = b.End
		} else {
			spans = append(spans, b)
		}
	}
	Walk(t.Root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.RawHTML, *ast.Link, *ast.AutoLink, *ast.Image, *east.TaskCheckBox:
			return false
		case *ast.Text:
			add(n.Segment)
		}
		return true
	})
	return spans
}

// blankBetween reports whether nothing but a line's end and a quote's marks stand
// between two offsets of the text.
func (t Tree) blankBetween(from, to int) bool {
	if from > to {
		return false
	}
	return strings.Trim(string(t.Source[from-t.Offset:to-t.Offset]), " \t\n>") == ""
}

// Walk calls visit for n and, where that returns true, for its children, in the
// order of the text. It does not recurse: how deep a tree is, its author decides.
func Walk(n ast.Node, visit func(ast.Node) bool) {
	root := n
	for n != nil {
		if visit(n) && n.FirstChild() != nil {
			n = n.FirstChild()
			continue
		}
		for n != root && n.NextSibling() == nil {
			n = n.Parent()
		}
		if n == root {
			return
		}
		n = n.NextSibling()
	}
}
