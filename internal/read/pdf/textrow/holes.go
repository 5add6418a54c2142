package textrow

import (
	"math"
	"slices"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/layout"
)

// What tells running text with holes from a table. Old files have signs of formulae as pictures: each leaves a hole
// in its line, which looks like the gap between two cells.
const (
	fullRow      = 0.85 // of the width of a block, of a row of text
	mostlyFull   = 0.6  // of the rows, which are full
	leastFilled  = 0.6  // of a row with holes
	longPart     = 20   // glyphs between two holes in most rows
	wholeRow     = 35   // glyphs of a row without holes
	mostAligned  = 0.34 // of the cells, which begin where one of the rows nearby does
	sameLeft     = 4.0  // points by which they differ
	fewestOfText = 3    // rows
)

// inBrackets matches the number of a formula.
var inBrackets = lazyregexp.New(`^\(\w{1,5}\)$`)

// closeHoles makes one line of each row of a block that is running text with holes.
func closeHoles(rows []Row) {
	left, right := math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		left, right = min(left, r.Left), max(right, r.Right)
	}
	full, whole, long, cells, aligned := 0, 0, 0, 0, 0
	for i, r := range rows {
		if r.Right-r.Left > fullRow*(right-left) {
			full++
			if len(r.Cells) == 1 && r.Cells[0].Glyphs.Len() >= wholeRow {
				whole++
			}
		}
		if slices.ContainsFunc(r.Cells, func(c layout.Line) bool { return c.Glyphs.Len() >= longPart }) {
			long++
		}
		for _, c := range r.Cells[1:] {
			cells++
			if slices.ContainsFunc(rows[max(0, i-near):min(len(rows), i+near+1)], func(o Row) bool { return o.Base != r.Base && o.beginsAt(c.Box.Left) }) {
				aligned++
			}
		}
	}
	most := mostlyFull * float64(len(rows))
	if cells == 0 || whole == 0 || len(rows) < fewestOfText || float64(full) < most || float64(long) < most || float64(aligned) > mostAligned*float64(cells) {
		return
	}
	for i := range rows {
		r := &rows[i]
		filled := 0.0
		for _, c := range r.Cells {
			filled += c.Box.Width()
		}
		if last := r.Cells[len(r.Cells)-1]; len(r.Cells) == 1 || inBrackets.MatchString(last.Text()) || filled < leastFilled*(r.Right-r.Left) {
			continue
		}
		line := r.Cells[0]
		for _, c := range r.Cells[1:] {
			line = line.With(c)
		}
		r.Cells = []layout.Line{line}
		r.setStyle()
	}
}

// beginsAt reports whether a cell of a row, but for the first, begins at a place.
func (r Row) beginsAt(x float64) bool {
	return len(r.Cells) > 1 && slices.ContainsFunc(r.Cells[1:], func(c layout.Line) bool { return math.Abs(c.Box.Left-x) < sameLeft })
}
