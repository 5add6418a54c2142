package list

import (
	"slices"
	"time"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/tui/screen"
)

// MaxRecent is the number of articles under Recent: as many as menus of recent files have.
const MaxRecent = 10

// A Recent is an article that was opened in an earlier run.
type Recent struct {
	Entry *library.Entry
	Left  places.Mark
}

// WithRecent returns the list with what was opened lately, newest first. It is then kept: what is
// opened from now on is added.
func (l Model) WithRecent(recent []Recent, now time.Time) Model {
	l.keepsRecent = true
	var items []*item
	for _, r := range recent {
		if !slices.ContainsFunc(l.items, func(i *item) bool { return i.is(r.Entry) }) {
			i := newRecent(r.Entry, r.Left, now)
			items = append(items, &i)
		}
	}
	l.items = append(items, l.items...)
	return l.arrange()
}

// is reports whether the item is that of an entry, or of another entry of the same article.
func (i *item) is(e *library.Entry) bool {
	return e != nil && (i.entry == e || e.Key != "" && i.entry.Key == e.Key)
}

// Opened takes an article that was opened, and lists it under Recent where that is kept.
func (l Model) Opened(e *library.Entry, a *article.Article) Model {
	n := slices.IndexFunc(l.items, func(i *item) bool { return i.is(e) })
	switch {
	case n >= 0:
		known := l.items[n].read(a)
		return l.learn(&known)
	case !l.keepsRecent || !e.Lasting():
		return l
	}
	opened := newItem(e).read(a)
	opened.recent = true
	l.items = append([]*item{&opened}, l.items...)
	for n := len(l.items) - 1; l.recentCount() > MaxRecent; n-- {
		if l.items[n].recent {
			l.items = slices.Delete(l.items, n, n+1)
		}
	}
	return l.arrange()
}

// recentCount returns the number of articles under Recent.
func (l Model) recentCount() int {
	n := 0
	for _, i := range l.items {
		if i.recent {
			n++
		}
	}
	return n
}

// remove takes the chosen article from under Recent.
func (l Model) remove() (Model, screen.Action) {
	e := l.entry()
	if e == nil || !l.shown[l.chosen].recent {
		return l, screen.Say("only what is under Recent can be removed")
	}
	l.items = slices.DeleteFunc(slices.Clone(l.items), func(i *item) bool { return i.entry == e })
	return l.arrange(), screen.Unlist{Entry: e}
}
