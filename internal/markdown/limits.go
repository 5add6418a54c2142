package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// MaxDepth is how deep quotes and lists are shown in each other. Deeper ones are shown at this depth.
const MaxDepth = 16

// Limits beyond which a parser takes more than linear time. A block that exceeds one is shown as
// plain text. Nothing that people wrote comes near them.
const (
	maxContainers = 500     // quotes and lists that begin in one line
	maxSigns      = 100_000 // signs that may begin or end something, line feeds among them
	maxOpen       = 1000    // signs of emphasis that are not closed yet
	maxIndent     = 300     // columns before the text of a line in a list
	maxOpenLinks  = 100     // "](" without a ")"
	maxEnclosed   = 100     // pairs of brackets around a byte, on the average of a block
	maxPadded     = 20_000  // cells that are added to the rows of tables
	maxSought     = 100_000 // signs of emphasis that are compared with one that may close them
)

// IsTooComplex reports whether a block exceeds the limits of the parser, so that it is shown as plain
// text.
func IsTooComplex(block string) bool {
	if fenceOpen.MatchString(firstLine(block)) { // code, in which nothing is nested
		return false
	}
	signs := 0
	for _, sign := range []string{"*", "_", "~", "[", "`", "<", "&", "|", `\`, "\n"} {
		signs += strings.Count(block, sign)
	}
	if signs > maxSigns {
		return true
	}
	if strings.Count(block, "](")-strings.Count(block, ")") > maxOpenLinks || enclosed(block) > maxEnclosed*(len(block)+1000) || padded(block) > maxPadded {
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

func firstLine(block string) string {
	line, _, _ := strings.Cut(block, "\n")
	return line
}

// containers returns the number of quotes and items that a line begins.
func containers(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '>':
			n++
		case c >= '0' && c <= '9':
		case (c == '-' || c == '+' || c == '*' || c == '.' || c == ')') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			n++
		case c != ' ' && c != '\t':
			return n
		}
	}
	return n
}

// enclosed returns the sum of the bytes between each pair of brackets, which a parser scans at each
// closing one.
func enclosed(block string) int {
	var open []int
	sum := 0
	for i := 0; i < len(block); i++ {
		switch block[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case ']':
			if n := len(open); n > 0 {
				sum += i - open[n-1]
				open = open[:n-1]
			}
		}
	}
	return sum
}

// padded returns how many cells a parser adds to the rows of tables that are shorter than the head.
func padded(block string) int {
	columns, sum := 0, 0
	for line := range strings.Lines(block) {
		switch bare := strings.Trim(line, " \t\n>|"); {
		case bare == "":
			columns = 0
		case strings.ContainsAny(line, "|") && strings.Trim(bare, "-:| \t") == "":
			columns = strings.Count(bare, "|") + 1
		case columns > 0:
			sum += max(columns-strings.Count(line, "|"), 0)
		}
	}
	return sum
}

// A context is goldmark's with the definitions of the whole text and a limit to the time for the
// emphasis in a paragraph: for each sign that may close one, goldmark looks back over all open ones.
type context struct {
	parser.Context
	links  map[string]parser.Reference
	open   []run
	sought int  // signs compared
	over   bool // whether a limit is exceeded
}

// A run is a sign of emphasis that is open, and how many of its letters.
type run struct {
	*parser.Delimiter
	left int
}

func (c *context) Reference(label string) (parser.Reference, bool) {
	if ref, ok := c.links[label]; ok {
		return ref, true
	}
	return c.Context.Reference(label)
}

// PushDelimiter keeps a sign for the end of the paragraph, when goldmark finds emphasis. It
// simulates that to count the comparisons, and beyond the limit keeps no more signs.
func (c *context) PushDelimiter(d *parser.Delimiter) {
	if c.over {
		return
	}
	c.Context.PushDelimiter(d)
	closer := run{d, d.Length}
	for i := len(c.open) - 1; i >= 0 && d.CanClose && closer.left > 0; i-- {
		c.sought++
		opener := &c.open[i]
		if !opener.Processor.CanOpenCloser(opener.Delimiter, d) || opener.CalcComsumption(d) == 0 {
			continue
		}
		n := min(opener.left, closer.left)
		opener.left -= n
		closer.left -= n
		c.open = c.open[:i+1]
		if opener.left == 0 {
			c.open = c.open[:i]
		}
	}
	if d.CanOpen && closer.left > 0 {
		c.open = append(c.open, closer)
	}
	c.over = c.sought > maxSought || len(c.open) > maxOpen
}

// ClearDelimiters removes the signs after bottom, which is nil at the end of a paragraph.
func (c *context) ClearDelimiters(bottom ast.Node) {
	c.Context.ClearDelimiters(bottom)
	if bottom == nil {
		c.open = c.open[:0]
	}
}

// maxPlain is the length of the longest paragraph of plain text, in bytes.
const maxPlain = 64 << 10

// plainTree returns a block as paragraphs of plain text. Escapes and character references are still
// decoded, as text of other formats was written with them.
func plainTree(source []byte) ast.Node {
	root := ast.NewDocument()
	for start := 0; start < len(source); {
		end := min(start+maxPlain, len(source))
		if end < len(source) {
			if i := bytes.LastIndexAny(source[start:end], "\n "); i > 0 {
				end = start + i + 1
			}
			for range utf8.UTFMax - 1 { // to the first byte of a letter
				if !utf8.RuneStart(source[end]) {
					end--
				}
			}
		}
		p := ast.NewParagraph()
		p.AppendChild(p, ast.NewTextSegment(text.NewSegment(start, end)))
		root.AppendChild(root, p)
		start = end
	}
	return root
}

// Depth returns how deep quotes and lists are nested in the block.
func (t Tree) Depth() int {
	deepest, depth := 0, 0
	_ = ast.Walk(t.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		switch n.(type) {
		case *ast.List, *ast.Blockquote:
			if depth++; !entering {
				depth -= 2
			}
			deepest = max(deepest, depth)
		}
		return ast.WalkContinue, nil
	})
	return deepest
}
