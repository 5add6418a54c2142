package tui

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"etal/internal/tui/screen"
)

// helpLines returns the keys of the screen as lines: in two columns where there is room.
func (m Model) helpLines() []string {
	s, groups := m.styles, m.list.Help()
	if m.reading {
		groups = m.reader.Help()
	}
	names := 0
	for _, g := range groups {
		for _, k := range g.Keys {
			names = max(names, screen.ColumnsOf(k[0]))
		}
	}
	var parts []string
	for _, g := range groups {
		lines := []string{s.Title.Render(g.Title)}
		for _, k := range g.Keys {
			lines = append(lines, s.Key.Render(k[0])+strings.Repeat(" ", names-screen.ColumnsOf(k[0])+2)+k[1])
		}
		parts = append(parts, strings.Join(lines, "\n"))
	}
	if len(parts) > 1 {
		left, right := parts[0], strings.Join(parts[1:], "\n\n")
		if lipgloss.Width(left)+lipgloss.Width(right)+12 <= m.columns {
			return strings.Split(lipgloss.JoinHorizontal(lipgloss.Top, left, "    ", right), "\n")
		}
	}
	return strings.Split(strings.Join(parts, "\n\n"), "\n")
}

// helpRoom returns how many lines of help there is room for.
func (m Model) helpRoom() int { return max(m.screenRows()-2, 1) }

func (m Model) scrollHelp(n int) Model {
	m.helpTop = min(max(m.helpTop+n, 0), max(len(m.helpLines())-m.helpRoom(), 0))
	return m
}

// drawHelp returns the keys of the screen as rows.
func (m Model) drawHelp() []string {
	m = m.scrollHelp(0) // the screen may be another than it was scrolled on
	lines := m.helpLines()[m.helpTop:]
	lines = lines[:min(m.helpRoom(), len(lines))]
	for i := range lines {
		lines[i] = screen.Fit(lines[i], max(m.columns-6, 1))
	}
	box := m.styles.Box.Render(strings.Join(lines, "\n"))
	return strings.Split(lipgloss.Place(m.columns, m.screenRows(), lipgloss.Center, lipgloss.Center, box), "\n")
}
