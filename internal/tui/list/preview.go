package list

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
	"etal/internal/render"
	"etal/internal/tui/screen"
)

// Read reads what the list has to show and does not know: the article beside it, and those of
// which it has no more than the name.
func (l Model) Read() (Model, tea.Cmd) {
	l, preview := l.wantsPreview()
	l, items := l.ReadItems()
	return l, tea.Batch(preview, items)
}

// ReadItems reads articles of which the list has no more than the name, first those on screen.
func (l Model) ReadItems() (Model, tea.Cmd) {
	if l.reading {
		return l, nil
	}
	unknown := l.unknown()
	if len(unknown) == 0 {
		return l, nil
	}
	l.reading = true
	return l, readItems(unknown)
}

// mostRead bounds the articles that are read for the list at once.
const mostRead = 100

// unknown returns articles that are to be read for the list.
func (l Model) unknown() (items []*item) {
	listed := map[*library.Entry]bool{}
	add := func(i *item) {
		if !i.known && i.failed == "" && i.entry.Host().Len() == 0 && len(items) < mostRead && !listed[i.entry] {
			items, listed[i.entry] = append(items, i), true
		}
	}
	for _, i := range l.shown[l.top:min(l.top+l.rows, len(l.shown))] {
		add(i)
	}
	for _, i := range l.items {
		add(i)
	}
	return items
}

// wantsPreview reports whether the list is to show the chosen article beside it and has
// not got it: then it is to be read.
func (l Model) wantsPreview() (Model, tea.Cmd) {
	e := l.entry()
	if l.columns < previewColumns || e == l.previewed || e == nil || e.Host().Len() > 0 {
		return l, nil
	}
	l.previewed, l.preview = e, nil
	return l, readPreview(e)
}

// SetPreview shows an article beside the list, if it is still the one to be shown.
func (l Model) SetPreview(msg PreviewMsg) Model {
	if msg.entry == l.previewed {
		l.preview = render.New(msg.article, l.previewWidth(), l.look.Theme, render.Options{})
	}
	return l
}

func (l Model) previewWidth() int { return max(min(l.columns-l.listColumns()-5, screen.Measure), 1) }
