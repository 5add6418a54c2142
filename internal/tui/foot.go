package tui

import (
	"strings"

	"etal/internal/tui/screen"
)

// foot is the last line: what is typed into, what the program answered, or the keys that
// matter now; and where the reader is. A bare text has one only where there is something
// to say.
func (m Model) foot() string {
	left, right := m.message, ""
	if m.opening != nil && left == "" {
		left = m.progress // a key does not take it away: the line would change twice
	}
	if m.reading && !m.help && left == "" {
		left = m.reader.Foot()
	}
	if m.reading && m.reader.Bare() && left == "" && !m.help {
		return ""
	}
	var keys []screen.Hint
	switch {
	case m.help:
		keys, right = m.helpFoot()
		if right != "" {
			right = m.styles.Dim.Render(right)
		}
	case m.reading:
		keys = m.reader.Hints()
		right = m.styles.Dim.Render(m.reader.Status())
	default:
		keys = m.list.Hints()
		if below := m.list.Status(); below != "" {
			right = m.styles.Dim.Render(below)
		}
	}
	if left != "" {
		left = m.styles.Message.Render(left)
	} else {
		left = m.hints(keys, m.columns-screen.ColumnsOf(right)-2*screen.Margin(m.columns)-2)
	}
	indent := strings.Repeat(" ", screen.Margin(m.columns))
	return indent + screen.Spread(left, right, m.columns-2*len(indent))
}

// hints writes as many keys as fit, each with what it does.
func (m Model) hints(keys []screen.Hint, room int) string {
	line := ""
	for _, k := range keys {
		hint := m.styles.Key.Render(k.Key) + " " + m.styles.Dim.Render(k.Does)
		if line != "" {
			hint = line + "   " + hint
		}
		if screen.ColumnsOf(hint) > room {
			break
		}
		line = hint
	}
	return line
}
