package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
	"etal/internal/nav"
)

// An Action is what a screen asks of the program in answer to a key or a click; nil is
// nothing.
type Action interface{ action() }

type (
	// say shows a message at the foot.
	say string
	// openArticle opens an article: at a position with a history, or where it was left
	// and the history goes on.
	openArticle struct {
		entry   *library.Entry
		at      *position
		history *nav.History[position]
	}
	// run runs a command with the desktop, and shows a message meanwhile.
	run struct {
		message string
		command func(Desktop) tea.Cmd
	}
	closeScreen struct{} // to the list, or quits
	showHelp    struct{}
	relayout    struct{} // measures the rows above the foot again
	nextTheme   struct{}
	toggleMouse struct{}
)

func (say) action()         {}
func (openArticle) action() {}
func (run) action()         {}
func (closeScreen) action() {}
func (showHelp) action()    {}
func (relayout) action()    {}
func (nextTheme) action()   {}
func (toggleMouse) action() {}

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
