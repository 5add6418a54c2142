package terminal

import (
	"errors"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

const (
	// replyDeadline is how long after the query its answer is due. Meanwhile ESC may be the
	// beginning of the answer and is held for strictPatience: a lost packet, which cuts an
	// answer in two, is sent again after some 200 ms.
	replyDeadline  = 10 * time.Second
	strictPatience = 300 * time.Millisecond

	// restOfAnswer is the length in bytes of the shortest answer without its ESC.
	restOfAnswer = 8

	// drainTime is how long after the query Drain waits for the answer.
	drainTime = 500 * time.Millisecond
)

// ErrGone is the error of reading from a terminal whose window was closed or whose connection
// was lost. It is not io.EOF, which Bubble Tea takes for the end of a pipe and after which it
// waits for other messages for ever.
var ErrGone = errors.New("the terminal is gone")

// Keys is a terminal as Bubble Tea should see it. It passes on whole keys only: it holds half
// a sequence until the other half arrives, and filters out the terminal's answers to queries.
// A terminal that answers is asked whether a lone ESC is a key (probe.go). In everything else it
// is the file.
//
// It reads one byte at a time from the terminal and never more than it can pass on. Bubble
// Tea reads through a cancelreader, which waits for the file to have input before each Read:
// a key that was read and kept would not be seen before the next one is pressed.
//
// It also never fills the slice that it is given, which Bubble Tea takes to mean that a key
// continues in the next Read.
type Keys struct {
	tty      *os.File
	from     source // nil where reads are passed through
	patience time.Duration
	answers  chan Background

	reading sync.Mutex // a cancelled Read may still wait when the next begins
	sorter  sorter

	asking sync.Mutex
	out    io.Writer // where queries are sent
	asked  time.Time // when the unanswered query of the background was sent, or zero
	probe  prober
}

// A source is a terminal to read from, with a clock.
type source interface {
	// wait waits for input, at most for d, or for ever if d is negative, and reports whether
	// there is some.
	wait(d time.Duration) (bool, error)
	// read reads at least one byte and at most n.
	read(n int) ([]byte, error)
	// waiting returns the number of bytes that can be read without waiting.
	waiting() int
	now() time.Time
}

// NewKeys returns the keys of tty. Patience is how long to hold a lone ESC in case it begins a
// sequence, before the terminal is asked: 50 ms, and 100 ms over a network.
func NewKeys(tty *os.File, patience time.Duration) *Keys {
	k := newKeys(openSource(tty), patience)
	k.tty = tty
	return k
}

func newKeys(from source, patience time.Duration) *Keys {
	k := &Keys{from: from, patience: patience, answers: make(chan Background, 1)}
	k.sorter.background, k.sorter.status = k.answered, k.statusAnswered
	return k
}

// Read reads whole keys into p. It returns 0 and no error if the terminal sent something other
// than a key, and [ErrGone] if the terminal is gone.
func (k *Keys) Read(p []byte) (int, error) {
	if k.from == nil {
		return k.tty.Read(p)
	}
	if len(p) == 0 {
		return 0, nil
	}
	k.reading.Lock()
	defer k.reading.Unlock()
	s := &k.sorter
	if len(s.keys) == 0 {
		if err := k.fill(len(p) - 1); err != nil && len(s.keys) == 0 {
			return 0, err
		}
	}
	n := copy(p, s.keys)
	s.keys = append(s.keys[:0], s.keys[n:]...)
	return n, nil
}

// fill reads the available input, at least a byte, and about limit bytes of keys at most.
func (k *Keys) fill(limit int) error {
	const most = len(pasteEnd) + 2 // bytes that one read may add, or a lone ESC grow to
	s := &k.sorter
	s.flush = false
	room := func() bool { return !s.flush && len(s.keys)+len(s.held)+most <= limit }
	for first := true; first || s.mayBeTyped() || room(); first = false {
		ready, err := k.await(first)
		if err != nil || !ready || !first && !room() {
			return err // a held key that continues may stay held: there is input to wake the next Read
		}
		b, err := k.next()
		if err != nil {
			return err
		}
		now := k.from.now()
		s.strict, s.overdue = k.replyDue(now), k.overdue(now)
		for _, c := range b {
			s.feed(c, now)
		}
	}
	return nil
}

// next returns the bytes that are next: those that were put back, else new ones.
func (k *Keys) next() ([]byte, error) {
	if b := k.sorter.putBack; len(b) > 0 {
		k.sorter.putBack = nil
		return b, nil
	}
	return k.from.read(k.sorter.readSize())
}

// await reports whether there is more to read. It waits for the rest of a sequence and, if
// that does not come, forwards what is held.
func (k *Keys) await(first bool) (bool, error) {
	s := &k.sorter
	switch {
	case len(s.putBack) > 0:
		return true, nil
	case first:
		return k.from.wait(-1)
	case !s.mayBeTyped():
		return k.from.wait(0)
	}
	ready, err := k.from.wait(k.patience)
	if ready || err != nil {
		return ready, err
	}
	left := time.Duration(0)
	if s.forwarded == 0 {
		left = k.statusLeft()
	}
	if left > 0 {
		s.doubted = true
		if ready, err = k.from.wait(left); ready || err != nil {
			return ready, err
		}
	} else if s.strict && s.forwarded == 0 {
		ready, err = k.from.wait(strictPatience - k.patience)
		if err != nil {
			return false, err
		}
		// This late, a few bytes are another key and not part of an answer.
		if ready && k.from.waiting() >= restOfAnswer {
			return true, nil
		}
	}
	s.timeout()
	return false, nil
}

// Ask asks the terminal by writing to w whether it answers at all and, if background is set, for
// the colour of its background, which arrives on [Keys.Answers], if ever. Later queries are
// written to w, too. The terminal must be raw and its TERM not dumb.
func (k *Keys) Ask(w io.Writer, background bool) error {
	if k.from == nil {
		return nil
	}
	query, now := "", k.from.now()
	k.asking.Lock()
	k.out = w
	if background {
		query, k.asked = backgroundQuery, now
	}
	if k.probe.begin(now) {
		query += statusQuery
	}
	k.asking.Unlock()
	_, err := io.WriteString(w, query)
	return err
}

// Answers returns the channel of the answer to [Keys.Ask].
func (k *Keys) Answers() <-chan Background { return k.answers }

// answered puts an answer on the channel. A newer one replaces one that was not received.
func (k *Keys) answered(b Background) {
	k.asking.Lock()
	k.asked = time.Time{}
	k.asking.Unlock()
	select {
	case <-k.answers:
	default:
	}
	k.answers <- b
}

func (k *Keys) statusAnswered() {
	k.asking.Lock()
	defer k.asking.Unlock()
	k.probe.answered(k.from.now())
}

// statusLeft asks for the status, and returns how long to wait for the answer; zero if none can be
// expected.
func (k *Keys) statusLeft() time.Duration {
	now := k.from.now()
	k.asking.Lock()
	left, out := k.probe.left(now), k.out
	ask := left > 0 && k.probe.begin(now)
	k.asking.Unlock()
	if ask {
		if _, err := io.WriteString(out, statusQuery); err != nil {
			return 0
		}
	}
	return left
}

// overdue reports whether the terminal should have told its status by now.
func (k *Keys) overdue(now time.Time) bool {
	k.asking.Lock()
	defer k.asking.Unlock()
	return k.probe.overdue(now)
}

// replyDue reports whether the answer of the background is still due.
func (k *Keys) replyDue(now time.Time) bool {
	k.asking.Lock()
	defer k.asking.Unlock()
	return !k.asked.IsZero() && now.Before(k.asked.Add(replyDeadline))
}

// drainLeft returns for how long [Keys.Drain] still waits.
func (k *Keys) drainLeft() time.Duration {
	k.asking.Lock()
	defer k.asking.Unlock()
	last := k.asked
	if k.probe.sent.After(last) {
		last = k.probe.sent
	}
	return last.Add(drainTime).Sub(k.from.now())
}

// Drain must be called after Bubble Tea has ended. It waits for the answers to queries that were
// sent less than drainTime ago, so that no answer appears at the shell's prompt.
func (k *Keys) Drain() {
	if k.from == nil || k.drainLeft() <= 0 {
		return
	}
	state, err := term.MakeRaw(int(k.tty.Fd()))
	if err != nil {
		return
	}
	defer term.Restore(int(k.tty.Fd()), state)
	k.reading.Lock()
	defer k.reading.Unlock()
	for {
		left := k.drainLeft()
		if left <= 0 {
			return
		}
		if ready, err := k.from.wait(left); err != nil || !ready {
			return
		}
		b, err := k.from.read(1)
		if err != nil {
			return
		}
		for _, c := range b {
			k.sorter.feed(c, k.from.now())
		}
	}
}

// Write writes to the terminal.
func (k *Keys) Write(p []byte) (int, error) { return k.tty.Write(p) }

// Close closes the terminal.
func (k *Keys) Close() error { return k.tty.Close() }

// Fd returns the terminal's file descriptor.
func (k *Keys) Fd() uintptr { return k.tty.Fd() }

// Name returns the terminal's file name.
func (k *Keys) Name() string { return k.tty.Name() }
