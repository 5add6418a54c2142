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
		p.say("<h%d>", n.Level)
		p.inlines(t, n)
		p.say("</h%d>\n", n.Level)
	case *ast.Paragraph:
		p.say("<p>")
		p.inlines(t, n)
		p.say("</p>\n")
	case *ast.TextBlock:
		p.inlines(t, n)
	case *ast.Blockquote:
		p.say("<blockquote>\n")
		p.blocks(t, n)
		p.say("</blockquote>\n")
	case *ast.List:
		tag := "ul"
		if n.IsOrdered() {
			tag = "ol"
			p.say("<ol start=\"%d\">\n", n.Start)
		} else {
			p.say("<ul>\n")
		}
		p.blocks(t, n)
		p.say("</%s>\n", tag)
	case *ast.ListItem:
		p.say("<li>")
		p.blocks(t, n)
		p.say("</li>\n")
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		p.say("<pre><code>")
		lines := n.Lines()
		for i := range lines.Len() {
			line := lines.At(i)
			p.text(string(line.Value(t.Source)))
		}
		p.say("</code></pre>\n")
	case *ast.ThematicBreak:
		p.say("<hr>\n")
	case *ast.HTMLBlock:
	case *east.Table:
		p.say("<table>\n")
		p.blocks(t, n)
		p.say("</table>\n")
	case *east.TableHeader:
		p.row(t, n, "th")
	case *east.TableRow:
		p.row(t, n, "td")
	default:
		p.blocks(t, n)
	}
}

func (p *page) row(t markdown.Tree, n ast.Node, cell string) {
	p.say("<tr>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.say("<%s>", cell)
		p.inlines(t, c)
		p.say("</%s>", cell)
	}
	p.say("</tr>\n")
}
