// Package list is the screen that lists articles, filters and sorts them.
//
// It must not know of the reader, nor of how the program opens an article.
package list

import (
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/render"
	"etal/internal/tui/screen"
)

// A Model shows articles, filters and sorts them.
type Model struct {
	items  []*item // in the order in which they were given, after those under Recent
	look   screen.Look
	styles screen.Styles
	keys   screen.Keymap[Model]

	columns, rows int
	keepsRecent   bool
	touched       bool            // a key was pressed
	typing        bool            // the filter is being typed
	input         textinput.Model // the filter
	order         int             // index of orders
	shown         []*item         // filtered and sorted
	sharedAuthors string          // the byline that tells articles apart no more: see shared
	reading       bool            // an article is being read for the list
	chosen        int
	top           int              // the first article on screen
	preview       *render.Document // of the article in previewed, nil before that was read
	previewed     *library.Entry   // the article that is, or is to be, shown beside the list
}

// New returns the list of some articles, of which the tour, if it is not nil, stands first until
// it was read.
func New(entries []*library.Entry, tour *library.Entry, look screen.Look, keys screen.Keymap[Model]) Model {
	l := Model{look: look, styles: screen.NewStyles(look), keys: keys, input: textinput.New()}
	for _, e := range entries {
		i := newItem(e)
		i.tour = e == tour
		l.items = append(l.items, &i)
	}
	l.input.CharLimit = maxPattern
	l.input.Focus()
	return l.arrange()
}

// Listed takes what was read of an article. What is chosen stays chosen.
func (l Model) Listed(msg ListedMsg) Model {
	l.reading = false
	return l.learn(msg.items...)
}

// learn takes what is known of some articles. Files that are no articles are not listed.
func (l Model) learn(known ...*item) Model {
	learnt := map[*library.Entry]*item{}
	for _, i := range known {
		learnt[i.entry] = i
	}
	items := make([]*item, 0, len(l.items))
	for _, i := range l.items {
		if k, ok := learnt[i.entry]; ok {
			next := *k
			next.left, next.lastRead = i.left, i.lastRead
			i = &next
		}
		if !i.none {
			items = append(items, i)
		}
	}
	l.items = items
	return l.arrange()
}

// Left takes where articles were left.
func (l Model) Left(marks map[string]places.Mark, now time.Time) Model {
	l.items = slices.Clone(l.items)
	for n, i := range l.items {
		if m, ok := marks[i.entry.Key]; ok {
			next := i.leftAt(m, now)
			next.left.Finished = m.Finished || i.left.Finished
			l.items[n] = &next
		}
	}
	return l.arrange()
}

// arrange sorts and filters the articles again. The chosen one stays chosen, once a key was
// pressed: before that the first one is.
func (l Model) arrange() Model {
	chosen := l.entry()
	l.shown = filter(l.ordered(), l.pattern())
	l.sharedAuthors = shared(l.items)
	if !l.touched {
		return l.choose(0)
	}
	return l.chooseEntry(chosen)
}

// shared returns the byline of more than half of the articles that were read, "" for none: it tells
// them apart no more.
func shared(items []*item) string {
	count, known := map[string]int{}, 0
	for _, i := range items {
		if i.known {
			known++
			count[i.byline()]++
		}
	}
	for by, n := range count {
		if n > 1 && n*2 > known {
			return by
		}
	}
	return ""
}

// entry returns the article that is chosen, nil where the list is empty.
func (l Model) entry() *library.Entry {
	if l.chosen >= len(l.shown) {
		return nil
	}
	return l.shown[l.chosen].entry
}

// chooseEntry chooses an article or, where the list does not show it, keeps the place.
func (l Model) chooseEntry(e *library.Entry) Model {
	if n := slices.IndexFunc(l.shown, func(i *item) bool { return i.is(e) }); n >= 0 {
		return l.choose(n)
	}
	return l.choose(l.chosen)
}

// SetSize lays the list out for a screen.
func (l Model) SetSize(columns, rows int) Model {
	l.columns, l.rows = columns, rows
	return l.redraw().choose(l.chosen)
}

// redraw lays out the preview again.
func (l Model) redraw() Model {
	if l.preview != nil {
		l.preview = render.New(l.preview.Article(), l.previewWidth(), l.look.Theme, render.Options{})
	}
	return l
}

// SetLook changes the colours.
func (l Model) SetLook(look screen.Look) Model {
	l.look, l.styles = look, screen.NewStyles(look)
	return l.redraw()
}

// Update answers a key.
func (l Model) Update(msg tea.KeyMsg) (Model, screen.Action) {
	l.touched = true
	if l.typing {
		return l.typed(msg)
	}
	if c, ok := l.keys.Find(msg); ok {
		return c.Run(l, 0)
	}
	return l, nil
}

// open asks for the chosen article to be opened.
func (l Model) open() (Model, screen.Action) {
	if len(l.shown) == 0 {
		return l, screen.Say("no article matches")
	}
	return l, screen.OpenArticle{Entry: l.entry()}
}

// Reset lifts the filter and chooses an article: the list as one comes back to it.
func (l Model) Reset(e *library.Entry) Model {
	l, _ = l.clear()
	l.touched = true
	return l.chooseEntry(e)
}
