// Package lines reads the lines of a Markdown text with the containers that they are in: quotes, items
// of lists, and the boxes that dialects of Markdown have.
//
// The package must not know what becomes of a line.
package lines

import (
	"strings"

	"etal/internal/lazyregexp"
)

// A Line is a line of a text, and the containers that it is in.
type Line struct {
	Start, Text, End int // of the line, of its text behind the marks of the containers, of its line feed
	Kind             Kind
	In               []*Container // from the outermost
	Opened           int          // how many of those begin in this line
	Ends             *Container   // the box that this line ends
	Lazy             bool         // whether it continues a paragraph without the marks of all its containers
}

// A Kind is what a line is within its containers.
type Kind uint8

// The kinds of lines.
const (
	Blank   Kind = iota
	Prose        // of a paragraph, a heading or a table
	Opening      // the first line of fenced code
	Code         // in which nothing is Markdown: fenced or indented, a comment, a formula
	Closing      // the last line of fenced code
	Mark         // begins or ends a box
)

// A Container is what other blocks stand in.
type Container struct {
	Kind     ContainerKind
	Indent   int    // columns before the other lines of an item or an indented box
	Mark     string // of an item; the fence of a box
	From, To int    // of its mark or its indent in the line
	Box      *Box   // if it is one
}

// A ContainerKind is what a container is.
type ContainerKind uint8

// The kinds of containers.
const (
	Quote       ContainerKind = iota
	Item                      // of a list
	FencedBox                 // between fences
	IndentedBox               // behind a mark of its own: !!! note
)

// maxContainers is how deep containers are read in each other. Nobody writes deeper ones, and each line
// takes time for all that it is in.
const maxContainers = 32

// codeIndent is by how many columns code is indented (https://spec.commonmark.org/0.31.2/#indented-code-blocks),
// and what boxes of MkDocs have in them.
const codeIndent = 4

// A scanner reads the lines of a text, in the way of https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy.
type scanner struct {
	body  string
	boxes bool // whether there are other containers than quotes and items
	stack []*Container
	leaf  Kind   // of the line before; code while that is open
	fence string // what ends open code; "" for a blank line
}

// Scan calls visit with each line of a text. Boxes are containers only if they are asked for, and
// otherwise prose or code. The line's containers are valid until the next call.
func Scan(body string, boxes bool, visit func(l Line)) {
	s := scanner{body: body, boxes: boxes}
	for start := 0; start < len(body); {
		l := Line{Start: start, End: start + strings.IndexByte(body[start:], '\n')}
		if l.End < start {
			l.End = len(body)
		}
		s.read(&l)
		visit(l)
		start = l.End + 1
	}
}

// read finds out what a line is in.
func (s *scanner) read(l *Line) {
	l.Text = l.Start
	matched := 0
	for matched < len(s.stack) && s.continues(s.stack[matched], l) {
		matched++
	}
	text := s.body[l.Text:l.End]
	if matched < len(s.stack) && s.leaf == Prose && strings.TrimSpace(text) != "" && s.isLazy(matched, text) {
		l.Kind, l.Lazy, l.In = Prose, true, s.stack[:matched]
		return
	}
	if matched < len(s.stack) {
		s.stack, s.leaf = s.stack[:matched], Blank
	}
	if s.leaf == Code && s.readCode(l) {
		l.In = s.stack
		return
	}
	s.open(l)
	s.leaf = l.Kind
	if l.Kind == Opening {
		s.leaf = Code
	}
	l.In = s.stack
	l.Opened = min(l.Opened, len(l.In))
}

// isLazy reports whether a line continues the paragraph before it without the marks of the containers
// after the first ones: https://spec.commonmark.org/0.31.2/#lazy-continuation-line.
func (s *scanner) isLazy(matched int, text string) bool {
	for _, c := range s.stack[matched:] {
		if c.Kind != Quote && c.Kind != Item {
			return false
		}
	}
	return !strings.HasPrefix(strings.TrimLeft(text, " \t"), ">") && itemMark.FindString(text) == "" && !StartsLeaf.MatchString(text) &&
		(!s.boxes || !strings.HasPrefix(strings.TrimLeft(text, " "), ":::"))
}

