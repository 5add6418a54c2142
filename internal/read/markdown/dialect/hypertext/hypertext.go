// Package hypertext translates the HTML in a Markdown text to Markdown: blocks by way of the reader of
// web pages, tags amid prose one by one.
//
// No word is lost: a mere mention of a tag is text. The package must not know what is cited in a
// text, nor of other dialects.
package hypertext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// An Edit replaces a span with a text, and names the place where it begins.
type Edit struct {
	article.Span
	Text  string
	Names []string
}

// Edits returns the edits that translate the HTML in a text, and notices of losses. Only sub, sup, mark
// and br remain: Markdown has no form for them, and every output format knows them.
func Edits(body string) (edits []Edit, notices []safe.Text) {
	t := &translator{body: body, blocks: markdown.Cut(body), parser: markdown.NewSourceParser(body, nil)}
	ends := t.regions()
	for i := 0; i < len(t.blocks); i++ {
		b := t.blocks[i]
		switch {
		case !mayHaveTag(body[b.Start:b.End]):
		case ends[i] > i && t.region(i, ends[i]):
			i = ends[i]
		case refsDiv.MatchString(body[b.Start:b.End]) && i+1 < len(t.blocks) && divEnd.MatchString(body[t.blocks[i+1].Start:t.blocks[i+1].End]):
			i++
			t.edit(b.Start, t.blocks[i].End, ListDiv)
		case emptyRefs.MatchString(body[b.Start:b.End]):
			t.edit(b.Start, b.End, ListDiv)
		default:
			t.block(b)
		}
	}
	return t.edits, t.notices
}

// ListDiv stays in a text as it is: the place of the list of the works that are cited by keys.
const ListDiv = `<div id="refs"></div>`

var (
	refsDiv   = lazyregexp.New(`^ {0,3}<div[^<>]*\sid=["']?refs\b["']?[^<>]*>\s*$`)
	divEnd    = lazyregexp.New(`^ {0,3}</div>\s*$`)
	emptyRefs = lazyregexp.New(`^ {0,3}<div[^<>]*\sid=["']?refs\b["']?[^<>]*>\s*</div>\s*$`)
)

// mayHaveTag reports whether a sign that begins a tag is in a text.
func mayHaveTag(s string) bool {
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 == len(s) {
			return false
		}
		if c := s[i+1]; c|0x20 >= 'a' && c|0x20 <= 'z' || c == '/' || c == '!' || c == '?' {
			return true
		}
		s = s[i+1:]
	}
}

// A translator gathers the edits of a text.
type translator struct {
	body    string
	blocks  []article.Span
	parser  *markdown.Parser
	whole   *markdown.Parser // with the link definitions of all blocks; made when it is needed
	edits   []Edit
	notices []safe.Text

	renderer renderer.Renderer // made when it is needed
	tried    int               // bytes of pieces of HTML
}

// block translates what is in a top-level block.
func (t *translator) block(b article.Span) {
	tree := t.parser.Parse(b, nil)
	if tree.Flat {
		return
	}
	markdown.Walk(tree.Root, func(n ast.Node) bool {
		switch {
		case n.Kind() == ast.KindHTMLBlock:
			t.htmlBlock(tree, n.(*ast.HTMLBlock))
		case n.Type() == ast.TypeBlock && n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline:
			t.inlines(tree, n)
		default:
			return true
		}
		return false
	})
}

func (t *translator) edit(start, end int, text string, names ...string) {
	t.edits = append(t.edits, Edit{article.Span{Start: start, End: end}, text, names})
}
