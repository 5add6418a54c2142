package list

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/render"
	"etal/internal/tui/screen"
)

// Read reads what the list has to show and does not know: the article beside it, and the
// next one of which it has no more than the name.
func (l Model) Read() (Model, tea.Cmd) {
	l, preview := l.wantsPreview()
	if l.reading {
		return l, preview
	}
	for _, i := range l.items {
		if !i.known && i.failed == "" && i.entry.Host().Len() == 0 {
			l.reading = true
			return l, tea.Batch(preview, readItem(i))
		}
	}
	return l, preview
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
