package tui

import tea "github.com/charmbracelet/bubbletea"

// While it is idle, the program renders what the next keys will show: a page below the
// screen and one above, a few blocks at a time, so that no key waits long.

// prefetchBlocks is the number of blocks rendered from one message to the next.
const prefetchBlocks = 3

// An prefetchMsg asks to render some of what is around the screen.
type prefetchMsg struct{}

func prefetchLater() tea.Msg { return prefetchMsg{} }

// prefetch renders some of the lines around the screen, and schedules the rest.
func (m Model) prefetch() (Model, tea.Cmd) {
	m.prefetching = false
	if !m.reading {
		return m, nil
	}
	for range prefetchBlocks {
		if !m.reader.Prefetch() {
			return m, nil
		}
	}
	return m.schedulePrefetch()
}

// schedulePrefetch has the lines around the screen rendered, unless that is scheduled already.
func (m Model) schedulePrefetch() (Model, tea.Cmd) {
	if !m.reading || m.prefetching {
		return m, nil
	}
	m.prefetching = true
	return m, prefetchLater
}
