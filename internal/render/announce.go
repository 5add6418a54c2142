package render

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/names"
	"etal/internal/safe"
)

// announce puts the name of a block before its lines, where that is asked for and only the eye
// would tell what it is.
func (d *Document) announce(n ast.Node, lines []Line, f frame) []Line {
	if !d.announces || len(lines) == 0 {
		return lines
	}
	name := ""
	switch n := n.(type) {
	case *ast.Blockquote:
		if isCallout(n) {
			return lines
		}
		name = "Quotation:"
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		name = "Code:"
	case *east.Table:
		name = fmt.Sprintf("Table, columns: %d, rows: %d.", len(n.Alignments), n.ChildCount()-1)
	default:
		return lines
	}
	return append(wrap([]Run{decoration(name, "")}, room{width: f.width}), lines...)
}

// noteMark returns the mark that is shown for a footnote with the number.
func (d *Document) noteMark(number safe.Text) safe.Text {
	if !d.announces {
		return number
	}
	return safe.New(" (footnote " + Digits(number) + ")")
}

// noteLabel returns the label before the text of the footnote with the number.
func (d *Document) noteLabel(number safe.Text) string {
	if !d.announces {
		return number.String() + " "
	}
	return "Footnote " + Digits(number) + ": "
}

// Digits returns a footnote's number in digits on the line: 12 for ¹².
func Digits(number safe.Text) string { return names.Digits(number.String()) }
