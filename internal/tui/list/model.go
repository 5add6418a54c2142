// Package list is the screen that lists articles and filters them.
//
// It must not know of the reader, nor of how the program opens an article.
package list

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/render"
	"etal/internal/tui/screen"
)

const (
	// previewColumns is how wide a terminal is from which on the list shows the
	// opening of the chosen article beside it.
	previewColumns = 100
	// itemRows is how many rows an article takes in the list: its title, what is
	// said of it, and a blank one.
	itemRows = 3
	// headRows is how many rows stand above the first article.
	headRows = 2
)

// A Model shows articles and filters them as the reader types.
type Model struct {
	items  []item
	look   screen.Look
	styles screen.Styles
	keys   screen.Keymap[Model]

	columns, rows int
	filter        textinput.Model
	lead          string // j or k, typed just before: see typed
	matches       []match
	reading       bool // an article is being read for the list
	chosen        int
	top           int              // the first match shown
	preview       *render.Document // of the article in previewed, nil before that was read
	previewed     *library.Entry   // the article that is, or is to be, shown beside the list
}

// New returns the list of some articles.
func New(entries []*library.Entry, look screen.Look, keys screen.Keymap[Model]) Model {
	l := Model{look: look, styles: screen.NewStyles(look), keys: keys, filter: textinput.New()}
	for _, e := range entries {
		l.items = append(l.items, newItem(e))
	}
	l.filter.Prompt = ""
	l.filter.Focus()
	l.matches = filter(l.items, "")
	return l
}

// Listed takes what was read of an article. What is chosen stays chosen.
func (l Model) Listed(msg ListedMsg) Model {
	l.reading = false
	return l.learn(msg.items...)
}

// Opened takes an article that was opened from the list.
func (l Model) Opened(e *library.Entry, a *article.Article) Model {
	return l.learn(newItem(e).read(a))
}

// learn takes what is known of some articles. Files that are no articles are not listed.
func (l Model) learn(known ...item) Model {
	learnt := map[*library.Entry]item{}
	for _, i := range known {
		learnt[i.entry] = i
	}
	var items []item
	for _, i := range l.items {
		if k, ok := learnt[i.entry]; ok {
			k.left = i.left
			i = k
		}
		if !i.none {
			items = append(items, i)
		}
	}
	l.items = items
	return l.refilter()
}

// Left takes where articles were left.
func (l Model) Left(marks map[string]places.Mark, now time.Time) Model {
	l.items = slices.Clone(l.items)
	for i := range l.items {
		if m, ok := marks[l.items[i].entry.Key]; ok {
			l.items[i].left = lastRead(m, now)
		}
	}
	return l.refilter()
}

// refilter filters the items again. The chosen article stays chosen.
func (l Model) refilter() Model {
	chosen := l.entry()
	l.matches = filter(l.items, l.filter.Value())
	return l.chooseEntry(chosen)
}

// entry returns the article that is chosen, nil where the list is empty.
func (l Model) entry() *library.Entry {
	if l.chosen >= len(l.matches) {
		return nil
	}
	return l.matches[l.chosen].entry
}

// chooseEntry chooses an article or, where the list does not show it, keeps the place.
func (l Model) chooseEntry(e *library.Entry) Model {
	if i := slices.IndexFunc(l.matches, func(m match) bool { return m.entry == e }); i >= 0 {
		return l.choose(i)
	}
	return l.choose(l.chosen)
}

// SetSize lays the list out for a screen.
func (l Model) SetSize(columns, rows int) Model {
	l.columns, l.rows = columns, rows
	l.filter.Width = max(columns-20, 1)
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

// Update answers a key: its command, or as a letter of the filter.
func (l Model) Update(msg tea.KeyMsg) (Model, screen.Action) {
	lead := l.lead
	l.lead = ""
	c, ok := l.keys.Find(msg)
	if !ok || l.filter.Value() != "" && msg.Type == tea.KeyRunes || msg.Type == tea.KeyBackspace || msg.Paste {
		return l.typed(msg, lead), nil
	}
	if msg.Type == tea.KeyRunes && (c.Name == "down" || c.Name == "up") {
		l.lead = string(msg.Runes)
	}
	return c.Run(l, 0)
}

// move chooses the article n places on.
func (l Model) move(n int) (Model, screen.Action) { return l.choose(l.chosen + n), nil }

// Scroll answers a notch of the mouse's wheel.
func (l Model) Scroll(n int) Model { return l.choose(l.chosen + n) }

// movePages chooses the article n screens on.
func (l Model) movePages(n int) (Model, screen.Action) {
	return l.choose(l.chosen + n*l.visible()), nil
}

// open asks for the chosen article to be opened.
func (l Model) open() (Model, screen.Action) {
	if len(l.matches) == 0 {
		return l, screen.Say("no article matches")
	}
	return l, screen.OpenArticle{Entry: l.entry()}
}

// clear clears the filter or, where there is none, closes the list.
func (l Model) clear() (Model, screen.Action) {
	if l.filter.Value() == "" {
		return l, screen.CloseScreen{}
	}
	return l.setFilter(""), nil
}

// Click answers a click on a row of the screen: it chooses the article there and,
// where that is chosen, opens it.
func (l Model) Click(column, row int) (Model, screen.Action) {
	i := l.top + (row-headRows)/itemRows
	if row < headRows || column >= l.listColumns() || i >= len(l.matches) {
		return l, nil
	}
	if i == l.chosen {
		return l, screen.OpenArticle{Entry: l.entry()}
	}
	return l.choose(i), nil
}

// typed gives a key to the filter. J and k move while the filter is empty, and yet a
// name may begin with them: the last of them, when another letter follows, is taken for
// the name's beginning if an article fits.
func (l Model) typed(msg tea.KeyMsg, lead string) Model {
	before := l.filter.Value()
	l.filter, _ = l.filter.Update(msg)
	after := l.filter.Value()
	if after == before {
		return l
	}
	if before == "" && lead != "" {
		if with := lead + after; len(filter(l.items, with)) > 0 {
			after = with
		}
	}
	return l.setFilter(after)
}

func (l Model) setFilter(value string) Model {
	l.filter.SetValue(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, value))
	l.filter.CursorEnd()
	l.matches = filter(l.items, l.filter.Value())
	l.top = 0
	return l.choose(0)
}

// Reset lifts the filter and chooses an article: the list as one comes back to it.
func (l Model) Reset(e *library.Entry) Model {
	return l.setFilter("").chooseEntry(e)
}

// visible returns how many articles the screen has room for.
func (l Model) visible() int { return max((l.rows-headRows)/itemRows, 1) }

// choose chooses an article and keeps it on screen.
func (l Model) choose(i int) Model {
	l.chosen = min(max(i, 0), max(len(l.matches)-1, 0))
	l.top = min(max(l.top, l.chosen-l.visible()+1), l.chosen)
	return l
}

func (l Model) listColumns() int {
	if l.columns < previewColumns {
		return l.columns
	}
	return min(l.columns*45/100, 72)
}
