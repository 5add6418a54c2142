package terminal

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// grace is how long the program has for leaving, after the first signal to do so.
const grace = 2 * time.Second

// Handlers is what is to be done when a signal comes. Each is called on a goroutine of
// its own. Where one is nil its signals are left alone.
type Handlers struct {
	// Leave is called once, for the first signal that tells the program to end: INT,
	// TERM, HUP or QUIT. It should save, make Bubble Tea quit, which restores the
	// terminal, and see to it that the program ends by [ExitBy].
	Leave func(os.Signal)
	// Abandon is called where the program is still there some seconds after Leave, as
	// when it is busy: it should restore the terminal itself and end the process.
	Abandon func(os.Signal)
	// Suspend is called when another program asks for a stop (TSTP). It should send
	// Bubble Tea the message that Ctrl+Z sends.
	Suspend func()
	// Resume is called when the process goes on after a stop that it could not see
	// coming (STOP). The terminal may have lost its modes meanwhile: they should be
	// released and set again.
	Resume func()
	// Panic is called when a handler panics.
	Panic func(error)
}

// Signals are the signals that [Watch] hears.
//
// When Bubble Tea suspends, it restores the terminal, sends TSTP to itself and waits
// for CONT. Go cannot give TSTP its own effect back once it has been caught (issue
// 41996), so it would not stop, and wait for ever. Therefore:
//
//  1. [Signals.Disarm] before Bubble Tea handles a tea.SuspendMsg (in tea.WithFilter,
//     which sees it first, whether Ctrl+Z or Suspend sent it);
//  2. Bubble Tea sends TSTP, and we stop the process;
//  3. [Signals.Rearm] when tea.ResumeMsg has come.
//
// Around an editor or a pager in the same terminal it is the same.
type Signals struct {
	on Handlers

	mu       sync.Mutex
	disarmed bool // the terminal is not ours
	stopped  bool // we stopped the process
	leaving  bool
}

// Watch hears the signals that on has handlers for, until ctx is done. Signals that
// whoever started the program had it ignore, as nohup does, stay ignored.
func Watch(ctx context.Context, on Handlers) *Signals {
	s := &Signals{on: on}
	heard := make(chan os.Signal, 8)
	notify := func(sigs ...os.Signal) {
		for _, sig := range sigs {
			if sig != nil && !signal.Ignored(sig) {
				signal.Notify(heard, sig)
			}
		}
	}
	if on.Leave != nil {
		notify(ending...)
	}
	if on.Suspend != nil {
		notify(sigStop, sigContinue)
	}
	if on.Resume != nil {
		notify(sigContinue)
	}
	Go(func() {
		defer signal.Stop(heard)
		for {
			select {
			case <-ctx.Done():
				return
			case sig := <-heard:
				s.take(sig)
			}
		}
	}, s.panicked)
	return s
}

// Disarm says that the terminal is handed to somebody else: from now on a TSTP stops
// the process at once, and INT and QUIT, which Ctrl+C and Ctrl+\ send to all programs
// of a terminal, are the other's.
func (s *Signals) Disarm() { s.arm(false) }

// Rearm takes [Signals.Disarm] back.
func (s *Signals) Rearm() { s.arm(true) }

func (s *Signals) arm(armed bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.disarmed = !armed
}

// take does what is to be done about sig.
func (s *Signals) take(sig os.Signal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch sig {
	case sigStop:
		if s.disarmed {
			s.stopped = true
			stop()
		} else if !s.leaving {
			Go(s.on.Suspend, s.panicked)
		}
	case sigContinue:
		if !s.stopped && !s.disarmed && !s.leaving && s.on.Resume != nil {
			Go(s.on.Resume, s.panicked)
		}
		s.stopped = false
	default:
		fromKeyboard := sig == os.Interrupt || sig == sigQuit
		if s.leaving || s.disarmed && fromKeyboard && !s.stopped {
			return
		}
		s.leaving = true
		time.AfterFunc(grace, func() {
			signal.Reset(ending...) // the next has the effect that it has on any program
			if s.on.Abandon != nil {
				Go(func() { s.on.Abandon(sig) }, s.panicked)
			}
		})
		Go(func() { s.on.Leave(sig) }, s.panicked)
	}
}

func (s *Signals) panicked(err error) {
	if s.on.Panic != nil {
		s.on.Panic(err)
	}
}

// ExitBy ends the process by sig, so that whoever started it sees the true cause. Where
// that cannot be done, and always for QUIT, of which Go makes something else, it
// returns the exit status that says the same. Everything else has to be done before.
func ExitBy(sig os.Signal) int {
	if sig != sigQuit {
		signal.Reset(sig)
		raise(sig)
	}
	if n, ok := sig.(syscall.Signal); ok {
		return 128 + int(n)
	}
	return 1
}
