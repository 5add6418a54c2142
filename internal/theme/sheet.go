package theme

import (
	"strings"

	"github.com/charmbracelet/glamour"

	"etal/internal/markdown"
)

// A Sheet asks Glamour how each kind of text looks in a theme. It is not safe for concurrent use.
//
// Glamour lays text out in ways that an article does not survive: it decodes
// character references into raw control characters, breaks marks and DOIs over
// lines, renumbers lists, pads each line, cannot say where a word ended up, and
// takes minutes over a few hundred nested quotes. So it never gets an article's text,
// only a sample of each kind of text in the article, "**x**" for strong; the style of
// the x is the style of that kind. A sample costs 50 µs once, whatever the article's
// size. Code is the exception: its highlights depend on the text, so Glamour gets it,
// and its answer is compared with the code, rune by rune.
type Sheet struct {
	renderer   *glamour.TermRenderer
	highlights bool
	looks      map[TextKind]Look
}

// A TextKind is a kind of text: the block around it, and its style in Markdown.
type TextKind struct {
	Block string // "", "#" to "######", or ">"
	markdown.Style
}

// A Look is how Glamour shows a TextKind.
type Look struct {
	Prefix string // before the text
	Style  Style
}

// NewSheet returns the sheet of a theme. It highlights code if that is asked for and the theme has
// colours for it.
func NewSheet(t Theme, highlight bool) *Sheet {
	// Constant options are never refused.
	r, _ := glamour.NewTermRenderer(glamour.WithStyles(t.glamour), glamour.WithColorProfile(t.profile), glamour.WithWordWrap(0), glamour.WithChromaFormatter("terminal256"))
	return &Sheet{renderer: r, highlights: highlight && (t.glamour.CodeBlock.Theme != "" || t.glamour.CodeBlock.Chroma != nil), looks: map[TextKind]Look{}}
}

// Look returns the look of a kind of text.
func (s *Sheet) Look(k TextKind) Look {
	l, known := s.looks[k]
	if !known {
		l = s.look(k)
		s.looks[k] = l
	}
	return l
}

func (s *Sheet) look(k TextKind) Look {
	if !k.Mark {
		return s.ask(k.sample())
	}
	k.Mark = false // for which Markdown has no sign
	l := s.Look(k)
	if s.Look(TextKind{Style: markdown.Style{Strike: true}}).Style != "" {
		l.Style = marked.On(l.Style)
	}
	return l
}

// marked is how marked text looks, in themes with styles: underlined.
const marked Style = "4"

// sample returns the letter x as this kind of text, in Markdown.
func (k TextKind) sample() string {
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
	if k.Block != "" {
		x = k.Block + " " + x
	}
	return x
}

// ask has Glamour render a sample, and returns the look of the x in it.
func (s *Sheet) ask(sample string) Look {
	out, err := s.renderer.Render(sample)
	if err != nil {
		return Look{}
	}
	prefix := ""
	for _, part := range readSegments(out) {
		before, _, found := strings.Cut(part.Text, "x")
		prefix += before
		if found {
			return Look{Prefix: strings.TrimLeft(prefix, "\n "), Style: part.Style}
		}
	}
	return Look{}
}

const (
	// maxCode is how many lines of code Glamour gets at once. Its time grows with their square.
	maxCode = 100
	// maxHighlighted is how many bytes of one block of code are highlighted. They take a tenth of
	// a second.
	maxHighlighted = 32 << 10
	// maxLanguage is the length in bytes of the longest name of a language that is looked up. The
	// time grows with its square.
	maxLanguage = 40
)

// Code returns the lines of code as Glamour highlights them, or in one style if its answer is not
// that code, and after the first maxHighlighted bytes.
func (s *Sheet) Code(lines []string, language string) [][]Segment {
	var out [][]Segment
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
func (s *Sheet) plainCode(lines []string) [][]Segment {
	out := make([][]Segment, len(lines))
	style := s.Look(TextKind{Style: markdown.Style{Code: true}}).Style
	for i, l := range lines {
		out[i] = []Segment{{l, style}}
	}
	return out
}

func (s *Sheet) highlight(lines []string, language string) [][]Segment {
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
		if got, ok := match(splitLines(readSegments(answer)), lines); ok {
			return got
		}
	}
	return s.plainCode(lines)
}

// match finds lines of code in Glamour's answer, which may have blank lines around them and blanks
// at their ends.
func match(answer [][]Segment, lines []string) ([][]Segment, bool) {
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

func text(parts []Segment) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

func splitLines(parts []Segment) [][]Segment {
	lines := [][]Segment{nil}
	for _, p := range parts {
		for i, s := range strings.Split(p.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			if s != "" {
				lines[len(lines)-1] = append(lines[len(lines)-1], Segment{s, p.Style})
			}
		}
	}
	return lines
}
