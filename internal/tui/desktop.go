package tui

import (
	"os"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/safe"
	"etal/internal/terminal"
)

// A Desktop does what reaches outside the program's screen.
type Desktop struct {
	Copy   func(text safe.Text) ([]terminal.CopyWay, error)
	Browse func(to terminal.Destination) error
	// Edit returns the command that gives the terminal to an editor until it is closed.
	Edit func(path string, line int, left func(error) tea.Msg) tea.Cmd
}

// newDesktop returns the desktop of the user; in and out are the terminal.
func newDesktop(s *session, in *os.File, out *terminal.Output) Desktop {
	return Desktop{
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
