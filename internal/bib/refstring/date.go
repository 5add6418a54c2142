package refstring

import (
	"strconv"

	"etal/internal/bib"
	"etal/internal/names"
)

// The years that a printed reference may give.
const (
	firstYear = 1400
	lastYear  = 2039
)

// isYear reports whether the text is a year, perhaps with a letter behind: 2006a.
func isYear(s string) bool { return yearOf(s) > 0 }

func yearOf(s string) int {
	if len(s) == 5 && s[4] >= 'a' && s[4] <= 'z' {
		s = s[:4]
	}
	if len(s) != 4 {
		return 0
	}
	y, err := strconv.Atoi(s)
	if err != nil || y < firstYear || y > lastYear {
		return 0
	}
	return y
}

// isMonth reports whether token i is the name of a month or season.
func (d *refParser) isMonth(i int) bool {
	if i < 0 || i >= len(d.t) {
		return false
	}
	_, ok := names.Month(d.t[i].text)
	return ok && d.t[i].kind == word
}

// isDay reports whether token i is the day of a month that stands beside it.
func (d *refParser) isDay(i int) bool {
	if i < 0 || i >= len(d.t) || d.t[i].kind != number || len(d.t[i].text) > 2 {
		return false
	}
	n, err := strconv.Atoi(d.t[i].text)
	return err == nil && n >= 1 && n <= 31
}

// setYear sets the date of which the year is token i, with the month and day that
// stand beside it.
func (d *refParser) setYear(i int) {
	date := []int{yearOf(d.t[i].text)}
	day, month := 0, 0
	if k := i - 1; d.isMonth(k) || k > 0 && d.t[k].is(",") && d.isDay(k-1) && d.isMonth(k-2) || d.isDay(k) && d.isMonth(k-1) {
		if !d.isMonth(k) { // May 3, 2013
			for !d.isDay(k) {
				k--
			}
			day, k = d.number(k), k-1
		} else if d.isDay(k - 1) { // 3 May 2013
			day = d.number(k - 1)
		}
		month, _ = names.Month(d.t[k].text)
	} else {
		k := i + 1
		if k < len(d.t) && d.t[k].is(",") {
			k++
		}
		if d.isMonth(k) { // 2013, May 3
			month, _ = names.Month(d.t[k].text)
			if d.isDay(k+1) && !d.startsLocator(k+2) {
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
func (d *refParser) startsLocator(i int) bool { return i < len(d.t) && d.t[i].oneOf("(:-–") }

func (d *refParser) number(i int) int {
	n, _ := strconv.Atoi(d.t[i].text)
	return n
}

// earlyYear reads a date that stands behind the authors at token i, in parentheses
// or between stops, and returns the token after it.
func (d *refParser) earlyYear(i int) int {
	k := i
	for k < len(d.t) && d.t[k].oneOf(".,:;([-–—") {
		k++
	}
	y := k
	if d.isDay(y) && d.isMonth(y+1) {
		y++
	}
	if d.isMonth(y) {
		y++
		if d.isDay(y) {
			y++
		}
		if y < len(d.t) && d.t[y].is(",") {
			y++
		}
	}
	if y >= len(d.t) || d.t[y].kind != number || !isYear(d.t[y].text) {
		return d.noDate(i, k)
	}
	inside := k > i && d.t[k-1].oneOf("([")
	if !inside && d.yearIsVolume(y) {
		return i
	}
	d.setYear(y)
	if inside {
		if end := d.closing(k - 1); end < len(d.t) && end < k+8 {
			return d.skipStops(end + 1)
		}
	}
	y++
	if y < len(d.t) && d.t[y].oneOf("-–/") && y+1 < len(d.t) && d.t[y+1].kind == number {
		y += 2
	}
	if y+2 < len(d.t) && d.t[y].is("(") && d.t[y+2].is(")") { // 2000 (a)
		y += 3
	}
	if y+2 < len(d.t) && d.t[y].is("[") && d.t[y+2].is("]") { // 1960 [1958]
		y += 3
	}
	return d.skipStops(y)
}

// yearIsVolume reports whether the four numerals at token y begin a locator,
// as in "Smith J, 1995;34:167", where no title can follow.
func (d *refParser) yearIsVolume(y int) bool {
	return y+1 < len(d.t) && d.t[y+1].is(";") && y+2 < len(d.t) && d.t[y+2].kind == number
}

// noDate steps over words in parentheses that stand where the year would.
func (d *refParser) noDate(i, k int) int {
	if k == i || !d.t[k-1].is("(") || k >= len(d.t) {
		return i
	}
	switch d.t[k].low() {
	case "in", "n", "nd", "forthcoming", "submitted", "accepted", "undated", "ohne", "s", "o", "im", "sous", "à", "sf":
		if end := d.closing(k - 1); end < k+4 {
			return d.skipStops(end + 1)
		}
	}
	return i
}
