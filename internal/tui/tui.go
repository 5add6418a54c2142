// Package tui is the Bubble Tea program: it opens articles, routes keys to the screen that is open,
// and saves positions.
//
// [Run] runs it on a terminal, [New] makes its [Model] from the articles to list. A size goes down
// by calls, and the answer to a key comes back as a [screen.Action]; files are read in commands. The
// package must not ask the environment for anything.
package tui

import (
	"cmp"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/bib"
	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/tui/list"
	"etal/internal/tui/reader"
	"etal/internal/tui/screen"
)

// A Model is the whole program's state.
type Model struct {
	look          screen.Look
	styles        screen.Styles
	desktop       screen.Desktop
	places        *places.Store
	reopen        func(key string) (*library.Entry, bool)
	cited         func(bib.Item) (*library.Entry, error)
	preparing     func() string
	bound         Keys
	measure       int // of text, unless the reader sets it otherwise
	now           func() time.Time
	columns, rows int

	list     list.Model
	reader   reader.Model
	reading  bool
	listed   bool         // the list was shown: the reader goes back to it
	opening  *opening     // the article that is being opened, nil for none
	held     []tea.KeyMsg // keys that wait for it, or for a search
	help     bool
	helpTop  int
	mouseOff bool
	message  string // the answer to the last key
	progress string // what is said, without an answer, while an article is opened
	failed   error  // why the article that the program was started for cannot be read

	saveScheduled bool
	keepTheme     bool
	savedTheme    string // by name; that at the start was not chosen here
	savedPosition places.Mark
	stamp         library.Stamp // of the file that the reader's article was read from
	storeErrShown bool
	works         library.Works                               // that other articles cite, as far as they were read
	readWorks     func() library.Works                        // nil once it was started
	folders       []string                                    // whose articles were looked through for cited works
	prefetching   bool                                        // the lines around the screen are being rendered
	watchID       int                                         // of the newest watch of the article's file; older ones are void
	begin         tea.Cmd                                     // run once the program runs
	later         func(time.Duration, func() tea.Msg) tea.Cmd // nil where time stands still
}

// Options are what the program starts with.
type Options struct {
	Entries       []*library.Entry                        // in the order of the list
	Tour          *library.Entry                          // the one of them that stands first until it was read; nil for none
	Reopen        func(key string) (*library.Entry, bool) // opens what was opened in an earlier run, to list it; nil to list none of that
	Cited         func(bib.Item) (*library.Entry, error)  // opens the work that a reference names
	Opened        *Opened                                 // the article to be read at once; nil for the list
	Look          screen.Look
	Desktop       screen.Desktop
	Keys          *Keys                // nil for those of NewKeys
	MouseOff      bool                 // the mouse is left to the terminal
	Works         func() library.Works // reads the index of the works that other articles cite; nil for none
	KeepTheme     bool                 // a theme that is chosen with a key is kept in Places
	Measure       int                  // the width of text in columns; 0 for what reads well
	Places        *places.Store        // nil to save no positions
	Now           func() time.Time     // nil for the clock
	Preparing     func() string        // what is being prepared to read articles, "" for nothing; nil if nothing ever is
	Columns, Rows int                  // the terminal's size, when it is known
}

// New returns the program at its first screen.
func New(o Options) Model {
	if o.Keys == nil {
		keys := NewKeys()
		o.Keys = &keys
	}
	m := Model{
		look: o.Look, desktop: o.Desktop, places: o.Places, cited: o.Cited, now: o.Now, bound: *o.Keys, mouseOff: o.MouseOff, measure: cmp.Or(o.Measure, screen.Measure),
		styles: screen.NewStyles(o.Look), list: list.New(o.Entries, o.Tour, o.Look, o.Keys.list), reopen: o.Reopen,
	}
	m.readWorks = o.Works
	m.keepTheme, m.savedTheme = o.KeepTheme, m.look.Choice()
	if m.preparing = o.Preparing; m.preparing == nil {
		m.preparing = func() string { return "" }
	}
	if m.now == nil {
		m.now = time.Now
	}
	m = m.setSize(o.Columns, o.Rows)
	m.listed = o.Opened == nil
	if !m.listed {
		m.opening = o.Opened.opening
		m, m.begin = m.opened(*o.Opened)
	}
	return m
}

// A BackgroundMsg reports whether the terminal's background is dark.
type BackgroundMsg struct{ Dark bool }

