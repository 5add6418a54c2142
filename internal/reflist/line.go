package reflist

import (
	"strings"
	"unicode/utf8"

	"etal/internal/article"
)

// A Line is one line of a text, without the blanks at its end, and its span.
type Line struct {
	Text       string
	Start, End int
}

// CutLines returns the lines of a region of a text.
func CutLines(text string, region article.Span) []Line {
	if region.Start >= region.End {
		return nil
	}
	lines := make([]Line, 0, strings.Count(text[region.Start:region.End], "\n")+1)
	for start := region.Start; start < region.End; {
		end := start + strings.IndexByte(text[start:region.End], '\n')
		if end < start {
			end = region.End
		}
		s := strings.TrimRight(text[start:end], " \t")
		lines = append(lines, Line{s, start, start + len(s)})
		start = end + 1
	}
	return lines
}

// JoinLines returns the text that has these lines.
func JoinLines(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

// Blank reports whether nothing is to be read in the line.
func (l Line) Blank() bool { return strings.TrimSpace(l.Text) == "" }

// Indent returns the number of blanks and tabs that the line begins with.
func (l Line) Indent() int { return len(l.Text) - len(strings.TrimLeft(l.Text, " \t")) }

// Width returns the number of characters in the line, its indentation included.
func (l Line) Width() int { return utf8.RuneCountInString(l.Text) }

// Words returns the number of words in the line.
func (l Line) Words() int { return len(strings.Fields(l.Text)) }

// span returns the span of the line without its indentation.
func (l Line) span() article.Span { return article.Span{Start: l.Start + l.Indent(), End: l.End} }

// RoomAfter returns how many more characters the line would have held, at the given width, if the
// first word of next had been put on it. It is negative if the word did not fit, in which case the
// line's end tells nothing.
func (l Line) RoomAfter(next Line, width int) int {
	first, _, _ := strings.Cut(strings.TrimSpace(next.Text), " ")
	return width - l.Width() - 1 - utf8.RuneCountInString(first)
}

// shortestUnderline is how many signs are an underline.
const shortestUnderline = 3

// IsUnderlined reports whether the first of the lines is a heading with a line of signs under it
// that is at least half as long.
func IsUnderlined(lines []Line) bool {
	if len(lines) < 2 || lines[0].Blank() {
		return false
	}
	s := strings.TrimSpace(lines[1].Text)
	if len(s) < shortestUnderline || !strings.ContainsRune("=-~^*#\"+", rune(s[0])) || strings.Trim(s, s[:1]) != "" {
		return false
	}
	return 2*len(s) >= utf8.RuneCountInString(strings.TrimSpace(lines[0].Text)) && len(lines[0].Text) <= LongTitle
}

// LongTitle is the length in bytes up to which a line may be a title.
const LongTitle = 200
