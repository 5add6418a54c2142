package nav

import (
	"sort"

	"etal/internal/article"
)

// Stops are places of an article that can be followed, in the order of the text.
type Stops struct {
	article *article.Article
	all     []Focus
}

// NewStops returns the citations and links of an article.
func NewStops(a *article.Article) Stops {
	s := Citations(a)
	for i := range a.Links {
		s.all = append(s.all, Focus{Kind: Link, Index: i})
	}
	sort.SliceStable(s.all, func(i, j int) bool { return s.start(i) < s.start(j) })
	return s
}

// Citations returns the citations of an article.
func Citations(a *article.Article) Stops {
	s := Stops{article: a}
	for i := range a.Citations {
		s.all = append(s.all, Focus{Kind: Citation, Index: i})
	}
	return s
}

// Len returns the number of stops.
func (s Stops) Len() int { return len(s.all) }

func (s Stops) start(i int) int {
	span, _ := s.all[i].Span(s.article)
	return span.Start
}

// search returns the index of the first stop that begins at or after offset.
func (s Stops) search(offset int) int {
	return sort.Search(len(s.all), func(i int) bool { return s.start(i) >= offset })
}

// Walk returns the stop after the focus for a positive n, the one before it for a negative
// one, and reports whether there is one. Where nothing is in focus, these are the first that
// begins in or after the span and the last that begins before its end.
func (s Stops) Walk(f Focus, span article.Span, n int) (Focus, bool) {
	if at, ok := f.Span(s.article); ok {
		span = article.Span{Start: at.Start + 1, End: at.Start}
	}
	i := s.search(span.Start)
	if n < 0 {
		i = s.search(span.End) - 1
	}
	if i < 0 || i >= len(s.all) {
		return Focus{}, false
	}
	return s.all[i], true
}

// At returns the stop that shows the byte at offset, and reports whether one does.
func (s Stops) At(offset int) (Focus, bool) {
	i := s.search(offset+1) - 1
	if i < 0 {
		return Focus{}, false
	}
	span, _ := s.all[i].Span(s.article)
	return s.all[i], span.Contains(offset)
}

// Within returns the stops that begin in a span and, after them, its references.
func (s Stops) Within(span article.Span) []Focus {
	from := s.search(span.Start)
	all := append([]Focus(nil), s.all[from:max(s.search(span.End), from)]...)
	for _, r := range s.article.ReferencesIn(span) {
		all = append(all, OnReference(r.Number))
	}
	return all
}
