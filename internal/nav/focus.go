package nav

import (
	"sort"

	"etal/internal/article"
)

// A Focus is what the reader's keys act on: a citation, a link or a reference of the
// article, by its index there.
type Focus struct {
	Kind  focusKind
	Index int
}

type focusKind int

const (
	OnNothing focusKind = iota
	OnCitation
	OnLink
	OnReference
)

// Span returns the bytes of the body that are in focus; ok is false where nothing is.
func (f Focus) Span(a *article.Article) (s article.Span, ok bool) {
	switch f.Kind {
	case OnCitation:
		return a.Citations[f.Index].Span, true
	case OnLink:
		return a.Links[f.Index].Span, true
	case OnReference:
		return a.References[f.Index].Span, true
	}
	return s, false
}

// IsIn reports whether an article has what is in focus, and as many references in it as
// were to choose among.
func (f Focus) IsIn(a *article.Article, choice int) bool {
	switch f.Kind {
	case OnCitation:
		return f.Index < len(a.Citations) && choice < max(len(a.Citations[f.Index].Candidates()), 1)
	case OnLink:
		return f.Index < len(a.Links)
	case OnReference:
		return f.Index < len(a.References)
	}
	return true
}

// Stops returns the citations and links of an article in the order of the text: what
// Tab goes through.
func Stops(a *article.Article) []Focus {
	var all []Focus
	for i := range a.Citations {
		all = append(all, Focus{OnCitation, i})
	}
	for i := range a.Links {
		all = append(all, Focus{OnLink, i})
	}
	start := func(f Focus) int {
		s, _ := f.Span(a)
		return s.Start
	}
	sort.SliceStable(all, func(i, j int) bool { return start(all[i]) < start(all[j]) })
	return all
}

// NextStop returns the first stop that begins at or after offset, prevStop the last
// that begins before it; ok is false where there is none.
func NextStop(a *article.Article, stops []Focus, offset int) (f Focus, ok bool) {
	i := SearchStop(a, stops, offset)
	if i == len(stops) {
		return f, false
	}
	return stops[i], true
}

func PrevStop(a *article.Article, stops []Focus, offset int) (f Focus, ok bool) {
	i := SearchStop(a, stops, offset)
	if i == 0 {
		return f, false
	}
	return stops[i-1], true
}

func SearchStop(a *article.Article, stops []Focus, offset int) int {
	return sort.Search(len(stops), func(i int) bool {
		s, _ := stops[i].Span(a)
		return s.Start >= offset
	})
}

// StopAt returns the stop that the byte at offset belongs to.
func StopAt(a *article.Article, stops []Focus, offset int) (f Focus, ok bool) {
	f, ok = PrevStop(a, stops, offset+1)
	if !ok {
		return f, false
	}
	s, _ := f.Span(a)
	return f, s.Contains(offset)
}
