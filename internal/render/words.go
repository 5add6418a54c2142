package render

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/names"
	"etal/internal/safe"
)

// announce puts before the lines of a block what it is, where words are asked for and only
// eyes would see it.
func (d *Document) announce(n ast.Node, lines []Line, f frame) []Line {
	if !d.words || len(lines) == 0 {
		return lines
	}
	what := ""
	switch n := n.(type) {
	case *ast.Blockquote:
		what = "Quotation:"
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		what = "Code:"
	case *east.Table:
		what = fmt.Sprintf("Table, columns: %d, rows: %d.", len(n.Alignments), n.ChildCount()-1)
	default:
		return lines
	}
	return append(wrap([]Run{decoration(what, "")}, f.width, nil), lines...)
}

// noteMark returns how the mark of a footnote is shown, whose number is given as the text
// has it.
func (d *Document) noteMark(number safe.Text) safe.Text {
	if !d.words {
		return number
	}
	return safe.New(" (footnote " + Digits(number) + ")")
}

// noteLabel returns what stands before the text of a footnote.
func (d *Document) noteLabel(number safe.Text) string {
	if !d.words {
		return number.String() + " "
	}
	return "Footnote " + Digits(number) + ": "
}

// Digits returns a footnote's number as it is typed: 12 for ¹².
func Digits(number safe.Text) string { return names.Digits(number.String()) }

// Sentence returns what the sentence around a span of the body shows, as one line; in a
// table, that is the row.
func (d *Document) Sentence(s article.Span) safe.Text {
	if len(d.article.Blocks) > 0 {
		t := d.content.Parse(d.article.Blocks[d.article.BlockAt(s.Start)])
		for n := t.Root.FirstChild(); n != nil; n = n.NextSibling() {
			if n.Kind() == east.KindTable {
				if row, ok := d.rowAt(t, n, s.Start); ok {
					return row
				}
			}
		}
	}
	return d.Text(d.article.Sentence(s))
}

// rowAt returns the cells of the table's row that holds an offset of the body.
func (d *Document) rowAt(t markdown.Tree, table ast.Node, offset int) (row safe.Text, ok bool) {
	for r := table.FirstChild(); r != nil; r = r.NextSibling() {
		var cells []string
		holds := false
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			var text strings.Builder
			for _, run := range d.runsOf(t, c, "") {
				text.WriteString(run.Text.String())
				holds = holds || run.Contains(offset)
			}
			if text.Len() > 0 {
				cells = append(cells, text.String())
			}
		}
		if holds {
			return safe.Line(strings.Join(cells, "; ")), true
		}
	}
	return safe.Text{}, false
}
