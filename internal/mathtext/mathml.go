// Package mathtext writes formulae as text: MathML and TeX in Unicode, with raised and lowered
// letters where Unicode has them.
//
// The package knows no file format and not where a formula stands.
package mathtext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/xmltree"
)

// MathML returns a formula in MathML as one line of readable text, in Unicode's
// signs as far as they go: (a + b)/(2c), x², √(1 − ρ), ∑ᵢ₌₁ⁿ aᵢ. Lines of an aligned
// formula are parted by line feeds.
//
// https://www.w3.org/TR/mathml-core/ has the elements. Their names have no prefix.
func MathML(math *xmltree.Node) string {
	if lines := alignedLines(math); len(lines) > 0 {
		return strings.Join(lines, "\n")
	}
	return strings.Join(strings.Fields(mathRow(math.Children)), " ")
}

// alignedLines returns the rows of a formula that is nothing but a table, which is
// how formulae of several lines are written.
func alignedLines(math *xmltree.Node) []string {
	n := math
	for n != nil && !n.Is("mtable") {
		inner := n.Elements()
		if len(inner) == 0 || len(inner) > 1 && !n.Is("semantics") || !n.Is("math", "mrow", "mstyle", "semantics", "mpadded") {
			return nil
		}
		n = inner[0]
	}
	var lines []string
	for _, row := range n.All("mtr", "mlabeledtr") {
		var line []*xmltree.Node
		for _, cell := range row.All("mtd") {
			line = append(line, cell.Children...)
		}
		if text := strings.Join(strings.Fields(mathRow(line)), " "); text != "" {
			lines = append(lines, text)
		}
	}
	return lines
}

// mathNodeText writes one node of a formula.
func mathNodeText(n *xmltree.Node) string {
	arg := func(i int) string {
		if inner := n.Elements(); i < len(inner) {
			return mathNodeText(inner[i])
		}
		return ""
	}
	switch n.Name {
	case "", "annotation", "annotation-xml", "mphantom", "maligngroup", "malignmark", "none", "mprescripts":
		return ""
	case "mi", "mn", "ms", "mtext":
		return mathToken(n)
	case "mo":
		return operator(n)
	case "mspace":
		return " "
	case "semantics", "maction":
		return arg(0)
	case "mfrac":
		return grouped(arg(0)) + "/" + grouped(arg(1))
	case "msqrt":
		return "√" + grouped(mathRow(n.Children))
	case "mroot":
		return Raise(arg(1), "") + "√" + grouped(arg(0))
	case "msub":
		return spaced(scripted(n, arg(0)), Lower(arg(1)))
	case "msup":
		return scripted(n, arg(0)) + Raise(arg(1), "^")
	case "msubsup", "munderover":
		return spaced(scripted(n, arg(0)), Lower(arg(1))+Raise(arg(2), "^"))
	case "munder":
		return under(arg(0), arg(1))
	case "mover":
		return over(arg(0), arg(1))
	case "mmultiscripts":
		return multiscripts(n.Elements())
	case "mfenced":
		return fenced(n)
	case "mtable":
		return matrix(n)
	}
	return mathRow(n.Children)
}

// mathRow writes nodes that stand side by side, with blanks around the operators that
// stand between two operands.
func mathRow(nodes []*xmltree.Node) string {
	var b strings.Builder
	operand := false // whether the text so far ends in one
	before := ""     // the text of the node before
	for i, n := range nodes {
		text := mathNodeText(n)
		if text == "" {
			continue
		}
		op := core(n)
		switch {
		case op == nil:
			if n.Is("mfrac") && (operand || operandFollows(nodes[i+1:])) {
				text = "(" + text + ")"
			}
			if mergesWords(before, text) {
				b.WriteByte(' ')
			}
			b.WriteString(text)
			operand = true
		case strings.Contains(infix, operator(op)) && operand && !allInvisible(nodes[i+1:]):
			b.WriteString(" " + text + " ")
			operand = false
		case strings.Contains(relations, operator(op)) && b.Len() == 0 && !allInvisible(nodes[i+1:]):
			b.WriteString(text + " ")
		case strings.Contains(",;:", operator(op)):
			b.WriteString(text + " ")
			operand = false
		default:
			b.WriteString(text)
			operand = !strings.ContainsAny(operator(op), "([{⟨⌈⌊") && !strings.Contains(infix, operator(op))
		}
		before = text
	}
	return b.String()
}

