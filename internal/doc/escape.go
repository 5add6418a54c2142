package doc

import (
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/markdown"
)

// What was text in a source must come out of Markdown as that text. This is the one place
// that knows what Markdown would read in it.

var (
	// meaningful matches what Markdown would read in the middle of text, and the signs ^ and ~
	// that stand for raised and lowered text in its dialects, and $, which begins a formula where no
	// letter or digit is before it.
	meaningful = lazyregexp.New("[\\\\`*^~]|\\B\\$|<|&(?:#|[A-Za-z])[A-Za-z0-9]*;|\\]\\(|\\[\\^|\\]:|!\\[|\\b_+|_+\\b")
	// leading matches what Markdown would read at the start of a line. The group is what a
	// backslash belongs behind.
	leading = lazyregexp.New(`^()(?:[#>+=|-]|_{3})|^(\d{1,9})[.)](?:\s|$)`)
)

// Escape writes a line of text as Markdown that reads the same where it begins a block.
func Escape(s string) string {
	open := 0
	return escapeStart(escape(s, markdown.Addresses(s, 0, &open)))
}

// EscapeInline writes text as Markdown that reads the same in the middle of a line.
func EscapeInline(s string) string { return escapeSigns(s) }

// escape writes text as Markdown that reads the same in the middle of a line. The addresses in
// it stay as they are, for Markdown to make links of them.
func escape(s string, addresses []markdown.Address) string {
	var b strings.Builder
	at := 0
	for _, a := range addresses {
		b.WriteString(escapeSigns(s[at:a.Start]))
		b.WriteString(s[a.Start:a.End])
		if a.Followed {
			b.WriteByte('\\')
		}
		at = a.End
	}
	b.WriteString(escapeSigns(s[at:]))
	return b.String()
}

// escapeStart puts a backslash before the sign with which Markdown would begin a block.
func escapeStart(s string) string {
	m := leading.FindStringSubmatchIndex(s)
	if m == nil {
		return s
	}
	at := max(m[3], m[5])
	return s[:at] + `\` + s[at:]
}

func escapeSigns(s string) string {
	if !strings.ContainsAny(s, "\\`*^~$<&]![_") {
		return s
	}
	return meaningful.ReplaceAllStringFunc(s, func(m string) string {
		switch m {
		case "](", "]:":
			return `]\` + m[1:]
		case "[^":
			return `\[\^`
		}
		if m[0] == '_' {
			return strings.Repeat(`\_`, len(m))
		}
		return `\` + m
	})
}

// EscapeDestination writes an address such that it can stand between pointed brackets.
func EscapeDestination(address string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", " ", "%20", "\n", "%0A").Replace(address)
}

// unescape returns the text of Markdown that the writer has written, as one reads it.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch rest := s[i:]; {
		case s[i] == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		case s[i] == '*', s[i] == '`':
		case strings.HasPrefix(rest, "<sup>"):
			i += len("<sup>") - 1
		case strings.HasPrefix(rest, "</sup>"):
			i += len("</sup>") - 1
		case strings.HasPrefix(rest, "<br>"):
			b.WriteByte(' ')
			i += len("<br>") - 1
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// startsWithURL reports whether a link's text says itself where it leads.
func startsWithURL(s string) bool {
	s = strings.TrimSpace(s)
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && !strings.ContainsAny(s, " <>")
}
