package cli

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
	"etal/internal/tui"
)

func runReader(e env, l *library.Library, o look, args []string) error {
	opened, err := open(e, l, args)
	if err != nil {
		return err
	}
	l.Add(opened...)
	op := tui.Options{Articles: l.Articles(), Look: tui.NewLook(o.dark(e), o.profile(e))}
	if len(opened) > 0 {
		op.Open = opened[0]
	}
	_, err = tea.NewProgram(tui.New(op), tea.WithAltScreen(), tea.WithOutput(e.tty)).Run()
	if err != nil {
		return fmt.Errorf("terminal: %w", err)
	}
	return nil
}
