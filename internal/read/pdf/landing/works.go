package landing

import (
	"math"

	"etal/internal/read/pdf/page"
)

// A Work is where an entry of a reference list begins.
type Work struct {
	Page int
	Box  page.Rect // of its first line
}

// How near to its entry a link lands, in points.
const (
	farthest     = 60.0 // before it is known how far all of a file land from theirs
	workStep     = 2.0
	nearest      = 7.0 // afterwards
	besideColumn = 60.0
)

// Works returns the index of the work at whose entry each link lands, or -1. A link may land by some lines from its
// entry, all of a file by as much.
func Works(links []Link, works []Work) []int {
	offsets := map[int]int{}
	usual := 0
	for _, l := range links {
		if i, by := workAt(l, works, 0, farthest); i >= 0 {
			key := int(math.Round(by / workStep))
			if offsets[key]++; offsets[key] > offsets[usual] {
				usual = key
			}
		}
	}
	found := make([]int, len(links))
	for i, l := range links {
		if found[i], _ = workAt(l, works, 0, farthest); found[i] >= 0 {
			found[i], _ = workAt(l, works, float64(usual)*workStep, nearest)
		}
	}
	return found
}

// workAt returns the index of the work whose entry begins by a usual offset from a link's point, and how far it is
// below that; -1 if none is near.
func workAt(l Link, works []Work, usual, limit float64) (index int, by float64) {
	index = -1
	for i, w := range works {
		if w.Page != l.Page || !math.IsNaN(l.X) && l.X > 1 && (l.X < w.Box.Left-besideColumn || l.X > w.Box.Right) {
			continue
		}
		d := w.Box.Top - l.Y
		if off := math.Abs(d - usual); off < limit {
			index, limit, by = i, off, d
		}
	}
	return index, by
}
