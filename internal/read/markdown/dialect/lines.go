package dialect

import (
	"strings"

	"etal/internal/lazyregexp"
)

// A line is a line of a text, and the containers that it is in.
type line struct {
	start, text, end int // of the line, of its text behind the marks of the containers, of its line feed
	kind             lineKind
	in               []*container // from the outermost
	opened           int          // how many of those begin in this line
	ends             *container   // the box that this line ends
	lazy             bool         // whether it continues a paragraph without the marks of all its containers
}

// A lineKind is what a line is within its containers.
type lineKind uint8

const (
	blank   lineKind = iota
	prose            // of a paragraph, a heading or a table
	opening          // the first line of fenced code
	code             // in which nothing is Markdown: fenced or indented, a comment, a formula
	closing          // the last line of fenced code
	mark             // begins or ends a box
)

// A container is what other blocks stand in.
type container struct {
	kind     containerKind
	indent   int    // columns before the other lines of an item or an indented box
	mark     string // of an item; the fence of a box
	from, to int    // of its mark or its indent in the line
	box      *box
}

type containerKind uint8

const (
	quote       containerKind = iota
	item                      // of a list
	fencedBox                 // between fences
	indentedBox               // behind a mark of its own: !!! note
)

// maxContainers is how deep containers are read in each other. Nobody writes deeper ones, and each line
// takes time for all that it is in.
const maxContainers = 32

// A scanner reads the lines of a text, in the way of https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy.
type scanner struct {
	body  string
	boxes bool // whether there are other containers than quotes and items
	stack []*container
	leaf  lineKind // of the line before; code while that is open
	fence string   // what ends open code; "" for a blank line
}

// scan calls visit with each line of a text. Boxes are containers only if they are asked for, and
// otherwise prose or code. The line's containers are valid until the next call.
func scan(body string, boxes bool, visit func(l line)) {
	s := scanner{body: body, boxes: boxes}
	for start := 0; start < len(body); {
		l := line{start: start, end: start + strings.IndexByte(body[start:], '\n')}
		if l.end < start {
			l.end = len(body)
		}
		s.read(&l)
		visit(l)
		start = l.end + 1
	}
}

// read finds out what a line is in.
func (s *scanner) read(l *line) {
	l.text = l.start
	matched := 0
	for matched < len(s.stack) && s.continues(s.stack[matched], l) {
		matched++
	}
	text := s.body[l.text:l.end]
	if matched < len(s.stack) && s.leaf == prose && strings.TrimSpace(text) != "" && s.isLazy(matched, text) {
		l.kind, l.lazy, l.in = prose, true, s.stack[:matched]
		return
	}
	if matched < len(s.stack) {
		s.stack, s.leaf = s.stack[:matched], blank
	}
	if s.leaf == code && s.readCode(l) {
		l.in = s.stack
		return
	}
	s.open(l)
	s.leaf = l.kind
	if l.kind == opening {
		s.leaf = code
	}
	l.in = s.stack
	l.opened = min(l.opened, len(l.in))
}

// isLazy reports whether a line continues the paragraph before it without the marks of the containers
// after the first ones: https://spec.commonmark.org/0.31.2/#lazy-continuation-line.
func (s *scanner) isLazy(matched int, text string) bool {
	for _, c := range s.stack[matched:] {
		if c.kind != quote && c.kind != item {
			return false
		}
	}
	return !strings.HasPrefix(strings.TrimLeft(text, " \t"), ">") && itemMark.FindString(text) == "" && !startsLeaf.MatchString(text) &&
		(!s.boxes || !strings.HasPrefix(strings.TrimLeft(text, " "), ":::"))
}

