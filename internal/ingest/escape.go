package ingest

import (
	"strings"

	"etal/internal/lazyregexp"
)

var (
	// meaningful matches what Markdown would read in the middle of plain text.
	meaningful = lazyregexp.New("[\\\\`*]|~~|<|&(?:#|[A-Za-z])[A-Za-z0-9]*;|\\]\\(|\\[\\^|\\]:|!\\[|\\b_|_\\b")
	// leading matches what Markdown would read at the start of a line.
	leading = lazyregexp.New(`^(?:[#>+=|-]|\d{1,9}[.)](?:\s|$)|_{3})`)
	address = lazyregexp.New(`https?://\S+`)
	// kept matches what stays as it is: addresses, so that they are still found to be
	// such, and code as reStructuredText marks it, which Markdown reads the same.
	kept = lazyregexp.New("https?://\\S+|``[^`\n]+``")
)

// escapeLine writes one line of plain text as Markdown that reads the same.
func escapeLine(s string) string {
	s = strings.TrimSpace(s)
	var b strings.Builder
	at := 0
	for _, m := range kept.FindAllStringIndex(s, -1) {
		b.WriteString(escapeText(s[at:m[0]]))
		b.WriteString(s[m[0]:m[1]])
		at = m[1]
	}
	b.WriteString(escapeText(s[at:]))
	s = b.String()
	if m := leading.FindString(s); m != "" {
		i := strings.LastIndexFunc(strings.TrimRight(m, " \t"), func(rune) bool { return true })
		s = s[:i] + `\` + s[i:]
	}
	return s
}

func escapeText(s string) string {
	if !strings.ContainsAny(s, "\\`*~<&]![_") {
		return s
	}
	return meaningful.ReplaceAllStringFunc(s, func(m string) string {
		switch m {
		case "](":
			return `]\(`
		case "~~":
			return `\~\~`
		case "]:":
			return `]\:`
		}
		return `\` + m
	})
}
