package token

import (
	"strconv"

	"etal/internal/names"
)

// The years that a printed reference may give.
const (
	FirstYear = 1400
	LastYear  = 2039
)

// IsYear reports whether the text is a year, perhaps with a letter behind: 2006a.
func IsYear(s string) bool { return YearOf(s) > 0 }

// YearOf returns the year that the text is, perhaps with a letter behind, or 0.
func YearOf(s string) int {
	if len(s) == 5 && s[4] >= 'a' && s[4] <= 'z' {
		s = s[:4]
	}
	if len(s) != 4 {
		return 0
	}
	y, err := strconv.Atoi(s)
	if err != nil || y < FirstYear || y > LastYear {
		return 0
	}
	return y
}

// IsMonth reports whether token i is the name of a month or season.
func (l List) IsMonth(i int) bool {
	if i < 0 || i >= len(l) {
		return false
	}
	_, ok := names.Month(l[i].Text)
	return ok && l[i].Kind == Word
}

// AnyMonth reports whether the name of a month or season stands in [i, j).
func (l List) AnyMonth(i, j int) bool {
	for k := i; k < j; k++ {
		if l.IsMonth(k) {
			return true
		}
	}
	return false
}

// IsDay reports whether token i is the day of a month that stands beside it.
func (l List) IsDay(i int) bool {
	if i < 0 || i >= len(l) || l[i].Kind != Number || len(l[i].Text) > 2 {
		return false
	}
	n, err := strconv.Atoi(l[i].Text)
	return err == nil && n >= 1 && n <= 31
}