// Init starts what the first screen does not wait for.
func (m Model) Init() tea.Cmd {
	var mouse tea.Cmd
	if !m.mouseOff {
		mouse = tea.EnableMouseCellMotion
	}
	return tea.Batch(mouse, m.begin, m.showProgress(m.opening), m.watch(), m.readPlaces())
}

// Update handles a message, and starts what the screen needs next.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(prefetchMsg); ok {
		return m.prefetch()
	}
	m, cmd := m.update(msg)
	m, answers := m.answerHeld()
	cmd = tea.Batch(cmd, answers)
	if !m.reading && m.opening != nil && m.opening.entry.Host().Len() == 0 {
		return m, cmd // the list can wait, unless the article comes from far
	}
	if !m.reading {
		list, read := m.list.Read()
		m.list = list
		return m, tea.Batch(cmd, read)
	}
	m, works := m.startWorks()
	m, prefetch := m.schedulePrefetch()
	cmd = tea.Batch(cmd, works)
	switch msg.(type) {
	case tea.KeyMsg, tea.MouseMsg:
		m, save := m.scheduleSave()
		return m, tea.Batch(cmd, prefetch, save)
	}
	return m, tea.Batch(cmd, prefetch)
}

func (m Model) update(msg tea.Msg) (Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return m.setSize(msg.Width, msg.Height), nil
	case BackgroundMsg:
		return m.setLook(m.look.On(msg.Dark)), nil
	case tea.ResumeMsg:
		if !m.mouseOff {
			return m, tea.EnableMouseCellMotion // Bubble Tea restores all modes but this
		}
	case list.ListedMsg:
		m.list = m.list.Listed(msg)
		m = m.learnWorks(msg.Works)
	case list.PreviewMsg:
		m.list = m.list.SetPreview(msg)
	case Opened:
		return m.opened(msg)
	case fetchingMsg:
		return m.fetching(msg.opening)
	case reader.IndexedMsg:
		var a screen.Action
		if m.reader, a = m.reader.Indexed(msg); a != nil {
			return m.do(a)
		}
	case worksMsg:
		return m.learnWorks(msg.works), msg.rest
	case saveMsg:
		return m.save()
	case savedMsg:
		return m.showStoreErr(msg.err), nil
	case placesMsg:
		m.list = m.list.Left(msg.marks, m.now())
		if m.reopen != nil {
			m.list = m.list.WithRecent(msg.recent, m.now())
		}
		return m.showStoreErr(msg.err), nil
	case screen.MessageMsg:
		m.message = string(msg)
	case screen.EditorClosedMsg:
		return m.edited(msg)
	case reloadedMsg:
		return m.reloaded(msg)
	case tea.MouseMsg:
		return m.mouse(msg)
	case tea.KeyMsg:
		return m.keys(msg)
	}
	return m, nil
}

// keys answers keys. Bubble Tea delivers letters that arrive at once as one message.
func (m Model) keys(msg tea.KeyMsg) (Model, tea.Cmd) {
	if msg.Type != tea.KeyRunes || msg.Paste {
		return m.key(msg)
	}
	var cmds []tea.Cmd
	for _, r := range msg.Runes {
		var cmd tea.Cmd
		m, cmd = m.key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt})
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// key answers one key: what is open over the screen takes it first.
func (m Model) key(msg tea.KeyMsg) (Model, tea.Cmd) {
	switch msg.Type {
	case tea.KeyCtrlC:
		return m.quit()
	case tea.KeyCtrlZ:
		return m, tea.Suspend
	}
	switch {
	case m.canAnswer(msg):
	case m.opening != nil && !m.listed && len(m.held) == 0 && m.bound.reader.Name(msg) == "quit":
		return m.quit() // as it would when the article is there
	case msg.Type != tea.KeyEsc:
		m.held = append(m.held[:len(m.held):len(m.held)], msg)
		return m, nil
	case m.opening != nil && m.reader.Entry() != m.opening.entry:
		return m.giveUp(), nil
	default:
		m.held = nil // Esc closes what the keys have waited for
	}
	m.message = ""
	if m.help {
		return m.updateHelp(msg), nil
	}
	if typing := m.reading && m.reader.Typing() || !m.reading && m.list.Typing(); msg.Paste && !typing {
		return m, nil // text is pasted only where it is typed
	}
	var a screen.Action
	if m.reading {
		m.reader, a = m.reader.Update(msg)
	} else {
		m.list, a = m.list.Update(msg)
	}
	return m.do(a)
}
