package inlines

import (
	"slices"
	"strings"
	"unicode"

	"etal/internal/doc"
	"etal/internal/safe"
)

// FreePunctuation takes the signs of the sentence out of the links and citations that they end, and the blanks before
// these: typesetters draw the area of "Figure 1" around "Figure 1),". A URL is one link, whatever its letters are set in.
func FreePunctuation(text []doc.Inline) []doc.Inline {
	var out []doc.Inline
	for len(text) > 0 {
		n := 1
		for n < len(text) && text[n].To == text[0].To {
			n++
		}
		run := joinURL(text[:n])
		text = text[n:]
		if !isFreed(run[0].To) {
			out = append(out, run...)
			continue
		}
		if rest := strings.TrimLeft(run[0].Text.String(), " "); len(rest) < run[0].Text.Len() && rest != "" {
			blank := run[0]
			blank.To, blank.Text = nil, safe.New(" ")
			out, run = append(out, blank), slices.Clone(run)
			run[0].Text = safe.New(rest)
		}
		left := linkedLength(doc.Plain(run))
		for _, in := range run {
			own := min(left, in.Text.Len())
			left -= own
			if own > 0 {
				linked := in
				linked.Text = in.Text.Slice(0, own)
				out = append(out, linked)
			}
			if own < in.Text.Len() {
				in.To, in.Text = nil, in.Text.Slice(own, in.Text.Len())
				out = append(out, in)
			}
		}
	}
	return out
}

// joinURL returns the inlines of a link as one if they are a URL.
func joinURL(run []doc.Inline) []doc.Inline {
	l, ok := run[0].To.(*doc.Link)
	if !ok || l.URL == "" || len(run) == 1 {
		return run
	}
	text := doc.Plain(run)
	if url := strings.TrimSpace(text); strings.Contains(url, " ") || !strings.Contains(url, "://") && !strings.HasPrefix(url, "www.") {
		return run
	}
	return []doc.Inline{{Text: safe.New(strings.ReplaceAll(text, "∼", "~")), To: l}}
}

// isFreed reports whether a target is a citation or a link.
func isFreed(to doc.Target) bool {
	switch to.(type) {
	case *doc.Citation, *doc.Link:
		return true
	}
	return false
}

// linkedLength returns how much of the text of a link is not punctuation behind it. A full stop behind a letter may be
// that of "et al.".
func linkedLength(text string) int {
	for {
		rest := strings.TrimRightFunc(text, unicode.IsSpace)
		last := rest[max(len(rest)-1, 0):]
		before := strings.TrimSuffix(rest, last)
		switch {
		case last == "":
			return 0
		case last == "," || last == ";" || last == ":":
		case last == "." && (before == "" || strings.ContainsAny(before[len(before)-1:], "0123456789)]")):
		case last == ")" && strings.Count(rest, ")") > strings.Count(rest, "("):
		case last == "]" && strings.Count(rest, "]") > strings.Count(rest, "["):
		default:
			return len(rest)
		}
		text = before
	}
}
