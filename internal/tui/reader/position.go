package reader

import (
	"etal/internal/nav"
	"etal/internal/tui/screen"
)

// Position returns where the reader is.
func (r Model) Position() screen.Position {
	p := screen.Position{Entry: r.entry, Width: r.view.Doc.Width(), Top: r.view.Top, Offset: r.view.Offset(), Focus: r.focus, Row: -1}
	if s, ok := r.focus.Span(r.article); ok {
		if row, ok := r.view.RowOf(r.view.Doc.Find(s.Start)); ok {
			p.Row = row
		}
	}
	return p
}

// Return goes to a position of a history. A citation in focus there that was not read yet comes
// into focus with [Model.Replace].
func (r Model) Return(p screen.Position, h *nav.History[screen.Position]) Model {
	if h != nil {
		r.history = *h
	}
	r = r.restore(p)
	r.anchor = p
	return r
}

// restore goes to a position: to the very line and row, also where the article has
// been laid out anew since. What was in focus may not be there, or not be read yet.
func (r Model) restore(p screen.Position) Model {
	if !p.Focus.In(r.article) {
		p.Focus = nav.Focus{}
	}
	r.focus = p.Focus
	r = r.arrange()
	s, focused := p.Focus.Span(r.article)
	switch {
	case p.Width == r.view.Doc.Width():
		r.view.Top = p.Top
		r.view.Clamp()
	case focused && p.Row >= 0:
		r.view.Put(r.view.Doc.Find(s.Start), min(p.Row, r.view.Height-1))
	default:
		r.view.Put(r.view.Doc.Find(p.Offset), 0)
	}
	return r
}

// jump notes the position as one to come back to.
func (r *Model) jump() { r.history.Leave(r.Position()) }

// back goes to where the reader jumped from.
func (r Model) back() (Model, screen.Action) {
	p, h, ok := r.history.Back(r.Position())
	if !ok {
		return r, screen.Say("this is where you began" + r.wayOut())
	}
	return r.travel(p, h)
}

// forward goes to where the reader went back from.
func (r Model) forward() (Model, screen.Action) {
	p, h, ok := r.history.Forward(r.Position())
	if !ok {
		return r, screen.Say("there is nothing to go forward to")
	}
	return r.travel(p, h)
}

// travel goes to a position of the history, which may be in another article.
func (r Model) travel(p screen.Position, h nav.History[screen.Position]) (Model, screen.Action) {
	if p.Entry != r.entry {
		return r, screen.OpenArticle{Entry: p.Entry, At: &p, History: &h}
	}
	r.history = h
	return r.restore(p), nil
}
