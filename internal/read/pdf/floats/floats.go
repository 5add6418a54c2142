// Package floats finds where on its page a float stands, in the order of what is read: a figure or a table with its
// caption.
//
// The package must not know what the parts of a page say.
package floats

import (
	"math"
	"slices"

	"etal/internal/read/pdf/page"
)

// A Part is a paragraph of a page, a caption, or what belongs to one.
type Part struct {
	Page int
	Box  page.Rect
	Kind Kind
}

// A Kind is what a part is.
type Kind int

const (
	Other Kind = iota
	Front      // of the head of an article, among which no float is moved
	Text
	Border // of sections: a heading, or an entry of a reference list
	Figure // the caption of one
	Table  // the caption of one
	Cells
	Words // of a drawing
	Small // text in small type, or the URL of a float
)

// is reports whether a part is of one of some kinds.
func (p Part) is(kinds ...Kind) bool { return slices.Contains(kinds, p.Kind) }

// mostParts is how many parts of a page are looked at for each of its floats.
const mostParts = 500

// Order returns the order in which parts are read, as indices: floats that stand behind a later section of their page
// go behind the text beside or above them.
func Order(parts []Part) []int {
	order := make([]int, len(parts))
	for i := range order {
		order[i] = i
	}
	f := flow{slices.Clone(parts), order}
	for i := 0; i < len(f.parts); i++ {
		if !f.parts[i].is(Figure, Table) {
			continue
		}
		first, end := f.floatOf(i)
		if at := f.placeOf(i, first); at < first && slices.ContainsFunc(f.parts[at:first], func(p Part) bool { return p.Kind == Border }) {
			f.parts = moved(f.parts, first, end, at)
			f.order = moved(f.order, first, end, at)
		}
		i = end - 1
	}
	return f.order
}

// moved returns a list of which a stretch stands before an index.
func moved[T any](list []T, first, end, at int) []T {
	stretch := slices.Clone(list[first:end])
	return slices.Insert(slices.Delete(list, first, end), at, stretch...)
}

type flow struct {
	parts []Part
	order []int
}

// floatOf returns from where to where the float of a caption is: words of its drawing, a table above or below the
// caption, and what is set small below.
func (f *flow) floatOf(i int) (first, end int) {
	is := func(k int, kinds ...Kind) bool {
		return k >= 0 && k < len(f.parts) && f.parts[k].Page == f.parts[i].Page && f.parts[k].is(kinds...)
	}
	first, end = i, i+1
	if f.parts[i].Kind == Table {
		for is(first-1, Cells) {
			first--
		}
		if first < i && is(first-1, Table) {
			first = i // that of the caption above
		}
		for first == i && is(end, Cells) {
			end++
		}
	}
	for is(first-1, Words) {
		first--
	}
	for is(end, Words, Small) {
		end++
	}
	return first, end
}

// placeOf returns before which part the float of a caption stands, of those before one: behind the last text that
// begins above it in the column that is nearest to it.
func (f *flow) placeOf(i, before int) int {
	p := f.parts[i]
	apart := func(q Part) float64 { return max(q.Box.Left-p.Box.Right, p.Box.Left-q.Box.Right, 0) }
	nearest, at := math.Inf(1), before
	from, to := i, i
	for from > 0 && f.parts[from-1].Page == p.Page && to-from < mostParts {
		from--
	}
	for to < len(f.parts) && f.parts[to].Page == p.Page && to-from < mostParts {
		to++
	}
	for _, q := range f.parts[from:to] {
		if q.Kind == Front {
			return before
		}
		if q.is(Text, Border) {
			nearest = min(nearest, apart(q))
		}
	}
	for k := before - 1; k >= from; k-- {
		if q := f.parts[k]; q.is(Text, Border) && apart(q) == nearest {
			if at = k; q.Box.Top < p.Box.Top {
				at++
				break
			}
		}
	}
	for k := at; k < before && f.parts[k].is(Figure, Table, Cells, Words, Small); k++ {
		if q := f.parts[k]; q.is(Figure, Table) && q.Box.Top < p.Box.Top {
			_, at = f.floatOf(k) // behind another that was moved
			k = at - 1
		}
	}
	return at
}
