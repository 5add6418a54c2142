package ingest

import (
	"strings"
	"unicode/utf8"

	"etal/internal/article"
)

// A line is one line of a text and where it stands in it.
type line struct {
	text       string
	start, end int
}

// cutLines returns the lines of a region, without their line feeds and the blanks
// before them.
func cutLines(text string, region article.Span) []line {
	var lines []line
	for start := region.Start; start < region.End; {
		end := start + strings.IndexByte(text[start:region.End], '\n')
		if end < start {
			end = region.End
		}
		s := strings.TrimRight(text[start:end], " \t")
		lines = append(lines, line{s, start, start + len(s)})
		start = end + 1
	}
	return lines
}

// joinLines is the inverse of cutLines for a whole text.
func joinLines(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return b.String()
}

func (l line) blank() bool { return strings.TrimSpace(l.text) == "" }

func (l line) indent() int { return len(l.text) - len(strings.TrimLeft(l.text, " \t")) }

// width returns the number of characters in the line, its indentation included.
func (l line) width() int { return utf8.RuneCountInString(l.text) }

// words returns the number of words in the line.
func (l line) words() int { return len(strings.Fields(l.text)) }

// span returns the span of the line without its indentation.
func (l line) span() article.Span { return article.Span{Start: l.start + l.indent(), End: l.end} }

// roomAfter returns how many more characters the line would have held, at the given
// width, if the first word of next had been put on it: negative where the word did
// not fit, so that the break says nothing.
func (l line) roomAfter(next line, width int) int {
	first, _, _ := strings.Cut(strings.TrimSpace(next.text), " ")
	return width - l.width() - 1 - utf8.RuneCountInString(first)
}

// isUnderlined reports whether the first of the lines is a heading with a line of
// signs under it.
func isUnderlined(lines []line) bool {
	if len(lines) < 2 || lines[0].blank() {
		return false
	}
	s := strings.TrimSpace(lines[1].text)
	if len(s) < 3 || !strings.ContainsRune("=-~^*#\"+", rune(s[0])) || strings.Trim(s, s[:1]) != "" {
		return false
	}
	return 2*len(s) >= utf8.RuneCountInString(strings.TrimSpace(lines[0].text)) && len(lines[0].text) <= longTitle
}

// longTitle is how many bytes a line has at most that is believed to be a title.
const longTitle = 200