var (
	itemMark = lazyregexp.New(`^( {0,3})([-+*]|\d{1,9}[.)])([ \t]+|$)`)
	rule     = lazyregexp.New(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	// StartsLeaf matches a line that begins a heading, code or a comment.
	StartsLeaf = lazyregexp.New("^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3,}|~{3,}|<!--)")
	// CodeFence matches the first line of fenced code.
	CodeFence = lazyregexp.New("^ {0,3}(`{3,}|~{3,})[ \t]*(.*)$")
)

// continues reports whether a container continues in a line, and moves the line's text behind its
// mark.
func (s *scanner) continues(c *Container, l *Line) bool {
	text := s.body[l.Text:l.End]
	c.From, c.To = l.Text, l.Text
	switch c.Kind {
	case FencedBox:
		return true
	case Quote:
		bare := strings.TrimLeft(text, " ")
		if len(text)-len(bare) > 3 || !strings.HasPrefix(bare, ">") {
			return false
		}
		l.Text = l.End - len(strings.TrimPrefix(bare[1:], " "))
	default:
		if strings.TrimSpace(text) == "" {
			return true
		}
		n := indentBytes(text, c.Indent)
		if n < 0 {
			return false
		}
		l.Text += n
	}
	c.To = l.Text
	return true
}

// indentBytes returns how many bytes the first columns of a text are if they are white space, or -1.
func indentBytes(text string, columns int) int {
	n := 0
	for i := 0; ; i++ {
		if n >= columns {
			return i
		}
		if i == len(text) || text[i] != ' ' && text[i] != '\t' {
			return -1
		}
		if n++; text[i] == '\t' {
			n += 3 - (n-1)%4
		}
	}
}

// readCode reads a line of code, and reports whether it is one.
func (s *scanner) readCode(l *Line) bool {
	text := s.body[l.Text:l.End]
	bare := strings.TrimSpace(text)
	switch {
	case s.fence == "": // indented
		if l.Kind = Code; bare == "" {
			l.Kind = Blank
		} else if indentBytes(text, codeIndent) < 0 {
			return false
		}
		return true
	case strings.ContainsAny(s.fence[:1], "`~:"):
		if l.Kind = Code; len(bare) >= len(s.fence) && strings.Trim(bare, s.fence[:1]) == "" {
			l.Kind, s.leaf = Closing, Blank
		}
	default:
		if l.Kind = Code; strings.Contains(text, s.fence) || bare == "" && s.fence != "-->" {
			s.leaf = Blank
		}
	}
	return true
}

// open reads the containers that begin in a line, and what the line is in them.
func (s *scanner) open(l *Line) {
	for {
		text := s.body[l.Text:l.End]
		full := len(s.stack) >= maxContainers
		bare := strings.TrimLeft(text, " \t")
		switch {
		case strings.TrimSpace(text) == "":
			l.Kind = Blank
			return
		case indentBytes(text, codeIndent) >= 0:
			if l.Kind = Code; s.leaf == Prose && l.Opened == 0 {
				l.Kind = Prose
			}
			s.fence = ""
			return
		case bare[0] == '>' && !full:
			s.push(l, &Container{Kind: Quote}, len(text)-len(strings.TrimPrefix(bare[1:], " ")))
		case !full && s.openItem(l, text):
		case !full && s.boxes && s.openBox(l, text):
			return
		default:
			l.Kind = Prose
			s.openCode(l, text)
			return
		}
	}
}

// push puts the text of a line into a container, whose mark has a length.
func (s *scanner) push(l *Line, c *Container, length int) {
	c.From, c.To = l.Text, l.Text+length
	l.Text += length
	l.Opened++
	s.stack = append(s.stack, c)
}

// openItem opens the item that a text begins, and reports whether it does.
func (s *scanner) openItem(l *Line, text string) bool {
	m := itemMark.FindStringSubmatch(text)
	if m == nil || rule.MatchString(text) {
		return false
	}
	bare := strings.TrimSpace(text[len(m[0]):]) == ""
	if s.leaf == Prose && l.Opened == 0 && (bare || len(m[2]) > 1 && strings.Trim(m[2], ".)") != "1") {
		return false // only a list that begins with 1 interrupts a paragraph
	}
	width := len(m[1]) + len(m[2])
	length := len(m[0])
	if spaces := Columns(m[3], width) - width; bare || spaces > codeIndent {
		length = min(width+1, len(text))
		width++
	} else {
		width += spaces
	}
	s.push(l, &Container{Kind: Item, Indent: width, Mark: m[2]}, length)
	return true
}

// Columns returns the column behind white space that begins at a column.
func Columns(space string, column int) int {
	for i := range len(space) {
		if column++; space[i] == '\t' {
			column += 3 - (column-1)%4
		}
	}
	return column
}

// openCode makes a line of prose the first of code if it is one.
func (s *scanner) openCode(l *Line, text string) {
	bare := strings.TrimSpace(text)
	if m := CodeFence.FindStringSubmatch(text); m != nil && (m[1][0] != '`' || !strings.Contains(m[2], "`")) {
		l.Kind, s.fence = Opening, m[1]
		return
	}
	if fence, info := CutFence(text); fence != "" {
		if name, _ := Directive(info); IsLeaf(name) {
			l.Kind, s.fence = Opening, fence
			return
		}
	}
	for _, m := range []struct{ start, end string }{{"<!--", "-->"}, {"$$", "$$"}, {`\[`, `\]`}, {`\begin{`, `\end{`}} {
		if rest, ok := strings.CutPrefix(bare, m.start); ok && !strings.Contains(rest, m.end) {
			l.Kind, s.fence = Opening, m.end
		}
	}
}
