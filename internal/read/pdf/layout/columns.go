package layout

import (
	"math"
	"slices"
)

const (
	gutterStep    = 2.0 // points between the places at which a gutter is looked for
	narrowGutter  = 7.0 // points between two columns at least
	wideGutter    = 90.0
	fewestBeside  = 6  // pairs of lines beside each other that make columns
	shortestInTwo = 14 // glyphs of most lines of a column; cells are shorter

	widestPage = 14_400.0 // points, as other programs show it at most (ISO 32000-1, annex C): a file may say more
)

// gutters returns where the columns of a page part, from left to right: places that two lines of
// text stand beside over and over.
func gutters(lines []Line, width float64) []float64 {
	if width = min(width, widestPage); !(width > 0) {
		return nil
	}
	votes := make([]int, int(width/gutterStep)+2)
	slot := func(x float64) int { return int(min(max(x/gutterStep, 0), float64(len(votes)-1))) }
	for i, a := range lines {
		if a.Glyphs.Len() < shortestInTwo {
			continue
		}
		nearest, right := -1, math.Inf(1)
		for j, b := range lines {
			if i != j && b.Glyphs.Len() >= shortestInTwo && b.Box.Left >= a.Box.Right && b.Box.Left < right && math.Abs(a.Base-b.Base) < a.Size {
				nearest, right = j, b.Box.Left
			}
		}
		if nearest < 0 || right-a.Box.Right < narrowGutter || right-a.Box.Right > wideGutter+width/4 {
			continue
		}
		if b := lines[nearest]; nearest == i+1 && min(a.Box.Width(), b.Box.Width()) < width/3 {
			continue // cells of a row
		}
		for n := range int(math.Ceil((right - a.Box.Right) / gutterStep)) {
			votes[slot(a.Box.Right+float64(n)*gutterStep)]++
		}
	}
	var found []float64
	beside := map[float64]int{} // pairs of lines
	for {
		best := 0
		for i, v := range votes {
			if v > votes[best] {
				best = i
			}
		}
		if votes[best] < fewestBeside {
			break
		}
		last := best
		for last+1 < len(votes) && votes[last+1] == votes[best] {
			last++
		}
		x := float64(best+last+1) / 2 * gutterStep
		found = append(found, x)
		beside[x] = votes[best]
		for i := range votes {
			if i >= best && i <= last || math.Abs(float64(i)*gutterStep-x) < width/6 {
				votes[i] = 0
			}
		}
	}
	slices.Sort(found)
	return slices.DeleteFunc(found, func(x float64) bool { return isCrossed(lines, x, found, beside[x]) })
}

// isCrossed reports whether a gutter parts the cells of a table in a column: lines of the column cross it, more than
// half as many as stand beside it. Lines that cross another gutter too stand over all columns.
func isCrossed(lines []Line, x float64, all []float64, beside int) bool {
	crossing := 0
	for _, l := range lines {
		crosses := func(x float64) bool { return l.Box.Left < x-2 && l.Box.Right > x+2 }
		if l.Glyphs.Len() >= shortestInTwo && crosses(x) && !slices.ContainsFunc(all, func(o float64) bool { return o != x && crosses(o) }) {
			crossing++
		}
	}
	return len(all) > 1 && crossing >= fewestBeside && 2*crossing > beside
}

// across is the column of a line that stands over several.
const across = -1

// setColumns notes in which column each line of a page stands, counted from 0.
func setColumns(lines []Line, gutters []float64) {
	for i := range lines {
		l := &lines[i]
		l.Column = 0
		for n, x := range gutters {
			switch {
			case l.Box.Left > x-2:
				l.Column = n + 1
			case l.Box.Right > x+2:
				l.Column = across
			}
			if l.Column == across {
				break
			}
		}
		if i > 0 && l.Column != across && l.endsAcross(lines[i-1]) && !hasBeside(lines, i) {
			l.Column = across
		}
	}
}

// endsAcross reports whether a line goes on below one that stands over several columns: the last line of
// a paragraph is short.
func (l Line) endsAcross(last Line) bool {
	down := l.Base - last.Base
	return last.Column == across && l.Font == last.Font && math.Abs(l.Size-last.Size) < 0.3 &&
		down > 0 && down < 1.6*l.Size && l.Box.Left < last.Box.Left+last.Box.Width()/2
}

// hasBeside reports whether a line has text beside it.
func hasBeside(lines []Line, i int) bool {
	for j, o := range lines {
		if j != i && math.Abs(o.Base-lines[i].Base) < 0.8*lines[i].Size && (o.Box.Left > lines[i].Box.Right+narrowGutter/2) && o.Glyphs.Len() >= shortestInTwo {
			return true
		}
	}
	return false
}
