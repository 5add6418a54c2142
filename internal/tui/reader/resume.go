package reader

import (
	"time"

	"etal/internal/article"
	"etal/internal/places"
	"etal/internal/tui/screen"
)

// Mark returns what is saved about the article.
func (r Model) Mark(now time.Time) places.Mark {
	m := places.Mark{Article: r.entry.Key, Title: r.article.Title.String(), When: now, Share: r.share(), Place: r.article.Place(r.Position().Offset)}
	for name, p := range r.marks {
		if m.Letters == nil {
			m.Letters = map[string]article.Place{}
		}
		m.Letters[string(name)] = r.article.Place(p.Offset)
	}
	return m
}

// share returns how much of the text was read, 0 to 1: up to the last line that the screen shows
// or would show without a panel.
func (r Model) share() float64 {
	r.view.Height = r.rows
	lines := r.view.Lines()
	if len(lines) == 0 || r.AtEnd() {
		return 1
	}
	return min(float64(lines[len(lines)-1].End)/float64(max(r.textLength(), 1)), 1)
}

// textLength returns the length of the article in bytes, without the reference list.
func (r Model) textLength() int {
	if refs := r.article.References; len(refs) > 0 {
		return refs[0].Start
	}
	return r.article.Body.Len()
}

// Resume goes to where the article was left, and restores its marks.
func (r Model) Resume(m places.Mark) Model {
	at := r.article.Locate(m.Place)
	if m.Place.Offset > 0 {
		r.view.Put(r.view.Doc.Find(at), 0)
	}
	r.marks = map[rune]screen.Position{}
	for name, p := range m.Letters {
		for _, letter := range name {
			r.marks[letter] = screen.Position{Entry: r.entry, Offset: r.article.Locate(p), Row: -1}
		}
	}
	r.anchor = r.Position()
	return r
}
