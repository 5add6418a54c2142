package pdfium

import (
	"context"
	"testing"
	"time"
)

// Time in which the program does no work does not count: a page is not too slow because the machine is busy.
func TestIdleTime(t *testing.T) {
	const idle = 300 * time.Millisecond
	w := startWatch()
	time.Sleep(idle)
	if spent := w.spent(); spent > idle/2 {
		t.Errorf("%v of %v idle count", spent, idle)
	}
}

// Work is stopped when it has taken its time, and not when it ended before.
func TestStopAt(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	startWatch().stopAt(20*time.Millisecond, cancel)
	for ctx.Err() == nil { // work
	}
	if !startWatch().stopAt(time.Hour, func() { t.Error("stopped") }).Stop() {
		t.Error("not waiting")
	}
}
