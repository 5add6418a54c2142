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

// Where the reader stops in an article is kept while it is read, and not only on leaving: a
// program that is killed has kept it but for the last two seconds.

// keepAfter is how long after a key the place is kept to which it and those after it led.
const keepAfter = 1800 * time.Millisecond

// A keepMsg asks to keep the place on screen.
type keepMsg struct{}

// A keptMsg tells what became of it.
type keptMsg struct{ err error }

// keepLater has the place kept after a while, if that is not to be done already.
func (m Model) keepLater() (Model, tea.Cmd) {
	if m.keeping || !m.keeps() || m.later == nil {
		return m, nil
	}
	m.keeping = true
	return m, m.later(keepAfter, func() tea.Msg { return keepMsg{} })
}

// keeps reports whether there is a place to keep: only that in an article which was wholly
// read is one.
func (m Model) keeps() bool {
	return m.places != nil && m.reading && m.reader.extent == whole && m.opening == nil
}

// keep keeps the place on screen, if it is another than was kept last.
func (m Model) keep() (Model, tea.Cmd) {
	m.keeping = false
	if !m.keeps() {
		return m, nil
	}
	mark := m.reader.mark(m.now())
	if mark.Place == m.kept.Place && mark.Article == m.kept.Article && maps.Equal(mark.Letters, m.kept.Letters) {
		return m, nil
	}
	m.kept = mark
	m.list = m.list.left(map[string]places.Mark{mark.Article: mark}, mark.When)
	store := m.places
	return m, func() tea.Msg { return keptMsg{store.Put(mark)} }
}

// mark returns what is to be kept of the article.
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

// share returns how much of the article was read, 0 to 1: as far as the screen's last line,
// the reference list left out.
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

// resume goes to where an article was left, and has its marks again.
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

// quit leaves the program, when the place on screen is kept.
func (m Model) quit() (Model, tea.Cmd) {
	m, keep := m.keep()
	if keep == nil {
		return m, tea.Quit
	}
	return m, func() tea.Msg {
		keep() // there is no screen any more to say what became of it
		return tea.Quit()
	}
}

// complain says, once, that places cannot be kept.
func (m Model) complain(err error) Model {
	if err != nil && !m.complained {
		m.complained = true
		m.message = safe.Line(err.Error()).String()
	}
	return m
}

// A leftMsg tells the list where articles were left.
type leftMsg struct {
	marks map[string]places.Mark
	err   error // what is wrong with what was kept
}

// readPlaces reads where articles were left.
func (m Model) readPlaces() tea.Cmd {
	store := m.places
	if store == nil {
		return nil
	}
	return func() tea.Msg {
		all, err := store.All()
		return leftMsg{all, err}
	}
}

// lastRead says how much of an article was read, and when.
func lastRead(m places.Mark, now time.Time) string {
	if share := int(m.Share * 100); share < 100 {
		return strconv.Itoa(share) + "% " + day(m.When, now)
	}
	return "read " + day(m.When, now)
}

// day says which day it was.
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
