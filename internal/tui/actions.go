package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/tui/screen"
)

// do does what a screen asks for.
func (m Model) do(a screen.Action) (Model, tea.Cmd) {
	m.message = ""
	switch a := a.(type) {
	case screen.Say:
		m.message = string(a)
	case screen.OpenArticle:
		return m.open(opening{entry: a.Entry, at: a.At, history: a.History})
	case screen.Run:
		m.message = a.Message
		return m, a.Command(m.desktop)
	case screen.CloseScreen:
		if !m.reading {
			return m.quit()
		}
		m, save := m.savePosition()
		m.reading = false
		return m.setSize(m.columns, m.rows), save
	case screen.ShowHelp:
		m.help, m.helpTop = true, 0
	case screen.Relayout:
		m = m.setSize(m.columns, m.rows)
	case screen.NextTheme:
		m = m.setLook(m.look.Next())
		m.message = "theme: " + m.look.Theme.Name
	case screen.ToggleMouse:
		return m.toggleMouse()
	}
	return m, nil
}
