package htmlpage

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/markdown"
)

// blocks writes the block nodes under n.
func (p *page) blocks(t markdown.Tree, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.node(t, c)
	}
}

func (p *page) node(t markdown.Tree, n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		p.printf("<h%d>", n.Level)
		p.inlines(t, n)
		p.printf("</h%d>\n", n.Level)
	case *ast.Paragraph:
		p.printf("<p>")
		p.inlines(t, n)
		p.printf("</p>\n")
	case *ast.TextBlock:
		p.inlines(t, n)
	case *ast.Blockquote:
		p.printf("<blockquote>\n")
		p.blocks(t, n)
		p.printf("</blockquote>\n")
	case *markdown.CalloutTitle:
		p.printf("<p><strong>")
		p.text(t.Name(n).Text.String())
		p.inlines(t, n)
		p.printf("</strong></p>\n")
	case *east.DefinitionList:
		p.printf("<dl>\n")
		p.blocks(t, n)
		p.printf("</dl>\n")
	case *east.DefinitionTerm:
		p.printf("<dt>")
		p.inlines(t, n)
		p.printf("</dt>\n")
	case *east.DefinitionDescription:
		p.printf("<dd>")
		p.blocks(t, n)
		p.printf("</dd>\n")
	case *ast.List:
		tag := "ul"
		if n.IsOrdered() {
			tag = "ol"
			p.printf("<ol start=\"%d\">\n", n.Start)
		} else {
			p.printf("<ul>\n")
		}
		p.blocks(t, n)
		p.printf("</%s>\n", tag)
	case *ast.ListItem:
		p.printf("<li>")
		p.blocks(t, n)
		p.printf("</li>\n")
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		p.printf("<pre><code>")
		lines := n.Lines()
		for i := range lines.Len() {
			line := lines.At(i)
			p.text(string(line.Value(t.Source)))
		}
		p.printf("</code></pre>\n")
	case *ast.ThematicBreak:
		p.printf("<hr>\n")
	case *east.Table:
		p.printf("<table>\n")
		p.blocks(t, n)
		p.printf("</table>\n")
	case *east.TableHeader:
		p.row(t, n, "th")
	case *east.TableRow:
		p.row(t, n, "td")
	default:
		p.blocks(t, n)
	}
}

func (p *page) row(t markdown.Tree, n ast.Node, cell string) {
	p.printf("<tr>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.printf("<%s>", cell)
		p.inlines(t, c)
		p.printf("</%s>", cell)
	}
	p.printf("</tr>\n")
}
