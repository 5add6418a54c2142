package hypertext

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	rendered "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"etal/internal/lazyregexp"
	"etal/internal/markdown"
)

// structural matches the tags of elements that are read as a whole, blank lines and Markdown in them
// included: those that are more than a frame around it.
var structural = lazyregexp.New(`(?i)<(/?)(table|ul|ol|menu|dir|dl|pre|blockquote|h[1-6]|a)(?:[\s/>]|$)`)

// regions returns, for each top-level block of HTML in which a structural element begins, the block in
// which it ends; its own number for all others.
func (t *translator) regions() []int {
	ends := make([]int, len(t.blocks))
	type element struct {
		name  string
		block int
	}
	var open []element
	count := map[string]int{}
	for i, b := range t.blocks {
		ends[i] = i
		text := t.body[b.Start:b.End]
		if !strings.HasPrefix(strings.TrimLeft(text, " "), "<") || !markdown.IsHTML(text) {
			continue
		}
		for _, m := range structural.FindAllStringSubmatch(text, -1) {
			name := strings.ToLower(m[2])
			if m[1] == "" {
				open = append(open, element{name, i})
				count[name]++
				continue
			}
			for count[name] > 0 {
				last := open[len(open)-1]
				open = open[:len(open)-1]
				count[last.name]--
				if last.name == name {
					ends[last.block] = max(ends[last.block], i)
					break
				}
			}
		}
	}
	return ends
}

// maxEffort is how much of a text is tried as pieces of HTML at most, in times of its length: one in
// another is tried only where that is too complex.
const maxEffort = 4

// region translates the top-level blocks from one to another as one piece of HTML, and reports whether
// it could.
func (t *translator) region(first, last int) bool {
	s := spot{start: t.blocks[first].Start, end: t.blocks[last].End, top: true}
	if t.tried += s.end - s.start; t.tried > maxEffort*len(t.body) {
		return false
	}
	if t.whole == nil {
		t.whole = markdown.NewSourceParser(t.body, t.blocks)
	}
	span := t.blocks[first]
	span.End = s.end
	tree := t.whole.Parse(span, nil)
	if tree.Flat {
		return false
	}
	t.replace(s, convert(t.render(tree, tree.Root)))
	return true
}

// render returns a node as HTML.
func (t *translator) render(tree markdown.Tree, n ast.Node) string {
	if t.renderer == nil {
		t.renderer = renderer.NewRenderer(renderer.WithNodeRenderers(
			util.Prioritized(formulae{}, 1),
			util.Prioritized(extension.NewTableHTMLRenderer(), 500),
			util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
			util.Prioritized(extension.NewDefinitionListHTMLRenderer(), 500),
			util.Prioritized(extension.NewTaskCheckBoxHTMLRenderer(), 500),
			util.Prioritized(rendered.NewRenderer(rendered.WithUnsafe()), 1000),
		))
	}
	var b bytes.Buffer
	_ = t.renderer.Render(&b, tree.Source, n) // a buffer does not fail
	return b.String()
}

// formulae writes formulae as they stand.
type formulae struct{}

func (formulae) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(markdown.KindFormula, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(html.EscapeString(n.(*markdown.Formula).TeX(source)))
		}
		return ast.WalkContinue, nil
	})
}
