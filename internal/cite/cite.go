// Package cite finds the citations in a text and links them to its references.
//
// [Find] is given the text, the spans of it that are running prose, and the
// references of its list. The list says what is possible, the words around a mark
// say what is likely, and both are used: [0, 1] is an interval, x[1] an element of
// an array. A citation that names nothing in the list stays one with no references and
// is never linked to a guess.
//
// A style of citing is a value in the list of styles: it finds its marks in a text and says
// how far those are believed. A new style is a file, a line in that list and a test.
//
// The package must not know of file formats or of how anything is shown.
package cite

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"etal/internal/article"
	"etal/internal/safe"
)

// A source is a text whose citations are looked for.
type source struct {
	body       string
	prose      []article.Span // the parts of body that are running text
	references []article.Reference
	numbers    *numbers     // of the references
	byAuthor   int          // references that authors and years name
	sure       map[int]bool // labels that marks without brackets name, whatever their order
	leftOut    int          // marks of the style that is tried beyond what [Find] follows
}

// Find returns the citations in the prose spans of body, in order. They are those of the styles
// that are believed most; of those that cite by label it is the first in the list. LeftOut is
// the number of marks that may be citations, too, but name more than is followed: ranges that
// together name more references than the text has bytes, or authors of very many works of one
// year.
func Find(body string, prose []article.Span, references []article.Reference) (found []article.Citation, leftOut int) {
	s := &source{body: narrow(body), prose: prose, references: references, numbers: newNumbers(references)}
	s.numbers.rangeA = sync.OnceValue(func() bool { return romance.MatchString(s.body) })
	best := possible // a style has to be believed this much
	numbered := rejected
	for _, style := range styles {
		if style.believes == nil || style.byLabel && numbered == certain {
			continue
		}
		s.leftOut = 0
		marks := style.find(s)
		b := style.believes(s, marks)
		if b < best || style.byLabel && b <= numbered {
			continue
		}
		if b > best {
			best, found, leftOut = b, nil, 0
		}
		if style.byLabel {
			numbered = b
		}
		if style.beside != nil {
			marks = Merge(marks, style.beside(s))
		}
		found, leftOut = Merge(found, marks), leftOut+s.leftOut
	}
	if s.body != body {
		for i, c := range found {
			found[i].Text = safe.Line(strings.ReplaceAll(body[c.Start:c.End], `\`, ""))
		}
	}
	return found, leftOut
}

// maxNamed returns how many references all marks of the text may name. Numbers that are written
// are fewer than bytes; only ranges can name more.
func (s *source) maxNamed() int { return len(s.body) }

// namedBy returns how many references the citations name.
func namedBy(citations []article.Citation) int {
	named := map[int]bool{}
	for _, c := range citations {
		for _, n := range c.Candidates() {
			named[n] = true
		}
	}
	return len(named)
}

// namesShare reports whether so many references are enough of the list for the style that names
// them to be the article's.
func (s *source) namesShare(named int) bool {
	return named > 0 && named*100 >= len(s.references)*leastNamed
}

// Merge returns the known citations and, of those found, the ones that overlap no known one.
// Both lists are sorted.
func Merge(known, found []article.Citation) []article.Citation {
	if len(known) == 0 {
		return found
	}
	all := known[:len(known):len(known)]
	for _, c := range found {
		if !Overlaps(known, c.Span) {
			all = append(all, c)
		}
	}
	sortByStart(all)
	return all
}

func sortByStart(citations []article.Citation) {
	slices.SortStableFunc(citations, func(a, b article.Citation) int { return a.Start - b.Start })
}

// Overlaps reports whether one of the sorted citations shares a byte with span.
func Overlaps(citations []article.Citation, span article.Span) bool {
	i := sort.Search(len(citations), func(i int) bool { return citations[i].End > span.Start })
	return i < len(citations) && citations[i].Start < span.End
}
