package screen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/safe"
)

// maxLine bounds what can be typed or pasted into a line, in bytes.
const maxLine = 400

// A TextField is a line of text that is being typed, at its end.
type TextField struct{ Text string }

// Update answers the keys that type and delete; ok is false for others.
func (f TextField) Update(msg tea.KeyMsg) (edited TextField, ok bool) {
	switch {
	case msg.Type == tea.KeyRunes && !msg.Alt, msg.Type == tea.KeySpace:
		typed := safe.Line(string(msg.Runes)).String()
		if strings.TrimSpace(string(msg.Runes)) == "" {
			typed = " "
		}
		if len(f.Text)+len(typed) <= maxLine {
			f.Text += typed
		}
	case msg.Type == tea.KeyBackspace:
		_, size := utf8.DecodeLastRuneInString(f.Text)
		f.Text = f.Text[:len(f.Text)-size]
	case msg.Type == tea.KeyCtrlU:
		f.Text = ""
	case msg.Type == tea.KeyCtrlW:
		f.Text = strings.TrimRightFunc(f.Text, unicode.IsSpace)
		f.Text = f.Text[:strings.LastIndexFunc(f.Text, unicode.IsSpace)+1]
	default:
		return f, false
	}
	return f, true
}
