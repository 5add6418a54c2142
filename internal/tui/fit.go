package tui

import (
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
