package cli

import (
	"os"
	"slices"
	"time"

	"etal/internal/library"
	"etal/internal/terminal"
	"etal/internal/tui"
)

// runReader opens the list, or the reader for the first of the articles named. Where
// there is no keyboard to read with, it prints.
func runReader(e env, l *library.Library, o catOptions, args []string) error {
	opened, err := open(e, l, o.bibliographies, args)
	if err != nil {
		return err
	}
	keyboard, err := e.keyboard(slices.Contains(args, "-"))
	if err != nil {
		if len(args) == 0 {
			return printList(e.stdout, l.Articles(), textWidth(e, 0))
		}
		return printAll(e, o, opened)
	}
	l.Add(opened...)
	start := tui.Options{Articles: l.Articles(), Look: tui.NewLook(o.dark(e), o.profile(e))}
	if len(opened) > 0 {
		start.Open = opened[0]
	}
	return tui.Run(start, tui.Terminal{
		In: keyboard, Out: e.tty, Patience: e.patience(), Ask: o.theme == "auto" && e.getenv("TERM") != "dumb",
	})
}

// keyboard returns where keys come from: standard input or, where that is no terminal
// or the article came in by it, the terminal itself.
func (e env) keyboard(taken bool) (*os.File, error) {
	if !taken && terminal.IsTerminal(e.stdin) {
		return e.stdin, nil
	}
	return terminal.OpenTTY()
}

// patience returns how long half an escape sequence is waited with: longer where it
// comes over a network.
func (e env) patience() time.Duration {
	if e.getenv("SSH_TTY") != "" || e.getenv("SSH_CONNECTION") != "" {
		return 100 * time.Millisecond
	}
	return 50 * time.Millisecond
}
