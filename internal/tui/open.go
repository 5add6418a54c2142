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
	stamp   library.Stamp // of its file
	at      *position     // where in it; nil for where it was left, or its beginning
	history *history      // what the history is then; nil for: as it is, and from here
}

// An Opened is an article that was opened, or as much of it as could be read at once: a
// message to the program, and what it starts with.
type Opened struct {
	opening *opening
	article *article.Article // nil where nothing was read yet
	rest    tea.Cmd          // reads the whole, where that was not read; its answer is an Opened
	err     error
}

// patientSize is the size of a source, in bytes, that is read before the first screen
// even where its format cannot be read in part.
const patientSize = 1 << 20

// Open opens the article that the program starts with: as much of it as its first screen
// needs.
func Open(e *library.Entry) (Opened, error) {
	o := &opening{entry: e}
	data, err := o.source()
	if err != nil {
		return Opened{}, err
	}
	if len(data) > patientSize {
		if part, ok := e.Beginning(data); ok {
			return Opened{opening: o, article: part, rest: o.parse(data)}, nil
		}
		return Opened{opening: o, rest: o.parse(data)}, nil
	}
	begun := o.begin(data)
	return begun, begun.err
}

// read reads the article.
func (o *opening) read() tea.Msg {
	data, err := o.source()
	if err != nil {
		return Opened{opening: o, err: err}
	}
	return o.begin(data)
}

// source returns the bytes of the article.
func (o *opening) source() ([]byte, error) {
	o.stamp, _ = o.entry.Stamp()
	return o.entry.Source()
}

// begin makes of a source as much as a first screen needs.
func (o *opening) begin(data []byte) Opened {
	if part, ok := o.entry.Beginning(data); ok {
		return Opened{opening: o, article: part, rest: o.parse(data)}
	}
	a, err := o.entry.Parse(data)
	return Opened{opening: o, article: a, err: err}
}

// parse makes the whole article of a source.
func (o *opening) parse(data []byte) tea.Cmd {
	return func() tea.Msg {
		a, err := o.entry.Parse(data)
		return Opened{opening: o, article: a, err: err}
	}
}

// open opens an article: at once where it is the one last read.
func (m Model) open(o opening) (Model, tea.Cmd) {
	if m.reader.entry == o.entry && o.at == nil {
		m.reading = true
		m.list = m.list.reset(o.entry)
		return m, nil
	}
	m = m.await(&o)
	return m, o.read
}

// await shows that an article is on its way.
func (m Model) await(o *opening) Model {
	m.opening = o
	m.message = "opening " + o.entry.Name().String() + " …"
	return m
}

// opened shows an article that was opened, unless the reader has thought better of it, and
// answers the keys that waited for it.
func (m Model) opened(msg Opened) (Model, tea.Cmd) {
	if msg.opening != m.opening {
		return m, nil
	}
	m.message = ""
	if msg.err != nil {
		m.opening, m.held = nil, nil
		m.message = safe.Line(msg.err.Error()).String()
		return m, nil
	}
	if msg.article == nil {
		return m.await(msg.opening), msg.rest
	}
	m = m.show(*msg.opening, msg.article)
	m.reader.part = msg.rest != nil
	cmds := []tea.Cmd{msg.rest}
	if msg.rest == nil {
		m.opening = nil
		m.list = m.list.learn(listedMsg{item: newItem(m.reader.entry).read(msg.article)})
		m.message = noticed(msg.article)
		m.watching++
		cmds = append(cmds, m.watch())
	}
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
	m.reader.stamp = o.stamp
	switch {
	case o.history != nil:
		m.reader.history = *o.history
	case before.article != nil:
		before.jump()
		m.reader.history = before.history
	}
	if before.article != nil {
		m.reader.arrangement = before.arrangement
	}
	m.reading = true
	m.reader = m.reader.SetSize(m.columns, m.screenRows())
	if o.at != nil {
		m.reader = m.reader.restore(*o.at)
		m.reader.anchor = m.reader.position()
	}
	m.list = m.list.reset(o.entry)
	return m
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
