package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"etal/internal/lazyregexp"
	"etal/internal/mathtext"
)

// Formulae in TeX stand between dollar signs, \( and \), \[ and \], or as an environment. Nothing in
// them is Markdown. Pandoc's manual has the rules for dollar signs under tex_math_dollars:
// https://pandoc.org/MANUAL.html#math

// A Formula is a formula in a text.
type Formula struct {
	ast.BaseInline
	Segments  []text.Segment // of its source, signs around it included, a line each
	Displayed bool           // whether it stands on lines of its own
}

// KindFormula is the kind of a [Formula].
var KindFormula = ast.NewNodeKind("Formula")

// Kind returns [KindFormula].
func (n *Formula) Kind() ast.NodeKind { return KindFormula }

// Dump prints the node, as goldmark asks of all.
func (n *Formula) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// TeX returns the source of the formula, signs around it included.
func (n *Formula) TeX(source []byte) string {
	var b strings.Builder
	for _, s := range n.Segments {
		b.Write(s.Value(source))
	}
	return b.String()
}

// Unicode returns the lines of the formula in Unicode, with its number, if it has one, behind the last.
func (n *Formula) Unicode(source []byte) []string {
	tex := n.TeX(source)
	number := ""
	if m := numbered.FindStringSubmatchIndex(tex); m != nil {
		number = "  (" + strings.Trim(tex[m[2]:m[3]], "()") + ")"
		tex = tex[:m[0]] + tex[m[1]:]
	}
	lines := strings.Split(mathtext.TeX(label.ReplaceAllString(tex, "")), "\n")
	lines[len(lines)-1] += number
	return lines
}

var (
	numbered = lazyregexp.New(`\\tag\*?\{([^{}\n]{1,20})\}`)
	label    = lazyregexp.New(`\\label\{[^{}\n]*\}|\\nonumber\b|\\notag\b`)
	// environment matches the beginning of an environment that is a formula.
	environment = lazyregexp.New(`^\\begin\{((?:equation|align|alignat|gather|multline|flalign|eqnarray|displaymath|math)\*?)\}`)
	// price matches what begins with an amount and has words in it.
	price = lazyregexp.New(`^[-−]?\d[^\\{}]*\s[A-Za-z]{3,}`)
	// wordsOnly matches text in brackets that were escaped because they are no Markdown.
	wordsOnly = lazyregexp.New(`^[^\\^_=+<>|{}]*$`)
	// attributes matches the name of a formula behind it, which Pandoc's filters write.
	attributes = lazyregexp.New(`^[ \t]*\{#[^{}\n]*\}`)
	// behindFormula matches what may follow a displayed formula on its last line.
	behindFormula = lazyregexp.New(`^[ \t]*[.,;]?[ \t]*(?:\{#[^{}\n]*\})?[ \t]*\r?$`)
)

const (
	// longestInline is the length in bytes of the longest formula in a line of text. It bounds the
	// search for the sign that ends it.
	longestInline = 600
	// longestDisplayed and mostLines are the length in bytes and the number of lines of the longest
	// displayed formula. They bound the search for its end.
	longestDisplayed = 8000
	mostLines        = 100
	// longestAttributes is the length in bytes of the longest name of a formula behind it.
	longestAttributes = 200
)

// closing returns the sign that ends the displayed formula which s begins with, and the length of
// the one that begins it; or "".
func closing(s string) (end string, length int) {
	switch {
	case strings.HasPrefix(s, "$$"):
		return "$$", 2
	case strings.HasPrefix(s, `\[`):
		return `\]`, 2
	case strings.HasPrefix(s, `\begin{`):
		if m := environment.FindStringSubmatch(s[:min(len(s), 40)]); m != nil {
			return `\end{` + m[1] + `}`, len(m[0])
		}
	}
	return "", 0
}

// displayedFormula returns the sign that ends the displayed formula which begins with the first line
// of s and has lines of its own, or "". No blank line is in it.
func displayedFormula(s string) string {
	s = strings.TrimLeft(s[:min(len(s), longestDisplayed)], " ")
	end, at := closing(s)
	if end == "" {
		return ""
	}
	rest := s[at:]
	for range mostLines {
		line, after, more := strings.Cut(rest, "\n")
		if i := strings.Index(line, end); i >= 0 {
			tex := s[at : len(s)-len(rest)+i]
			if !behindFormula.MatchString(line[i+len(end):]) || end == `\]` && !isTeX(tex) {
				return ""
			}
			return end
		}
		if strings.TrimSpace(line) == "" && len(rest) < len(s)-at || !more {
			return ""
		}
		rest = after
	}
	return ""
}

// isTeX reports whether text between escaped brackets is a formula: a sign of one is in it, and it
// is not the mark of a citation or a footnote.
func isTeX(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && !strings.ContainsAny(text[:1], "@^") && !wordsOnly.MatchString(text)
}

// A formulaBlock is a displayed formula while its lines are read. It ends as a paragraph, which
// goldmark would let other blocks interrupt.
type formulaBlock struct{ ast.BaseBlock }

var kindFormulaBlock = ast.NewNodeKind("FormulaBlock")

func (n *formulaBlock) Kind() ast.NodeKind { return kindFormulaBlock }

