package tui

import (
	"etal/internal/render"
)

// A position is where a reader is in an article: the line at the top of the screen and
// what is in focus, at which row.
type position struct {
	width  int          // of the text, for which top holds
	top    render.Place // the line at the top
	offset int          // its offset in the body: the top at another width
	focus  focus
	choice int
	row    int // of the focus on screen, -1 where it is not on it
}

// A history is the positions that a reader came from, and those gone back from.
type history struct {
	past, future []position
}

// leave notes the position from which the reader jumps.
func (h *history) leave(p position) {
	h.past = append(h.past, p)
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
	*to = append(*to, now)
	return p, true
}
