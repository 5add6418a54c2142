package tui

import (
	"cmp"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/places"
	"etal/internal/safe"
)

// An opening is an article on its way to the screen.
type opening struct {
	entry   *library.Entry
	stamp   library.Stamp          // of its file
	places  *places.Store          // where it may have been left; nil where that is not kept
	left    places.Mark            // where it was, or the zero mark
	at      *position              // where in it; nil for where it was left, or its beginning
	history *nav.History[position] // what the history is then; nil for: as it is, and from here
	asked   bool                   // it is what the program was started for
	fetch   fetch
}

// An extent is how much of an article was read.
type extent int

const (
	whole     extent = iota
	beginning        // its first screens
	sketched         // its text and references, not what is cited
)

// An Opened is an article that was opened, or as much of it as was read so far: a message
// to the program, and what it starts with.
type Opened struct {
	opening *opening
	article *article.Article // nil where nothing was read yet
	extent  extent
	rest    tea.Cmd // reads more, where this is not the whole; its answer is an Opened
	err     error
}

const (
	// patientSize is the size of a source, in bytes, that is read before the first
	// screen even where its format cannot be read in part.
	patientSize = 1 << 20
	// restAfter is how long the reading of the rest leaves the processor to the first
	// screen.
	restAfter = 40 * time.Millisecond
)

// Open opens the article that the program starts with: as much of it as its first screen
// needs.
func Open(e *library.Entry, left *places.Store) (Opened, error) {
	o := &opening{entry: e, places: left, asked: true, fetch: newFetch()}
	if e.Host().Len() > 0 {
		return Opened{opening: o, rest: o.read}, nil
	}
	from, err := o.source()
	if err != nil {
		return Opened{}, err
	}
	opened := o.begin(from)
	if opened.article == nil && len(from.Data) <= patientSize {
		opened = o.parse(from)
	}
	return opened, opened.err
}

// read reads the article, or its beginning.
func (o *opening) read() tea.Msg {
	from, err := o.source()
	if err != nil {
		return Opened{opening: o, err: err}
	}
	if begun := o.begin(from); begun.article != nil {
		return begun
	}
	return o.parse(from)
}

// source returns what the article is read from.
func (o *opening) source() (library.Source, error) {
	o.stamp, _ = o.entry.Stamp()
	if o.places != nil {
		o.left, _ = o.places.Get(o.entry.Key)
	}
	return o.entry.Source(o.fetch.ctx, o.fetch.progress)
}

// begin makes the beginning of the article of its source, if its format is read in part.
func (o *opening) begin(from library.Source) Opened {
	a, ok := o.entry.Beginning(from)
	if ok && (o.left.Place.Offset > 0 || o.at != nil) {
		return o.sketch(from) // the first screen is not that of the beginning
	}
	if !ok {
		return Opened{opening: o, rest: func() tea.Msg { return o.parse(from) }}
	}
	return Opened{opening: o, article: a, extent: beginning, rest: func() tea.Msg {
		time.Sleep(restAfter)
		return o.sketch(from)
	}}
}

// sketch makes the text of the article of its source, or else the whole.
func (o *opening) sketch(from library.Source) Opened {
	a, ok := o.entry.Sketch(from)
	if !ok {
		return o.parse(from)
	}
	return Opened{opening: o, article: a, extent: sketched, rest: func() tea.Msg { return o.parse(from) }}
}

// parse makes the whole article of its source.
func (o *opening) parse(from library.Source) Opened {
	a, err := o.entry.Parse(from)
	return Opened{opening: o, article: a, err: err}
}

// open opens an article: at once where it is the one last read.
func (m Model) open(o opening) (Model, tea.Cmd) {
	if m.reader.entry == o.entry && o.at == nil {
		m.reading = true
		m.list = m.list.reset(o.entry)
		return m.setSize(m.columns, m.rows), nil
	}
	o.places, o.fetch = m.places, newFetch()
	m, save := m.savePosition()
	m, awaited := m.await(&o)
	return m, tea.Batch(save, awaited, o.read)
}

// await shows that an article is on its way.
func (m Model) await(o *opening) (Model, tea.Cmd) {
	m.opening = o
	m.message = o.status()
	return m, m.follow(o)
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
		if msg.opening.asked {
			m.failed = msg.err
			return m.quit()
		}
		return m, nil
	}
	if msg.article == nil {
		m, awaited := m.await(msg.opening)
		return m, tea.Batch(awaited, msg.rest)
	}
	m = m.show(msg)
	cmds := []tea.Cmd{msg.rest}
	if msg.rest == nil {
		m.opening = nil
		m.list = m.list.learn(listedMsg{item: newItem(m.reader.entry).read(msg.article)})
		m.message = cmp.Or(noticed(msg.article), m.welcome(*msg.opening))
		m.watchID++
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

// welcome says that an article is open where it was left.
func (m Model) welcome(o opening) string {
	if o.at != nil || o.left.Article == "" || m.reader.view.atTop() {
		return ""
	}
	return "resumed from " + day(o.left.When, m.now()) + " · g goes to the beginning"
}

// show puts an article on the screen.
func (m Model) show(msg Opened) Model {
	o := msg.opening
	if m.reader.entry == o.entry && m.reader.extent != whole {
		m.reader = m.reader.replace(msg.article, msg.extent)
		return m
	}
	before := m.reader
	m.reader = newReader(o.entry, msg.article, m.look, m.bound.reader)
	m.reader.extent = msg.extent
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
	} else {
		m.reader.measure = m.measure
	}
	m.reading = true
	m.reader = m.reader.SetSize(m.columns, m.screenRows())
	switch {
	case o.at != nil:
		m.reader = m.reader.restore(*o.at)
		m.reader.anchor = *o.at // with what is in focus once the whole was read
	case o.left.Article != "":
		m.reader = m.reader.resume(o.left)
	}
	m.savedPosition = m.reader.mark(m.now())
	m.list = m.list.reset(o.entry)
	return m
}

// canAnswer reports whether a key can be answered while an article is being opened: the
// keys that scroll can, as far as what was read of it reaches.
func (m Model) canAnswer(msg tea.KeyMsg) bool {
	if m.help {
		return true
	}
	if len(m.held) > 0 || !m.reading || m.reader.extent == whole {
		return false
	}
	c, ok := m.reader.keys.find(msg)
	if !ok || !c.early {
		return false
	}
	moved, _ := c.run(m.reader, m.reader.count)
	return m.reader.extent == sketched || !moved.atEnd()
}

// hold keeps a key for the article that is being opened.
func (m Model) hold(msg tea.KeyMsg) Model {
	m.held = append(m.held[:len(m.held):len(m.held)], msg)
	return m
}

// giveUp leaves an article alone that is being opened.
func (m Model) giveUp() Model {
	m.opening.fetch.stop()
	m.opening, m.held, m.message = nil, nil, ""
	if m.reader.extent != whole {
		m.reader, m.reading = reader{}, false
	}
	return m
}
