package render

import "slices"

const (
	// minColumn is the width that a column with as much text is not narrowed below.
	minColumn = 6
	// maxUnbroken is the width of the widest word in a table that is not broken.
	maxUnbroken = 20
	// headLines is how many lines a heading is wrapped to before cells are.
	headLines = 3
)

// A column has the measures of a table's column, in columns of the terminal.
type column struct {
	least int // its longest word
	head  int // its heading on one line
	wish  int // its widest cell on one line
	text  int // all its cells together
}

type columns []column

// measureColumns measures a table, the first row of which has the headings. Whole words are those of
// any length, not only up to maxUnbroken.
func measureColumns(rows [][]cell, whole bool) columns {
	unbroken := maxUnbroken
	if whole {
		unbroken = NoWrap
	}
	out := make(columns, len(rows[0]))
	for i := range out {
		out[i].least = 1
	}
	for n, cells := range rows {
		if n > 0 && isBand(cells) {
			continue
		}
		for i := range min(len(cells), len(out)) {
			c, w := &out[i], 0
			eachWord(cells[i], room{width: maxKept, whole: whole}, func(word word) {
				w += word.width + textWidth(word.blank)
				c.least = max(c.least, min(word.width, unbroken))
			})
			c.text += w
			c.least = max(c.least, min(w, minColumn))
			if n == 0 {
				c.head = w
			} else {
				c.wish = max(c.wish, w)
			}
		}
	}
	return out
}

// fit returns widths for the columns that together take at most room, or nil if their longest
// words do not fit.
func (cs columns) fit(room int) []int {
	widest := make([]int, len(cs))
	wish := make([]int, len(cs))
	widths := make([]int, len(cs))
	for i, c := range cs {
		widest[i] = max(c.wish, c.head, c.least)
		wish[i] = max(c.wish, c.least, (c.head+headLines-1)/headLines)
		widths[i] = c.least
	}
	if total(widest) <= room {
		return widest
	}
	left := room - total(widths)
	if left < 0 {
		return nil
	}
	// Columns that need no more than their share get it, so that numbers stay on one line.
	order := make([]int, len(cs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return (wish[i] - widths[i]) - (wish[j] - widths[j]) })
	for n, i := range order {
		more := wish[i] - widths[i]
		if more > left/(len(order)-n) {
			break
		}
		widths[i] += more
		left -= more
	}
	// The rest goes, one by one, to the column where it saves most lines.
	for ; left > 0; left-- {
		best, most := -1, 0.0
		for i, c := range cs {
			if saved := float64(c.text) / float64(widths[i]*(widths[i]+1)); widths[i] < widest[i] && saved > most {
				best, most = i, saved
			}
		}
		if best < 0 {
			break
		}
		widths[best]++
	}
	return widths
}
