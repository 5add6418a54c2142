package tui

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/safe"
)

// An opening is an article on its way to the screen.
type opening struct {
	entry   *library.Entry
	at      *position // where in it; nil for where it was left, or its beginning
	history *history  // what the history is then; nil for: as it is, and from here
}

// An openedMsg brings an article, or the beginning of one.
type openedMsg struct {
	opening *opening
	article *article.Article
	rest    tea.Cmd // reads the whole, where this is the beginning
	err     error
}

// open opens an article: at once where it is the one last read.
func (m Model) open(o opening) (Model, tea.Cmd) {
	if m.reader.entry == o.entry && o.at == nil {
		m.reading = true
		m.list = m.list.reset(o.entry)
		return m, nil
	}
	m.opening = &o
	m.message = "opening " + o.entry.Name().String() + " …"
	return m, readArticle(&o)
}

// readArticle reads an article to be opened.
func readArticle(o *opening) tea.Cmd {
	return func() tea.Msg {
		a, err := o.entry.Read()
		return openedMsg{opening: o, article: a, err: err}
	}
}

// opened shows an article that was opened, unless the reader has thought better of it, and
// answers the keys that waited for it.
func (m Model) opened(msg openedMsg) (Model, tea.Cmd) {
	if msg.opening != m.opening {
		return m, nil
	}
	m.message = ""
	if msg.err != nil {
		m.opening, m.held = nil, nil
		m.message = safe.Line(msg.err.Error()).String()
		return m, nil
	}
	m = m.show(*msg.opening, msg.article)
	m.reader.part = msg.rest != nil
	if msg.rest == nil {
		m.opening = nil
		m.message = noticed(msg.article)
	}
	cmds := []tea.Cmd{msg.rest}
	held := m.held
	m.held = nil
	for _, k := range held {
		var cmd tea.Cmd
		m, cmd = m.key(k)
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// noticed says what an article names and could not be read.
func noticed(a *article.Article) string {
	switch n := len(a.Notices); n {
	case 0:
		return ""
	case 1:
		return a.Notices[0].String()
	default:
		return a.Notices[0].String() + " (and " + strconv.Itoa(n-1) + " more; etal check tells all)"
	}
}

// show puts an article on the screen.
func (m Model) show(o opening, a *article.Article) Model {
	if m.reader.entry == o.entry && m.reader.part {
		m.reader = m.reader.replace(a)
		return m
	}
	before := m.reader
	m.reader = newReader(o.entry, a, m.look)
	switch {
	case o.history != nil:
		m.reader.history = *o.history
	case before.article != nil:
		before.jump()
		m.reader.history = before.history
	}
	m.reader = m.reader.SetSize(m.columns, m.screenRows())
	if o.at != nil {
		m.reader = m.reader.restore(*o.at)
		m.reader.anchor = m.reader.position()
	}
	m.reading = true
	m.list = m.list.reset(o.entry)
	return m
}

// replace shows another reading of the same article: the whole where there was its
// beginning. The place in the text stays.
func (r reader) replace(a *article.Article) reader {
	r.article, r.part, r.stops = a, false, stops(a)
	r.view.doc = r.document(r.view.doc.Width())
	return r.restore(r.anchor)
}

// canAnswer reports whether a key can be answered while an article is being opened: the
// keys that scroll can, as far as what was read of it reaches.
func (m Model) canAnswer(msg tea.KeyMsg) bool {
	if m.help {
		return true
	}
	if len(m.held) > 0 || !m.reading || !m.reader.part {
		return false
	}
	moved, ok := m.reader.move(msg, m.reader.count)
	return ok && !moved.atEnd()
}

// hold keeps a key for the article that is being opened.
func (m Model) hold(msg tea.KeyMsg) Model {
	m.held = append(m.held[:len(m.held):len(m.held)], msg)
	return m
}

// giveUp leaves an article alone that is being opened.
func (m Model) giveUp() Model {
	m.opening, m.held, m.message = nil, nil, ""
	if m.reader.part {
		m.reader, m.reading = reader{}, false
	}
	return m
}
