package tui

import (
	"runtime/debug"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/terminal"
)

// A guarded model ends the program where the model panics. Bubble Tea would catch that, too,
// but write of it on a screen that is about to go, and end with an error that does not say
// what happened.
type guarded struct {
	tea.Model
	panicked func(error)
}

func (g guarded) Init() tea.Cmd {
	defer g.recover()
	return g.command(g.Model.Init())
}

func (g guarded) Update(msg tea.Msg) (after tea.Model, cmd tea.Cmd) {
	after = g // as it was, where Update does not return
	defer g.recover()
	g.Model, cmd = g.Model.Update(msg)
	return g, g.command(cmd)
}

func (g guarded) View() string {
	defer g.recover()
	return g.Model.View()
}

// command returns a command that is guarded like the model, and so are those that it answers.
func (g guarded) command(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer g.recover()
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = g.command(batch[i])
			}
		}
		return msg
	}
}

func (g guarded) recover() {
	if v := recover(); v != nil {
		g.panicked(&terminal.PanicError{Value: v, Stack: debug.Stack()})
	}
}
