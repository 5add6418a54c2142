package tui

import (
	"maps"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/places"
	"etal/internal/safe"
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
	return m.places != nil && m.reading && m.reader.extent == whole && m.opening == nil
}

// savePosition saves the position if it differs from the one saved last.
func (m Model) savePosition() (Model, tea.Cmd) {
	m.saveScheduled = false
	if !m.canSavePosition() {
		return m, nil
	}
	mark := m.reader.mark(m.now())
	if mark.Place == m.savedPosition.Place && mark.Article == m.savedPosition.Article && maps.Equal(mark.Letters, m.savedPosition.Letters) {
		return m, nil
	}
	m.savedPosition = mark
	m.list = m.list.left(map[string]places.Mark{mark.Article: mark}, mark.When)
	store := m.places
	return m, func() tea.Msg { return savedMsg{store.Put(mark)} }
}

// mark returns what is saved about the article.
func (r reader) mark(now time.Time) places.Mark {
	m := places.Mark{Article: r.entry.Key, When: now, Share: r.share(), Place: r.article.Place(r.position().offset)}
	for name, p := range r.marks {
		if m.Letters == nil {
			m.Letters = map[string]article.Place{}
		}
		m.Letters[string(name)] = r.article.Place(p.offset)
	}
	return m
}

// share returns how much of the article was read, 0 to 1: up to the screen's last line,
// without the reference list.
func (r reader) share() float64 {
	lines := r.view.lines()
	if len(lines) == 0 || r.atEnd() {
		return 1
	}
	length := r.article.Body.Len()
	if refs := r.article.References; len(refs) > 0 {
		length = refs[0].Start
	}
	return min(float64(lines[len(lines)-1].End)/float64(max(length, 1)), 1)
}

// resume goes to where the article was left, and restores its marks.
func (r reader) resume(m places.Mark) reader {
	at := r.article.Locate(m.Place)
	if m.Place.Offset > 0 {
		r.view.put(r.view.doc.Find(at), 0)
	}
	r.marks = map[rune]position{}
	for name, p := range m.Letters {
		for _, letter := range name {
			r.marks[letter] = position{entry: r.entry, offset: r.article.Locate(p), row: -1}
		}
	}
	r.anchor = r.position()
	return r
}

// quit quits the program after saving the position.
func (m Model) quit() (Model, tea.Cmd) {
	m, save := m.savePosition()
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

// A placesMsg brings the positions at which articles were left.
type placesMsg struct {
	marks map[string]places.Mark
	err   error // of reading the store
}

// readPlaces reads the positions at which articles were left.
func (m Model) readPlaces() tea.Cmd {
	store := m.places
	if store == nil {
		return nil
	}
	return func() tea.Msg {
		all, err := store.All()
		return placesMsg{all, err}
	}
}

// lastRead returns how much of an article was read and when, as the list shows it.
func lastRead(m places.Mark, now time.Time) string {
	if share := int(m.Share * 100); share < 100 {
		return strconv.Itoa(share) + "% " + day(m.When, now)
	}
	return "read " + day(m.When, now)
}

// day returns the date of a time, as seen from now.
func day(when, now time.Time) string {
	date := func(t time.Time) time.Time {
		y, m, d := t.In(now.Location()).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	switch days := int(date(now).Sub(date(when)).Hours() / 24); {
	case days <= 0:
		return "today"
	case days == 1:
		return "yesterday"
	case days < 7:
		return strconv.Itoa(days) + " days ago"
	}
	return when.In(now.Location()).Format("2 Jan 2006")
}
