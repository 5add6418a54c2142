package tui

import (
	"etal/internal/nav"
)

// position returns where the reader is.
func (r reader) position() position {
	p := position{entry: r.entry, width: r.view.doc.Width(), top: r.view.top, focus: r.focus, row: -1}
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
	if !p.focus.In(r.article) {
		p.focus = nav.Focus{}
	}
	r.focus = p.focus
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
func (r *reader) jump() { r.history.Leave(r.position()) }

// back goes to where the reader jumped from.
func (r reader) back() (reader, Action) {
	p, h, ok := r.history.Back(r.position())
	if !ok {
		return r, say("this is where you began")
	}
	return r.travel(p, h)
}

// forward goes to where the reader went back from.
func (r reader) forward() (reader, Action) {
	p, h, ok := r.history.Forward(r.position())
	if !ok {
		return r, say("there is nothing to go forward to")
	}
	return r.travel(p, h)
}

// travel goes to a position of the history, which may be in another article.
func (r reader) travel(p position, h nav.History[position]) (reader, Action) {
	if p.entry != r.entry {
		return r, openArticle{p.entry, &p, &h}
	}
	r.history = h
	return r.restore(p), nil
}
