package reader

import (
	"etal/internal/article"
	"etal/internal/nav"
	"etal/internal/tui/screen"
)

// Replace shows another reading of the same article: more of it than there was, or the
// file as it is now. The place in the text stays.
func (r Model) Replace(read Reading) Model {
	at := r.anchor
	if r.extent == Whole {
		relocate := func(p screen.Position) screen.Position { return r.relocate(p, read.article) }
		at, r.history, r.mode = relocate(at), r.history.Map(relocate), nil
		marks := map[rune]screen.Position{}
		for name, p := range r.marks {
			marks[name] = relocate(p)
		}
		r.marks = marks
	}
	r.Reading, r.search = read, search{}
	r.view.Doc = r.document()
	r = r.restore(at)
	r.anchor = r.Position()
	return r
}

// relocate returns where a position in the article is in another reading of it: what was
// in focus may not be there any more.
func (r Model) relocate(p screen.Position, a *article.Article) screen.Position {
	if p.Entry != r.entry {
		return p
	}
	p.Offset = a.Locate(r.article.Place(p.Offset))
	p.Width, p.Focus, p.Row = 0, nav.Focus{}, -1
	return p
}
