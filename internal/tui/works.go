package tui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/library"
	"etal/internal/safe"
)

// A worksMsg brings works that articles cite or are.
type worksMsg struct {
	works library.Works
	rest  tea.Cmd // reads more; nil where that was all
}

// startWorks has other articles read, once a reference is in focus, to tell which of them cite the same
// work or are it: the embedded ones, those of the list, and those in the folder of a file that was named.
func (m Model) startWorks() (Model, tea.Cmd) {
	if !m.reader.HasReference() {
		return m, nil
	}
	var cmds []tea.Cmd
	if read := m.readWorks; read != nil {
		m.readWorks = nil
		cmds = append(cmds, func() tea.Msg { return worksMsg{works: read()} })
	}
	var listed tea.Cmd
	m.list, listed = m.list.ReadItems()
	e := m.reader.Entry()
	if folder := e.Folder(); folder != "" && !e.Found && !slices.Contains(m.folders, folder) { // a folder's articles are all in the list
		m.folders = append(slices.Clip(m.folders), folder)
		cmds = append(cmds, readNeighbours(e.Neighbours()))
	}
	return m, tea.Batch(append(cmds, listed)...)
}

// readNeighbours reads some articles in the folder of another, and then the rest.
func readNeighbours(n *library.Neighbours) tea.Cmd {
	return func() tea.Msg {
		works, more := n.Read()
		if !more {
			return worksMsg{works: works}
		}
		return worksMsg{works, readNeighbours(n)}
	}
}

// learnWorks takes works that articles cite or are.
func (m Model) learnWorks(works library.Works) Model {
	m.works = m.works.With(works)
	m.reader = m.reader.SetWorks(m.works)
	return m
}

// openWork fetches the work that a reference names, and opens it.
func (m Model) openWork(item bib.Item) (Model, tea.Cmd) {
	if m.cited == nil {
		return m, nil
	}
	e, err := m.cited(item)
	if err != nil {
		m.message = safe.Line(err.Error()).String()
		return m, nil
	}
	return m.open(opening{entry: e})
}

// learnOpened takes the work that was fetched, so that Enter opens it from now on.
func (m Model) learnOpened() Model {
	e, a := m.reader.Entry(), m.reader.Article()
	if _, fetched := e.Page(); !fetched || a.Format == article.Record {
		return m
	}
	return m.learnWorks(library.Holds(e, a.Item()))
}

// wayOn names the key that opens the page of a work of which there is the record only, for the end of a message.
func (m Model) wayOn() string {
	if m.reader.Article().Format != article.Record {
		return ""
	}
	for _, h := range m.bound.reader.Hints("browse") {
		return " · " + h.Key + " opens its page"
	}
	return ""
}
