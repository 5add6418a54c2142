package tui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/render"
)

// move answers the keys that scroll, and those that go to another section; count is the
// number typed before, 0 for none.
func (r reader) move(msg tea.KeyMsg, count int) (reader, bool) {
	switch k := r.keys; {
	case key.Matches(msg, k.NextSection):
		return r.section(max(count, 1)), true
	case key.Matches(msg, k.PrevSection):
		return r.section(-max(count, 1)), true
	}
	return r.scrollKey(msg, count)
}

// scrollKey answers the keys that scroll and those that go to a place by its number.
func (r reader) scrollKey(msg tea.KeyMsg, count int) (reader, bool) {
	k, n, page := r.keys, max(count, 1), max(r.view.height-2, 1)
	switch {
	case key.Matches(msg, k.Down):
		r.view.scroll(n)
	case key.Matches(msg, k.Up):
		r.view.scroll(-n)
	case key.Matches(msg, k.HalfDown):
		r.view.scroll(n * max(page/2, 1))
	case key.Matches(msg, k.HalfUp):
		r.view.scroll(-n * max(page/2, 1))
	case key.Matches(msg, k.PageDown):
		r.view.scroll(n * page)
	case key.Matches(msg, k.PageUp):
		r.view.scroll(-n * page)
	case key.Matches(msg, k.Top, k.Bottom) && count > 0:
		r.jump()
		first, _ := r.view.doc.First()
		line, _ := r.view.doc.Next(first, count-1)
		r.view.put(line, 0)
	case key.Matches(msg, k.Top):
		r.jump()
		r.view.top, _ = r.view.doc.First()
	case key.Matches(msg, k.Bottom):
		r.jump()
		if last, ok := r.view.doc.Last(); ok {
			r.view.put(last, r.view.height-1)
		}
	case key.Matches(msg, k.Percent):
		r.jump()
		r.view.put(r.view.doc.Find(r.article.Body.Len()*min(count, 100)/100), 0)
	default:
		return r, false
	}
	return r, true
}

// section goes n headings on, or back.
func (r reader) section(n int) reader {
	if len(r.article.Headings) == 0 {
		return r
	}
	at := r.view.top
	if len(r.view.doc.Block(at.Block)) > 0 && r.view.doc.Line(at).Len() == 0 {
		at, _ = r.view.doc.Next(at, 1) // a blank line belongs to what is below it
	}
	top := func(i int) render.Place { return r.view.doc.Find(r.article.Headings[i].Start) }
	i := r.article.HeadingAt(r.view.doc.Line(at).Start)
	switch {
	case n > 0:
		i += n
	case i >= 0 && top(i).Before(at):
		i += n + 1
	default:
		i += n
	}
	switch {
	case i >= len(r.article.Headings):
		return r
	case i < 0:
		r.view.top, _ = r.view.doc.First()
	default:
		r.view.put(top(i), 0)
	}
	return r
}
