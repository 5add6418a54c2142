// Package markdown cuts a Markdown text into blocks and parses one block, by way of goldmark.
//
// [Cut] finds the blocks of a text, [Parser.Parse] the tree of one of them. CommonMark reads [12] as
// a link if the text defines that label, and [2](2019) in any case, so the parser is told which
// spans are marks of citations, and takes those as plain text. The package must not know what a
// citation is, nor how anything is shown.
package markdown

import (
	"slices"
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
	text      string
	links     map[string]parser.Reference
	md        parser.Parser
	truncated bool // whether definitions were dropped
}

// NewParser returns a parser for the blocks of text, which has no blocks of HTML: their lines are
// prose. The link reference definitions of all blocks apply in each.
func NewParser(text string, blocks []article.Span) *Parser {
	return newParser(text, blocks, newGoldmark(false))
}

// NewSourceParser returns a parser for the blocks of a text as it was written, with those of HTML.
func NewSourceParser(text string, blocks []article.Span) *Parser {
	return newParser(text, blocks, newGoldmark(true))
}

func newParser(text string, blocks []article.Span, md parser.Parser) *Parser {
	p := &Parser{text: text, links: map[string]parser.Reference{}, md: md}
	for _, b := range blocks {
		if !mayDefine(text[b.Start:b.End]) || IsTooComplex(text[b.Start:b.End]) {
			continue
		}
		pc := parser.NewContext()
		p.md.Parse(reader(text[b.Start:b.End]), parser.WithContext(pc))
		for _, ref := range pc.References() {
			label := util.ToLinkReference(ref.Label())
			if _, defined := p.links[label]; !defined {
				p.links[label] = parser.NewReference(ref.Label(), ref.Destination(), ref.Title()) // without the block's tree
			}
		}
	}
	p.limitExpansion()
	return p
}

// mayDefine reports whether a block may contain a link reference definition, which is at the start
// of a paragraph. Footnotes, which look the same, do not.
func mayDefine(block string) bool {
	return strings.HasPrefix(strings.TrimLeft(block, " >"), "[") && strings.Contains(block, "]:") && !footnote.MatchString(block)
}

func reader(block string) text.Reader { return text.NewReader([]byte(block)) }

func newGoldmark(html bool) parser.Parser {
	blocks := parser.DefaultBlockParsers()
	if !html {
		blocks = slices.DeleteFunc(blocks, func(b util.PrioritizedValue) bool { return b.Value == parser.NewHTMLBlockParser() })
	}
	p := parser.NewParser(parser.WithBlockParsers(blocks...), parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))
	goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify))
	p.AddOptions(
		parser.WithInlineParsers(util.Prioritized(markParser{}, 1), util.Prioritized(formulaParser{}, 2), util.Prioritized(emphasisParser{}, 3), util.Prioritized(taskParser{}, 4)),
		parser.WithBlockParsers(
			util.Prioritized(noteBodyParser{}, 0), util.Prioritized(formulaBlockParser{}, 1),
			util.Prioritized(extension.NewDefinitionListParser(), 101), util.Prioritized(extension.NewDefinitionDescriptionParser(), 102)),
		parser.WithParagraphTransformers(util.Prioritized(calloutParser{}, 1)),
	)
	return p
}

// Defines reports whether the text has a link reference definition with the label.
func (p *Parser) Defines(label string) bool {
	_, ok := p.links[util.ToLinkReference([]byte(label))]
	return ok
}

// A Tree is a parsed block. Positions in its nodes count from the block's start.
type Tree struct {
	Root   ast.Node
	Source []byte // the block's text
	Offset int    // of the block in the text
	Flat   bool   // whether the block is too complex, and all of it plain text
}

// Parse parses one block. Marks are sorted spans of the text that are plain text whatever they look
// like; those outside the block are ignored.
func (p *Parser) Parse(b article.Span, marks []article.Span) Tree {
	i := sort.Search(len(marks), func(i int) bool { return marks[i].Start >= b.Start })
	var lengths map[int]int // nil in most blocks
	for ; i < len(marks) && marks[i].End <= b.End; i++ {
		if lengths == nil {
			lengths = map[int]int{}
		}
		lengths[marks[i].Start-b.Start] = marks[i].End - marks[i].Start
	}
	pc := &context{Context: parser.NewContext(), links: p.links}
	pc.Set(marksKey, lengths)
	if behindLabel(p.text, b.Start) {
		pc.Set(noteKey, true)
	}
	source := []byte(p.text[b.Start:b.End])
	t := Tree{Source: source, Offset: b.Start}
	if t.Flat = IsTooComplex(p.text[b.Start:b.End]); !t.Flat {
		t.Root = p.md.Parse(text.NewReader(source), parser.WithContext(pc))
		t.Flat = pc.over
	}
	if t.Flat {
		t.Root = plainTree(source)
	}
	return t
}

var marksKey = parser.NewContextKey()

// A markParser parses the marks given to Parse as text, before any other inline parser.
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

// Prose returns the spans of the text in which citations are looked for: running text without code,
// formulae, links, URLs and HTML. The lines of one paragraph are one span.
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
		case *ast.CodeSpan, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.RawHTML, *ast.Link, *ast.AutoLink, *ast.Image, *east.TaskCheckBox:
			return false
		case *ast.Text:
			add(n.Segment)
		}
		return true
	})
	return spans
}

// blankBetween reports whether only white space and the marks of quotes are between two offsets of
// the text.
func (t Tree) blankBetween(from, to int) bool {
	if from > to {
		return false
	}
	return strings.Trim(string(t.Source[from-t.Offset:to-t.Offset]), " \t\n>") == ""
}

// Walk calls visit for n and, if that returns true, for the nodes under it, in the order of the
// text. It does not recurse, as a tree may be of any depth.
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
