package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// What nobody writes and what takes a parser long: a block beyond these bounds is shown as
// the plain text that it is.
const (
	maxContainers = 500 // quotes and lists that begin in one line
	maxIndent     = 300 // columns before the text of a line in a list
	maxOpenLinks  = 100 // "](" without a ")"
)

// isBomb reports whether a block is nested deeper than anything that is meant to be read.
func isBomb(block string) bool {
	if strings.Count(block, "](")-strings.Count(block, ")") > maxOpenLinks {
		return true
	}
	item := IsItem(block)
	for line := range strings.Lines(block) {
		if item && columns(line) > maxIndent || containers(line) > maxContainers {
			return true
		}
	}
	return false
}

// containers returns how many signs for a quote or an item a line begins with.
func containers(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '>':
			n++
		case (c == '-' || c == '+' || c == '*') && i+1 < len(line) && line[i+1] == ' ':
			n++
		case c != ' ' && c != '\t':
			return n
		}
	}
	return n
}

// plainTree returns a block as one paragraph of plain text.
func plainTree(source []byte) ast.Node {
	root, p := ast.NewDocument(), ast.NewParagraph()
	root.AppendChild(root, p)
	start := 0
	for line := range strings.Lines(string(source)) {
		end := start + len(strings.TrimRight(line, "\n"))
		t := ast.NewRawTextSegment(text.NewSegment(start, end))
		t.SetSoftLineBreak(end < len(source))
		p.AppendChild(p, t)
		start += len(line)
	}
	return root
}
