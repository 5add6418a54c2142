package tui

import (
	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/render"
)

// A position is where a reader is: in which article, the line at the top of the screen
// and what is in focus, at which row.
type position struct {
	entry  *library.Entry
	width  int          // of the text, for which top holds
	top    render.Place // the line at the top
	offset int          // its offset in the body: the top at another width
	focus  nav.Focus
	choice int
	row    int // of the focus on screen, -1 where it is not on it
}

// position returns where the reader is.
func (r reader) position() position {
	p := position{entry: r.entry, width: r.view.doc.Width(), top: r.view.top, focus: r.focus, choice: r.choice, row: -1}
	if lines := r.view.lines(); len(lines) > 0 {
		p.offset = lines[0].Start
	}
	if s, ok := r.focus.Span(r.article); ok {
		if row, ok := r.view.rowOf(r.view.doc.Find(s.Start)); ok {
			p.row = row
		}
	}
	return p
}

// restore goes to a position: to the very line and row, also where the article has
// been laid out anew since. What was in focus may not be there, or not be read yet.
func (r reader) restore(p position) reader {
	if !p.focus.IsIn(r.article, p.choice) {
		p.focus, p.choice = nav.Focus{}, 0
	}
	r.focus, r.choice = p.focus, p.choice
	r = r.arrange()
	s, focused := p.focus.Span(r.article)
	switch {
	case p.width == r.view.doc.Width():
		r.view.top = p.top
		r.view.clamp()
	case focused && p.row >= 0:
		r.view.put(r.view.doc.Find(s.Start), min(p.row, r.view.height-1))
	default:
		r.view.put(r.view.doc.Find(p.offset), 0)
	}
	return r
}

// jump notes the position as one to come back to.
func (r *reader) jump() { r.history.leave(r.position()) }

// back goes to where the reader jumped from, or says that there is no such place.
func (r reader) back(none string) (reader, want) {
	return r.travel(none, (*history).back)
}

// forward goes to where the reader went back from.
func (r reader) forward(none string) (reader, want) {
	return r.travel(none, (*history).forward)
}

// travel takes a step through the history, which may lead to another article.
func (r reader) travel(none string, step func(*history, position) (position, bool)) (reader, want) {
	h := r.history.clone()
	p, ok := step(&h, r.position())
	switch {
	case !ok:
		return r, want{say: none}
	case p.entry != r.entry:
		return r, want{open: p.entry, at: &p, history: &h}
	}
	r.history = h
	return r.restore(p), want{}
}
