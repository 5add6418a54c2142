package doc

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/safe"
)

// dotted is the base that Unicode has for a combining mark without one.
const dotted = "◌"

// Text returns an inline of s in a style. A combining mark that s begins with gets a base, so
// that it cannot join what stands before.
func Text(s string, style ...Style) Inline {
	if first, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.M, first) {
		s = dotted + s
	}
	in := Inline{Text: safe.New(s)}
	for _, st := range style {
		in.Style |= st
	}
	return in
}

// LineBreak returns the end of a line within a block.
func LineBreak() Inline { return Inline{Break: true} }

// note returns the note that an inline is the mark of, or nil.
func (in Inline) note() *Note {
	n, _ := in.To.(*Note)
	return n
}

// page returns the page that begins at an inline, or nil.
func (in Inline) page() *PageStart {
	p, _ := in.To.(*PageStart)
	return p
}

// isText reports whether an inline is text: neither a line's end nor a mark.
func (in Inline) isText() bool { return !in.Break && in.note() == nil && in.page() == nil }

// Plain returns the text of inlines as it stands, without styles and notes.
func Plain(text []Inline) string {
	var b strings.Builder
	for _, in := range text {
		if in.isText() {
			b.WriteString(in.Text.String())
		}
	}
	return b.String()
}

// Restyled returns a copy of text with a style added.
func Restyled(text []Inline, style Style) []Inline {
	out := make([]Inline, len(text))
	for i, in := range text {
		in.Style |= style
		out[i] = in
	}
	return out
}

// Tidy makes every run of white space one blank, drops it at the ends of lines, drops inlines
// without text and joins those that are set alike and lead to one place. Marks of pages stay.
func Tidy(text []Inline) []Inline {
	var out []Inline
	var run strings.Builder // the text of the last of them
	blank := true           // the last was one, or the line begins
	flush := func() {
		if run.Len() > 0 {
			out[len(out)-1].Text = safe.New(run.String())
			run.Reset()
		}
	}
	for _, in := range text {
		if in.note() != nil || in.page() != nil {
			flush()
			out, blank = append(out, in), blank && in.note() == nil
			continue
		}
		if in.Break {
			flush()
			out = trimEnd(out)
			if n := withoutPages(out); n > 0 && !out[n-1].Break {
				out, blank = append(out, in), true
			}
			continue
		}
		joins := run.Len() > 0 && out[len(out)-1].alike(in)
		if !joins {
			flush()
		}
		before := run.Len()
		for _, r := range in.Text.String() {
			if r == ' ' || r == '\n' || r == '\t' || r == '\u2003' {
				if !blank {
					run.WriteByte(' ')
				}
				blank = true
				continue
			}
			if blank && unicode.IsSpace(r) {
				continue
			}
			run.WriteRune(r)
			blank = false
		}
		if !joins && run.Len() > before {
			out = append(out, in)
		}
	}
	flush()
	out = trimEnd(out)
	for n := withoutPages(out); n > 0 && out[n-1].Break; n = withoutPages(out) {
		out = trimEnd(slices.Delete(out, n-1, n))
	}
	return out
}

// alike reports whether two inlines of text are set alike and lead to one place.
func (in Inline) alike(other Inline) bool { return in.Style == other.Style && in.To == other.To }

// withoutPages returns the length of text without the marks of pages at its end.
func withoutPages(text []Inline) int {
	n := len(text)
	for n > 0 && text[n-1].page() != nil {
		n--
	}
	return n
}

// trimEnd drops the blanks at the end of text.
func trimEnd(text []Inline) []Inline {
	for n := withoutPages(text); n > 0 && text[n-1].isText(); n = withoutPages(text) {
		trimmed := strings.TrimRight(text[n-1].Text.String(), " ")
		text[n-1].Text = text[n-1].Text.Slice(0, len(trimmed))
		if trimmed != "" {
			break
		}
		text = slices.Delete(text, n-1, n)
	}
	return text
}

// IsBlank reports whether there is nothing to read in text.
func IsBlank(text []Inline) bool {
	for _, in := range text {
		if in.note() != nil || strings.TrimSpace(in.Text.String()) != "" {
			return false
		}
	}
	return true
}

// Unstyled returns text in one style: raised and lowered in Unicode's letters.
func Unstyled(text []Inline) string {
	var b strings.Builder
	for _, in := range text {
		b.WriteString(withScripts(in))
	}
	return b.String()
}
