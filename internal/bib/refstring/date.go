package refstring

import (
	"etal/internal/bib/refstring/token"
	"strconv"

	"etal/internal/bib"
	"etal/internal/names"
)

// setYear sets the date of which the year is token i, with the month and day that
// stand beside it.
func (d *refParser) setYear(i int) {
	date := []int{token.YearOf(d.t[i].Text)}
	day, month := 0, 0
	if k := i - 1; d.t.IsMonth(k) || k > 0 && d.t[k].Is(",") && d.t.IsDay(k-1) && d.t.IsMonth(k-2) || d.t.IsDay(k) && d.t.IsMonth(k-1) {
		if !d.t.IsMonth(k) { // May 3, 2013
			for !d.t.IsDay(k) {
				k--
			}
			day, k = d.number(k), k-1
		} else if d.t.IsDay(k - 1) { // 3 May 2013
			day = d.number(k - 1)
		}
		month, _ = names.Month(d.t[k].Text)
	} else {
		k := i + 1
		if k < len(d.t) && d.t[k].Is(",") {
			k++
		}
		if d.t.IsMonth(k) { // 2013, May 3
			month, _ = names.Month(d.t[k].Text)
			if d.t.IsDay(k+1) && !d.startsLocator(k+2) {
				day = d.number(k + 1)
			}
		}
	}
	if month > 0 {
		date = append(date, month)
		if day > 0 {
			date = append(date, day)
		}
	}
	d.item.Issued = &bib.Date{Parts: [][]int{date}}
}

// startsLocator reports whether token i binds the number before it to a volume.
func (d *refParser) startsLocator(i int) bool { return i < len(d.t) && d.t[i].OneOf("(:-–") }

func (d *refParser) number(i int) int {
	n, _ := strconv.Atoi(d.t[i].Text)
	return n
}

// earlyYear reads a date that stands behind the authors at token i, in parentheses
// or between stops, and returns the token after it.
func (d *refParser) earlyYear(i int) int {
	k := i
	for k < len(d.t) && d.t[k].OneOf(".,:;([-–—") {
		k++
	}
	y := k
	if d.t.IsDay(y) && d.t.IsMonth(y+1) {
		y++
	}
	if d.t.IsMonth(y) {
		y++
		if d.t.IsDay(y) {
			y++
		}
		if y < len(d.t) && d.t[y].Is(",") {
			y++
		}
	}
	if y >= len(d.t) || d.t[y].Kind != token.Number || !token.IsYear(d.t[y].Text) {
		return d.noDate(i, k)
	}
	inside := k > i && d.t[k-1].OneOf("([")
	if !inside && d.yearIsVolume(y) {
		return i
	}
	d.setYear(y)
	if inside {
		if end := d.t.Closing(k - 1); end < len(d.t) && end < k+8 {
			return d.skipStops(end + 1)
		}
	}
	y++
	if y < len(d.t) && d.t[y].OneOf("-–/") && y+1 < len(d.t) && d.t[y+1].Kind == token.Number {
		y += 2
	}
	if y+2 < len(d.t) && d.t[y].Is("(") && d.t[y+2].Is(")") { // 2000 (a)
		y += 3
	}
	if y+2 < len(d.t) && d.t[y].Is("[") && d.t[y+2].Is("]") { // 1960 [1958]
		y += 3
	}
	return d.skipStops(y)
}

// yearIsVolume reports whether the four numerals at token y begin a locator,
// as in "Smith J, 1995;34:167", where no title can follow.
func (d *refParser) yearIsVolume(y int) bool {
	return y+1 < len(d.t) && d.t[y+1].Is(";") && y+2 < len(d.t) && d.t[y+2].Kind == token.Number
}

// noDate steps over words in parentheses that stand where the year would.
func (d *refParser) noDate(i, k int) int {
	if k == i || !d.t[k-1].Is("(") || k >= len(d.t) {
		return i
	}
	switch d.t[k].Lower {
	case "in", "n", "nd", "forthcoming", "submitted", "accepted", "undated", "ohne", "s", "o", "im", "sous", "à", "sf":
		if end := d.t.Closing(k - 1); end < k+4 {
			return d.skipStops(end + 1)
		}
	}
	return i
}
