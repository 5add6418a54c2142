package tui

import (
	tea "github.com/charmbracelet/bubbletea"
)

// do does what a screen asks for.
func (m Model) do(a Action) (Model, tea.Cmd) {
	m.message = ""
	switch a := a.(type) {
	case say:
		m.message = string(a)
	case openArticle:
		return m.open(opening{entry: a.entry, at: a.at, history: a.history})
	case run:
		m.message = a.message
		return m, a.command(m.desktop)
	case closeScreen:
		if !m.reading {
			return m.quit()
		}
		m, save := m.savePosition()
		m.reading = false
		return m.setSize(m.columns, m.rows), save
	case showHelp:
		m.help, m.helpTop = true, 0
	case relayout:
		m = m.setSize(m.columns, m.rows)
	case nextTheme:
		m = m.setLook(m.look.Next())
		m.message = "theme: " + m.look.Theme.Name
	case toggleMouse:
		return m.toggleMouse()
	}
	return m, nil
}
