package cli

import (
	"context"

	"etal/internal/library"
	"etal/internal/render"
	"etal/internal/terminal"
)

// largestOnScreen is the size in bytes of the largest source that is laid out to see whether it
// fits on a screen.
const largestOnScreen = 64 << 10

// printOneScreen prints an article if all of it fits on the screen above a prompt, and reports
// whether it does. One on the web is not fetched for that.
func printOneScreen(e env, o catOptions, entry *library.Entry) (printed bool, err error) {
	_, rows, ok := terminal.Size(e.tty)
	if !ok || entry.Host().Len() > 0 {
		return false, nil
	}
	from, err := entry.Source(context.Background(), nil)
	if err != nil || len(from.Data) > largestOnScreen {
		return false, err
	}
	a, err := entry.Parse(from)
	if err != nil {
		return false, err
	}
	p, err := o.printer(e)
	if err != nil {
		return false, err
	}
	lines := 0
	for range render.All(a, p.width, p.theme, p.options) {
		if lines++; lines >= rows {
			return false, nil
		}
	}
	return true, p.print(entry, from)
}
