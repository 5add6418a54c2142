package dialect

import (
	"slices"
	"strings"

	"etal/internal/lazyregexp"
)

// A box is what the first line of one says, and what has been read of it.
type box struct {
	callout  string // its kind, NOTE; "" if its content stands for itself
	title    string
	untitled bool // whether a heading in it may be its title
	names    []string
	isList   bool // whether it is the place of the reference list

	options optionState
	at      int   // the edit that draws its first line
	filled  bool  // whether anything is in it
	ended   bool  // by its fence
	blanks  []int // where blank lines are that may be in it
}

// An optionState tells the options at the beginning of a directive from its content.
type optionState uint8

const (
	none    optionState = iota
	fields              // ":class: tip"
	mapping             // YAML between lines of ---
)

// head returns the first line of a box in GitHub's Markdown.
func (b *box) head() string {
	switch {
	case b.callout != "":
		return strings.TrimRight("> [!"+b.callout+"] "+b.title, " ")
	case b.title != "":
		return "**" + strings.Trim(b.title, "*") + "**"
	}
	return ""
}

var optionLine = lazyregexp.New(`^[ \t]*:([\w-]+):(?:[ \t]+(.*))?$`)

// option reads a line as an option of a directive, and reports whether it is one.
func (b *box) option(text string) bool {
	bare := strings.TrimSpace(text)
	switch {
	case b.options == none:
		return false
	case b.options == mapping:
		if bare == "---" {
			b.options = none
		}
		return true
	case bare == "---":
		b.options = mapping
		return true
	}
	m := optionLine.FindStringSubmatch(text)
	if m == nil {
		b.options = none
		return false
	}
	return true
}

// openBox opens the box that a line begins or ends the one whose last line it is, and reports
// whether it is either.
func (s *scanner) openBox(l *line, text string) bool {
	if fence, info := cutFence(text); fence != "" {
		if info == "" && fence[0] != ':' {
			return s.endBox(l, fence)
		}
		if info == "" {
			return s.endBox(l, ":::")
		}
		if b := readFence(fence, info); b != nil {
			s.push(l, &container{kind: fencedBox, mark: fence, box: b}, len(text))
			l.kind = mark
			return true
		}
		return false
	}
	b := readIndentedMark(text)
	indent := len(text) - len(strings.TrimLeft(text, " ")) + 4
	if b == nil || !s.isIndentedAfter(l, indent) {
		return false
	}
	s.push(l, &container{kind: indentedBox, indent: indent, box: b}, len(text))
	l.kind = mark
	return true
}

// endBox ends the innermost box that a fence can end.
func (s *scanner) endBox(l *line, fence string) bool {
	for i, c := range slices.Backward(s.stack[:len(s.stack)-l.opened]) {
		if c.kind == fencedBox && c.mark[0] == fence[0] {
			if len(fence) < len(c.mark) && fence[0] != ':' {
				return false
			}
			l.ends, l.kind, l.opened = c, mark, 0
			s.stack = s.stack[:i]
			return true
		}
	}
	return false
}

// isIndentedAfter reports whether the next line with text is indented by some columns more than where
// the text of this one begins.
func (s *scanner) isIndentedAfter(l *line, columns int) bool {
	rest := s.body[min(l.end+1, len(s.body)):]
	for rest != "" {
		next, after, _ := strings.Cut(rest, "\n")
		indent := len(next) - len(strings.TrimLeft(next, " \t>"))
		if indent < len(next) {
			return columnsOf(next[:indent], 0) >= columnsOf(s.body[l.start:l.text], 0)+columns
		}
		rest = after
	}
	return false
}

var fenceLine = lazyregexp.New("^ {0,3}(:{3,}|`{3,}|~{3,})[ \t]*(.*?)[ \t]*:*[ \t]*$")

// cutFence cuts a line that is a fence, of code or of a box, into that and what is behind.
func cutFence(text string) (fence, info string) {
	m := fenceLine.FindStringSubmatch(text)
	if m == nil {
		return "", ""
	}
	return m[1], m[2]
}

var (
	directive  = lazyregexp.New(`^\{([A-Za-z][\w:.+-]*)\}[ \t]*(.*)$`)
	namedDiv   = lazyregexp.New(`^([A-Za-z][\w-]*)(?:[ \t]*\[([^\]]*)\])?(?:[ \t]*\{([^{}]*)\})?(?:[ \t]+(.*))?$`)
	attributed = lazyregexp.New(`^\{([^{}]*)\}$`)
	indentMark = lazyregexp.New(`^ {0,3}(!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+[\w-]+)*(?:[ \t]+"((?:[^"\\]|\\.)*)")?[ \t]*$`)
	tabMark    = lazyregexp.New(`^ {0,3}===[!+]?[ \t]+"([^"]+)"[ \t]*$`)
)

// directiveName returns the name of the directive of MyST that a fence begins, or "".
func directiveName(info string) string {
	if m := directive.FindStringSubmatch(info); m != nil {
		return m[1]
	}
	return ""
}

// readFence reads the fence of a box, or returns nil if it is not one.
func readFence(fence, info string) *box {
	if m := directive.FindStringSubmatch(info); m != nil {
		kind := calloutOf(m[1])
		switch {
		case isLeaf(m[1]) || fence[0] != ':' && kind.name == "" && !slices.Contains(transparent, m[1]):
			return nil
		case kind.name == "":
			return &box{title: m[2], options: fields}
		}
		return &box{callout: kind.name, title: kind.titled(m[2]), options: fields}
	}
	if fence[0] != ':' {
		return nil
	}
	if m := attributed.FindStringSubmatch(info); m != nil {
		return readDiv(m[1], "")
	}
	m := namedDiv.FindStringSubmatch(info)
	if m == nil {
		return nil
	}
	title := m[2] + m[4]
	if calloutOf(m[1]).name == "" && title != "" && !slices.Contains(transparent, m[1]) {
		return nil
	}
	return readDiv("."+m[1]+" "+m[3], title)
}

var titleAttribute = lazyregexp.New(`\b(?:title|name)=(?:"([^"]*)"|([^\s"]+))`)

// readDiv reads the attributes of a fenced div.
func readDiv(attributes, title string) *box {
	b := &box{untitled: title == ""}
	if m := titleAttribute.FindStringSubmatch(attributes); m != nil && title == "" {
		title, b.untitled = m[1]+m[2], false
	}
	var kind callout
	for _, word := range strings.Fields(attributes) {
		name, isName := strings.CutPrefix(word, "#")
		class, isClass := strings.CutPrefix(word, ".")
		switch {
		case isName && name != "":
			b.names = append(b.names, name)
			b.isList = b.isList || name == "refs"
			if k, _, ok := strings.Cut(name, "-"); ok && kind.name == "" {
				kind = theorems[k]
			}
		case isClass && kind.name == "":
			kind = calloutOf(class)
		}
	}
	if b.callout = kind.name; kind.name != "" {
		title = kind.titled(title)
	}
	b.title = title
	return b
}

// readIndentedMark reads the first line of a box of MkDocs, or returns nil.
func readIndentedMark(text string) *box {
	if m := tabMark.FindStringSubmatch(text); m != nil {
		return &box{title: m[1]}
	}
	m := indentMark.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	kind := calloutOf(m[2])
	if kind.name == "" {
		kind.name = "NOTE"
		if !strings.Contains(text, `"`) {
			m[3] = m[2]
		}
	}
	return &box{callout: kind.name, title: kind.titled(strings.ReplaceAll(m[3], `\"`, `"`))}
}
