package tui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"etal/internal/tui/screen"
)

const (
	// helpColumns is how wide a terminal is from which on the help has two columns.
	helpColumns = 100
	// helpFrame is the columns that the frame of the help takes: two borders, and two blanks
	// inside each.
	helpFrame = 6
	// helpGap is the columns between the two columns of the help.
	helpGap = 4
)

// helpLines returns the keys of the screen as lines.
func (m Model) helpLines() []string {
	groups := m.list.Help()
	if m.reading {
		groups = m.reader.Help()
	}
	room := max(m.columns-helpFrame, 1)
	if m.columns >= helpColumns && len(groups) > 1 {
		first, second := halves(groups)
		left, right := strings.Join(m.helpColumn(first, room), "\n"), strings.Join(m.helpColumn(second, room), "\n")
		if lipgloss.Width(left)+helpGap+lipgloss.Width(right) <= room {
			return strings.Split(lipgloss.JoinHorizontal(lipgloss.Top, left, strings.Repeat(" ", helpGap), right), "\n")
		}
	}
	return m.helpColumn(groups, room)
}

// halves divides the groups where both parts are most nearly as long.
func halves(groups []screen.HelpGroup) (left, right []screen.HelpGroup) {
	all := 0
	for _, g := range groups {
		all += len(g.Keys) + 2 // its title, and a blank line
	}
	n, before := 1, len(groups[0].Keys)+2
	for ; n < len(groups)-1 && 2*before+len(groups[n].Keys)+2 <= all; n++ {
		before += len(groups[n].Keys) + 2
	}
	return groups[:n], groups[n:]
}

// helpColumn returns groups of keys as lines: what a key does stands beside it or, where there is
// no room, below.
func (m Model) helpColumn(groups []screen.HelpGroup, room int) []string {
	names, widest := 0, 0
	for _, g := range groups {
		for _, k := range g.Keys {
			names, widest = max(names, screen.ColumnsOf(k[0])), max(widest, screen.ColumnsOf(k[1]))
		}
	}
	var lines []string
	for i, g := range groups {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, m.styles.Title.Render(g.Title))
		for _, k := range g.Keys {
			key := m.styles.Key.Render(k[0])
			if names+2+widest <= room {
				lines = append(lines, key+strings.Repeat(" ", names-screen.ColumnsOf(k[0])+2)+k[1])
			} else {
				lines = append(lines, key, "  "+k[1])
			}
		}
	}
	for i, l := range lines {
		lines[i] = screen.Fit(l, room)
	}
	return lines
}

// helpRoom returns how many lines of help there is room for.
func (m Model) helpRoom() int { return max(m.screenRows()-2, 1) }

func (m Model) scrollHelp(n int) Model {
	m.helpTop = min(max(m.helpTop+n, 0), max(len(m.helpLines())-m.helpRoom(), 0))
	return m
}

// updateHelp answers a key: those that scroll an article scroll the help, all others close it.
func (m Model) updateHelp(msg tea.KeyMsg) Model {
	if n := screen.Steps(m.bound.reader.Name(msg), 2*m.helpRoom()); n != 0 { // of which it takes half
		return m.scrollHelp(n)
	}
	m.help = false
	return m
}

// drawHelp returns the keys of the screen as rows.
func (m Model) drawHelp() []string {
	m = m.scrollHelp(0) // the screen may be another than it was scrolled on
	lines := m.helpLines()
	box := m.styles.Box.Width(lipgloss.Width(strings.Join(lines, "\n")) + helpFrame - 2) // of all pages alike
	lines = lines[m.helpTop:]
	help := box.Render(strings.Join(lines[:min(m.helpRoom(), len(lines))], "\n"))
	return strings.Split(lipgloss.Place(m.columns, m.screenRows(), lipgloss.Center, lipgloss.Center, help), "\n")
}

// helpFoot returns the keys for the foot of the help, and how many of its lines are below.
func (m Model) helpFoot() (keys []screen.Hint, below string) {
	m = m.scrollHelp(0)
	var names []string
	if n := len(m.helpLines()) - m.helpRoom() - m.helpTop; n > 0 {
		names, below = append(names, "page-down"), screen.Plural(n, "line")+" below"
	}
	if m.helpTop > 0 {
		names = append(names, "page-up")
	}
	return m.bound.reader.Hints(append(names, "close")...), below
}
