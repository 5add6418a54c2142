package render

import (
	"strings"

	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/markdown"
)

// definitionIndent is how far definitions are indented under their term, in columns.
const definitionIndent = 4

// definitions lays out terms, each above its definitions.
func (d *Document) definitions(t markdown.Tree, list *east.DefinitionList, f frame) []Line {
	indent := decoration("", "")
	inner, ok := f.in(definitionIndent, d.width)
	if ok {
		indent = decoration(strings.Repeat(" ", definitionIndent), "")
	}
	var lines []Line
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		switch n := c.(type) {
		case *east.DefinitionTerm:
			if n.PreviousSibling() != nil && n.PreviousSibling().Kind() != east.KindDefinitionTerm {
				lines = append(lines, Line{})
			}
			lines = append(lines, wrap(d.headed(d.runsOf(t, n, f.base)), d.room(f.width))...)
		case *east.DefinitionDescription:
			part := d.blocks(t, n, inner, n.IsTight)
			lines = append(lines, prefix(part, indent, indent)...)
		}
	}
	return lines
}
