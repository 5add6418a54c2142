// Package cite finds the citations in a text and links them to its references.
//
// [Find] is given the text, the spans of it that are running prose, and the
// references of its list. The list says what is possible, the words around a mark
// say what is likely, and both are used: [0, 1] is an interval, x[1] an element of
// an array. What names nothing in the list stays a citation with no references and
// is never linked to a guess. The package must not know of file formats or of how
// anything is shown.
package cite

import (
	"slices"
	"sort"

	"etal/internal/article"
)

// Find returns the citations that stand in the prose spans of body, in order. A list
// without numbers is cited by authors and years or, where none of its works is, by the
// place of its entries.
func Find(body string, prose []article.Span, references []article.Reference) []article.Citation {
	if a := newAuthorYears(references); a != nil {
		if found := a.find(body, prose); namesAny(found) {
			return found
		}
	}
	n := newNumbers(references)
	if l := newLabels(references); l != nil {
		found := l.find(body, prose)
		if !n.labelled {
			return found
		}
		return Merge(found, n.find(body, prose))
	}
	found := n.find(body, prose)
	if !n.walksThrough(found) {
		if series := n.series(body, prose); series != nil {
			found = series
		}
	}
	return Merge(found, n.worded(body, prose))
}

// namesAny reports whether one of the citations names a reference.
func namesAny(citations []article.Citation) bool {
	return slices.ContainsFunc(citations, func(c article.Citation) bool { return len(c.Candidates()) > 0 })
}

// Marks returns the spans of text that have the shape of a mark, whatever they turn
// out to be. A Markdown parser that is about to make links of them needs to know.
func Marks(text string) []article.Span {
	var marks []article.Span
	for _, span := range brackets(text, article.Span{End: len(text)}) {
		if !leadsSomewhere(text[span.End:]) {
			marks = append(marks, span)
		}
	}
	return marks
}

// Merge adds to the citations that are known those found where none is known. Both
// are sorted.
func Merge(known, found []article.Citation) []article.Citation {
	all := known[:len(known):len(known)]
	for _, c := range found {
		if !Overlaps(known, c.Span) {
			all = append(all, c)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	return all
}

// Overlaps reports whether one of the sorted citations shares a byte with span.
func Overlaps(citations []article.Citation, span article.Span) bool {
	i := sort.Search(len(citations), func(i int) bool { return citations[i].End > span.Start })
	return i < len(citations) && citations[i].Start < span.End
}
