// Package told judges what a PDF tells of itself: its title may be the name of a file, and its date none.
//
// The package must not know the article's text.
package told

import (
	"strings"
	"time"
)

const (
	shortestTitle = 8    // bytes
	firstPDF      = 1990 // the year
)

// IsSoundTitle reports whether a title is no name of a file or of a program, as many are.
func IsSoundTitle(s string) bool {
	lower := strings.ToLower(s)
	if len(s) < shortestTitle || !strings.Contains(s, " ") {
		return false
	}
	for _, part := range []string{"microsoft word", ".doc", ".tex", ".dvi", ".pdf", ".indd", "untitled", "powerpoint"} {
		if strings.Contains(lower, part) {
			return false
		}
	}
	return true
}

// Day returns the day of a PDF's date, such as D:20240517102030Z; "" for one that never was.
func Day(date string) string {
	if len(date) < len("D:20240517") || !strings.HasPrefix(date, "D:") {
		return ""
	}
	day, err := time.Parse("20060102", date[2:10])
	if err != nil || day.Year() < firstPDF {
		return ""
	}
	return day.Format(time.DateOnly)
}
