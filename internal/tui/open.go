package tui

import (
	"cmp"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/safe"
	"etal/internal/tui/list"
	"etal/internal/tui/reader"
)

// open opens an article: at once where it is the one last read.
func (m Model) open(o opening) (Model, tea.Cmd) {
	if m.reader.Entry() == o.entry && o.at == nil && o.part == "" {
		m.reading = true
		m.list = m.list.Reset(o.entry)
		return m.setSize(m.columns, m.rows), nil
	}
	o.places, o.fetch = m.places, newFetch()
	m, save := m.savePosition()
	m, awaited := m.await(&o)
	return m, tea.Batch(save, awaited, o.read)
}

// await shows that an article is being opened.
func (m Model) await(o *opening) (Model, tea.Cmd) {
	m.opening, m.message, m.progress = o, "", o.status()
	return m, m.showProgress(o)
}

// opened shows an article that was opened, unless it was given up.
func (m Model) opened(msg Opened) (Model, tea.Cmd) {
	if msg.opening != m.opening {
		return m, nil
	}
	m.message = ""
	if msg.err != nil {
		m.opening, m.held = nil, nil
		m.message = safe.Line(msg.err.Error()).String()
		if msg.opening.asked {
			m.failed = msg.err
			return m.quit()
		}
		return m, nil
	}
	if msg.reading.Article() == nil {
		m, awaited := m.await(msg.opening)
		return m, tea.Batch(awaited, msg.rest)
	}
	m = m.show(msg)
	cmds := []tea.Cmd{msg.rest}
	if msg.rest == nil {
		m.opening = nil
		m.list = m.list.Opened(m.reader.Entry(), m.reader.Article())
		m = m.learnOpened()
		found := true
		if part := msg.opening.part; part != "" {
			m.reader, found = m.reader.GoToPart(part)
		}
		m.message = cmp.Or(notice(m.reader.Article()), m.resumed(*msg.opening)) + m.wayOn()
		if !found {
			m.message = "there is no part " + safe.Line(msg.opening.part).String() + " in it"
		}
		m.watchID++
		m, save := m.saveOpening()
		cmds = append(cmds, m.watch(), save)
		return m, tea.Batch(cmds...)
	}
	return m, tea.Batch(cmds...)
}

// answerHeld answers the keys that have waited, as far as they can be answered now.
func (m Model) answerHeld() (Model, tea.Cmd) {
	held := m.held
	m.held = nil
	var cmds []tea.Cmd
	for _, k := range held {
		var cmd tea.Cmd
		m, cmd = m.key(k)
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// notice returns the first notice of an article and the number of others.
func notice(a *article.Article) string {
	switch n := len(a.Notices); n {
	case 0:
		return ""
	case 1:
		return a.Notices[0].String()
	default:
		return a.Notices[0].String() + " (and " + strconv.Itoa(n-1) + " more; etal check lists all)"
	}
}

// resumed returns the message for an article that is opened where it was left.
func (m Model) resumed(o opening) string {
	if o.at != nil || o.part != "" || o.left.Article == "" || m.reader.AtTop() {
		return ""
	}
	return "resumed from " + list.Day(o.left.When, m.now()) + " · g goes to the beginning"
}

// show puts an article on the screen.
func (m Model) show(msg Opened) Model {
	o := msg.opening
	if m.reader.Entry() == o.entry && m.reader.Extent() != reader.Whole {
		m.reader = m.reader.Replace(msg.reading)
		return m
	}
	before := m.reader
	m.reader, m.stamp = reader.New(o.entry, msg.reading, m.look, m.readerKeys()).SetWorks(m.works), o.stamp
	if before.Article() != nil {
		m.reader = m.reader.After(before)
	} else {
		m.reader = m.reader.SetMeasure(m.measure)
	}
	m.reading = true
	m.reader = m.reader.SetSize(m.columns, m.screenRows())
	switch {
	case o.at != nil:
		m.reader = m.reader.Return(*o.at, o.history)
	case o.left.Article != "":
		m.reader = m.reader.Resume(o.left)
	}
	m.savedPosition = m.reader.Mark(m.now())
	m.list = m.list.Reset(o.entry)
	return m
}

// canAnswer reports whether a key can be answered now. While an article is being opened the
// keys that scroll can, as far as the text reaches; while a search waits, none.
func (m Model) canAnswer(msg tea.KeyMsg) bool {
	switch {
	case m.help:
		return true
	case m.opening == nil:
		return !m.reading || !m.reader.Searching()
	}
	return len(m.held) == 0 && m.reading && m.reader.AnswersEarly(msg)
}

// giveUp cancels the opening of an article.
func (m Model) giveUp() Model {
	m.opening.fetch.stop()
	m.opening, m.held, m.message = nil, nil, ""
	if m.reader.Extent() != reader.Whole {
		m.reader, m.reading = reader.Model{}, false
	}
	m.listed = m.listed || !m.reading
	return m
}
