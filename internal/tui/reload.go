package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
	"etal/internal/tui/reader"
)

// watchInterval is how often the article's file is checked: another program may write it.
const watchInterval = time.Second

// A reloadedMsg is a new reading of the article on screen, whose file has changed.
type reloadedMsg struct {
	watch   int // the Model's watchID when it was started
	stamp   library.Stamp
	reading reader.Reading // without an article if the file has not changed, or cannot be read now
}

// watch checks the article's file after watchInterval.
func (m Model) watch() tea.Cmd {
	if m.later == nil || m.opening != nil || m.reader.Entry() == nil || m.reader.Entry().Path == "" {
		return nil
	}
	return m.later(watchInterval, m.reload())
}

// reload reads the article again if its file has changed.
func (m Model) reload() func() tea.Msg {
	entry, stamp, watch := m.reader.Entry(), m.stamp, m.watchID
	return func() tea.Msg {
		now, ok := entry.Stamp()
		if !ok || now == stamp {
			return reloadedMsg{watch: watch, stamp: stamp}
		}
		a, err := entry.Read()
		if err != nil {
			return reloadedMsg{watch: watch, stamp: stamp} // it is being written
		}
		return reloadedMsg{watch: watch, stamp: now, reading: reader.NewReading(a, reader.Whole)}
	}
}

// reloaded shows the article as it is now, and goes on watching it.
func (m Model) reloaded(msg reloadedMsg) (Model, tea.Cmd) {
	if msg.watch != m.watchID || m.opening != nil {
		return m, nil
	}
	m.stamp = msg.stamp
	if msg.reading.Article() != nil {
		m.reader = m.reader.Replace(msg.reading)
		m.message = "read again: the file has changed"
	}
	return m, m.watch()
}
