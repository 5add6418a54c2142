package refstring

import (
	"etal/internal/bib/refstring/token"
	"strconv"

	"etal/internal/bib"
	"etal/internal/names"
)

// setYear sets the date of which the year is token i, with the month and day that
// stand beside it.
func (p *refParser) setYear(i int) {
	date := []int{token.YearOf(p.t[i].Text)}
	day, month := 0, 0
	if k := i - 1; p.t.IsMonth(k) || k > 1 && p.t[k].Is(",") && p.t.IsDay(k-1) && p.t.IsMonth(k-2) || p.t.IsDay(k) && p.t.IsMonth(k-1) {
		if !p.t.IsMonth(k) { // May 3, 2013
			for !p.t.IsDay(k) {
				k--
			}
			day, k = p.number(k), k-1
		} else if p.t.IsDay(k - 1) { // 3 May 2013
			day = p.number(k - 1)
		}
		month, _ = names.Month(p.t[k].Text)
	} else {
		k := i + 1
		if k < len(p.t) && p.t[k].Is(",") {
			k++
		}
		if p.t.IsMonth(k) { // 2013, May 3
			month, _ = names.Month(p.t[k].Text)
			if p.t.IsDay(k+1) && !p.startsLocator(k+2) {
				day = p.number(k + 1)
			}
		}
	}
	if month > 0 {
		date = append(date, month)
		if day > 0 {
			date = append(date, day)
		}
	}
	p.item.Issued = &bib.Date{Parts: [][]int{date}}
}

// startsLocator reports whether token i binds the number before it to a volume.
func (p *refParser) startsLocator(i int) bool { return i < len(p.t) && p.t[i].OneOf("(:-–") }

func (p *refParser) number(i int) int {
	n, _ := strconv.Atoi(p.t[i].Text)
	return n
}

// earlyYear reads a date that stands behind the authors at token i, in parentheses
// or between stops, and returns the token after it.
func (p *refParser) earlyYear(i int) int {
	k := i
	for k < len(p.t) && p.t[k].OneOf(".,:;([-–—") {
		k++
	}
	y := k
	if p.t.IsDay(y) && p.t.IsMonth(y+1) {
		y++
	}
	if p.t.IsMonth(y) {
		y++
		if p.t.IsDay(y) {
			y++
		}
		if y < len(p.t) && p.t[y].Is(",") {
			y++
		}
	}
	if y >= len(p.t) || p.t[y].Italic != 0 || p.t[y].Kind != token.Number || !token.IsYear(p.t[y].Text) {
		return p.noDate(i, k)
	}
	inside := k > i && p.t[k-1].OneOf("([")
	if !inside && p.yearIsVolume(y) {
		return i
	}
	p.setYear(y)
	if inside {
		if end := p.t.Closing(k - 1); end < len(p.t) && end < k+8 {
			return p.skipStops(end + 1)
		}
	}
	y++
	if date := p.item.Issued.Parts[0]; len(date) > 1 && !p.t.IsMonth(y-2) && !p.t.IsMonth(y-3) { // 2013, May 3
		for y < len(p.t) && (p.t[y].Is(",") || p.t.IsMonth(y) || p.t.IsDay(y) && p.t.IsMonth(y-1) && len(date) > 2) {
			y++
		}
	}
	if y < len(p.t) && p.t[y].OneOf("-–/") && y+1 < len(p.t) && p.t[y+1].Kind == token.Number {
		y += 2
	}
	if y+2 < len(p.t) && p.t[y].Is("(") && p.t[y+2].Is(")") { // 2000 (a)
		y += 3
	}
	if y+2 < len(p.t) && p.t[y].Is("[") && p.t[y+2].Is("]") { // 1960 [1958]
		y += 3
	}
	return p.skipStops(y)
}

// yearIsVolume reports whether the four numerals at token y begin a locator,
// as in "Smith J, 1995;34:167", where no title can follow.
func (p *refParser) yearIsVolume(y int) bool {
	return y+1 < len(p.t) && p.t[y+1].Is(";") && y+2 < len(p.t) && p.t[y+2].Kind == token.Number
}

// noDate steps over words in parentheses that stand where the year would.
func (p *refParser) noDate(i, k int) int {
	if k == i || !p.t[k-1].Is("(") || k >= len(p.t) {
		return i
	}
	switch p.t[k].Lower {
	case "in", "n", "nd", "forthcoming", "submitted", "accepted", "undated", "ohne", "s", "o", "im", "sous", "à", "sf":
		if end := p.t.Closing(k - 1); end < k+4 {
			return p.skipStops(end + 1)
		}
	}
	return i
}
