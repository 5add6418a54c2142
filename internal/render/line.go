package render

import (
	"slices"
	"strings"
	"unicode"

	"etal/internal/article"
	"etal/internal/safe"
	"etal/internal/textwidth"
	"etal/internal/theme"
)

// A Line is one row of a rendered article.
type Line struct {
	article.Span // the part of the body that it shows; empty for a blank line
	Runs         []Run
	links        []target // those on the line, if the document has hyperlinks
}

// A Run is a part of a line in one style. Its span is the part of the body that it shows, empty for a
// decoration such as an indent or a bullet. If the text is as long as the span, they are the same
// bytes.
type Run struct {
	article.Span
	Text  safe.Text
	Style theme.Style
}

// A Highlight is a style on top of a span of the body.
type Highlight struct {
	article.Span
	Style theme.Style
}

// Width returns the width of the line in columns.
func (l Line) Width() int {
	n := 0
	for _, r := range l.Runs {
		n += width(r.Text.String())
	}
	return n
}

// At returns the offset in the body of what a column of the line shows, and reports whether it
// shows any of the body.
func (l Line) At(column int) (offset int, ok bool) {
	for _, r := range l.Runs {
		s := r.Text.String()
		if n := width(s); column >= n {
			column -= n
			continue
		}
		if r.Len() == 0 || column < 0 {
			return 0, false
		}
		if r.Text.Len() != r.Len() {
			return r.Start, true
		}
		return r.Start + len(textwidth.Cut(s, column)), true
	}
	return 0, false
}

// Plain returns the line's text without any style and without blanks at its end.
func (l Line) Plain() string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text.String())
	}
	return strings.TrimRightFunc(b.String(), unicode.IsSpace)
}

// Draw returns the line with its styles and the highlights on top of them, without
// blanks at its end. The only escape sequences in it are SGR and, where the document
// has hyperlinks, OSC 8.
func (l Line) Draw(highlights []Highlight) string {
	runs := trimRight(l.Runs)
	if len(highlights) > 0 {
		runs = overlay(runs, highlights)
	}
	var b strings.Builder
	var last theme.Style
	var link Hyperlink
	draw := func(r Run, h Hyperlink) {
		if r.Text.Len() == 0 {
			return
		}
		if isBlank(r.Text.String()) && !r.Style.ShowsOnBlanks() && !last.ShowsOnBlanks() {
			r.Style = last
		}
		h.write(&b, link)
		r.Style.Write(&b, r.Text.String(), last)
		last, link = r.Style, h
	}
	for _, r := range runs {
		l.part(r, draw)
	}
	Hyperlink("").write(&b, link)
	if last != "" {
		b.WriteString(theme.Reset)
	}
	return b.String()
}

// trimRight returns runs without the white space at their end.
func trimRight(runs []Run) []Run {
	for n := len(runs) - 1; n >= 0; n-- {
		last := runs[n]
		kept := len(strings.TrimRightFunc(last.Text.String(), unicode.IsSpace))
		if kept > 0 && kept == last.Text.Len() {
			return runs[:n+1]
		}
		if kept > 0 {
			return append(slices.Clone(runs[:n]), last.slice(0, kept))
		}
	}
	return nil
}

func isBlank(s string) bool { return strings.Trim(s, " ") == "" }

// overlay returns runs with the styles of highlights on top, split where those begin and end.
func overlay(runs []Run, highlights []Highlight) []Run {
	for _, h := range highlights {
		var out []Run
		for _, r := range runs {
			out = append(out, r.overlay(h)...)
		}
		runs = out
	}
	return runs
}

func (r Run) overlay(h Highlight) []Run {
	start, end := max(r.Start, h.Start), min(r.End, h.End)
	if start >= end {
		return []Run{r}
	}
	if r.Text.Len() != r.Len() {
		r.Style = h.Style.On(r.Style)
		return []Run{r}
	}
	var out []Run
	for _, part := range []article.Span{{Start: r.Start, End: start}, {Start: start, End: end}, {Start: end, End: r.End}} {
		if part.Len() == 0 {
			continue
		}
		p := r.slice(part.Start-r.Start, part.End-r.Start)
		if part.Start == start {
			p.Style = h.Style.On(p.Style)
		}
		out = append(out, p)
	}
	return out
}

// slice returns the bytes [start, end) of the run's text as a run.
func (r Run) slice(start, end int) Run {
	out := Run{Text: r.Text.Slice(start, end), Style: r.Style, Span: r.Span}
	if r.Text.Len() == r.Len() {
		out.Span = article.Span{Start: r.Start + start, End: r.Start + end}
	}
	return out
}

// width returns the width of s on a terminal, in columns.
func width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return textwidth.Of(s)
		}
	}
	return len(s)
}

// decoration returns a run that is not part of the article.
func decoration(s string, style theme.Style) Run { return Run{Text: safe.New(s), Style: style} }
