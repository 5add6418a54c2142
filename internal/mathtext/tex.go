package mathtext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/xmltree"
)

// TeX returns a formula in TeX as [MathML] returns one in MathML. A command that it does
// not know is left as its name.
func TeX(source string) string {
	return MathML(&xmltree.Node{Name: "math", Children: texNodes(formulaOf(source))})
}

// formulaOf returns the formula of a document, as publishers wrap one around each.
func formulaOf(source string) string {
	if _, body, ok := strings.Cut(source, `\begin{document}`); ok {
		source, _, _ = strings.Cut(body, `\end{document}`)
	}
	source = strings.TrimSpace(source)
	for _, fence := range [][2]string{{"$$", "$$"}, {"$", "$"}, {`\[`, `\]`}, {`\(`, `\)`}} {
		if len(source) >= 2*len(fence[0]) && strings.HasPrefix(source, fence[0]) && strings.HasSuffix(source, fence[1]) {
			return source[len(fence[0]) : len(source)-len(fence[1])]
		}
	}
	return source
}

// maxTexDepth is how deep groups may nest, so that the parser may recurse; deeper ones are
// skipped.
const maxTexDepth = 64

// A texParser reads TeX from left to right.
type texParser struct {
	s     string
	depth int
}

func texNodes(source string) []*xmltree.Node {
	p := &texParser{s: source}
	return p.row("")
}

// row reads nodes up to the command that ends them, or to a closing brace.
func (p *texParser) row(end string) []*xmltree.Node {
	var nodes []*xmltree.Node
	p.depth++
	defer func() { p.depth-- }()
	for {
		p.s = strings.TrimLeft(p.s, " \t\n~")
		switch {
		case p.s == "" || p.s[0] == '}':
			return nodes
		case end != "" && strings.HasPrefix(p.s, end):
			return nodes
		case p.s[0] == '^' || p.s[0] == '_':
			nodes = p.scripts(nodes)
		case p.s[0] == '\'':
			p.s = p.s[1:]
			nodes = append(nodes, leaf("mi", "′"))
		case p.s[0] == '&' || p.s[0] == '%':
			p.s = p.s[1:]
		default:
			if n := p.atom(); n != nil {
				nodes = append(nodes, n)
			}
		}
	}
}

func leaf(name, text string) *xmltree.Node {
	return &xmltree.Node{Name: name, Children: []*xmltree.Node{{Text: text}}}
}

func element(name string, children ...*xmltree.Node) *xmltree.Node {
	return &xmltree.Node{Name: name, Children: children}
}

// scripts puts the index and exponent that come next on the last node.
func (p *texParser) scripts(nodes []*xmltree.Node) []*xmltree.Node {
	below, above := element("mrow"), element("mrow")
	for p.s != "" && (p.s[0] == '^' || p.s[0] == '_') {
		up := p.s[0] == '^'
		p.s = strings.TrimLeft(p.s[1:], " ")
		if script := p.argument(); up {
			above = script
		} else {
			below = script
		}
		p.s = strings.TrimLeft(p.s, " ")
	}
	base := element("mrow")
	if n := len(nodes); n > 0 {
		base, nodes = nodes[n-1], nodes[:n-1]
	}
	return append(nodes, element("msubsup", base, below, above))
}

// argument reads what a command or script applies to: a group or one sign.
func (p *texParser) argument() *xmltree.Node {
	p.s = strings.TrimLeft(p.s, " \t\n")
	if p.s == "" || p.s[0] == '}' {
		return element("mrow")
	}
	if p.s[0] != '{' && p.s[0] != '\\' {
		_, size := utf8.DecodeRuneInString(p.s)
		one := texParser{s: p.s[:size], depth: p.depth}
		p.s = p.s[size:]
		if n := one.atom(); n != nil {
			return n
		}
		return element("mrow")
	}
	if n := p.atom(); n != nil {
		return n
	}
	return element("mrow")
}