var (
	itemMark   = lazyregexp.New(`^( {0,3})([-+*]|\d{1,9}[.)])([ \t]+|$)`)
	rule       = lazyregexp.New(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	startsLeaf = lazyregexp.New("^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3,}|~{3,}|<!--)")
	codeFence  = lazyregexp.New("^ {0,3}(`{3,}|~{3,})[ \t]*(.*)$")
)

// continues reports whether a container continues in a line, and moves the line's text behind its
// mark.
func (s *scanner) continues(c *container, l *line) bool {
	text := s.body[l.text:l.end]
	c.from, c.to = l.text, l.text
	switch c.kind {
	case fencedBox:
		return true
	case quote:
		bare := strings.TrimLeft(text, " ")
		if len(text)-len(bare) > 3 || !strings.HasPrefix(bare, ">") {
			return false
		}
		l.text = l.end - len(strings.TrimPrefix(bare[1:], " "))
	default:
		if strings.TrimSpace(text) == "" {
			return true
		}
		n := indentBytes(text, c.indent)
		if n < 0 {
			return false
		}
		l.text += n
	}
	c.to = l.text
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
func (s *scanner) readCode(l *line) bool {
	text := s.body[l.text:l.end]
	bare := strings.TrimSpace(text)
	switch {
	case s.fence == "": // indented
		if l.kind = code; bare == "" {
			l.kind = blank
		} else if indentBytes(text, 4) < 0 {
			return false
		}
		return true
	case strings.ContainsAny(s.fence[:1], "`~:"):
		if l.kind = code; len(bare) >= len(s.fence) && strings.Trim(bare, s.fence[:1]) == "" {
			l.kind, s.leaf = closing, blank
		}
	default:
		if l.kind = code; strings.Contains(text, s.fence) || bare == "" && s.fence != "-->" {
			s.leaf = blank
		}
	}
	return true
}

// open reads the containers that begin in a line, and what the line is in them.
func (s *scanner) open(l *line) {
	for {
		text := s.body[l.text:l.end]
		full := len(s.stack) >= maxContainers
		bare := strings.TrimLeft(text, " \t")
		switch {
		case strings.TrimSpace(text) == "":
			l.kind = blank
			return
		case indentBytes(text, 4) >= 0:
			if l.kind = code; s.leaf == prose && l.opened == 0 {
				l.kind = prose
			}
			s.fence = ""
			return
		case bare[0] == '>' && !full:
			s.push(l, &container{kind: quote}, len(text)-len(strings.TrimPrefix(bare[1:], " ")))
		case !full && s.openItem(l, text):
		case !full && s.boxes && s.openBox(l, text):
			return
		default:
			l.kind = prose
			s.openCode(l, text)
			return
		}
	}
}

// push puts the text of a line into a container, whose mark has a length.
func (s *scanner) push(l *line, c *container, length int) {
	c.from, c.to = l.text, l.text+length
	l.text += length
	l.opened++
	s.stack = append(s.stack, c)
}

// openItem opens the item that a text begins, and reports whether it does.
func (s *scanner) openItem(l *line, text string) bool {
	m := itemMark.FindStringSubmatch(text)
	if m == nil || rule.MatchString(text) {
		return false
	}
	bare := strings.TrimSpace(text[len(m[0]):]) == ""
	if s.leaf == prose && l.opened == 0 && (bare || len(m[2]) > 1 && strings.Trim(m[2], ".)") != "1") {
		return false // only a list that begins with 1 interrupts a paragraph
	}
	width := len(m[1]) + len(m[2])
	length := len(m[0])
	if spaces := columnsOf(m[3], width) - width; bare || spaces > 4 {
		length = min(width+1, len(text))
		width++
	} else {
		width += spaces
	}
	s.push(l, &container{kind: item, indent: width, mark: m[2]}, length)
	return true
}

// columnsOf returns the column behind white space that begins at a column.
func columnsOf(space string, column int) int {
	for i := range len(space) {
		if column++; space[i] == '\t' {
			column += 3 - (column-1)%4
		}
	}
	return column
}

// openCode makes a line of prose the first of code if it is one.
func (s *scanner) openCode(l *line, text string) {
	bare := strings.TrimSpace(text)
	if m := codeFence.FindStringSubmatch(text); m != nil && (m[1][0] != '`' || !strings.Contains(m[2], "`")) {
		l.kind, s.fence = opening, m[1]
		return
	}
	if fence, info := cutFence(text); fence != "" && isLeaf(directiveName(info)) {
		l.kind, s.fence = opening, fence
		return
	}
	for _, m := range []struct{ start, end string }{{"<!--", "-->"}, {"$$", "$$"}, {`\[`, `\]`}, {`\begin{`, `\end{`}} {
		if rest, ok := strings.CutPrefix(bare, m.start); ok && !strings.Contains(rest, m.end) {
			l.kind, s.fence = opening, m.end
		}
	}
}
