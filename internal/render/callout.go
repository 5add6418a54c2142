package render

import (
	"github.com/yuin/goldmark/ast"

	"etal/internal/markdown"
)

// calloutTitle returns the title of a callout: what kind it is and, where the author gave it one, a
// title of its own.
func (d *Document) calloutTitle(t markdown.Tree, n *markdown.CalloutTitle) []Run {
	name := t.Name(n)
	return d.headed(append([]Run{{Span: name.Span, Text: name.Text}}, d.runsOf(t, n, ">")...))
}

// headed returns runs in the style of headings of columns.
func (d *Document) headed(runs []Run) []Run {
	for i := range runs {
		runs[i].Style = d.theme.Head.On(runs[i].Style)
	}
	return runs
}

// isCallout reports whether a quote is a callout.
func isCallout(quote *ast.Blockquote) bool {
	_, ok := quote.FirstChild().(*markdown.CalloutTitle)
	return ok
}
