package terminal

import (
	"fmt"
	"runtime/debug"
)

// A PanicError is a panic that [Go] caught.
type PanicError struct {
	Value any    // what panic was called with
	Stack []byte // where
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Go runs f on a goroutine of its own, and hands a panic in it to report. It stands in
// for the go statement everywhere in the program: a panic in a bare goroutine ends the
// process at once and leaves the terminal raw, on the alternate screen and without a
// cursor. What report should do is make Bubble Tea stop, which restores the terminal.
func Go(f func(), report func(error)) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				report(&PanicError{Value: v, Stack: debug.Stack()})
			}
		}()
		f()
	}()
}
