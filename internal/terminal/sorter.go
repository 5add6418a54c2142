package terminal

import "time"

const (
	// lingerShort is how long to wait for the rest of a sequence after one or two bytes,
	// which may have been typed (Alt+[); lingerLong, after more bytes.
	lingerShort = time.Second
	lingerLong  = 10 * time.Second

	// maxPaste is the length of the longest paste in bytes, longer than any search or URL; the
	// rest is dropped. Bubble Tea takes time in proportion to its square, two minutes for 10 MB.
	maxPaste = 64 << 10
)

// A sorter picks the keys out of the bytes from the terminal, fed one by one. It holds back
// an incomplete sequence. It has no clock and reads nothing, so that tables can test it.
//
// ESC is both a key and the beginning of all sequences. After the caller's patience with a
// lone ESC it is forwarded ([sorter.timeout]), but stays in held as well: if the next bytes
// complete a sequence, they belong to it and are not letters. If the terminal was asked instead,
// the ESC is doubted: it waits for a sequence, another key or the answer.
type sorter struct {
	keys      []byte    // for Bubble Tea
	held      []byte    // an incomplete sequence
	forwarded int       // bytes of held that are in keys already
	since     time.Time // when held began to grow
	last      time.Time // when the last byte came
	long      bool      // held lacks the middle of a long string
	flush     bool      // keys must be read before more are added
	strict    bool      // an answer is due
	doubted   bool      // the ESC in held was alone for too long, and the terminal was asked
	overdue   bool      // its answer should have come
	putBack   []byte    // to be fed again in the next Read, for which there will be the answer

	pasting bool
	pasted  int // bytes of the paste so far
	ending  int // bytes of pasteEnd so far

	background func(Background) // is called with the colour of an answer
	status     func()           // is called for an answer to statusQuery
}

// feed sorts one byte that arrived at the time now.
func (s *sorter) feed(c byte, now time.Time) {
	if s.pasting && now.Sub(s.last) > lingerLong {
		// Bubble Tea would take all later keys for a part of this paste.
		s.keys = append(s.keys, pasteEnd...)
		s.pasting, s.pasted, s.ending = false, 0, 0
	}
	s.last = now
	if s.pasting {
		s.paste(c)
		return
	}
	if len(s.held) > 0 && now.Sub(s.since) > s.linger() || s.isForwarded() && c == esc {
		s.reset()
	}
	if c == interrupt && s.doubted {
		s.reset() // it waits for no answer
	}
	s.sort(c, now)
}

func (s *sorter) linger() time.Duration {
	if s.strict || s.doubted || s.forwarded == 0 && len(s.held) > 2 {
		return lingerLong
	}
	return lingerShort
}

// isForwarded reports whether all of held has been forwarded.
func (s *sorter) isForwarded() bool { return s.forwarded > 0 && s.forwarded == len(s.held) }

// paste sorts a byte of a paste, in which only the end is a sequence.
func (s *sorter) paste(c byte) {
	s.pasted++
	full := s.pasted > maxPaste
	if !full {
		s.keys = append(s.keys, c)
	}
	switch c {
	case pasteEnd[s.ending]:
		s.ending++
	case esc:
		s.ending = 1
	default:
		s.ending = 0
	}
	if s.ending < len(pasteEnd) {
		return
	}
	if full {
		s.keys = append(s.keys, pasteEnd...)
	}
	s.pasting, s.pasted, s.ending = false, 0, 0
}

// readSize returns how many bytes may be read at once without reading beyond a token: one, or
// in a paste as many as are missing of its end.
func (s *sorter) readSize() int {
	if s.pasting {
		return len(pasteEnd) - s.ending
	}
	return 1
}

