// Package terminal is what the program asks of the terminal that it runs in.
//
// [NewKeys] reads the keyboard so that Bubble Tea is never handed half a sequence or
// an answer of the terminal as if it had been typed; [Watch] hears the signals that
// end or stop the program, so that the terminal is left as it was found; [Go] starts a
// goroutine whose panic does not leave the terminal in disorder. [Destination.Open],
// [Editor] and [Copy] reach the programs and the clipboard around it, never by a shell.
// The package must not know Bubble Tea, which it serves, nor what the program shows.
package terminal

import (
	"os"

	"golang.org/x/term"
)

// IsTerminal reports whether f is a terminal.
func IsTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// IsScreen reports whether f is a terminal that can be drawn on: one that obeys escape
// sequences.
func IsScreen(f *os.File) bool { return IsTerminal(f) && obeys(f) }

// Size returns the size of the terminal f. It is not ok where f is no terminal and
// where the terminal does not know its size, as on a serial line.
func Size(f *os.File) (cols, rows int, ok bool) {
	cols, rows, err := term.GetSize(int(f.Fd()))
	return cols, rows, err == nil && cols > 0 && rows > 0
}

// OpenTTY opens the terminal that the program was started from, whatever standard
// input is: where the article comes in by that, the keys have to come in by this.
func OpenTTY() (*os.File, error) { return os.OpenFile(ttyName, os.O_RDWR, 0) }
