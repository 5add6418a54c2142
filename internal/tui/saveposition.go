package tui

import (
	"errors"
	"maps"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/places"
	"etal/internal/safe"
	"etal/internal/tui/reader"
)

// The position is saved while an article is read, not only on quitting: a program that is
// killed loses the last two seconds.

// saveDelay is the time from a key to the saving of the position that it led to.
const saveDelay = 1800 * time.Millisecond

// A saveMsg asks to save the position.
type saveMsg struct{}

// A savedMsg reports that the position was saved, or why not.
type savedMsg struct{ err error }

// scheduleSave has the position saved after saveDelay, unless that is scheduled already.
func (m Model) scheduleSave() (Model, tea.Cmd) {
	if m.saveScheduled || !m.canSavePosition() || m.later == nil {
		return m, nil
	}
	m.saveScheduled = true
	return m, m.later(saveDelay, func() tea.Msg { return saveMsg{} })
}

// canSavePosition reports whether there is a position to save: one in an article that was
// read as a whole.
func (m Model) canSavePosition() bool {
	return m.places != nil && m.reading && m.reader.Extent() == reader.Whole && m.opening == nil
}

// save saves the position and the theme if they differ from those saved last.
func (m Model) save() (Model, tea.Cmd) {
	m, position := m.savePosition()
	m, theme := m.saveTheme()
	switch {
	case theme == nil:
		return m, position
	case position == nil:
		return m, theme
	}
	return m, func() tea.Msg { return savedMsg{errors.Join(theme().(savedMsg).err, position().(savedMsg).err)} }
}

// savePosition saves the position if it differs from the one saved last.
func (m Model) savePosition() (Model, tea.Cmd) {
	m.saveScheduled = false
	if !m.canSavePosition() {
		return m, nil
	}
	mark := m.reader.Mark(m.now())
	mark.Finished = mark.AtEnd()
	if mark.Place == m.savedPosition.Place && mark.Article == m.savedPosition.Article && maps.Equal(mark.Letters, m.savedPosition.Letters) {
		return m, nil
	}
	m.savedPosition = mark
	m.list = m.list.Left(map[string]places.Mark{mark.Article: mark}, mark.When)
	store := m.places
	return m, func() tea.Msg { return savedMsg{store.Put(mark)} }
}

// saveTheme saves the theme if another was chosen.
func (m Model) saveTheme() (Model, tea.Cmd) {
	name := m.look.Choice()
	if m.places == nil || !m.keepTheme || name == m.savedTheme {
		return m, nil
	}
	m.savedTheme = name
	store := m.places
	return m, func() tea.Msg { return savedMsg{store.SetTheme(name)} }
}

// quit quits the program after saving the position and the theme.
func (m Model) quit() (Model, tea.Cmd) {
	m, save := m.save()
	if save == nil {
		return m, tea.Quit
	}
	return m, func() tea.Msg {
		save() // an error has no screen any more to be shown on
		return tea.Quit()
	}
}

// showStoreErr shows, once, why positions cannot be saved.
func (m Model) showStoreErr(err error) Model {
	if err != nil && !m.storeErrShown {
		m.storeErrShown = true
		m.message = safe.Line(err.Error()).String()
	}
	return m
}