// infix are the operators with blanks around them between two operands.
const infix = "=+-−±∓×÷·⋅∗*/∕<>≤≥≪≫≠≈≡~∼≅≃≐∝→←↔⇒⇐⇔⟶⟵⟹⟺↦⇌∈∉∋⊂⊃⊆⊇∪∩∧∨⊕⊗∘≔⩽⩾≲≳≺≻⊢⊨∖"

// relations are those of them that stand at the start of a formula's next line.
const relations = "=<>≤≥≈≡∼≅∝→⇒⇔"

// core returns the operator that n is, also with scripts on it or inside a row of its
// own; else nil.
func core(n *xmltree.Node) *xmltree.Node {
	for n != nil {
		switch inner := n.Elements(); {
		case n.Is("mo"):
			if r, _ := utf8.DecodeRuneInString(n.Content()); unicode.IsLetter(r) {
				return nil // ln, sin, Δ
			}
			return n
		case n.Is("mrow", "mstyle", "mpadded") && len(inner) == 1, n.Is("mover", "munder", "munderover") && len(inner) > 0 && strings.Contains(infix, inner[0].Content()) && inner[0].Is("mo"):
			n = inner[0]
		default:
			return nil
		}
	}
	return nil
}

// operandFollows reports whether the first node that shows anything is an operand or an opening
// bracket, beside which a fraction would seem to go on.
func operandFollows(nodes []*xmltree.Node) bool {
	for _, n := range nodes {
		if strings.TrimSpace(visibleContent(n)) == "" {
			continue
		}
		if op := core(n); op != nil {
			return strings.ContainsAny(operator(op), "([{⟨∑∏∫√")
		}
		return !n.Is("mtext")
	}
	return false
}

// allInvisible reports whether none of the nodes shows anything.
func allInvisible(nodes []*xmltree.Node) bool {
	for _, n := range nodes {
		if strings.TrimSpace(visibleContent(n)) != "" {
			return false
		}
	}
	return true
}

// visibleContent returns the text of a node that is shown, not laid out.
func visibleContent(n *xmltree.Node) string {
	if n.Is("annotation", "annotation-xml", "mphantom") || n.Name == "" {
		return ""
	}
	return n.Content()
}

// mergesWords reports whether two texts side by side would read as one word or
// number: sin x, but 2x and ab.
func mergesWords(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	if unicode.IsDigit(a) && unicode.IsDigit(b) {
		return true
	}
	if !unicode.IsLetter(b) || !unicode.IsLetter(a) && !strings.ContainsRune(")]}", a) {
		return false
	}
	return len(wordAt(lastWord(before))) > 1 || len(wordAt(after)) > 1
}

func wordAt(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		s = s[:i]
	}
	return strings.TrimFunc(s, func(r rune) bool { return r > 0x24f })
}

