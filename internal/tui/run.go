package tui

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/terminal"
)

const (
	// queryDelay is how long after its start the program asks the terminal: the first screen
	// is drawn by then.
	queryDelay = 60 * time.Millisecond
	// queryTimeout is how long an answer is still worth changing the colours for.
	queryTimeout = 2 * time.Second
	// spareProcessors is how many more of them Go uses than there are. While an article is read in
	// the background it uses all, and would let a key wait for 10 ms until one is free; the system
	// lets a thread run at once that has waited.
	spareProcessors = 2
	// framesPerSecond bounds how long a key waits for its frame.
	framesPerSecond = 120
)

// A Terminal is where the program runs.
type Terminal struct {
	In, Out  *os.File
	Patience time.Duration // with half an escape sequence: see terminal.NewKeys
	Ask      bool          // ask for the background's colour, and follow the answer
}

// A SignalError says that a signal ended the program. The terminal is restored; who
// gets it has to end by the signal.
type SignalError struct{ Signal os.Signal }

func (e SignalError) Error() string { return "stopped by " + e.Signal.String() }

// Run runs the program until the reader quits, and leaves the terminal as it was
// found, however that happens.
func Run(o Options, t Terminal) error {
	runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + spareProcessors)
	o.Columns, o.Rows, _ = terminal.Size(t.Out)
	keys := terminal.NewKeys(t.In, t.Patience)
	out := &terminal.Output{File: t.Out}
	s := &session{}
	o.Desktop = newDesktop(s, t.In, out)
	model := New(o)
	model.later = func(d time.Duration, do func() tea.Msg) tea.Cmd {
		return tea.Tick(d, func(time.Time) tea.Msg { return do() })
	}
	model.begin = tea.Batch(model.begin, s.ask(keys, t))
	last, err := s.run(model, keys, out)
	m, ok := last.(Model)
	if ok && err == nil {
		return m.failed
	}
	var broken *terminal.PanicError
	if ok && !errors.As(err, &broken) {
		if _, save := m.save(); save != nil {
			save() // by a signal the program ends without the key that saves
		}
	}
	return err
}

// run runs a model, and returns what it was in the end.
func (s *session) run(model tea.Model, keys *terminal.Keys, out *terminal.Output) (tea.Model, error) {
	var p *tea.Program
	g := guarded{model, func(err error) {
		s.end(err)
		terminal.Go(func() { p.Quit() }, func(error) {}) // which waits until Update has returned
	}}
	p = tea.NewProgram(g, tea.WithInput(keys), tea.WithOutput(out), tea.WithAltScreen(),
		tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond), tea.WithFilter(s.filter))
	s.signals = terminal.Watch(terminal.Handlers{
		Leave: func(sig os.Signal) { s.end(SignalError{sig}); p.Quit() },
		Abandon: func(sig os.Signal) {
			_ = p.ReleaseTerminal()
			os.Exit(terminal.ExitBy(sig))
		},
		Suspend: func() { p.Send(tea.SuspendMsg{}) },
		Resume: func() {
			nothing := execFunc(func() error { return nil })
			p.Send(tea.Exec(nothing, func(error) tea.Msg { return tea.ResumeMsg{} })())
		},
		Panic: func(err error) { s.end(err); p.Kill() },
	})
	defer s.signals.Stop()
	last, err := p.Run()
	keys.Drain()
	if g, ok := last.(guarded); ok {
		last = g.Model
	}
	return last, s.outcome(err)
}

// A session records why the program was ended: by a signal, a panic or an error.
type session struct {
	signals *terminal.Signals

	mu  sync.Mutex
	err error // why it ended, if not because the reader left
}

func (s *session) end(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
}

// outcome returns why the program ended; err is what Bubble Tea says of it.
func (s *session) outcome(err error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.err != nil:
		return s.err
	case errors.Is(err, terminal.ErrGone):
		return terminal.ErrGone
	case err != nil:
		return fmt.Errorf("terminal: %w", err)
	}
	return nil
}

// filter tells the signals when Bubble Tea stops the program and goes on with it.
func (s *session) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg:
		s.signals.Disarm()
	case tea.ResumeMsg:
		s.signals.Rearm()
	}
	return msg
}

// An execFunc adapts a func to tea.ExecCommand: Bubble Tea releases the terminal before it
// and restores it afterwards, both between two messages. It must not be started while the
// program ends.
type execFunc func() error

func (h execFunc) Run() error        { return h() }
func (execFunc) SetStdin(io.Reader)  {}
func (execFunc) SetStdout(io.Writer) {}
func (execFunc) SetStderr(io.Writer) {}

// ask asks the terminal whether it answers and, if the colours depend on it, for its background;
// but not where a quick key has opened an editor.
func (s *session) ask(keys *terminal.Keys, t Terminal) tea.Cmd {
	return func() tea.Msg {
		time.Sleep(queryDelay)
		if s.signals.Lent() || keys.Ask(t.Out, t.Ask) != nil || !t.Ask {
			return nil
		}
		select {
		case b := <-keys.Answers():
			return BackgroundMsg{b.Dark()}
		case <-time.After(queryTimeout):
			return nil
		}
	}
}
