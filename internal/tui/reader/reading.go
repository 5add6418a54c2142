package reader

import (
	"etal/internal/article"
	"etal/internal/nav"
)

// A Reading is an article, or as much of it as was read, with what the reader needs of it: made
// where the article is read, so that neither [New] nor [Model.Replace] takes the longer the
// longer the article is.
type Reading struct {
	article  *article.Article
	extent   Extent
	stops    nav.Stops
	sections []section
	pages    int // of the source; 0 where it has none
}

// NewReading returns the reading of an article.
func NewReading(a *article.Article, e Extent) Reading {
	return Reading{a, e, nav.NewStops(a), sections(a), a.Pages.Count()}
}

// Article returns the article, nil where none was read.
func (r Reading) Article() *article.Article { return r.article }

// Extent returns how much of the article was read.
func (r Reading) Extent() Extent { return r.extent }

// An Extent is how much of an article was read.
type Extent int

// The extents.
const (
	Whole     Extent = iota
	Beginning        // its first screens
	Sketched         // its text and references, not what is cited
)
