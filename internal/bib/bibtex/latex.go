package bibtex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"etal/internal/names"
)

// maxLaTeXDepth is how deep commands may stand in the arguments of others; what is
// deeper is left out.
const maxLaTeXDepth = 32

// accents are the combining characters that the LaTeX commands for accents stand for.
var accents = map[string]rune{
	"`": 0x300, "'": 0x301, "^": 0x302, "~": 0x303, "=": 0x304, "u": 0x306, ".": 0x307, `"`: 0x308,
	"r": 0x30a, "H": 0x30b, "v": 0x30c, "d": 0x323, "c": 0x327, "k": 0x328, "b": 0x331,
}

// signs are what LaTeX commands without an argument stand for.
var signs = map[string]string{
	"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
	"i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
	"textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
	"textquotedblright": "”", "textquotesingle": "'", "textbackslash": `\`, "textasciitilde": "~", "textasciicircum": "^",
	"textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textless": "<", "textgreater": ">",
	"textbar": "|", "textunderscore": "_", "textdollar": "$", "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§", "P": "¶",
	"copyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£", "textdegree": "°", "degree": "°", "circ": "°",
	"TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "times": "×", "pm": "±", "cdot": "·", "to": "→", "rightarrow": "→",
	"infty": "∞", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "approx": "≈", "sim": "∼", "ell": "ℓ", "textmu": "µ", "quad": " ", "space": " ",
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
	"iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
	"upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
	"Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}

// latex reads a field's LaTeX as the text that it prints.
type latex struct {
	s     string
	out   strings.Builder
	depth int
}

// fromLaTeX returns the text that a field's LaTeX prints, as one line. Commands that it
// does not know are left out; what they were given stays.
func fromLaTeX(s string) string {
	if !strings.ContainsAny(s, "\\{}$~`'-\n\t") {
		return strings.TrimSpace(s)
	}
	l := latex{s: s}
	l.run("")
	return norm.NFC.String(strings.Join(strings.Fields(l.out.String()), " "))
}

// run reads until the input or the group ends that the closer ends.
func (l *latex) run(closer string) {
	groups := 0
	for l.s != "" {
		switch c := l.s[0]; {
		case c == '{':
			groups++
			l.s = l.s[1:]
		case c == '}':
			l.s = l.s[1:]
			if groups == 0 && closer != "" {
				return
			}
			groups--
		case c == '$':
			l.s = l.s[1:]
		case c == '~':
			l.put(" ", 1)
		case c == '\\':
			l.command()
		case (c == '^' || c == '_') && strings.HasPrefix(l.s[1:], "{"):
			l.s = l.s[1:]
			l.script(c, l.argument())
		case (c == '^' || c == '_') && len(l.s) > 1 && (isDigit(l.s[1]) || l.s[1] == '+' || l.s[1] == '-'):
			l.script(c, l.s[1:2])
			l.s = l.s[2:]
		default:
			l.ligature()
		}
	}
}

// ligature copies text, with the signs that TeX makes of several.
func (l *latex) ligature() {
	for _, g := range []struct{ in, out string }{{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}} {
		if strings.HasPrefix(l.s, g.in) {
			l.put(g.out, len(g.in))
			return
		}
	}
	_, size := utf8.DecodeRuneInString(l.s)
	l.put(l.s[:size], size)
}

func (l *latex) put(s string, read int) {
	l.out.WriteString(s)
	l.s = l.s[read:]
}

// command reads a command, the backslash of which is next.
func (l *latex) command() {
	l.s = l.s[1:]
	n := 0
	for n < len(l.s) && isLetter(l.s[n]) {
		n++
	}
	if n == 0 {
		l.controlSign()
		return
	}
	name := l.s[:n]
	if name == "t" { // \t{oo}, a tie over two letters, which prints as they do
		l.s = l.s[n:]
		return
	}
	if mark, ok := accents[name]; ok {
		l.s = l.s[n:]
		l.accent(mark)
		return
	}
	l.s = strings.TrimLeft(l.s[n:], " \t\n")
	if sign, ok := signs[name]; ok {
		l.out.WriteString(sign)
		return
	}
	switch name {
	case "href":
		l.argument()
	case "textsuperscript":
		l.script('^', l.argument())
	case "textsubscript":
		l.script('_', l.argument())
	}
}

// controlSign reads a command of one sign.
func (l *latex) controlSign() {
	r, size := utf8.DecodeRuneInString(l.s)
	switch mark, ok := accents[l.s[:size]]; {
	case ok:
		l.s = l.s[size:]
		l.accent(mark)
	case size == 0 || strings.ContainsRune("-/!()[]", r):
		l.s = l.s[size:]
	case strings.ContainsRune(`\,;: `, r):
		l.put(" ", size)
	default:
		l.put(l.s[:size], size)
	}
}

// dotted gives the letters without dots theirs back, which an accent takes the place of.
var dotted = strings.NewReplacer("ı", "i", "ȷ", "j")

// accent writes the letter that is next with the combining character on it.
func (l *latex) accent(mark rune) {
	base := l.argument()
	base = dotted.Replace(base)
	first, size := utf8.DecodeRuneInString(base)
	if size == 0 || !unicode.IsLetter(first) {
		l.out.WriteString(base)
		return
	}
	l.out.WriteString(base[:size] + string(mark) + base[size:])
}

// argument returns what a command is given: a group, a command or one letter.
func (l *latex) argument() string {
	if l.s = strings.TrimLeft(l.s, " \t\n"); l.s == "" {
		return ""
	}
	l.depth++
	defer func() { l.depth-- }()
	inner := latex{s: l.s, depth: l.depth}
	switch _, size := utf8.DecodeRuneInString(l.s); {
	case l.depth > maxLaTeXDepth || l.s[0] == '}':
		return ""
	case l.s[0] == '{':
		inner.s = inner.s[1:]
		inner.run("}")
	case l.s[0] == '\\':
		inner.command()
	default:
		inner.put(l.s[:size], size)
	}
	l.s = inner.s
	return inner.out.String()
}

// script writes figures raised or sunken, and anything else as it is.
func (l *latex) script(c byte, s string) {
	if strings.Trim(s, "0123456789+-") == "" {
		if c == '_' {
			s = names.Lower(s)
		} else {
			s = names.Raise(s)
		}
	}
	l.out.WriteString(s)
}

// toLaTeX writes text so that TeX prints it. Letters stay as they are, in UTF-8.
func toLaTeX(s string) string {
	if s = escaped.Replace(s); !balanced(s) { // BibTeX counts braces, whether a backslash is before them or not
		return namedBraces.Replace(s)
	}
	return s
}

var (
	escaped = strings.NewReplacer(
		`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`, "_", `\_`,
		"^", `\textasciicircum{}`, "~", `\textasciitilde{}`, "---", "{-}{-}{-}", "--", "{-}{-}", "``", "{`}{`}", "''", "{'}{'}",
	)
	namedBraces = strings.NewReplacer(`\{`, `\textbraceleft{}`, `\}`, `\textbraceright{}`)
)

// balanced reports whether each brace in s has its other one.
func balanced(s string) bool {
	open := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			open++
		case '}':
			if open--; open < 0 {
				return false
			}
		}
	}
	return open == 0
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
