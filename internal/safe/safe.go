// Package safe is the one way from an outside string to text that may be shown.
//
// Articles, file names, error texts and everything else that somebody else wrote
// may carry bytes that a terminal obeys. [New] makes such a string printable; what
// it returns is a type of its own, and the screen, the pipe and the messages take
// nothing else. The package knows what a terminal must never be sent; it must not
// know what the text is for.
package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxMarks   = 8  // combining marks kept on one base
	maxCluster = 32 // code points kept of one run joined by zero-width joiners
)

// MaxURL is the length in bytes beyond which a URL is neither followed, opened nor printed as
// a link: Internet Explorer's limit, which every browser and server has had to allow.
const MaxURL = 2083

// Text is a string that may be shown: valid UTF-8 whose only control characters
// are line feed and tab, with no bidirectional override and nothing invisible but
// the joiners that scripts and emoji need. The zero Text is empty.
type Text struct{ s string }

// New returns s as text that may be shown. A carriage return becomes a line feed;
// every other control character becomes a visible picture of itself (␛ for ESC),
// what has no picture becomes U+FFFD, and invisible characters are dropped.
// Clean input is returned without copying. New is idempotent.
func New(s string) Text {
	if i := firstSuspect(s); i < len(s) {
		f := filter{out: make([]byte, 0, len(s)+16)}
		f.out = append(f.out, s[:i]...)
		f.run(s[i:])
		return Text{string(f.out)}
	}
	return Text{s}
}

// Line returns s as one line of text that may be shown: as [New], with every run
// of white space made one blank and none at the ends.
func Line(s string) Text {
	return Text{strings.Join(strings.Fields(New(s).s), " ")}
}

// Slice returns the bytes [start, end) of t. The borders must lie on runes: a part
// of a safe text is safe.
func (t Text) Slice(start, end int) Text { return Text{t.s[start:end]} }

// String returns the text as a string, for computing with; what is to be shown
// stays a Text.
func (t Text) String() string { return t.s }

// Len returns the length of the text in bytes.
func (t Text) Len() int { return len(t.s) }

// firstSuspect returns the index of the first byte that the filter has to look at:
// almost all text is plain ASCII up to there.
func firstSuspect(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x7f || c < 0x20 && c != '\n' && c != '\t' {
			// A mark needs its base, so step back to it.
			if i > 0 && c >= utf8.RuneSelf {
				return i - 1
			}
			return i
		}
	}
	return len(s)
}

// filter copies a string rune by rune, remembering what the last ones were.
type filter struct {
	out   []byte
	last  rune // the last rune kept, 0 at the start
	marks int  // combining marks since the last base
	chain int  // code points since the last that was not joined to its neighbour
}

func (f *filter) run(s string) {
	for i := 0; i < len(s); {
		if n := ordinary(s[i:]); n > 0 && f.last != zwj && f.last != zwnj {
			f.out = append(f.out, s[i:i+n]...)
			i += n
			f.last, _ = utf8.DecodeLastRuneInString(s[:i])
			f.marks, f.chain = 0, 1
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case r == '\r':
			if i < len(s) && s[i] == '\n' {
				continue
			}
			f.put('\n')
		case r == zwj || r == zwnj:
			next, _ := utf8.DecodeRuneInString(s[i:])
			if joins(f.last) && joins(next) && f.chain < maxCluster {
				f.put(r)
			}
		case invisible(r):
		case unicode.In(r, unicode.Mn, unicode.Me):
			if f.marks < maxMarks {
				f.put(r)
			}
			f.marks++
		default:
			f.put(substitute(r))
		}
	}
}

// ordinary returns how many bytes of s are, from its first on, runes of which nothing but
// themselves is ever made: almost all of any text, for which this is the fast way.
func ordinary(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		if c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isOrdinary(r) {
			break
		}
		i += size
	}
	return i
}

// isOrdinary reports whether r is a letter or sign of European scripts, common punctuation
// or an ideograph: none of them a mark, a control, or invisible.
func isOrdinary(r rune) bool {
	switch {
	case r >= 0xa0 && r < 0x300:
		return r != 0xad
	case r >= 0x370 && r < 0x483, r >= 0x48a && r < 0x590,
		r >= 0x2010 && r < 0x2028, r >= 0x2030 && r < 0x2060, r >= 0x20a0 && r < 0x20d0, r >= 0x2100 && r < 0x2600,
		r >= 0x3001 && r < 0x302a, r >= 0x3041 && r < 0x3097, r >= 0x30a0 && r < 0x3100, r >= 0x3400 && r < 0xa000, r >= 0xac00 && r < 0xd7a4:
		return true
	}
	return false
}

func (f *filter) put(r rune) {
	switch {
	case r == zwj || r == zwnj || f.last == zwj || f.last == zwnj:
		f.chain++
	case !unicode.In(r, unicode.M):
		f.chain = 1
	}
	if !unicode.In(r, unicode.M) {
		f.marks = 0
	}
	f.last = r
	f.out = utf8.AppendRune(f.out, r)
}

const (
	zwnj = '\u200c' // zero-width non-joiner: Persian and Indic scripts need it
	zwj  = '\u200d' // zero-width joiner: emoji and Indic scripts need it
)

// joins reports whether a joiner beside r can be meant: next to a letter, a mark or
// a symbol outside ASCII.
func joins(r rune) bool {
	return r > 0x7f && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r))
}

// substitute returns what is shown for r: itself, or a visible stand-in where r
// would be obeyed or would reorder the line.
func substitute(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r < 0x20:
		return 0x2400 + r
	case r == 0x7f:
		return '␡'
	case r == '\u2028' || r == '\u2029':
		return '␤'
	case r >= 0x80 && r < 0xa0, // C1
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, // bidirectional overrides and isolates
		r >= 0xfff9 && r <= 0xfffb,                     // interlinear annotation
		r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // noncharacters
		return utf8.RuneError
	}
	return r
}

// invisible reports whether r shows nothing and so could only hide something: the
// zero-width characters but the joiners, tags, and variation selectors other than
// those that choose between text and emoji.
func invisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x034f, r == 0x061c, r == 0x180e,
		r == 0x200b, r == 0x200e, r == 0x200f,
		r >= 0x2060 && r <= 0x2064, r >= 0x206a && r <= 0x206f,
		r >= 0xfe00 && r <= 0xfe0d, r == 0xfeff,
		r >= 0x1d173 && r <= 0x1d17a,
		r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}
