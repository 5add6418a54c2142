package cli

import (
	"errors"
	"fmt"
	"io"
	"syscall"

	"etal/internal/file"
	"etal/internal/safe"
	"etal/internal/terminal"
	"etal/internal/tui"
)

// An exitCode is the program's exit status.
type exitCode = int

const (
	exitDone   exitCode = 0
	exitFailed exitCode = 1   // an article could not be read, or check found problems
	exitUsage  exitCode = 2   // the command line is wrong
	exitHangup exitCode = 129 // the terminal was closed: 128 + SIGHUP
	exitPipe   exitCode = 141 // the other end of the output pipe was closed: 128 + SIGPIPE
)

// A usageError is a mistake in the command line.
type usageError struct{ error }

// report prints an error in one line and returns the exit code for it. A panic is followed by
// its stack.
func report(stderr io.Writer, err error) exitCode {
	var usage usageError
	var stopped tui.SignalError
	var broken *terminal.PanicError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitFailed
	case errors.Is(err, syscall.EPIPE):
		return exitPipe
	case errors.Is(err, terminal.ErrGone):
		return exitHangup
	case errors.As(err, &stopped):
		return terminal.ExitBy(stopped.Signal)
	}
	fmt.Fprintln(stderr, "etal: "+safe.Line(err.Error()).String())
	if errors.As(err, &broken) {
		fmt.Fprintf(stderr, "%s\n", broken.Stack)
	}
	if errors.As(err, &usage) {
		return exitUsage
	}
	return exitFailed
}

// output writes to standard output and returns writeErrors.
type output struct{ to io.Writer }

func (o output) Write(p []byte) (int, error) {
	n, err := o.to.Write(p)
	if err != nil {
		err = writeError{err}
	}
	return n, err
}

// A writeError is a failure of standard output, after which reading on is pointless.
type writeError struct{ error }

func (e writeError) Error() string { return "write: " + file.Cause(e.error).Error() }
func (e writeError) Unwrap() error { return e.error }
