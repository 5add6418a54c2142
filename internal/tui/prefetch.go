package tui

import tea "github.com/charmbracelet/bubbletea"

// While nothing is asked of it, the program renders what the next keys will show: a page
// below the screen and one above, a few blocks at a time, so that a key waits little.

// blocksAhead is how many blocks are rendered between one look for a key and the next.
const blocksAhead = 3

// An aheadMsg asks to render some of what is around the screen.
type aheadMsg struct{}

func renderAhead() tea.Msg { return aheadMsg{} }

// ahead renders some of what is around the screen, and asks for more where there is more.
func (m Model) ahead() (Model, tea.Cmd) {
	m.aheading = false
	if !m.reading {
		return m, nil
	}
	for range blocksAhead {
		if !m.reader.view.doc.Ahead(m.reader.view.top, 2*m.reader.rows) {
			return m, nil
		}
	}
	return m.lookAhead()
}

// lookAhead asks to render what is around the screen, if that is not asked already.
func (m Model) lookAhead() (Model, tea.Cmd) {
	if !m.reading || m.aheading {
		return m, nil
	}
	m.aheading = true
	return m, renderAhead
}