func lastWord(s string) string {
	return s[strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
}

// mathToken writes an identifier, number or text. Words keep the blanks around them.
func mathToken(n *xmltree.Node) string {
	text := n.Content()
	if n.Is("mtext") && text != "" {
		raw := strings.ReplaceAll(rawText(n), "\u00a0", " ")
		if strings.HasPrefix(raw, " ") {
			text = " " + text
		}
		if strings.HasSuffix(raw, " ") {
			text += " "
		}
	}
	return strings.Map(visibleMath, text)
}

func rawText(n *xmltree.Node) string {
	var b strings.Builder
	for _, c := range n.Children {
		b.WriteString(c.Text)
	}
	return b.String()
}

// operator writes an operator's sign.
func operator(n *xmltree.Node) string {
	switch text := strings.Map(visibleMath, n.Content()); text {
	case "-":
		return "−"
	case "*":
		return "∗"
	default:
		return text
	}
}

// visibleMath drops the signs that only say what stands between two letters:
// function application and invisible times, separator and plus.
func visibleMath(r rune) rune {
	if r >= '\u2061' && r <= '\u2064' || r == '\u200b' || r == '\ufeff' {
		return -1
	}
	return r
}

// grouped puts parentheses around an operand that would fall apart beside a sign.
func grouped(text string) string {
	text = strings.TrimSpace(text)
	if isAtom(text) {
		return text
	}
	return "(" + text + ")"
}

// base is grouped for what scripts stand on: f(x)² is as it should be, (a + b)² too.
func base(text string) string {
	if strings.ContainsAny(strings.TrimSpace(text), " /") {
		return grouped(text)
	}
	return strings.TrimSpace(text)
}

// scripted returns what the scripts of n stand on. A unit's belong to its last word.
func scripted(n *xmltree.Node, text string) string {
	if inner := n.Elements(); len(inner) > 0 && inner[0].Is("mtext") {
		return text
	}
	return base(text)
}

// isAtom reports whether text holds together: no blank or fraction outside its
// brackets.
func isAtom(text string) bool {
	depth := 0
	for _, r := range text {
		switch r {
		case '(', '[', '{', '⟨':
			depth++
		case ')', ']', '}', '⟩':
			depth--
		case ' ', '/', '∕', '+', '−', '·', '×':
			if depth <= 0 {
				return false
			}
		}
	}
	return true
}

// accents are the signs over or under one letter, as combining characters.
var accents = map[string]string{
	"^": "\u0302", "ˆ": "\u0302", "̂": "\u0302", "~": "\u0303", "˜": "\u0303", "∼": "\u0303", "¯": "\u0304", "‾": "\u0304", "−": "\u0304", "_": "\u0304", "―": "\u0304", "―̄": "\u0304",
	"˙": "\u0307", ".": "\u0307", "¨": "\u0308", "..": "\u0308", "ˇ": "\u030c", "˘": "\u0306", "→": "\u20d7", "⃗": "\u20d7", "⇀": "\u20d7", "´": "\u0301", "`": "\u0300", "°": "\u030a",
}

// over writes what stands over a base: an accent on it, or a script.
func over(text, above string) string {
	above = strings.TrimSpace(above)
	if accent, ok := accents[above]; ok {
		if utf8.RuneCountInString(text) == 1 && !strings.ContainsAny(text, "=+<>→") {
			return text + accent
		}
		switch accent {
		case "\u0304":
			return "mean(" + text + ")"
		case "\u0302", "\u0303":
			return grouped(text) + above
		}
	}
	switch above {
	case "⏞", "︷", "":
		return text
	}
	return base(text) + Raise(above, "^")
}

// under writes what stands under a base.
func under(text, below string) string {
	switch below = strings.TrimSpace(below); below {
	case "_", "̲", "¯", "‾", "−", "⏟", "︸", "":
		return text
	}
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(r) && len(text) > 2 { // lim, max
		return text + "_" + parenthesized(below) + " "
	}
	return spaced(base(text), Lower(below))
}

// spaced adds scripts to a base, and a blank to a sum or integral with scripts: the
// next letter is not theirs.
func spaced(base, scripts string) string {
	if base != "" && strings.Contains("∑∏∫∬∮⋃⋂Σ", base) && scripts != "" {
		return base + scripts + " "
	}
	return base + scripts
}

// multiscripts writes a base with scripts before and after it: ¹⁴₆C.
func multiscripts(args []*xmltree.Node) string {
	if len(args) == 0 {
		return ""
	}
	before, after := "", ""
	to := &after
	for i := 1; i < len(args); {
		if args[i].Is("mprescripts") {
			to = &before
			i++
			continue
		}
		*to += Lower(mathNodeText(args[i]))
		if i+1 < len(args) && !args[i+1].Is("mprescripts") {
			*to += Raise(mathNodeText(args[i+1]), "^")
			i++
		}
		i++
	}
	return before + base(mathNodeText(args[0])) + after
}

// fenced writes mfenced, which names its brackets and separators.
func fenced(n *xmltree.Node) string {
	attr := func(name, otherwise string) string {
		if v, ok := n.Attrs[name]; ok {
			return strings.TrimSpace(v)
		}
		return otherwise
	}
	separators := []rune(attr("separators", ","))
	if len(separators) == 0 {
		return attr("open", "(") + strings.TrimSpace(mathRow(n.Children)) + attr("close", ")")
	}
	var b strings.Builder
	for i, c := range n.Elements() {
		if i > 0 {
			b.WriteString(string(separators[min(i-1, len(separators)-1)]) + " ")
		}
		b.WriteString(strings.TrimSpace(mathNodeText(c)))
	}
	return attr("open", "(") + b.String() + attr("close", ")")
}

// matrix writes a table inside a formula: a, b; c, d.
func matrix(n *xmltree.Node) string {
	var rows []string
	for _, row := range n.All("mtr", "mlabeledtr") {
		var cells []string
		for _, cell := range row.All("mtd") {
			if text := strings.TrimSpace(mathRow(cell.Children)); text != "" {
				cells = append(cells, text)
			}
		}
		rows = append(rows, strings.Join(cells, ", "))
	}
	return strings.Join(rows, "; ")
}
