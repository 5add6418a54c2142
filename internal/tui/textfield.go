package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/safe"
)

// maxLine bounds what can be typed or pasted into a line, in bytes.
const maxLine = 400

// A line is a line of text that is being typed, at its end.
type line struct{ text string }

// edit answers the keys that type and delete; ok is false for others.
func (l line) edit(msg tea.KeyMsg) (edited line, ok bool) {
	switch {
	case msg.Type == tea.KeyRunes && !msg.Alt, msg.Type == tea.KeySpace:
		typed := safe.Line(string(msg.Runes)).String()
		if strings.TrimSpace(string(msg.Runes)) == "" {
			typed = " "
		}
		if len(l.text)+len(typed) <= maxLine {
			l.text += typed
		}
	case msg.Type == tea.KeyBackspace:
		_, size := utf8.DecodeLastRuneInString(l.text)
		l.text = l.text[:len(l.text)-size]
	case msg.Type == tea.KeyCtrlU:
		l.text = ""
	case msg.Type == tea.KeyCtrlW:
		l.text = strings.TrimRightFunc(l.text, unicode.IsSpace)
		l.text = l.text[:strings.LastIndexFunc(l.text, unicode.IsSpace)+1]
	default:
		return l, false
	}
	return l, true
}
