package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
)

// A worksMsg brings works that articles cite.
type worksMsg struct{ works library.Works }

// startWorks has the index of the works that other articles cite read, once a reference is in focus.
func (m Model) startWorks() (Model, tea.Cmd) {
	if m.readWorks == nil || !m.reader.HasReference() {
		return m, nil
	}
	read := m.readWorks
	m.readWorks = nil
	return m, func() tea.Msg { return worksMsg{read()} }
}

// learnWorks takes works that articles cite.
func (m Model) learnWorks(works library.Works) Model {
	m.works = m.works.With(works)
	m.reader = m.reader.SetWorks(m.works)
	return m
}
