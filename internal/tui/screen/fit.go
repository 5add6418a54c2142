package screen

import (
	"strconv"
	"strings"

	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/textwidth"
)

// ColumnsOf returns the columns that s takes, styles aside.
func ColumnsOf(s string) int { return textwidth.Of(s) }

// Fit cuts s to the given columns, with an ellipsis where something is left out.
func Fit(s string, columns int) string { return textwidth.Fit(s, columns) }

// FitEnd cuts s to the given columns at its beginning, with an ellipsis where something is left
// out.
func FitEnd(s string, columns int) string { return textwidth.FitEnd(s, columns) }

// Wrap breaks s into lines of at most the given columns, as many as rows. The last one has an
// ellipsis where something is left out.
func Wrap(s string, columns, rows int) []string {
	if s == "" || columns <= 0 || rows <= 0 {
		return nil
	}
	var lines []string
	for _, l := range render.Wrap(safe.New(s), columns) {
		lines = append(lines, l.Plain())
	}
	if len(lines) <= rows {
		return lines
	}
	cut := strings.Join(lines[rows-1:], " ")
	return append(lines[:rows-1:rows-1], Fit(cut, columns))
}

// Spread puts left and right at the ends of a line; where both do not fit, right goes.
func Spread(left, right string, columns int) string {
	left = Fit(left, columns)
	room := columns - ColumnsOf(left) - ColumnsOf(right)
	if room < 1 || right == "" {
		return left
	}
	return left + strings.Repeat(" ", room) + right
}

func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// Percent returns how much of an article was read as the screens show it, 100% only for all of it.
func Percent(share float64) string { return strconv.Itoa(int(share*100)) + "%" }

func RenderLines(lines []render.Line) []string {
	var rows []string
	for _, l := range lines {
		rows = append(rows, l.Draw(nil))
	}
	return rows
}
