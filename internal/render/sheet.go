package render

import (
	"strings"

	"github.com/charmbracelet/glamour"

	"etal/internal/markdown"
)

// A sheet asks Glamour how each kind of text looks.
//
// Glamour lays text out in ways that an article does not survive: it decodes
// character references into raw control characters, breaks marks and DOIs over
// lines, renumbers lists, pads each line, cannot say where a word ended up, and
// takes minutes over a few hundred nested quotes. So it is never handed an article's
// text, only a sample of each kind of text that the article has, "**x**" for strong;
// the style of the x is that kind's style. A sample costs 50 µs once, whatever the
// article's size. Code is the exception: what is highlighted depends on the text, so
// Glamour gets it and its answer is checked, rune by rune, against what it was given.
type sheet struct {
	renderer   *glamour.TermRenderer
	highlights bool // the theme has colours for code
	looks      map[textKind]look
}

// A textKind is a kind of text: the block it stands in, and its style in Markdown.
type textKind struct {
	block string // "", "#" to "######", or ">"
	markdown.Style
}

// A look is what Glamour makes of a textKind.
type look struct {
	prefix string // what it puts before the text
	style  Style
}

func newSheet(t Theme) *sheet {
	// The options are constant, and so cannot be refused.
	r, _ := glamour.NewTermRenderer(glamour.WithStyles(t.glamour), glamour.WithColorProfile(t.profile), glamour.WithWordWrap(0), glamour.WithChromaFormatter("terminal256"))
	return &sheet{renderer: r, highlights: t.glamour.CodeBlock.Theme != "" || t.glamour.CodeBlock.Chroma != nil, looks: map[textKind]look{}}
}

// look returns how text of the kind looks.
func (s *sheet) look(k textKind) look {
	l, known := s.looks[k]
	if !known {
		l = s.ask(k.sample())
		s.looks[k] = l
	}
	return l
}

// sample writes the letter x in Markdown as the kind says.
func (k textKind) sample() string {
	x := "x"
	switch {
	case k.Code:
		x = "`x`"
	case k.Link:
		x = "[x](u)"
	}
	if k.Strike {
		x = "~~" + x + "~~"
	}
	if k.Emph {
		x = "_" + x + "_"
	}
	if k.Strong {
		x = "**" + x + "**"
	}
	if k.block != "" {
		x = k.block + " " + x
	}
	return x
}

// ask has Glamour render a sample and reads how the x in it looks.
func (s *sheet) ask(sample string) look {
	out, err := s.renderer.Render(sample)
	if err != nil {
		return look{}
	}
	prefix := ""
	for _, part := range readStyled(out) {
		before, _, found := strings.Cut(part.text, "x")
		prefix += before
		if found {
			return look{prefix: strings.TrimLeft(prefix, "\n "), style: part.style}
		}
	}
	return look{}
}

const (
	// maxCode is the longest code that is handed to Glamour at once, in lines: its time
	// grows with the square of the lines.
	maxCode = 100
	// maxHighlighted is how much of one block of code is highlighted, in bytes: to read
	// a screen of it nobody waits for more than a tenth of a second.
	maxHighlighted = 32 << 10
	// maxLanguage is the longest name of a language that is looked up, in bytes: the time
	// for it grows with the square of its length.
	maxLanguage = 40
	// maxCodeBlocks is how many blocks of code an article has at most whose code is
	// highlighted: handing one over takes a thousand times as long as showing it.
	maxCodeBlocks = 1000
)

// code returns the lines of code as Glamour highlights them, or in one style where what
// came back is not the code that was handed over, and after the first maxHighlighted
// bytes.
func (s *sheet) code(lines []string, language string) [][]styled {
	var out [][]styled
	for left := maxHighlighted; len(lines) > 0 && s.highlights; {
		n := 0
		for n < min(len(lines), maxCode) && left >= len(lines[n]) {
			left -= len(lines[n]) + 1
			n++
		}
		if n == 0 {
			break
		}
		out = append(out, s.highlight(lines[:n], language)...)
		lines = lines[n:]
	}
	return append(out, s.plainCode(lines)...)
}

// plainCode returns lines of code in one style.
func (s *sheet) plainCode(lines []string) [][]styled {
	out := make([][]styled, len(lines))
	style := s.look(textKind{Style: markdown.Style{Code: true}}).style
	for i, l := range lines {
		out[i] = []styled{{l, style}}
	}
	return out
}

func (s *sheet) highlight(lines []string, language string) [][]styled {
	fence := "```"
	for _, l := range lines {
		for at := strings.Index(l, fence); at >= 0; at = strings.Index(l, fence) {
			run := len(l[at:]) - len(strings.TrimLeft(l[at:], "`"))
			fence = strings.Repeat("`", run+1)
		}
	}
	if len(language) > maxLanguage || strings.Trim(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#-") != "" {
		language = ""
	}
	answer, err := s.renderer.Render(fence + language + "\n" + strings.Join(lines, "\n") + "\n" + fence + "\n")
	if err == nil {
		if got, ok := match(splitLines(readStyled(answer)), lines); ok {
			return got
		}
	}
	return s.plainCode(lines)
}

// match finds the lines that were asked for in Glamour's answer, which may have blank
// lines around them and blanks after them.
func match(answer [][]styled, lines []string) ([][]styled, bool) {
	for len(answer) > len(lines) && strings.TrimSpace(text(answer[0])) == "" && strings.TrimSpace(lines[0]) != "" {
		answer = answer[1:]
	}
	if len(answer) < len(lines) {
		return nil, false
	}
	for i, l := range lines {
		if strings.TrimRight(text(answer[i]), " ") != strings.TrimRight(l, " ") {
			return nil, false
		}
	}
	return answer[:len(lines)], true
}

func text(parts []styled) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.text)
	}
	return b.String()
}

func splitLines(parts []styled) [][]styled {
	lines := [][]styled{nil}
	for _, p := range parts {
		for i, s := range strings.Split(p.text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			if s != "" {
				lines[len(lines)-1] = append(lines[len(lines)-1], styled{s, p.style})
			}
		}
	}
	return lines
}
