package screen

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"etal/internal/render"
)

// ColumnsOf returns the columns that s takes, styles aside.
func ColumnsOf(s string) int { return ansi.StringWidth(s) }

// Fit cuts s to the given columns, with an ellipsis where something is left out.
func Fit(s string, columns int) string {
	if columns <= 0 {
		return ""
	}
	return ansi.Truncate(s, columns, "…")
}

// FitEnd cuts s to the given columns at its beginning, with an ellipsis where something is left
// out.
func FitEnd(s string, columns int) string {
	if over := ColumnsOf(s) - columns; over > 0 && columns > 0 {
		return ansi.TruncateLeft(s, over+1, "…")
	}
	return Fit(s, columns)
}

// Wrap breaks s into lines of at most the given columns, as many as rows. The last one has an
// ellipsis where something is left out.
func Wrap(s string, columns, rows int) []string {
	if s == "" || columns <= 0 || rows <= 0 {
		return nil
	}
	lines := strings.Split(ansi.Wrap(s, columns, ""), "\n")
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
