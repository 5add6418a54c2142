// Package nav moves through an article: what can be in focus, the stops that Tab goes
// through, the places to go back to, and where a reference is cited.
//
// The screen and the line mode draw and say what it answers. It must not know of screens,
// keys or typed commands.
package nav

import "etal/internal/article"

// A Kind says what is in focus.
type Kind int

// The kinds of focus.
const (
	Nothing Kind = iota
	Citation
	Link
	Reference
)

// A Focus is what a command acts on: a citation, a link or a reference of the article.
type Focus struct {
	Kind  Kind
	Index int // in the article's citations, links or references
	Group int // which of a citation's candidates is followed
}

// OnReference returns the focus on the reference of a number, which counts from 1.
func OnReference(number int) Focus { return Focus{Kind: Reference, Index: number - 1} }

// Is reports whether two focuses are on the same thing, whichever candidate they follow.
func (f Focus) Is(other Focus) bool { return f.Kind == other.Kind && f.Index == other.Index }

// Span returns the bytes of the body that are in focus, and reports whether any are.
func (f Focus) Span(a *article.Article) (article.Span, bool) {
	switch f.Kind {
	case Citation:
		return a.Citations[f.Index].Span, true
	case Link:
		return a.Links[f.Index].Span, true
	case Reference:
		return a.References[f.Index].Span, true
	}
	return article.Span{}, false
}

// In reports whether an article has what is in focus, and the candidate that is followed.
func (f Focus) In(a *article.Article) bool {
	switch f.Kind {
	case Citation:
		return f.Index < len(a.Citations) && f.Group < max(len(f.Candidates(a)), 1)
	case Link:
		return f.Index < len(a.Links)
	case Reference:
		return f.Index < len(a.References)
	}
	return true
}

// Candidates returns the numbers of the references that the citation in focus names or may
// name; none for anything but a citation.
func (f Focus) Candidates(a *article.Article) []int {
	if f.Kind != Citation {
		return nil
	}
	return a.Citations[f.Index].Candidates()
}

// Turn returns the focus with the candidate n places after the followed one, counted round.
func (f Focus) Turn(a *article.Article, n int) Focus {
	if count := len(f.Candidates(a)); count > 1 {
		f.Group = ((f.Group+n)%count + count) % count
	}
	return f
}

// Reference returns the reference in focus, or the candidate that is followed of the
// citation in focus, and reports whether there is one.
func (f Focus) Reference(a *article.Article) (article.Reference, bool) {
	if f.Kind == Reference {
		return a.Reference(f.Index + 1)
	}
	if named := f.Candidates(a); len(named) > 0 {
		return a.Reference(named[f.Group])
	}
	return article.Reference{}, false
}

// CitedAt returns the citations of the reference of a number, in the order of the text.
func CitedAt(a *article.Article, number int) []Focus {
	var all []Focus
	for _, i := range a.CitedBy(number) {
		all = append(all, Focus{Kind: Citation, Index: i})
	}
	return all
}
