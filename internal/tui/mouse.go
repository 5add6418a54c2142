package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/tui/screen"
)

// wheelLines is how far a notch of the mouse's wheel scrolls.
const wheelLines = 3

func (m Model) mouse(msg tea.MouseMsg) (Model, tea.Cmd) {
	switch {
	case msg.Button == tea.MouseButtonWheelDown:
		return m.scroll(1), nil
	case msg.Button == tea.MouseButtonWheelUp:
		return m.scroll(-1), nil
	case msg.Button != tea.MouseButtonLeft || msg.Action != tea.MouseActionPress || m.opening != nil:
		return m, nil
	case m.help:
		m.help = false
		return m, nil
	}
	var a screen.Action
	if m.reading {
		m.reader, a = m.reader.Click(msg.X, msg.Y)
	} else {
		m.list, a = m.list.Click(msg.X, msg.Y)
	}
	return m.do(a)
}

// toggleMouse releases the mouse, so that the terminal selects text with it, or captures it.
func (m Model) toggleMouse() (Model, tea.Cmd) {
	m.mouseOff = !m.mouseOff
	if m.mouseOff {
		m.message = "mouse released: dragging selects text"
		return m, tea.DisableMouse
	}
	m.message = "mouse captured: click follows citations"
	return m, tea.EnableMouseCellMotion
}

// scroll answers a notch of the mouse's wheel.
func (m Model) scroll(n int) Model {
	switch {
	case m.help:
		return m.scrollHelp(n)
	case m.reading:
		m.reader = m.reader.Scroll(n * wheelLines)
	default:
		m.list = m.list.Scroll(n)
	}
	return m
}
