package nav

import "slices"

// maxHistory bounds the jumps that can be gone back.
const maxHistory = 1000

// A History is the places that the reader jumped from, and those gone back from. A place is
// what a screen or the line mode needs to come back, in whichever article.
type History[P any] struct {
	past, future []P
}

// Leave records the place from which the reader jumps. What was gone back from is dropped.
func (h *History[P]) Leave(p P) {
	h.past = append(slices.Clip(h.past), p)
	if len(h.past) > maxHistory {
		h.past = h.past[1:]
	}
	h.future = nil
}

// Last returns the place that Back would go to, and reports whether there is one.
func (h History[P]) Last() (p P, ok bool) {
	if len(h.past) == 0 {
		return p, false
	}
	return h.past[len(h.past)-1], true
}

// Back returns the place to go back to from now and the history after that, and reports
// whether there is one.
func (h History[P]) Back(now P) (P, History[P], bool) {
	p, ok := step(&h.past, &h.future, now)
	return p, h, ok
}

// Forward undoes Back.
func (h History[P]) Forward(now P) (P, History[P], bool) {
	p, ok := step(&h.future, &h.past, now)
	return p, h, ok
}

func step[P any](from, to *[]P, now P) (p P, ok bool) {
	n := len(*from)
	if n == 0 {
		return p, false
	}
	p = (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(slices.Clip(*to), now)
	return p, true
}

// Map returns the history with every place replaced by what f makes of it, as when the
// article has changed.
func (h History[P]) Map(f func(P) P) History[P] {
	mapped := func(places []P) []P {
		places = slices.Clone(places)
		for i := range places {
			places[i] = f(places[i])
		}
		return places
	}
	return History[P]{mapped(h.past), mapped(h.future)}
}
