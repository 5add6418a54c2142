package tui

import (
	"sort"

	"etal/internal/article"
)

// A focus is what the reader's keys act on: a citation, a link or a reference of the
// article, by its index there.
type focus struct {
	kind  focusKind
	index int
}

type focusKind int

const (
	onNothing focusKind = iota
	onCitation
	onLink
	onReference
)

// span returns the bytes of the body that are in focus; ok is false where nothing is.
func (f focus) span(a *article.Article) (s article.Span, ok bool) {
	switch f.kind {
	case onCitation:
		return a.Citations[f.index].Span, true
	case onLink:
		return a.Links[f.index].Span, true
	case onReference:
		return a.References[f.index].Span, true
	}
	return s, false
}

// isIn reports whether an article has what is in focus, and as many references in it as
// were to choose among.
func (f focus) isIn(a *article.Article, choice int) bool {
	switch f.kind {
	case onCitation:
		return f.index < len(a.Citations) && choice < max(len(a.Citations[f.index].Candidates()), 1)
	case onLink:
		return f.index < len(a.Links)
	case onReference:
		return f.index < len(a.References)
	}
	return true
}

// stops returns the citations and links of an article in the order of the text: what
// Tab goes through.
func stops(a *article.Article) []focus {
	var all []focus
	for i := range a.Citations {
		all = append(all, focus{onCitation, i})
	}
	for i := range a.Links {
		all = append(all, focus{onLink, i})
	}
	start := func(f focus) int {
		s, _ := f.span(a)
		return s.Start
	}
	sort.SliceStable(all, func(i, j int) bool { return start(all[i]) < start(all[j]) })
	return all
}

// nextStop returns the first stop that begins at or after offset, prevStop the last
// that begins before it; ok is false where there is none.
func nextStop(a *article.Article, stops []focus, offset int) (f focus, ok bool) {
	i := searchStop(a, stops, offset)
	if i == len(stops) {
		return f, false
	}
	return stops[i], true
}

func prevStop(a *article.Article, stops []focus, offset int) (f focus, ok bool) {
	i := searchStop(a, stops, offset)
	if i == 0 {
		return f, false
	}
	return stops[i-1], true
}

func searchStop(a *article.Article, stops []focus, offset int) int {
	return sort.Search(len(stops), func(i int) bool {
		s, _ := stops[i].span(a)
		return s.Start >= offset
	})
}

// stopAt returns the stop that the byte at offset belongs to.
func stopAt(a *article.Article, stops []focus, offset int) (f focus, ok bool) {
	f, ok = prevStop(a, stops, offset+1)
	if !ok {
		return f, false
	}
	s, _ := f.span(a)
	return f, s.Contains(offset)
}
