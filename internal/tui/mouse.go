package tui

import tea "github.com/charmbracelet/bubbletea"

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
	var w want
	if m.reading {
		m.reader, w = m.reader.Click(msg.X, msg.Y)
	} else {
		m.list, w = m.list.Click(msg.X, msg.Y)
	}
	return m.answer(w)
}

// toggleMouse lets go of the mouse, so that the terminal selects text with it, or takes it.
func (m Model) toggleMouse() (Model, tea.Cmd) {
	m.mouseless = !m.mouseless
	if m.mouseless {
		m.message = "the mouse selects text now; M takes it back"
		return m, tea.DisableMouse
	}
	m.message = "the mouse follows citations now"
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
		m.list = m.list.choose(m.list.chosen + n)
	}
	return m
}
