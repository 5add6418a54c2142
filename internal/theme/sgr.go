package theme

import (
	"strings"
)

// A Style is the parameters of an SGR escape sequence, such as "1;38;5;111" for bold blue. The zero
// Style is the terminal's default.
type Style string

// On returns the style s on top of another.
func (s Style) On(under Style) Style {
	switch {
	case s == "":
		return under
	case under == "":
		return s
	}
	return under + ";" + s
}

// ShowsOnBlanks reports whether the style is visible on a blank: a background, reverse or a line.
func (s Style) ShowsOnBlanks() bool {
	for rest := string(s); rest != ""; {
		var p string
		p, rest, _ = strings.Cut(rest, ";")
		switch p {
		case "38": // a colour, whose numbers are no attributes
			numbers := 4
			if strings.HasPrefix(rest, "5;") {
				numbers = 2
			}
			for range numbers {
				_, rest, _ = strings.Cut(rest, ";")
			}
		case "4", "7", "9", "21", "53":
			return true
		default:
			if len(p) > 1 && (p[0] == '4' || strings.HasPrefix(p, "10")) {
				return true
			}
		}
	}
	return false
}

// Reset is the sequence that ends all styles.
const Reset = "\x1b[0m"

// Write writes text in the style s, after text in the style last. Only a change of style is written.
func (s Style) Write(b *strings.Builder, text string, last Style) {
	switch {
	case s == last:
	case s == "":
		b.WriteString(Reset)
	case last == "":
		b.WriteString("\x1b[" + string(s) + "m")
	default:
		b.WriteString("\x1b[0;" + string(s) + "m")
	}
	b.WriteString(text)
}

// A Segment is a string in one style, as read from Glamour's output.
type Segment struct {
	Text  string
	Style Style
}

// readSegments reads text with SGR sequences, and drops all other escape sequences.
func readSegments(s string) []Segment {
	var out []Segment
	var style Style
	for s != "" {
		text, rest, found := strings.Cut(s, "\x1b")
		if text != "" {
			out = append(out, Segment{text, style})
		}
		if !found {
			break
		}
		params, after, ok := cutSGR(rest)
		if ok {
			style = applySGR(style, params)
		}
		s = after
	}
	return out
}

// cutSGR cuts the text behind an escape character after its sequence, and reports whether that is
// SGR.
func cutSGR(s string) (params, after string, ok bool) {
	if !strings.HasPrefix(s, "[") {
		return "", strings.TrimLeft(s, "\x1b"), false
	}
	i := 1
	for i < len(s) && (s[i] < 0x40 || s[i] > 0x7e) {
		i++
	}
	if i == len(s) {
		return "", "", false
	}
	return s[1:i], s[i+1:], s[i] == 'm' && strings.Trim(s[1:i], "0123456789;") == ""
}

func applySGR(style Style, params string) Style {
	if params == "" || params == "0" {
		return ""
	}
	return Style(strings.TrimPrefix(params, "0;")).On(style)
}
