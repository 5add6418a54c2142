package cli

import (
	"os"
	"slices"
	"time"

	"etal/internal/bib"
	"etal/internal/cli/folders"
	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/read"
	"etal/internal/terminal"
	"etal/internal/tui"
)

// screenMeasure returns the width of text in the reader for a --width: 0 for what reads well.
func screenMeasure(flag columns) int {
	switch flag {
	case autoWidth:
		return 0
	case 0:
		return maxWidth // the terminal's
	}
	return int(flag)
}

// runReader opens the article named or, without one or with several, the list. Without a
// keyboard it prints.
func runReader(e env, l *library.Library, o readerOptions, args []string) error {
	keyboard, err := e.keyboard(slices.Contains(args, "-"))
	if err != nil {
		return runPiped(e, l, o.catOptions, args)
	}
	start := tui.Options{Keys: &e.config.keys, MouseOff: !o.mouse, Measure: screenMeasure(o.width)}
	if folder := folders.State(e.getenv); folder != "" {
		start.Places = places.New(folder)
	}
	start.KeepTheme = e.config.hasDefault("theme") && e.config.hasDefault("style")
	o.look.remember(chosenTheme(e))
	if start.Look, err = o.look.resolve(e); err != nil {
		return err
	}
	start.Look.Links, start.Look.Bidi = o.links(e), setsBidi(e.getenv)
	r, err := o.readFlags.reader(e)
	if err != nil {
		return err
	}
	start.Works = func() library.Works { return l.Works().With(l.Kept(r)) }
	start.Cited = func(item bib.Item) (*library.Entry, error) { return l.Cited(item, r) }
	var open *library.Entry
	if start.Entries, open, err = selectEntries(e, l, r, args); err != nil {
		return err
	}
	if len(args) == 0 {
		start.Tour, start.Reopen = l.Tour(), func(key string) (*library.Entry, bool) { return l.Reopen(key, r) }
	}
	if open != nil && o.oneScreen {
		if printed, err := printOneScreen(e, o.catOptions, open); printed || err != nil {
			return err
		}
	}
	if open != nil {
		opened, err := tui.Open(open, start.Places)
		if err != nil {
			return err
		}
		start.Opened = &opened
	}
	e.unwatch()
	e.passwords.Stop()
	e.preparation.Silence()
	start.Preparing = e.preparation.Status
	return tui.Run(start, tui.Terminal{
		In: keyboard, Out: e.tty, Patience: e.patience(), Ask: o.queriesBackground() && e.getenv("TERM") != "dumb",
	})
}

// chosenTheme returns the name of the theme that was chosen in the reader before, or "" if there is
// none or the configuration names another.
func chosenTheme(e env) string {
	folder := folders.State(e.getenv)
	if folder == "" || !e.config.hasDefault("theme") || !e.config.hasDefault("style") {
		return ""
	}
	return places.New(folder).Theme()
}

// selectEntries returns the list that the reader starts with and the article to open, nil for
// none. A single article is added to the library; several are a list of their own.
func selectEntries(e env, l *library.Library, r read.Reader, args []string) (list []*library.Entry, open *library.Entry, err error) {
	var named []*library.Entry
	for _, arg := range args {
		entries, err := find(e, l, r, arg)
		if err != nil {
			return nil, nil, err
		}
		for _, entry := range entries {
			if !slices.Contains(named, entry) { // an article of the library may be named twice
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

// keyboard returns the file to read keys from: standard input, or the terminal if standard input
// is not one or carries an article.
func (e env) keyboard(stdinTaken bool) (*os.File, error) {
	if !stdinTaken && terminal.IsTerminal(e.stdin) {
		return e.stdin, nil
	}
	return terminal.OpenTTY()
}

// patience returns how long to wait for the rest of an escape sequence: longer over a network.
func (e env) patience() time.Duration {
	if e.getenv("SSH_TTY") != "" || e.getenv("SSH_CONNECTION") != "" {
		return 100 * time.Millisecond
	}
	return 50 * time.Millisecond
}
