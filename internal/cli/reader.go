package cli

import (
	"os"
	"slices"
	"time"

	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/terminal"
	"etal/internal/tui"
)

// runReader opens the reader for the article named or, where it is none or several, the
// list. Where there is no keyboard to read with, it prints.
func runReader(e env, l *library.Library, o readerOptions, args []string) error {
	keyboard, err := e.keyboard(slices.Contains(args, "-"))
	if err != nil {
		return runPiped(e, l, o.catOptions, args)
	}
	chosen, err := o.look.read(e)
	if err != nil {
		return err
	}
	chosen.Links = o.links(e)
	start := tui.Options{Look: chosen, Keys: &e.config.keys, Mouseless: !o.mouse, Measure: o.width}
	if folder := stateFolder(e); folder != "" {
		start.Places = places.New(folder)
	}
	var open *library.Entry
	if start.Entries, open, err = choose(e, l, o.catOptions, args); err != nil {
		return err
	}
	if open != nil {
		opened, err := tui.Open(open, start.Places)
		if err != nil {
			return err
		}
		start.Opened = &opened
	}
	e.unwatch()
	return tui.Run(start, tui.Terminal{
		In: keyboard, Out: e.tty, Patience: e.patience(), Ask: o.asks() && e.getenv("TERM") != "dumb",
	})
}

// choose finds out what the reader starts with: one article is opened, in the list of all;
// several are a list of their own.
func choose(e env, l *library.Library, o catOptions, args []string) (list []*library.Entry, open *library.Entry, err error) {
	r, err := o.bibliographies.reader(e)
	if err != nil {
		return nil, nil, err
	}
	var named []*library.Entry
	for _, arg := range args {
		entries, err := find(e, l, r, arg)
		if err != nil {
			return nil, nil, err
		}
		for _, entry := range entries {
			if !slices.Contains(named, entry) { // an article of the library is one, however often named
				named = append(named, entry)
			}
		}
	}
	if len(named) > 1 {
		return named, nil, nil
	}
	l.Add(named...)
	if len(named) == 1 {
		open = named[0]
	}
	return l.Entries(), open, nil
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