// atom reads one group, command, number or sign.
func (p *texParser) atom() *xmltree.Node {
	r, size := utf8.DecodeRuneInString(p.s)
	switch {
	case r == '{' && p.depth > maxTexDepth:
		p.s = ""
		return nil
	case r == '{':
		p.s = p.s[1:]
		n := element("mrow", p.row("")...)
		p.s = strings.TrimPrefix(p.s, "}")
		return n
	case r == '\\':
		return p.command()
	case unicode.IsDigit(r):
		i := strings.IndexFunc(p.s, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' })
		if i < 0 {
			i = len(p.s)
		}
		number := strings.TrimRight(p.s[:i], ".,")
		p.s = p.s[len(number):]
		return leaf("mn", number)
	}
	p.s = p.s[size:]
	if unicode.IsLetter(r) {
		return leaf("mi", string(r))
	}
	return leaf("mo", string(r))
}

// command reads a command with its arguments.
func (p *texParser) command() *xmltree.Node {
	name := p.name()
	if text, ok := texLetters[name]; ok {
		return leaf("mi", text)
	}
	if text, ok := texOperators[name]; ok {
		return leaf("mo", text)
	}
	if accent, ok := texAccents[name]; ok {
		return element("mover", p.argument(), leaf("mo", accent))
	}
	switch name {
	case "frac", "dfrac", "tfrac", "cfrac":
		return element("mfrac", p.argument(), p.argument())
	case "binom":
		return element("mfenced", element("mtable", element("mtr", element("mtd", p.argument())), element("mtr", element("mtd", p.argument()))))
	case "sqrt":
		if strings.HasPrefix(p.s, "[") {
			p.s = p.s[1:]
			index := element("mrow", p.row("]")...)
			p.s = strings.TrimPrefix(p.s, "]")
			return element("mroot", p.argument(), index)
		}
		return element("msqrt", p.argument())
	case "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "middle":
		p.s = strings.TrimPrefix(strings.TrimLeft(p.s, " "), ".")
		return nil
	case "text", "textrm", "mbox", "hbox", "textit", "textbf", "textsf", "operatorname", "mathrm", "mathit", "mathsf", "mathtt", "rm", "emph", "textnormal":
		return p.words(name)
	case "mathbf", "boldsymbol", "mathcal", "mathbb", "mathfrak", "bm", "mathop", "mathrel", "mathbin", "underline", "overbrace", "underbrace", "mathscr", "pmb", "boxed", "ensuremath":
		return p.argument()
	case "overset", "stackrel":
		above := p.argument()
		return element("mover", p.argument(), above)
	case "underset":
		below := p.argument()
		return element("munder", p.argument(), below)
	case "begin":
		return p.environment()
	case "end", "hspace", "vspace", "label", "tag", "color", "usepackage", "setlength":
		p.argument()
		return nil
	case "limits", "nolimits", "displaystyle", "textstyle", "scriptstyle", "nonumber", "notag", "!", "bf", "it", "cal", "quad", "qquad", ",", ";", ":", " ", ">", "\\", "kern", "phantom", "hfill", "strut":
		if strings.Contains("quad qquad ; : \\ ", name) && name != "" {
			return element("mspace")
		}
		return nil
	}
	return leaf("mi", name)
}

// name reads a command's name, after its backslash.
func (p *texParser) name() string {
	p.s = p.s[1:]
	i := strings.IndexFunc(p.s, func(r rune) bool { return !(r|0x20 >= 'a' && r|0x20 <= 'z') })
	if i < 0 {
		i = len(p.s)
	}
	if i == 0 && p.s != "" {
		_, i = utf8.DecodeRuneInString(p.s)
	}
	name := p.s[:i]
	p.s = p.s[i:]
	return name
}

// words reads text in a formula. Upright letters are one word.
func (p *texParser) words(command string) *xmltree.Node {
	p.s = strings.TrimLeft(p.s, " ")
	if !strings.HasPrefix(p.s, "{") {
		return p.argument()
	}
	end := strings.IndexAny(p.s[1:], "{}\\^_")
	if end >= 0 && p.s[1+end] == '}' {
		text := p.s[1 : 1+end]
		p.s = p.s[end+2:]
		if strings.HasPrefix(command, "math") || command == "operatorname" {
			return leaf("mi", strings.ReplaceAll(text, " ", ""))
		}
		return leaf("mtext", strings.ReplaceAll(text, "~", " "))
	}
	return p.argument()
}

// rowEnd matches what ends a row in plain TeX.
var rowEnd = lazyregexp.New(`^\\cr(?:[^A-Za-z]|$)`)

// environment reads rows of cells up to the end that belongs to its begin.
func (p *texParser) environment() *xmltree.Node {
	name := p.rawArgument()
	if name == "array" || name == "tabular" {
		p.rawArgument()
	}
	table := element("mtable")
	row, cell := element("mtr"), element("mtd")
	flush := func() {
		row.Children = append(row.Children, cell)
		cell = element("mtd")
	}
	p.depth++
	defer func() { p.depth-- }()
	for p.s != "" && p.depth <= maxTexDepth {
		p.s = strings.TrimLeft(p.s, " \t\n")
		switch {
		case strings.HasPrefix(p.s, `\end`):
			p.s = p.s[len(`\end`):]
			p.rawArgument()
			flush()
			table.Children = append(table.Children, row)
			return fencedBy(name, table)
		case strings.HasPrefix(p.s, `\\`), rowEnd.MatchString(p.s):
			p.s = strings.TrimPrefix(p.s[2:], "r") // of \cr
			flush()
			table.Children = append(table.Children, row)
			row = element("mtr")
		case strings.HasPrefix(p.s, "&"):
			p.s = p.s[1:]
			flush()
		case strings.HasPrefix(p.s, "}"):
			p.s = p.s[1:]
		case strings.HasPrefix(p.s, "^"), strings.HasPrefix(p.s, "_"):
			cell.Children = p.scripts(cell.Children)
		case p.s != "":
			if n := p.atom(); n != nil {
				cell.Children = append(cell.Children, n)
			}
		}
	}
	flush()
	table.Children = append(table.Children, row)
	return fencedBy(name, table)
}

func fencedBy(environment string, table *xmltree.Node) *xmltree.Node {
	fences := map[string][2]string{"pmatrix": {"(", ")"}, "bmatrix": {"[", "]"}, "vmatrix": {"|", "|"}, "Bmatrix": {"{", "}"}, "cases": {"{", ""}}
	if f, ok := fences[environment]; ok {
		return &xmltree.Node{Name: "mfenced", Attrs: map[string]string{"open": f[0], "close": f[1]}, Children: []*xmltree.Node{table}}
	}
	return table
}

// rawArgument reads a group as it stands: an environment's name, a column's layout.
func (p *texParser) rawArgument() string {
	p.s = strings.TrimLeft(p.s, " ")
	if !strings.HasPrefix(p.s, "{") {
		return ""
	}
	text, rest, ok := strings.Cut(p.s[1:], "}")
	if !ok {
		rest = ""
	}
	p.s = rest
	return text
}
