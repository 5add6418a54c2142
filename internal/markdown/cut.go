package markdown

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// Cut cuts a Markdown text into top-level blocks, each of which can be parsed and rendered by
// itself, without the line feeds and blank lines around them. It scans the lines once and builds no
// tree, so it takes little time beside parsing.
//
// The items of a top-level list are blocks of their own, so that a reference list of any length is
// rendered entry by entry; so are link reference definitions and footnotes.
func Cut(text string) []article.Span {
	c := cutter{text: text}
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		c.line(start, end)
		start = end + 1
	}
	c.close()
	return c.blocks
}

// A kind is the kind of block that the cutter is in, which decides what ends it.
type kind int

const (
	none        kind = iota
	paragraph        // or a table: ends at a blank line or a block that may interrupt it
	quote            // ends at a blank line
	item             // of a list, or a footnote: continues after a blank line while indented
	fence            // ends at its closing fence
	htmlBlock        // a comment, script or the like: ends at its end marker
	htmlLines        // other HTML: ends at a blank line
	code             // indented code
	formula          // displayed: ends at its end sign
	definitions      // of a term: continue after a blank line while indented or beginning with a colon
)

type cutter struct {
	text   string
	blocks []article.Span
	kind   kind
	block  article.Span // the block being read
	indent int          // columns that continue an item
	closer string       // the fence or marker that ends the block
	blank  bool         // whether a blank line followed the block's last line
	term   bool         // whether the last block is a paragraph, after which there was a blank line only
}

