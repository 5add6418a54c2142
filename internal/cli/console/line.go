// Package console is what the command line shows and asks on a terminal beside its output: a line of
// progress ([Line]), the preparation of the PDF reader, and the question for a password.
//
// It must not know of commands, nor of what is read.
package console

import (
	"fmt"
	"os"
	"strings"

	"etal/internal/terminal"
	"etal/internal/textwidth"
)

// A Line is a line on a terminal that changes until it is erased.
type Line struct {
	TTY *os.File // nil to show nothing

	shown string
}

// Show shows a text instead of the one before, which is not longer.
func (l *Line) Show(text string) {
	if l.TTY == nil {
		return
	}
	l.shown = text
	if cols, _, ok := terminal.Size(l.TTY); ok {
		l.shown = textwidth.Fit(text, cols-1) // a line that wraps could not be erased
	}
	fmt.Fprint(l.TTY, "\r"+l.shown)
}

// Erase removes what is shown.
func (l *Line) Erase() {
	if l.shown != "" {
		fmt.Fprint(l.TTY, "\r"+strings.Repeat(" ", textwidth.Of(l.shown))+"\r")
		l.shown = ""
	}
}
