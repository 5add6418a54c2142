package terminal

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// grace is how long the program may take to end after the first signal.
const grace = 2 * time.Second

// Handlers are called when a signal comes, each on a goroutine of its own. The signals of a nil
// handler keep their default effect.
type Handlers struct {
	// Leave is called once, for the first signal that ends the program: INT, TERM, HUP or
	// QUIT. It should save, make Bubble Tea quit, which restores the terminal, and end the
	// program by [ExitBy].
	Leave func(os.Signal)
	// Abandon is called if the program has not ended within grace after Leave: it should
	// restore the terminal itself and end the process. An editor in the terminal is waited for.
	Abandon func(os.Signal)
	// Suspend is called when another program sends TSTP. It should send
	// Bubble Tea the message that Ctrl+Z sends.
	Suspend func()
	// Resume is called when the process continues after STOP, which it cannot handle. The
	// terminal may have lost its modes: Resume should release and set them again.
	Resume func()
	// Panic is called when a handler panics.
	Panic func(error)
}

// Signals handles the signals given to [Watch].
//
// When Bubble Tea suspends, it restores the terminal, sends TSTP to itself and waits
// for CONT. Go cannot restore the default effect of TSTP once it has been caught (issue
// 41996), so the process would not stop, and wait for ever. Therefore:
//
//  1. [Signals.Disarm] before Bubble Tea handles a tea.SuspendMsg (in tea.WithFilter,
//     which sees it first, whether Ctrl+Z or Suspend sent it);
//  2. Bubble Tea sends TSTP, and we stop the process;
//  3. [Signals.Rearm] when tea.ResumeMsg has come.
//
// The same goes for an editor in the same terminal.
type Signals struct {
	on    Handlers
	after func(time.Duration, func()) *time.Timer

	mu       sync.Mutex
	disarmed bool // the terminal is not ours
	stopped  bool // we stopped the process
	leaving  bool

	stopWatch context.CancelFunc
	unwatched chan struct{}  // closed once no signal is handled any more
	leave     sync.WaitGroup // the call of Leave
}

// Watch handles the signals that on has handlers for, until [Signals.Stop]. Signals that the
// process was started to ignore, as by nohup, stay ignored.
func Watch(on Handlers) *Signals {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Signals{on: on, after: time.AfterFunc, stopWatch: cancel, unwatched: make(chan struct{})}
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
		defer close(s.unwatched)
		for {
			select {
			case <-ctx.Done():
				signal.Stop(heard)
				for len(heard) > 0 { // a signal that came last is not lost
					s.take(<-heard)
				}
				return
			case sig := <-heard:
				s.take(sig)
			}
		}
	}, s.panicked)
	return s
}

// Stop gives the signals their default effect again. Those that came before are handled: if Leave was
// called, Stop returns after it, so that nobody sets up a terminal while the program ends.
func (s *Signals) Stop() {
	s.stopWatch()
	<-s.unwatched
	s.leave.Wait()
}

// Disarm hands the terminal to another program: from now on TSTP stops the process at once,
// and INT and QUIT, which Ctrl+C and Ctrl+\ send to all processes of a terminal, are for the
// other program.
func (s *Signals) Disarm() { s.arm(false) }

// Rearm undoes [Signals.Disarm].
func (s *Signals) Rearm() { s.arm(true) }

// Lent reports whether another program has the terminal.
func (s *Signals) Lent() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.disarmed && !s.stopped
}

func (s *Signals) arm(armed bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.disarmed = !armed
}

// take handles sig.
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
		s.abandonLater(sig)
		s.leave.Add(1)
		Go(func() {
			defer s.leave.Done()
			s.on.Leave(sig)
		}, s.panicked)
	}
}

// abandonLater abandons the program after grace. While the terminal is another program's, which
// ends when it likes, there is nothing to restore.
func (s *Signals) abandonLater(sig os.Signal) {
	s.after(grace, func() {
		if s.Lent() {
			s.abandonLater(sig)
			return
		}
		signal.Reset(ending...) // the next has its default effect
		if s.on.Abandon != nil {
			Go(func() { s.on.Abandon(sig) }, s.panicked)
		}
	})
}

func (s *Signals) panicked(err error) {
	if s.on.Panic != nil {
		s.on.Panic(err)
	}
}

// ExitBy ends the process by sig, so that its parent sees the true cause. If that cannot be
// done, and always for QUIT, on which Go prints stacks, it returns the exit status that says
// the same. It must be the last thing the program does.
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
