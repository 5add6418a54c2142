package tui

import (
	"cmp"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/tui/list"
)

// A placesMsg brings the positions at which articles were left.
type placesMsg struct {
	marks  map[string]places.Mark
	recent []list.Recent // newest first; none where the list has none
	err    error         // of reading the store
}

// readPlaces reads the positions at which articles were left.
func (m Model) readPlaces() tea.Cmd {
	store, reopen := m.places, m.reopen
	if store == nil {
		return nil
	}
	return func() tea.Msg {
		marks, err := store.All()
		msg := placesMsg{marks: marks, err: err}
		if reopen != nil {
			msg.recent = recent(marks, reopen)
		}
		return msg
	}
}

// recent returns the files and URLs that were opened lately, newest first.
func recent(marks map[string]places.Mark, reopen func(key string) (*library.Entry, bool)) (all []list.Recent) {
	for key, mark := range marks {
		if mark.Unlisted {
			continue
		}
		if e, ok := reopen(key); ok {
			all = append(all, list.Recent{Entry: e, Left: mark})
		}
	}
	slices.SortFunc(all, func(a, b list.Recent) int {
		return cmp.Or(b.Left.When.Compare(a.Left.When), strings.Compare(a.Entry.Key, b.Entry.Key))
	})
	return all[:min(len(all), list.MaxRecent)]
}

// saveOpening saves that an article was opened, if it was read as a whole and can be opened again.
func (m Model) saveOpening() (Model, tea.Cmd) {
	if !m.reader.Entry().Lasting() {
		return m, nil
	}
	m.savedPosition = places.Mark{}
	return m.savePosition()
}

// unlist saves that an article is not to be listed any more. Its position stays.
func (m Model) unlist(e *library.Entry) tea.Cmd {
	store := m.places
	if store == nil {
		return nil
	}
	return func() tea.Msg {
		mark, ok := store.Get(e.Key)
		if !ok {
			return nil
		}
		mark.Unlisted = true
		return savedMsg{store.Put(mark)}
	}
}
