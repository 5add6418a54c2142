package cite

import "slices"

// The best way through all marks. Each mark weighs what surrounds it; an order through the list
// adds to that, and a gap in the order costs. Of all selections of marks the one with the most
// points is taken, so that neither a missing mark nor a false one ends the citations.
//
// It is found by dynamic programming over the highest label named so far: of two ways to the same
// label only the better goes on. See https://en.wikipedia.org/wiki/Viterbi_algorithm.

// Points for the step that a mark takes through the list. They were found by trial on articles
// whose citations are known, and on the same articles without them.
const (
	pointsNext  = 8 // it names the next entry of the list
	pointsFresh = 6 // for each further one, up to maxFresh, so that no detour is worth more
	maxFresh    = 8
	pointsGap   = -4 // for each entry that is left out, of the first few
	pointsFar   = -1 // for each further one
	fewLeftOut  = 4
	// maxWays is how many ways are followed at a time. More make no difference to any article
	// known.
	maxWays = 48
)

// A step is a place in the text where one of several readings may be a mark, or none.
type step []reading

// A reading is a mark with the labels that it names, sorted, and the points for what surrounds it.
type reading struct {
	mark   numberMark
	labels []int
	points int
}

// A way is a selection of marks up to some place in the text.
type way struct {
	highest int // label named
	points  int
	last    *link
}

// A link is a reading on a way, with those before it.
type link struct {
	reading reading
	before  *link
}

// bestChain returns the readings on the best way through the steps. In a list that is sorted by
// author the marks have no order: the way then pays for one gap, and what surrounds each decides.
func bestChain(steps []step) []reading {
	ways := []way{{}}
	for _, s := range steps {
		ways = follow(ways, s)
	}
	best := slices.MaxFunc(ways, func(a, b way) int { return a.points - b.points })
	var chain []reading
	for l := best.last; l != nil; l = l.before {
		chain = append(chain, l.reading)
	}
	slices.Reverse(chain)
	return withPlain(steps, chain, best.highest)
}

// pointsPlain is how many points make a mark plain enough to need no order: several numbers behind
// a word or in parentheses.
const pointsPlain = 8

// withPlain returns the chain with the readings that it left out, since they name an entry ahead
// of its turn, though they are plain.
func withPlain(steps []step, chain []reading, highest int) []reading {
	var all []reading
	for _, s := range steps {
		end := 0
		for _, r := range s {
			end = max(end, r.mark.span.End)
		}
		switch i := slices.IndexFunc(s, func(r reading) bool { return r.points >= pointsPlain && r.labels[len(r.labels)-1] <= highest }); {
		case len(chain) > 0 && chain[0].mark.span.Start < end:
			all, chain = append(all, chain[0]), chain[1:]
		case i >= 0:
			all = append(all, s[i])
		}
	}
	return all
}

// follow returns the best ways that take a step or leave it out.
func follow(ways []way, s step) []way {
	next := slices.Clone(ways)
	for _, r := range s {
		last := r.labels[len(r.labels)-1]
		var ahead way
		for i, w := range ways {
			points := w.points + r.points + orderPoints(w.highest, r.labels)
			switch {
			case w.highest >= last:
				if points > next[i].points {
					next[i].points, next[i].last = points, &link{r, w.last}
				}
			case ahead.last == nil || points > ahead.points:
				ahead = way{last, points, &link{r, w.last}}
			}
		}
		if ahead.last != nil {
			next = addWay(next, ahead)
		}
	}
	if len(next) > maxWays {
		slices.SortFunc(next, func(a, b way) int { return b.points - a.points })
		next = next[:maxWays]
	}
	return next
}

// addWay adds a way, unless one to the same label is better.
func addWay(ways []way, w way) []way {
	i := slices.IndexFunc(ways, func(other way) bool { return other.highest == w.highest })
	switch {
	case i < 0:
		return append(ways, w)
	case ways[i].points < w.points:
		ways[i] = w
	}
	return ways
}

// orderPoints returns the points for naming labels after the highest one so far.
func orderPoints(highest int, labels []int) int {
	at, _ := slices.BinarySearch(labels, highest+1)
	fresh := len(labels) - at
	if fresh == 0 {
		return 0
	}
	leftOut := labels[len(labels)-1] - highest - fresh
	return pointsNext + pointsFresh*(min(fresh, maxFresh)-1) + pointsGap*min(leftOut, fewLeftOut) + pointsFar*max(leftOut-fewLeftOut, 0)
}
