// Package inlines cuts and joins the text that a PDF's rows have become.
//
// The package must not know of rows and pages, but that pages begin in the text.
package inlines

import (
	"slices"
	"strings"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/raised"
	"etal/internal/safe"
)

// WithoutLabel returns the text of an entry without the label at its start, and whether that stood
// in brackets.
func WithoutLabel(text []doc.Inline, label string) ([]doc.Inline, bool) {
	if label == "" {
		return text, false
	}
	all := doc.Plain(text)
	bracketed := strings.HasPrefix(strings.TrimSpace(all), "[")
	at := strings.Index(all, label)
	if at < 0 || at > 3 {
		return text, bracketed
	}
	at += len(label)
	rest := strings.TrimLeft(all[at:], "])}.: ")
	return Cut(text, len(all)-len(rest)), bracketed
}

// repeatedAuthors stand for the authors of the entry before, for which many pages have a drawn rule.
const repeatedAuthors = "———"

// WithRepeatedAuthors returns the text of an entry with dashes before the comma at which it begins, as it does behind
// a rule that is no text.
func WithRepeatedAuthors(text []doc.Inline) []doc.Inline {
	if !strings.HasPrefix(strings.TrimSpace(doc.Plain(text)), ",") {
		return text
	}
	return append([]doc.Inline{doc.Text(repeatedAuthors)}, text...)
}

// Cut returns inlines from a byte of their text on, with the pages that begin before.
func Cut(text []doc.Inline, from int) []doc.Inline {
	var pages []doc.Inline
	for ; len(text) > 0 && from > 0; text = text[1:] {
		n := text[0].Text.Len()
		if n > from {
			text[0].Text = text[0].Text.Slice(from, n)
			break
		}
		if _, ok := text[0].To.(*doc.PageStart); ok {
			pages = append(pages, text[0])
		}
		from -= n
	}
	return append(pages, text...)
}

// betweenMarks matches what stands between the author and the year of one mark, which are two links.
var betweenMarks = lazyregexp.New(`^[\s,]*[(\[]?$`)

// JoinMarks makes neighbouring links to one entry one mark, with what stands between them and the
// bracket that closes behind.
func JoinMarks(text []doc.Inline) []doc.Inline {
	var out []doc.Inline
	for i := 0; i < len(text); i++ {
		out = append(out, text[i])
		cited, ok := text[i].To.(*doc.Citation)
		if ok && i+1 < len(text) {
			if next, _ := text[i+1].To.(*doc.Citation); next != nil && slices.Equal(next.References, cited.References) {
				text[i+1].To = cited // a name divided at the end of a line
			}
		}
		if !ok || i+2 >= len(text) || text[i+1].To != nil || !betweenMarks.MatchString(text[i+1].Text.String()) {
			continue
		}
		next, ok := text[i+2].To.(*doc.Citation)
		if !ok || next == cited || !slices.Equal(next.References, cited.References) {
			continue
		}
		text[i+1].To, text[i+2].To = cited, cited
		if i+3 < len(text) && text[i+3].To == nil && strings.ContainsAny(text[i+1].Text.String(), "([") && strings.IndexAny(text[i+3].Text.String(), ")]") == 0 {
			closing := text[i+3]
			closing.To, closing.Text = cited, closing.Text.Slice(0, 1)
			text[i+3].Text = text[i+3].Text.Slice(1, text[i+3].Text.Len())
			out = append(out, text[i+1], text[i+2], closing)
			i += 2
			continue
		}
		out = append(out, text[i+1])
		i++
	}
	return out
}

// WithoutCitations returns text whose raised signs are no citations.
func WithoutCitations(text []doc.Inline) []doc.Inline {
	for i, in := range text {
		if in.Style&doc.Superscript != 0 && in.To == nil {
			text[i].Text, text[i].Style = safe.New(raised.Text(in.Text.String())), doc.Verbatim
		}
	}
	return text
}

// WithoutReturn returns the text of a note without the arrow at its end that leads back to its mark.
func WithoutReturn(text []doc.Inline) []doc.Inline {
	for n := len(text) - 1; n >= 0; n-- {
		kept := strings.TrimRight(text[n].Text.String(), "↩↑⤴\ufe0e ")
		if text[n].Text = text[n].Text.Slice(0, len(kept)); kept != "" {
			break
		}
		text = text[:n]
	}
	return text
}