func (n *formulaBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A formulaBlockParser parses displayed formulae that have lines of their own.
type formulaBlockParser struct{}

var formulaEndKey = parser.NewContextKey()

func (formulaBlockParser) Trigger() []byte { return []byte{'$', '\\'} }

func (formulaBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if bytes.IndexAny(line, `$\`) > 3 { // columns: that would be code
		return nil, parser.NoChildren
	}
	source := reader.Source()[segment.Start:]
	end := displayedFormula(string(source[:min(len(source), longestDisplayed)]))
	if end == "" {
		return nil, parser.NoChildren
	}
	_, length := closing(strings.TrimLeft(string(line), " "))
	n := &formulaBlock{}
	n.Lines().Append(segment)
	pc.Set(formulaEndKey, end)
	if bytes.Contains(bytes.TrimLeft(line, " ")[length:], []byte(end)) {
		pc.Set(formulaEndKey, "")
	}
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (formulaBlockParser) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	end, _ := pc.Get(formulaEndKey).(string)
	line, segment := reader.PeekLine()
	if end == "" || util.IsBlank(line) {
		return parser.Close
	}
	n.Lines().Append(segment)
	if bytes.Contains(line, []byte(end)) {
		pc.Set(formulaEndKey, "")
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (formulaBlockParser) Close(n ast.Node, reader text.Reader, _ parser.Context) {
	p := ast.NewParagraph()
	lines := n.Lines()
	last := lines.At(lines.Len() - 1)
	lines.Set(lines.Len()-1, last.TrimRightSpace(reader.Source()))
	p.SetLines(lines)
	p.SetPos(n.Pos())
	n.Parent().ReplaceChild(n.Parent(), n, p)
}

func (formulaBlockParser) CanInterruptParagraph() bool { return true }
func (formulaBlockParser) CanAcceptIndentedLine() bool { return false }

// A formulaParser parses formulae in a line, and those that are displayed within a paragraph.
type formulaParser struct{}

func (formulaParser) Trigger() []byte { return []byte{'$', '\\'} }

func (formulaParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if end, length := closing(string(line[:min(len(line), 40)])); end != "" {
		return parseDisplayed(block, pc, end, length)
	}
	before := block.PrecendingCharacter()
	s, segments := ahead(block)
	n := 0
	if line[0] == '$' {
		n = dollars(s, before)
	} else if bytes.HasPrefix(s, []byte(`\(`)) {
		i := bytes.Index(s, []byte(`\)`))
		if i > 0 && (isTeX(string(s[2:i])) || isSymbol(s[2:i]) && !isASCIIWord(before)) {
			n = i + 2
		}
	}
	if n == 0 {
		return nil
	}
	f := &Formula{}
	for _, s := range segments {
		s.Stop = min(s.Stop, s.Start+n)
		f.Segments = append(f.Segments, s)
		block.Advance(s.Len())
		if n -= s.Len(); n == 0 {
			break
		}
	}
	return f
}

// ahead returns the text in which the end of a formula in a line is sought, and its segments.
func ahead(block text.Reader) (s []byte, segments []text.Segment) {
	at, position := block.Position()
	for len(s) < longestInline {
		line, segment := block.PeekLine()
		if line == nil {
			break
		}
		n := min(len(line), longestInline-len(s))
		s, segments = append(s, line[:n]...), append(segments, text.NewSegment(segment.Start, segment.Start+n))
		block.AdvanceLine()
	}
	block.SetPosition(at, position)
	return s, segments
}

// dollars returns the length of the formula between dollar signs that s begins with, or 0: no white
// space is within them, no digit behind them, no third sign between them, and it is not an amount of
// money.
func dollars(s []byte, before rune) int {
	if isASCIIWord(before) || len(s) < 3 || util.IsSpace(s[1]) {
		return 0
	}
	for i := 1; i < min(len(s), longestInline); i++ {
		switch s[i] {
		case '\\':
			i++
		case '`':
			return 0
		case '$':
			behind := byte(' ')
			if i+1 < len(s) {
				behind = s[i+1]
			}
			if i == 1 || util.IsSpace(s[i-1]) || behind >= '0' && behind <= '9' || behind >= 'A' && behind <= 'Z' ||
				price.MatchString(string(s[1:i])) {
				return 0
			}
			return i + 1
		}
	}
	return 0
}

// isSymbol reports whether text is one letter, as most formulae in a line are.
func isSymbol(s []byte) bool {
	s = bytes.TrimSpace(s)
	return len(s) == 1 && s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z'
}

func isASCIIWord(r rune) bool {
	return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' || r == '$'
}

// unclosedKey is of the signs that do not come any more in the paragraph.
var unclosedKey = parser.NewContextKey()

// parseDisplayed parses a displayed formula that begins with a sign of some length, up to end.
func parseDisplayed(block text.Reader, pc parser.Context, end string, length int) ast.Node {
	unclosed, _ := pc.Get(unclosedKey).(map[string]int)
	_, first := block.PeekLine()
	if until, known := unclosed[end]; known && first.Start < until {
		return nil
	}
	savedLine, savedPosition := block.Position()
	n := &Formula{Displayed: true}
	skip := length
	for {
		line, segment := block.PeekLine()
		if line == nil {
			break
		}
		if i := bytes.Index(line[min(skip, len(line)):], []byte(end)); i >= 0 {
			i += skip + len(end)
			n.Segments = append(n.Segments, text.NewSegment(segment.Start, segment.Start+i))
			block.Advance(i + len(attributes.FindString(string(line[i:min(len(line), i+longestAttributes)]))))
			if tex := strings.TrimSuffix(n.TeX(block.Source())[length:], end); strings.TrimSpace(tex) == "" || end == `\]` && !isTeX(tex) {
				block.SetPosition(savedLine, savedPosition)
				return nil
			}
			return n
		}
		n.Segments = append(n.Segments, segment)
		first = segment
		skip = 0
		block.AdvanceLine()
	}
	if unclosed == nil {
		unclosed = map[string]int{}
		pc.Set(unclosedKey, unclosed)
	}
	unclosed[end] = first.Stop
	block.SetPosition(savedLine, savedPosition)
	return nil
}
