package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/places"
	"etal/internal/tui/reader"
	"etal/internal/tui/screen"
)

// An opening is an article on its way to the screen.
type opening struct {
	entry   *library.Entry
	stamp   library.Stamp                 // of its file
	places  *places.Store                 // where it may have been left; nil where that is not kept
	left    places.Mark                   // where it was, or the zero mark
	part    string                        // which part of it is asked for, by its name
	at      *screen.Position              // where in it; nil for where it was left, or its beginning
	history *nav.History[screen.Position] // what the history is then; nil for: as it is, and from here
	asked   bool                          // it is what the program was started for
	fetch   fetch
}

// An Opened is an article that was opened, or as much of it as was read so far: a message
// to the program, and what it starts with.
type Opened struct {
	opening *opening
	reading reader.Reading // without an article where nothing was read yet
	rest    tea.Cmd        // reads more, where this is not the whole; its answer is an Opened
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
	if opened.reading.Article() == nil && len(from.Data) <= patientSize {
		opened = opened.rest().(Opened)
	}
	return opened, opened.err
}

// read reads the article, or its beginning.
func (o *opening) read() tea.Msg {
	from, err := o.source()
	if err != nil {
		return Opened{opening: o, err: err}
	}
	begun := o.begin(from)
	if begun.reading.Article() == nil {
		return begun.rest()
	}
	return begun
}

// source returns what the article is read from.
func (o *opening) source() (library.Source, error) {
	o.stamp, _ = o.entry.Stamp()
	if o.places != nil {
		o.left, _ = o.places.Get(o.entry.Key)
	}
	return o.entry.Source(o.fetch.ctx, o.fetch.progress)
}

// begin makes the beginning of the article of its source, if its format is read in part and the first screen
// is that of the beginning.
func (o *opening) begin(from library.Source) Opened {
	if o.left.Place.Offset > 0 || o.at != nil {
		if a, ok := o.entry.Sketch(from); ok {
			return Opened{opening: o, reading: reader.NewReading(a, reader.Sketched), rest: func() tea.Msg { return o.parse(from) }}
		}
		return Opened{opening: o, rest: func() tea.Msg { return o.parse(from) }}
	}
	a, ok := o.entry.Beginning(from)
	if !ok {
		return Opened{opening: o, rest: func() tea.Msg { return o.parse(from) }}
	}
	return Opened{opening: o, reading: reader.NewReading(a, reader.Beginning), rest: func() tea.Msg {
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
	return Opened{opening: o, reading: reader.NewReading(a, reader.Sketched), rest: func() tea.Msg { return o.parse(from) }}
}

// parse makes the whole article of its source.
func (o *opening) parse(from library.Source) Opened {
	a, err := o.entry.Parse(from)
	if err != nil {
		return Opened{opening: o, err: err}
	}
	return Opened{opening: o, reading: reader.NewReading(a, reader.Whole)}
}
