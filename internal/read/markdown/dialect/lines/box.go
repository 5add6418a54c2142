package lines

import (
	"slices"
	"strings"

	"etal/internal/lazyregexp"
)

// A Box is what the first line of one says.
type Box struct {
	Callout   string // its kind, NOTE; "" if its content stands for itself
	Title     string
	Untitled  bool // whether a heading in it may be its title
	Names     []string
	IsList    bool // whether it is the place of the reference list
	Directive bool // whether it may begin with options
}

// openBox opens the box that a line begins or ends the one whose last line it is, and reports
// whether it is either.
func (s *scanner) openBox(l *Line, text string) bool {
	if fence, info := CutFence(text); fence != "" {
		if info == "" && fence[0] != ':' {
			return s.endBox(l, fence)
		}
		if info == "" {
			return s.endBox(l, ":::")
		}
		if b := readFence(fence, info); b != nil {
			s.push(l, &Container{Kind: FencedBox, Mark: fence, Box: b}, len(text))
			l.Kind = Mark
			return true
		}
		return false
	}
	b := readIndentedMark(text)
	indent := len(text) - len(strings.TrimLeft(text, " ")) + codeIndent
	if b == nil || !s.isIndentedAfter(l, indent) {
		return false
	}
	s.push(l, &Container{Kind: IndentedBox, Indent: indent, Box: b}, len(text))
	l.Kind = Mark
	return true
}

// endBox ends the innermost box that a fence can end.
func (s *scanner) endBox(l *Line, fence string) bool {
	for i, c := range slices.Backward(s.stack[:len(s.stack)-l.Opened]) {
		if c.Kind == FencedBox && c.Mark[0] == fence[0] {
			if len(fence) < len(c.Mark) && fence[0] != ':' {
				return false
			}
			l.Ends, l.Kind, l.Opened = c, Mark, 0
			s.stack = s.stack[:i]
			return true
		}
	}
	return false
}

// isIndentedAfter reports whether the next line with text is indented by some columns more than where
// the text of this one begins.
func (s *scanner) isIndentedAfter(l *Line, columns int) bool {
	rest := s.body[min(l.End+1, len(s.body)):]
	for rest != "" {
		next, after, _ := strings.Cut(rest, "\n")
		indent := len(next) - len(strings.TrimLeft(next, " \t>"))
		if indent < len(next) {
			return Columns(next[:indent], 0) >= Columns(s.body[l.Start:l.Text], 0)+columns
		}
		rest = after
	}
	return false
}

var fenceLine = lazyregexp.New("^ {0,3}(:{3,}|`{3,}|~{3,})[ \t]*(.*?)[ \t]*:*[ \t]*$")

// CutFence cuts a line that is a fence, of code or of a box, into that and what is behind.
func CutFence(text string) (fence, info string) {
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

// Directive returns the name of the directive of MyST that a fence begins and what follows that, or "".
func Directive(info string) (name, argument string) {
	if m := directive.FindStringSubmatch(info); m != nil {
		return m[1], m[2]
	}
	return "", ""
}

// readFence reads the fence of a box, or returns nil if it is not one.
func readFence(fence, info string) *Box {
	if m := directive.FindStringSubmatch(info); m != nil {
		kind := calloutOf(m[1])
		switch {
		case IsLeaf(m[1]) || fence[0] != ':' && kind.name == "" && !slices.Contains(transparent, m[1]):
			return nil
		case kind.name == "":
			return &Box{Title: m[2], Directive: true}
		}
		return &Box{Callout: kind.name, Title: kind.titled(m[2]), Directive: true}
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
func readDiv(attributes, title string) *Box {
	b := &Box{Untitled: title == ""}
	if m := titleAttribute.FindStringSubmatch(attributes); m != nil && title == "" {
		title, b.Untitled = m[1]+m[2], false
	}
	var kind callout
	for _, word := range strings.Fields(attributes) {
		name, isName := strings.CutPrefix(word, "#")
		class, isClass := strings.CutPrefix(word, ".")
		switch {
		case isName && name != "":
			b.Names = append(b.Names, name)
			b.IsList = b.IsList || name == "refs"
			if k, _, ok := strings.Cut(name, "-"); ok && kind.name == "" {
				kind = theorems[k]
			}
		case isClass && kind.name == "":
			kind = calloutOf(class)
		}
	}
	if b.Callout = kind.name; kind.name != "" {
		title = kind.titled(title)
	}
	b.Title = title
	return b
}

// readIndentedMark reads the first line of a box of MkDocs, or returns nil.
func readIndentedMark(text string) *Box {
	if m := tabMark.FindStringSubmatch(text); m != nil {
		return &Box{Title: m[1]}
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
	return &Box{Callout: kind.name, Title: kind.titled(strings.ReplaceAll(m[3], `\"`, `"`))}
}
