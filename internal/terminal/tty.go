// Package terminal deals with the terminal that the program runs in, and with the browser, the
// editor and the clipboard around it.
//
// [NewKeys] reads the keyboard so that Bubble Tea never gets half a sequence, or an answer of
// the terminal as if it had been typed; [Watch] handles the signals that end or stop the
// program, so that the terminal is left as it was found; [Go] starts a goroutine whose panic
// does not leave the terminal in disorder. [Destination.Open], [Editor] and [Copy] run other
// programs, never through a shell. The package must not know Bubble Tea, which it serves, nor
// what the program shows.
package terminal

import (
	"os"

	"golang.org/x/term"
)

// IsTerminal reports whether f is a terminal.
func IsTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// IsScreen reports whether f is a terminal that obeys escape sequences.
func IsScreen(f *os.File) bool { return IsTerminal(f) && obeys(f) }

// Size returns the size of the terminal f, and reports whether f is a terminal that knows it: a
// serial line does not.
func Size(f *os.File) (cols, rows int, ok bool) {
	cols, rows, err := term.GetSize(int(f.Fd()))
	return cols, rows, err == nil && cols > 0 && rows > 0
}

// OpenTTY opens the terminal that the program was started from, to read keys from while
// standard input carries an article.
func OpenTTY() (*os.File, error) { return os.OpenFile(ttyName, os.O_RDWR, 0) }
