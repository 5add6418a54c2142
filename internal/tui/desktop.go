package tui

import (
	"io"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/safe"
	"etal/internal/terminal"
)

// A Desktop is what the program can have done outside its screen.
type Desktop struct {
	Copy   func(text safe.Text) ([]terminal.CopyWay, error)
	Browse func(to terminal.Destination) error
	// Edit returns the command that gives the terminal to an editor until it is left.
	Edit func(path string, line int, left func(error) tea.Msg) tea.Cmd
}

// newDesktop returns the reader's own desktop; out is the terminal.
func newDesktop(out io.Writer) Desktop {
	return Desktop{
		Copy:   func(text safe.Text) ([]terminal.CopyWay, error) { return terminal.Copy(out, text) },
		Browse: terminal.Destination.Open,
		Edit: func(path string, line int, left func(error) tea.Msg) tea.Cmd {
			cmd, err := terminal.Editor(path, line)
			if err != nil {
				return func() tea.Msg { return left(err) }
			}
			return tea.ExecProcess(cmd, left)
		},
	}
}
