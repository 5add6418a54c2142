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
	// owed is how long after the question an answer is waited for: while it is, ESC may
	// be its beginning and is held for longer. A packet that was lost is sent again
	// after some 200 ms, and that is what cuts an answer in two.
	owed           = 10 * time.Second
	strictPatience = 300 * time.Millisecond

	// restOfAnswer is how many bytes at least follow the ESC of an answer.
	restOfAnswer = 8

	// drainTime is how long after the question Drain waits for the answer.
	drainTime = 500 * time.Millisecond
)

// ErrGone is returned when the terminal is no longer there: its window was closed, its
// connection lost. It is not io.EOF since Bubble Tea takes that for the end of a pipe,
// after which it waits for other messages: for ever.
var ErrGone = errors.New("the terminal is gone")

// Keys is a terminal as Bubble Tea should see it. It reads the keyboard and passes on
// whole keys only: half a sequence is held until the other half has come, and what the
// terminal answers to a question is taken out. In all else it is the file.
//
// It takes one byte at a time from the terminal and never more than it can hand over.
// That matters because Bubble Tea reads through a cancelreader, which waits for the
// file to have input before each Read: a key in our hands would not be seen before the
// next one is pressed.
//
// It also never fills the slice that it is given, which Bubble Tea takes to mean that a
// key may go on in the next Read.
type Keys struct {
	tty      *os.File
	from     source // nil where reads are passed through
	patience time.Duration
	answers  chan Background

	reading sync.Mutex // a cancelled Read may still wait when the next begins
	sorter  sorter

	asking sync.Mutex
	asked  time.Time // when the question was asked that has not been answered, or zero
}

// A source is a terminal to read from, with a clock.
type source interface {
	// wait waits until there is something to read, at most for d, or for ever where d
	// is negative.
	wait(d time.Duration) (bool, error)
	// read reads at least one byte and at most n.
	read(n int) ([]byte, error)
	// waiting returns how many bytes could be read now.
	waiting() int
	now() time.Time
}

// NewKeys returns the keys of tty. Patience is how long a lone ESC is waited with, in
// case it begins a sequence: 50 ms, and 100 ms over a network.
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

// Read reads whole keys into p. It returns 0 and no error where the terminal sent
// something that is no key, and [ErrGone] where the terminal is gone.
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

// fill reads what there is, at least a byte, and about limit bytes of keys at most.
func (k *Keys) fill(limit int) error {
	const most = len(pasteEnd) + 2 // what one read may add, and a lone ESC may grow to
	s := &k.sorter
	s.shut = false
	room := func() bool { return !s.shut && len(s.keys)+len(s.held)+most <= limit }
	for first := true; first || s.typed() || room(); first = false {
		ready, err := k.await(first)
		if err != nil || !ready || !first && !room() {
			return err // what might be typed and goes on may stay: there is input to wake the next Read
		}
		b, err := k.from.read(s.want())
		if err != nil {
			return err
		}
		now := k.from.now()
		s.strict = k.owes(now)
		for _, c := range b {
			s.feed(c, now)
		}
	}
	return nil
}

// await reports whether there is more to read. It waits for what could complete a key
// and, if that does not come, lets the key go as it is.
func (k *Keys) await(first bool) (bool, error) {
	s := &k.sorter
	if first {
		return k.from.wait(-1)
	}
	if !s.typed() {
		return k.from.wait(0)
	}
	ready, err := k.from.wait(k.patience)
	if ready || err != nil {
		return ready, err
	}
	if s.strict && s.ghost == 0 {
		ready, err = k.from.wait(strictPatience - k.patience)
		if err != nil {
			return false, err
		}
		// This late, a few bytes are another key and must not be joined to the ESC.
		if ready && k.from.waiting() >= restOfAnswer {
			return true, nil
		}
	}
	s.lapse()
	return false, nil
}

// Ask asks the terminal, by writing to w, for its background colour. The answer comes
// through [Keys.Answers], or never. It must not be asked of TERM=dumb, nor before the
// terminal is raw.
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

// Answers returns the channel on which the answer to [Keys.Ask] comes.
func (k *Keys) Answers() <-chan Background { return k.answers }

// answered is told of an answer. One that nobody waits for makes room for the newer.
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

// owes reports whether the terminal owes us an answer.
func (k *Keys) owes(now time.Time) bool { return now.Before(k.askedUntil(owed)) }

// askedUntil returns the time d after the question that is not answered, or zero.
func (k *Keys) askedUntil(d time.Duration) time.Time {
	k.asking.Lock()
	defer k.asking.Unlock()
	if k.asked.IsZero() {
		return time.Time{}
	}
	return k.asked.Add(d)
}

// Drain is called when Bubble Tea has ended. If the question was asked only a moment
// ago and is not answered, it waits that moment, so that the answer is not typed at the
// prompt of the shell.
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
