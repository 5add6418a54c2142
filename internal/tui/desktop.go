package tui

import (
	"fmt"
	"os"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/safe"
	"etal/internal/terminal"
	"etal/internal/tui/screen"
)

// newDesktop returns the desktop of the user; in and out are the terminal.
func newDesktop(s *session, in *os.File, out *terminal.Output) screen.Desktop {
	return screen.Desktop{
		Copy:   func(text safe.Text) ([]terminal.CopyWay, error) { return terminal.Copy(out, text) },
		Browse: terminal.Destination.Open,
		Edit: func(path string, line int, left func(error) tea.Msg) tea.Cmd {
			cmd, err := terminal.Editor(path, line)
			if err != nil {
				return func() tea.Msg { return left(err) }
			}
			// The file itself: the editor would take anything else for a pipe.
			cmd.Stdin, cmd.Stdout, cmd.Stderr = in, out.File, out.File
			return tea.Exec(execFunc(func() error {
				s.signals.Disarm() // the keys that send signals are the editor's
				defer s.signals.Rearm()
				return cmd.Run()
			}), left)
		},
	}
}

// edited reloads the article, which may have been edited.
func (m Model) edited(msg screen.EditorClosedMsg) (Model, tea.Cmd) {
	if msg.Err != nil {
		m.message = safe.Line(fmt.Sprintf("the editor: %v", msg.Err)).String()
	}
	m.watchID++
	again := tea.Cmd(m.reload())
	if m.mouseOff {
		return m, again
	}
	return m, tea.Batch(again, tea.EnableMouseCellMotion) // which Bubble Tea does not restore
}
