package terminal

import (
	"os"
	"runtime"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// TestAbandon has the program not end after a signal: it is abandoned after the grace, but an
// editor that has the terminal is waited for.
func TestAbandon(t *testing.T) {
	var pending func()
	pass := func() {
		f := pending
		pending = nil
		f()
	}
	left, abandoned := make(chan os.Signal, 1), make(chan os.Signal, 1)
	s := &Signals{
		on: Handlers{Leave: func(sig os.Signal) { left <- sig }, Abandon: func(sig os.Signal) { abandoned <- sig }},
		after: func(d time.Duration, f func()) *time.Timer {
			if d != grace {
				t.Errorf("it has %v, want %v", d, grace)
			}
			pending = f
			return nil
		},
	}
	s.Disarm()
	s.take(syscall.SIGTERM)
	if sig := <-left; sig != syscall.SIGTERM {
		t.Errorf("it was to end by %v", sig)
	}
	for range 3 {
		pass()
		if pending == nil {
			t.Fatal("it was abandoned under the editor")
		}
	}
	s.Rearm()
	pass()
	if sig := <-abandoned; sig != syscall.SIGTERM || pending != nil {
		t.Errorf("it was abandoned by %v", sig)
	}
}

// A program that stops watching when a signal has just come goes on only when it was left: else it would
// set up its screen while it ends.
func TestStopWaitsForLeave(t *testing.T) {
	begun := make(chan bool)
	var left atomic.Bool
	s := Watch(Handlers{Leave: func(os.Signal) {
		close(begun)
		for range 1000 {
			runtime.Gosched()
		}
		left.Store(true)
	}})
	s.take(os.Interrupt)
	<-begun
	if s.Stop(); !left.Load() {
		t.Error("it goes on while it is left")
	}
}
