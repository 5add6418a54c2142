//go:build unix

package pdfium

import (
	"syscall"
	"time"
)

// processorTime returns the processor time that the program has taken, or the time of the clock where the system
// does not tell.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return byTheClock()
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
