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
// In everything else it is the file.
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
	asked  time.Time // when the unanswered query was sent, or zero
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
// sequence: 50 ms, and 100 ms over a network.
func NewKeys(tty *os.File, patience time.Duration) *Keys {
	k := newKeys(openSource(tty), patience)
	k.tty = tty
	return k
}

func newKeys(from source, patience time.Duration) *Keys {
	k := &Keys{from: from, patience: patience, answers: make(chan Background, 1)}
	k.sorter.background = k.answered
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
		b, err := k.from.read(s.readSize())
		if err != nil {
			return err
		}
		now := k.from.now()
		s.strict = k.replyDue(now)
		for _, c := range b {
			s.feed(c, now)
		}
	}
	return nil
}

// await reports whether there is more to read. It waits for the rest of a sequence and, if
// that does not come, forwards what is held.
func (k *Keys) await(first bool) (bool, error) {
	s := &k.sorter
	if first {
		return k.from.wait(-1)
	}
	if !s.mayBeTyped() {
		return k.from.wait(0)
	}
	ready, err := k.from.wait(k.patience)
	if ready || err != nil {
		return ready, err
	}
	if s.strict && s.forwarded == 0 {
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

// Ask queries the terminal's background colour by writing to w. The answer arrives on
// [Keys.Answers], if ever. The terminal must be raw and its TERM not dumb.
func (k *Keys) Ask(w io.Writer) error {
	if k.from == nil {
		return nil
	}
	k.asking.Lock()
	k.asked = k.from.now()
	k.asking.Unlock()
	_, err := io.WriteString(w, backgroundQuery)
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

// replyDue reports whether an answer of the terminal is still due.
func (k *Keys) replyDue(now time.Time) bool { return now.Before(k.askedUntil(replyDeadline)) }

// askedUntil returns the time d after the unanswered query, or zero if there is none.
func (k *Keys) askedUntil(d time.Duration) time.Time {
	k.asking.Lock()
	defer k.asking.Unlock()
	if k.asked.IsZero() {
		return time.Time{}
	}
	return k.asked.Add(d)
}

// Drain must be called after Bubble Tea has ended. It waits for the answer to a query that was
// sent less than drainTime ago, so that the answer does not appear at the shell's prompt.
func (k *Keys) Drain() {
	if k.from == nil || !k.from.now().Before(k.askedUntil(drainTime)) {
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
		left := k.askedUntil(drainTime).Sub(k.from.now())
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