var (
	listItem   = lazyregexp.New(`^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)`)
	definition = lazyregexp.New(`^ {0,3}\[[^\]\n]+\]:`)
	footnote   = lazyregexp.New(`^ {0,3}\[\^[^\]\s]+\]:`)
	heading    = lazyregexp.New(`^ {0,3}#{1,6}(?:[ \t]|$)`)
	thematic   = lazyregexp.New(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	underline  = lazyregexp.New(`^ {0,3}(?:=+|-+)[ \t]*$`)
	fenceOpen  = lazyregexp.New("^ {0,3}(`{3,}|~{3,})([^\n]*)$")
)

// htmlEnds lists the starts of HTML blocks that a blank line does not end, with their ends:
// https://spec.commonmark.org/0.31.2/#html-blocks, conditions 1 to 5.
var htmlEnds = []struct{ start, end string }{
	{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"},
	{"<script", "</script>"}, {"<pre", "</pre>"}, {"<style", "</style>"}, {"<textarea", "</textarea>"},
}

func (c *cutter) line(start, end int) {
	line := c.text[start:end]
	switch {
	case c.kind == fence:
		c.extend(end)
		if closesFence(line, c.closer) {
			c.close()
		}
	case c.kind == formula:
		c.extend(end)
		if strings.Contains(line, c.closer) {
			c.close()
		}
	case c.kind == htmlBlock:
		c.extend(end)
		if strings.Contains(strings.ToLower(line), c.closer) {
			c.close()
		}
	case strings.TrimSpace(line) == "":
		c.blank = true
		if c.kind != item && c.kind != definitions {
			term := c.kind == paragraph
			c.close()
			c.term = term
		}
	case c.kind == htmlLines:
		c.extend(end)
	case startsDefinition(line) && (c.kind == paragraph || c.kind == definitions || c.kind == none && c.term):
		if c.kind == none {
			c.block, c.blocks = c.blocks[len(c.blocks)-1], c.blocks[:len(c.blocks)-1]
		}
		c.kind = definitions
		c.extend(end)
	case c.kind != item && c.kind != code && startsFormula(line) && displayedFormula(c.text[start:]) != "":
		c.close()
		c.open(line, start, end)
	case c.continues(line):
		c.extend(end)
	default:
		c.close()
		c.open(line, start, end)
	}
}

// continues reports whether a line that is not blank belongs to the open block.
func (c *cutter) continues(line string) bool {
	switch c.kind {
	case item:
		if columns(line) >= c.indent {
			return true
		}
		return !c.blank && !interrupts(line) && !listItem.MatchString(line) && !definition.MatchString(line)
	case paragraph:
		if underline.MatchString(line) {
			return true
		}
		return !interrupts(line) && !startsList(line)
	case quote:
		return strings.HasPrefix(strings.TrimLeft(line, " "), ">") || !interrupts(line) && !listItem.MatchString(line)
	case code:
		return columns(line) >= 4
	case definitions:
		return columns(line) >= 2 || !c.blank && !interrupts(line) && !startsList(line)
	}
	return false
}

// interrupts reports whether the line ends a paragraph without a blank line between them.
func interrupts(line string) bool {
	return heading.MatchString(line) || thematic.MatchString(line) || fenceOpen.MatchString(line) ||
		strings.HasPrefix(strings.TrimLeft(line, " "), ">") && columns(line) < 4 || htmlEnd(line) != "" || startsHTML(line)
}

// startsList reports whether the line starts a list that may interrupt a paragraph: one with text
// and, if it is numbered, from 1.
func startsList(line string) bool {
	marker := listItem.FindString(line)
	if marker == "" || strings.TrimSpace(line[len(marker):]) == "" {
		return false
	}
	number := strings.TrimRight(strings.TrimSpace(marker), ".)")
	return number == "1" || strings.ContainsAny(number, "-+*")
}

// open opens the block that the line begins.
func (c *cutter) open(line string, start, end int) {
	c.block, c.blank, c.term = article.Span{Start: start, End: end}, false, false
	switch {
	case fenceOpen.MatchString(line):
		open := fenceOpen.FindStringSubmatch(line)
		c.kind, c.closer = fence, open[1]
		if open[1][0] == '`' && strings.Contains(open[2], "`") {
			c.kind = paragraph
		}
	case heading.MatchString(line) || thematic.MatchString(line):
		c.kind = paragraph
		c.close()
	case htmlEnd(line) != "":
		c.kind, c.closer = htmlBlock, htmlEnd(line)
		if strings.Contains(strings.ToLower(line[1:]), c.closer) {
			c.close()
		}
	case startsHTML(line) || isTagLine(line):
		c.kind = htmlLines
	case startsFormula(line) && displayedFormula(c.text[start:]) != "":
		line = strings.TrimLeft(line, " ")
		sign, length := closing(line)
		c.kind, c.closer = formula, sign
		if strings.Contains(line[length:], sign) {
			c.close()
		}
	case columns(line) >= 4:
		c.kind = code
	case strings.HasPrefix(strings.TrimLeft(line, " "), ">"):
		c.kind = quote
	case footnote.MatchString(line):
		c.kind, c.indent = item, 2
	case definition.MatchString(line):
		c.kind, c.indent = item, 2
	case listItem.MatchString(line):
		c.kind, c.indent = item, contentColumn(line)
	default:
		c.kind = paragraph
	}
}

// startsDefinition reports whether a line begins with a colon, as the definition of a term does
// (https://michelf.ca/projects/php-markdown/extra/#def-list).
func startsDefinition(line string) bool {
	s := strings.TrimLeft(line, " ")
	return len(s) > 2 && s[0] == ':' && (s[1] == ' ' || s[1] == '\t') && len(line)-len(s) < 4 && strings.TrimSpace(s[1:]) != ""
}

// startsFormula reports whether a line may begin a displayed formula.
func startsFormula(line string) bool {
	s := strings.TrimLeft(line, " ")
	return len(line)-len(s) < 4 && (strings.HasPrefix(s, "$$") || strings.HasPrefix(s, `\[`) || strings.HasPrefix(s, `\begin{`))
}

func (c *cutter) extend(end int) { c.block.End, c.blank = end, false }

func (c *cutter) close() {
	if c.kind != none {
		c.blocks = append(c.blocks, c.block)
	}
	c.kind, c.blank = none, false
}

// htmlEnd returns the end of the HTML block that the line starts, or "".
func htmlEnd(line string) string {
	if columns(line) >= 4 {
		return ""
	}
	line = strings.TrimLeft(line, " ")
	if !strings.HasPrefix(line, "<") {
		return ""
	}
	lower := strings.ToLower(line[:min(len(line), 12)])
	for _, h := range htmlEnds {
		if strings.HasPrefix(lower, strings.ToLower(h.start)) {
			return strings.ToLower(h.end)
		}
	}
	return ""
}

// blockTag and tagLine match the lines that begin the HTML which a blank line ends: with the tag of a
// block, which may follow a paragraph, or with nothing but one tag. They are conditions 6 and 7 of
// the same list.
var (
	blockTag = lazyregexp.New(`(?i)^ {0,3}</?(?:article|aside|address|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?: |/?>|$)`)
	tagLine  = lazyregexp.New(`^ {0,3}<(?:/[A-Za-z][A-Za-z0-9-]*|[A-Za-z][A-Za-z0-9-]*(?:[ \t]+[A-Za-z_:][A-Za-z0-9:._-]*(?:[ \t]*=[ \t]*(?:[^"'=<>` + "`" + `\x00-\x20]+|'[^']*'|"[^"]*"))?)*)[ \t]*/?>[ \t]*$`)
)

func startsHTML(line string) bool {
	return strings.HasPrefix(strings.TrimLeft(line, " "), "<") && blockTag.MatchString(line)
}

func isTagLine(line string) bool {
	return strings.HasPrefix(strings.TrimLeft(line, " "), "<") && tagLine.MatchString(line)
}

// IsHTML reports whether a block begins with a block of HTML.
func IsHTML(block string) bool {
	first := firstLine(block)
	return htmlEnd(first) != "" || startsHTML(first) || isTagLine(first)
}

func closesFence(line, open string) bool {
	line = strings.TrimRight(line, " \t")
	trimmed := strings.TrimLeft(line, " ")
	return len(line)-len(trimmed) < 4 && len(trimmed) >= len(open) && strings.Trim(trimmed, open[:1]) == ""
}

// columns returns the indentation of the line in columns, with tab stops at multiples of four.
func columns(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			n++
		case '\t':
			n += 4 - n%4
		default:
			return n
		}
	}
	return n
}

// contentColumn returns the column at which the text of a list item begins, by which its other lines
// are indented.
func contentColumn(line string) int {
	marker := listItem.FindString(line)
	bare := strings.TrimRight(marker, " \t")
	// A tab stop is one of the line, not of what is behind the marker.
	column := columns(strings.Repeat(" ", len(bare)) + line[len(bare):])
	if padding := column - len(bare); padding <= 4 && len(line) > len(marker) {
		return column
	}
	return len(bare) + 1
}

// IsItem reports whether a block is an item of a list.
func IsItem(block string) bool {
	first, _, _ := strings.Cut(block, "\n")
	return listItem.MatchString(first)
}
