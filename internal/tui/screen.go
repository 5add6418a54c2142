package tui

import (
	"fmt"
	"strings"

	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// screenRows returns the rows above the foot, which a bare text does not have.
func (m Model) screenRows() int {
	if m.reading && m.reader.Bare() {
		return m.rows
	}
	return max(m.rows-1, 1)
}

// setSize sets the size of the screen. A terminal of no columns or rows does not know its size, as
// on a serial line; it is taken for the most common one.
func (m Model) setSize(columns, rows int) Model {
	if columns <= 0 || rows <= 0 {
		columns, rows = usualColumns, usualRows
	}
	m.columns, m.rows = columns, rows
	m.list = m.list.SetSize(m.columns, m.screenRows())
	if m.reader.Article() != nil {
		m.reader = m.reader.SetSize(m.columns, m.screenRows())
	}
	return m
}

func (m Model) setLook(l screen.Look) Model {
	same := l.Theme.Name == m.look.Theme.Name
	m.look = l
	if same {
		return m
	}
	m.styles = screen.NewStyles(l)
	m.list = m.list.SetLook(l)
	if m.reader.Article() != nil {
		m.reader = m.reader.SetLook(l)
	}
	return m
}

const (
	// leastColumns and leastRows are the smallest terminal that the screens fit.
	leastColumns, leastRows = 16, 4
	// usualColumns and usualRows are the size of a terminal that does not tell its own.
	usualColumns, usualRows = 80, 24
)

// View returns the screen, which was drawn of safe texts, and is looked at once more.
func (m Model) View() string { return safe.Drawn(m.draw()) }

// draw draws the screen: what is open, and the foot.
func (m Model) draw() string {
	if m.columns < leastColumns || m.rows < leastRows {
		return screen.Fit(fmt.Sprintf("terminal too small (needs %d×%d)", leastColumns, leastRows), m.columns)
	}
	var rows []string
	switch {
	case m.help:
		rows = m.drawHelp()
	case m.reading:
		rows = m.reader.View()
	default:
		rows = m.list.View()
	}
	if foot := m.foot(); foot != "" {
		rows = append(rows[:min(len(rows), m.rows-1)], foot)
	}
	for i := range rows {
		rows[i] = strings.TrimRight(screen.Fit(rows[i], m.columns), " ")
	}
	return strings.Join(rows, "\n")
}
