package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// Text returns the text of a span of the body as one line, as it is shown but without styles.
func (d *Document) Text(span article.Span) safe.Text {
	t := d.content.Parse(span)
	var b strings.Builder
	for n := t.Root.FirstChild(); n != nil; n = n.NextSibling() {
		for _, r := range d.runsOf(t, n, "") {
			b.WriteString(r.Text.String())
		}
		b.WriteByte(' ')
	}
	return safe.Line(b.String())
}

// Sentence returns the text of the sentence around a span of the body as one line. In a table
// that is the row.
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

// rowAt returns the text of the table's row that contains an offset of the body, and reports
// whether one does.
func (d *Document) rowAt(t markdown.Tree, table ast.Node, offset int) (row safe.Text, ok bool) {
	for r := table.FirstChild(); r != nil; r = r.NextSibling() {
		var cells []string
		found := false
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			var text strings.Builder
			for _, run := range d.runsOf(t, c, "") {
				text.WriteString(run.Text.String())
				found = found || run.Contains(offset)
			}
			if text.Len() > 0 {
				cells = append(cells, text.String())
			}
		}
		if found {
			return safe.Line(strings.Join(cells, "; ")), true
		}
	}
	return safe.Text{}, false
}
