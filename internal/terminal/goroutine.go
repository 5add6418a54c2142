package terminal

import (
	"fmt"
	"runtime/debug"
)

// A PanicError is a panic that [Go] recovered from.
type PanicError struct {
	Value any // the argument of panic
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Go runs f on a goroutine of its own and calls report with a [*PanicError] if it panics. The
// program uses it instead of the go statement: a panic in a bare goroutine ends the process
// at once and leaves the terminal raw, on the alternate screen and without a cursor. The
// report should make Bubble Tea quit, which restores the terminal.
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
