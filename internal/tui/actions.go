package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/tui/reader"
	"etal/internal/tui/screen"
)

// do does what a screen asks for.
func (m Model) do(a screen.Action) (Model, tea.Cmd) {
	m.message = ""
	switch a := a.(type) {
	case screen.Say:
		m.message = string(a)
	case screen.OpenArticle:
		return m.open(opening{entry: a.Entry, part: a.Part, at: a.At, history: a.History})
	case screen.OpenWork:
		return m.openWork(a.Item)
	case screen.Run:
		m.message = a.Message
		return m, a.Command(m.desktop)
	case screen.CloseScreen:
		return m.close()
	case screen.ShowHelp:
		m.help, m.helpTop = true, 0
	case screen.Relayout:
		m = m.setSize(m.columns, m.rows)
	case screen.NextTheme:
		if next := m.look.Next(); next.Theme.Name != m.look.Theme.Name { // there is but one without colours
			m = m.setLook(next)
		}
		m.message = "theme: " + m.look.Theme.Name
	case screen.Unlist:
		return m, m.unlist(a.Entry)
	case screen.ToggleMouse:
		return m.toggleMouse()
	}
	return m, nil
}

// close goes back from an article to the list if there is one to go back to, and else quits.
func (m Model) close() (Model, tea.Cmd) {
	if !m.reading || !m.listed {
		return m.quit()
	}
	m, save := m.save()
	if m.opening != nil {
		m = m.giveUp()
	}
	m.reading = false
	return m.setSize(m.columns, m.rows), save
}

// readerKeys returns the keys of the reader, in which quit says what it does now.
func (m Model) readerKeys() screen.Keymap[reader.Model] {
	if m.listed {
		return m.bound.reader.Describe("quit", "back to the list")
	}
	return m.bound.reader.Describe("quit", "quit")
}
