package tui

import (
	"etal/internal/article"
	"etal/internal/nav"
)

// replace shows another reading of the same article: more of it than there was, or the
// file as it is now. The place in the text stays.
func (r reader) replace(a *article.Article, e extent) reader {
	at := r.anchor
	if r.extent == whole {
		relocate := func(p position) position { return r.relocate(p, a) }
		at, r.history, r.mode = relocate(at), r.history.Map(relocate), nil
		marks := map[rune]position{}
		for name, p := range r.marks {
			marks[name] = relocate(p)
		}
		r.marks = marks
	}
	r.article, r.extent, r.stops, r.search = a, e, nav.NewStops(a), search{}
	r.view.doc = r.document()
	r = r.restore(at)
	r.anchor = r.position()
	return r
}

// relocate returns where a position in the article is in another reading of it: what was
// in focus may not be there any more.
func (r reader) relocate(p position, a *article.Article) position {
	if p.entry != r.entry {
		return p
	}
	p.offset = a.Locate(r.article.Place(p.offset))
	p.width, p.focus, p.row = 0, nav.Focus{}, -1
	return p
}
