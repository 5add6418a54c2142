package pdfium

import (
	"math"
	"time"
)

// A watch measures what work takes: time by the clock, or the program's time of the processor where that is less.
// On a busy machine, and while the program is suspended, the clock runs on without work being done.
type watch struct {
	start     time.Time
	processor time.Duration
}

func startWatch() watch { return watch{time.Now(), processorTime()} }

// spent returns the time since the start.
func (w watch) spent() time.Duration {
	return min(time.Since(w.start), processorTime()-w.processor)
}

func byTheClock() time.Duration { return time.Duration(time.Now().UnixNano()) }

// stopAt calls stop when the limit is reached, unless the timer that it returns is stopped before.
func (w watch) stopAt(limit time.Duration, stop func()) *time.Timer {
	var timer *time.Timer
	timer = time.AfterFunc(math.MaxInt64, func() { // it knows its timer before it can run
		if rest := limit - w.spent(); rest > 0 {
			timer.Reset(rest)
		} else {
			stop()
		}
	})
	timer.Reset(limit)
	return timer
}
