package terminal

import "time"

const (
	// lingerShort is how long the rest of a sequence may take after one or two bytes,
	// which may have been typed (Alt+[); lingerLong, after more, which were not.
	lingerShort = time.Second
	lingerLong  = 10 * time.Second

	// maxPaste is how much of a paste is handed over, in bytes: more than any search or
	// address. Bubble Tea takes time with the square of it, two minutes for 10 MB.
	maxPaste = 64 << 10
)

// A sorter takes what the terminal sends, byte by byte, and keeps the keys. What is
// not, or not yet, a key it holds back. It knows no clock and reads nothing, so that a
// table can test it.
//
// ESC is the one sequence that is typed and that others begin with. When it has stood
// alone for as long as the caller's patience, it is handed over ([sorter.lapse]) but
// not forgotten: it stays in held, as a ghost, and if what comes next reads on from
// it, the whole is still one sequence and its tail not a row of letters.
type sorter struct {
	keys   []byte    // for Bubble Tea
	held   []byte    // a sequence that has not ended
	ghost  int       // how many bytes of held have been handed over
	since  time.Time // when held began to grow
	last   time.Time // when the last byte came
	long   bool      // held is a string too long to be kept whole
	shut   bool      // nothing should be added to keys before they are handed over
	strict bool      // the terminal owes us an answer

	pasting bool
	pasted  int // how many bytes of the paste have come
	ending  int // and how many of pasteEnd

	background func(Background) // is told the colour that an answer names
}

// feed sorts one byte that came at the time now.
func (s *sorter) feed(c byte, now time.Time) {
	if s.pasting && now.Sub(s.last) > lingerLong {
		// Bubble Tea would wait for the end of this paste for ever, through all keys.
		s.keys = append(s.keys, pasteEnd...)
		s.pasting, s.pasted, s.ending = false, 0, 0
	}
	s.last = now
	if s.pasting {
		s.paste(c)
		return
	}
	if len(s.held) > 0 && now.Sub(s.since) > s.linger() || s.isGhost() && c == esc {
		s.reset()
	}
	s.sort(c, now)
}

func (s *sorter) linger() time.Duration {
	if s.strict || s.ghost == 0 && len(s.held) > 2 {
		return lingerLong
	}
	return lingerShort
}

// isGhost reports whether all of held has been handed over.
func (s *sorter) isGhost() bool { return s.ghost > 0 && s.ghost == len(s.held) }

// paste passes on a byte of a paste, in which nothing is a sequence but its end.
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

// want returns how many bytes may be read at once without reading beyond what is being
// read: one, and in a paste as many as its end still needs.
func (s *sorter) want() int {
	if s.pasting {
		return len(pasteEnd) - s.ending
	}
	return 1
}

// sort adds c to what is held, and lets go of it when it has come to an end.
func (s *sorter) sort(c byte, now time.Time) {
	if len(s.held) == s.ghost {
		s.since = now
	}
	s.hold(c)
	f, n := classify(s.held)
	if f == partial {
		return
	}
	rest := append([]byte(nil), s.held[n:]...) // what ended the sequence is not its own
	s.release(f, s.held[:n])
	s.reset()
	for _, c := range rest {
		s.sort(c, now)
	}
}

// hold adds c to held. Of a long string only the beginning, which says what it is, and
// the last two bytes, which may end it, matter.
func (s *sorter) hold(c byte) {
	n := len(s.held)
	if n < 1+maxSequence { // Esc may stand before it
		s.held = append(s.held, c)
		return
	}
	s.held[n-2], s.held[n-1] = s.held[n-1], c
	s.long = true
}

// release does with a sequence as its fate is.
func (s *sorter) release(f fate, seq []byte) {
	twice := len(seq) > 2 && seq[1] == esc
	switch {
	case s.ghost > 0 && !s.readsOn(f, seq):
		s.keys = append(s.keys, seq[s.ghost:]...)
	case twice && (f != key || !altForm.Match(seq[2:])):
		// Esc, and then a sequence. Bubble Tea reads ESC as Esc at the end only.
		isNew := s.ghost == 0
		s.ghost = 0
		s.release(f, seq[1:])
		if isNew && !s.pasting {
			s.keys = append(s.keys, esc)
		}
		s.shut = true
	case f == key:
		s.keys = append(s.keys, seq...)
		s.pasting = string(seq) == pasteStart
	default:
		if b, ok := parseBackground(seq); ok && !s.long {
			s.background(b)
		}
		s.shut = true // what was on either side of it must not be joined
	}
}

// readsOn reports whether seq, of which the beginning has been handed over, is one
// sequence all the same, and not Esc and then a letter or two.
func (s *sorter) readsOn(f fate, seq []byte) bool {
	switch f {
	case key:
		return len(seq) > 2 && (seq[1] == '[' || seq[1] == 'O' || seq[1] == esc)
	case noise:
		return len(seq) > s.ghost+2
	}
	return true
}

// typed reports whether what is held might have been typed and be all there is, so
// that somebody waits for it. That is said of no more than it must be: half an arrow
// is not Alt+[, though it could be.
func (s *sorter) typed() bool {
	if s.ghost > 0 {
		next := s.held[s.ghost:]
		return len(next) == 1 && next[0] < 0x80 && !(s.strict && next[0] == ']')
	}
	switch string(s.held) {
	case "\x1b", "\x1b\x1b", "\x1b[O":
		return true
	}
	return false
}

// lapse is told that nothing has followed for so long that what is held, if it can
// have been typed, was.
func (s *sorter) lapse() {
	if !s.typed() {
		return
	}
	s.keys = append(s.keys, s.held[s.ghost:]...)
	if s.ghost > 0 {
		s.reset()
	} else {
		s.ghost = len(s.held)
	}
}

// reset forgets what is held.
func (s *sorter) reset() { s.held, s.ghost, s.long = s.held[:0], 0, false }
