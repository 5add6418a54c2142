package tui

import (
	"time"

	"etal/internal/article"
	"etal/internal/places"
)

// mark returns what is saved about the article.
func (r reader) mark(now time.Time) places.Mark {
	m := places.Mark{Article: r.entry.Key, When: now, Share: r.share(), Place: r.article.Place(r.position().offset)}
	for name, p := range r.marks {
		if m.Letters == nil {
			m.Letters = map[string]article.Place{}
		}
		m.Letters[string(name)] = r.article.Place(p.offset)
	}
	return m
}

// share returns how much of the article was read, 0 to 1: up to the screen's last line,
// without the reference list.
func (r reader) share() float64 {
	lines := r.view.lines()
	if len(lines) == 0 || r.atEnd() {
		return 1
	}
	length := r.article.Body.Len()
	if refs := r.article.References; len(refs) > 0 {
		length = refs[0].Start
	}
	return min(float64(lines[len(lines)-1].End)/float64(max(length, 1)), 1)
}

// resume goes to where the article was left, and restores its marks.
func (r reader) resume(m places.Mark) reader {
	at := r.article.Locate(m.Place)
	if m.Place.Offset > 0 {
		r.view.put(r.view.doc.Find(at), 0)
	}
	r.marks = map[rune]position{}
	for name, p := range m.Letters {
		for _, letter := range name {
			r.marks[letter] = position{entry: r.entry, offset: r.article.Locate(p), row: -1}
		}
	}
	r.anchor = r.position()
	return r
}