// sort adds c to held, and releases the token if it is complete.
func (s *sorter) sort(c byte, now time.Time) {
	if len(s.held) == s.forwarded {
		s.since = now
	}
	s.hold(c)
	class, n := classify(s.held)
	if class == partial {
		return
	}
	if s.doubted && s.forwarded == 0 && !s.isOne(class, n) {
		s.keys = append(s.keys, esc)
		s.putBack = append(s.putBack, s.held[1:]...)
		s.flush = true
		s.reset()
		s.doubted = true // what was put back was typed as well
		return
	}
	rest := append([]byte(nil), s.held[n:]...) // the byte that broke the sequence off is not part of it
	s.release(class, s.held[:n])
	s.reset()
	for _, c := range rest {
		s.sort(c, now)
	}
}

// hold adds c to held. Of a long string it keeps the beginning, which tells its class, and the
// last two bytes, which may end it.
func (s *sorter) hold(c byte) {
	n := len(s.held)
	if n < 1+maxSequence { // Esc may stand before it
		s.held = append(s.held, c)
		return
	}
	s.held[n-2], s.held[n-1] = s.held[n-1], c
	s.long = true
}

// release forwards or drops a complete token.
func (s *sorter) release(class tokenClass, seq []byte) {
	twice := len(seq) > 2 && seq[1] == esc
	switch {
	case s.forwarded > 0 && !s.continues(class, seq):
		s.keys = append(s.keys, seq[s.forwarded:]...)
	case twice && (class != key || !altForm.Match(seq[2:])):
		// Esc, and then a sequence. Bubble Tea reads ESC as Esc at the end only.
		isNew := s.forwarded == 0
		s.forwarded = 0
		s.release(class, seq[1:])
		if isNew && !s.pasting {
			s.keys = append(s.keys, esc)
		}
		s.flush = true
	case class == key:
		s.keys = append(s.keys, seq...)
		s.pasting = string(seq) == pasteStart
		s.flush = s.flush || string(seq) == string(interrupt) // what comes next may be doubted
	default:
		if b, ok := parseBackground(seq); ok && !s.long {
			s.background(b)
		}
		if isStatus(seq) {
			s.status()
		}
		s.flush = true // the keys on either side of it must not be joined
	}
}

// continues reports whether seq, whose beginning has been forwarded, is one sequence and not
// Esc followed by a letter or two.
func (s *sorter) continues(class tokenClass, seq []byte) bool {
	switch class {
	case key:
		return len(seq) > 2 && (seq[1] == '[' || seq[1] == 'O' || seq[1] == esc)
	case noise:
		return len(seq) > s.forwarded+2
	}
	return true
}

// isOne reports whether the first n bytes of held, whose ESC was doubted, are one sequence, or
// Esc and the answer, and not Esc and another key.
func (s *sorter) isOne(class tokenClass, n int) bool {
	seq, broken := s.held[:n], n < len(s.held)
	switch {
	case class == answer || seq[0] != esc:
		return true
	case len(seq) > 2 && seq[1] == esc:
		return s.overdue && class == key && altForm.Match(seq[2:])
	case class == key:
		return len(seq) > 2 && (seq[1] == '[' || seq[1] == 'O') || s.overdue && !broken && seq[1] != esc
	}
	return len(seq) > 3 || s.overdue && !broken
}

// mayBeTyped reports whether held may be a complete key that somebody typed and waits for. It
// is true of as little as possible: half an arrow is not taken for Alt+[.
func (s *sorter) mayBeTyped() bool {
	if s.forwarded > 0 {
		next := s.held[s.forwarded:]
		return len(next) == 1 && next[0] < 0x80 && !(s.strict && next[0] == ']')
	}
	switch string(s.held) {
	case "\x1b", "\x1b\x1b", "\x1b[O":
		return true
	}
	return false
}

// timeout forwards held if it may have been typed: no byte has followed for too long.
func (s *sorter) timeout() {
	if !s.mayBeTyped() {
		return
	}
	s.keys = append(s.keys, s.held[s.forwarded:]...)
	if s.forwarded > 0 {
		s.reset()
	} else {
		s.forwarded = len(s.held)
	}
}

// reset empties held.
func (s *sorter) reset() { s.held, s.forwarded, s.long, s.doubted = s.held[:0], 0, false, false }
