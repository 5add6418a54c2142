package tui

import "slices"

// maxHistory bounds how many jumps can be gone back.
const maxHistory = 1000

// A history is the positions that a reader came from, and those gone back from. It goes
// through articles.
type history struct {
	past, future []position
}

// leave notes the position from which the reader jumps.
func (h *history) leave(p position) {
	h.past = append(slices.Clip(h.past), p)
	if len(h.past) > maxHistory {
		h.past = h.past[1:]
	}
	h.future = nil
}

// back returns the position to go back to from now; ok is false where there is none.
func (h *history) back(now position) (p position, ok bool) {
	return step(&h.past, &h.future, now)
}

// forward returns the position that the reader went back from.
func (h *history) forward(now position) (p position, ok bool) {
	return step(&h.future, &h.past, now)
}

func step(from, to *[]position, now position) (p position, ok bool) {
	n := len(*from)
	if n == 0 {
		return p, false
	}
	p = (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(slices.Clip(*to), now)
	return p, true
}

func (h history) clone() history {
	return history{slices.Clone(h.past), slices.Clone(h.future)}
}

// moved returns the history with every position changed by f, as when an article is
// another than it was.
func (h history) moved(f func(position) position) history {
	h = h.clone()
	for _, list := range [][]position{h.past, h.future} {
		for i := range list {
			list[i] = f(list[i])
		}
	}
	return h
}
