package cli

import (
	"slices"

	"etal/internal/library"
	"etal/internal/linemode"
	"etal/internal/safe"
)

// wantsLines reports whether to read by lines that are typed and answered without being
// asked for it: screen readers' users ask all programs for such, and some terminals can do
// no more.
func (e env) wantsLines() bool {
	accessible := e.getenv("ACCESSIBLE")
	return e.getenv("TERM") == "dumb" || accessible != "" && accessible != "0"
}

// runLines reads by lines. Where there is no keyboard to type them with, it prints.
func runLines(e env, l *library.Library, o catOptions, args []string) error {
	keyboard, err := e.keyboard(slices.Contains(args, "-"))
	if err != nil {
		return runPiped(e, l, o, args)
	}
	entries, open, err := choose(e, l, o, args)
	if err != nil {
		return err
	}
	return linemode.Run(keyboard, safe.NewWriter(e.tty), linemode.Options{Entries: entries, Open: open, Width: textWidth(e, o.width)})
}
