package reader

import (
	"strings"

	"etal/internal/article"
	"etal/internal/nav"
	"etal/internal/tui/screen"
)

// Replace shows another reading of the same article: more of it than there was, or the
// file as it is now. The place in the text stays, also if the beginning turns out to read differently.
func (r Model) Replace(read Reading) Model {
	at := r.anchor
	differs := r.extent == Beginning && !strings.HasPrefix(read.article.Body.String(), strings.TrimRight(r.article.Body.String(), "\n"))
	if r.extent == Whole || differs && !r.AtTop() {
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
	place := r.article.Place(p.Offset)
	if r.extent == Beginning {
		place.Length = a.Body.Len() // what cannot be found is where it was, not at the same share
	}
	p.Offset = a.Locate(place)
	p.Width, p.Focus, p.Row = 0, nav.Focus{}, -1
	return p
}
