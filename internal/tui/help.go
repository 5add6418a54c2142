package tui

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// drawHelp returns the keys of a screen as rows: in two columns where there is room.
func drawHelp(s styles, groups []keyGroup, columns, rows, top int) []string {
	names := 0
	for _, g := range groups {
		for _, b := range g.bindings {
			names = max(names, columnsOf(b.Help().Key))
		}
	}
	var parts []string
	for _, g := range groups {
		lines := []string{s.Title.Render(g.title)}
		for _, b := range g.bindings {
			if !b.Enabled() {
				continue
			}
			name := b.Help().Key
			lines = append(lines, s.Key.Render(name)+strings.Repeat(" ", names-columnsOf(name)+2)+b.Help().Desc)
		}
		parts = append(parts, strings.Join(lines, "\n"))
	}
	text := strings.Join(parts, "\n\n")
	if len(parts) > 1 {
		left, right := parts[0], strings.Join(parts[1:], "\n\n")
		if lipgloss.Width(left)+lipgloss.Width(right)+12 <= columns {
			text = lipgloss.JoinHorizontal(lipgloss.Top, left, "    ", right)
		}
	}
	lines := strings.Split(text, "\n")
	room := max(rows-2, 1)
	top = min(max(top, 0), max(len(lines)-room, 0))
	lines = lines[top:min(top+room, len(lines))]
	for i := range lines {
		lines[i] = fit(lines[i], max(columns-6, 1))
	}
	box := s.Box.Render(strings.Join(lines, "\n"))
	return strings.Split(lipgloss.Place(columns, rows, lipgloss.Center, lipgloss.Center, box), "\n")
}
