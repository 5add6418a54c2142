package tui

import (
	"etal/internal/render"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// columnsOf returns the columns that s takes, styles aside.
func columnsOf(s string) int { return ansi.StringWidth(s) }

// fit cuts s to the given columns, with an ellipsis where something is left out.
func fit(s string, columns int) string {
	if columns <= 0 {
		return ""
	}
	return ansi.Truncate(s, columns, "…")
}

// spread puts left and right at the ends of a line; where both do not fit, right goes.
func spread(left, right string, columns int) string {
	left = fit(left, columns)
	room := columns - columnsOf(left) - columnsOf(right)
	if room < 1 || right == "" {
		return left
	}
	return left + strings.Repeat(" ", room) + right
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func renderLines(lines []render.Line) []string {
	var rows []string
	for _, l := range lines {
		rows = append(rows, l.Draw(nil))
	}
	return rows
}
