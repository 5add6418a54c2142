package cli

import (
	"slices"

	"etal/internal/bib"
	"etal/internal/library"
	"etal/internal/linemode"
	"etal/internal/safe"
)

// prefersLines reports whether the environment asks for line mode: users of screen readers set
// ACCESSIBLE, and a dumb terminal cannot move its cursor.
func (e env) prefersLines() bool {
	accessible := e.getenv("ACCESSIBLE")
	return e.getenv("TERM") == "dumb" || accessible != "" && accessible != "0"
}

// runLines starts line mode or, without a keyboard, prints.
func runLines(e env, l *library.Library, o catOptions, args []string) error {
	keyboard, err := e.keyboard(slices.Contains(args, "-"))
	if err != nil {
		return runPiped(e, l, o, args)
	}
	r, err := o.readFlags.reader(e)
	if err != nil {
		return err
	}
	entries, open, err := selectEntries(e, l, r, args)
	if err != nil {
		return err
	}
	return linemode.Run(keyboard, safe.NewWriter(e.tty), linemode.Options{Entries: entries, Open: open, Width: textWidth(e, o.width),
		Works: func() library.Works { return l.Works().With(l.Kept(r)) },
		Cited: func(item bib.Item) (*library.Entry, error) { return l.Cited(item, r) },
	})
}
