// Package safe makes outside strings safe to print.
//
// Articles, file names, error texts and everything else from outside may contain bytes that a
// terminal obeys. [New] makes such a string printable and returns it as a type of its own, the
// only one that the screen, the pipe and messages accept. The package knows which bytes must
// never reach a terminal; it must not know what the text is for.
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

// MaxURL is the length in bytes of the longest URL that is followed, opened or printed as a
// hyperlink: Internet Explorer's limit, which every browser and server has had to allow.
const MaxURL = 2083

// Text is a printable string: valid UTF-8 whose only control characters are line feed and tab,
// without bidirectional overrides and without invisible characters except the joiners that
// scripts and emoji need. The zero Text is empty.
type Text struct{ s string }

// New returns s as printable text. A carriage return becomes a line feed, every other control
// character its visible picture (␛ for ESC) or U+FFFD if it has none, and invisible characters
// are dropped. Clean input is not copied. New is idempotent.
func New(s string) Text {
	if i := firstSuspect(s); i < len(s) {
		f := filter{out: make([]byte, 0, len(s)+16)}
		f.out = append(f.out, s[:i]...)
		f.run(s[i:])
		return Text{string(f.out)}
	}
	return Text{s}
}

// Line returns s as one line of printable text: like [New], with each run of white space replaced
// by a blank, and none at the ends.
func Line(s string) Text {
	if isLine(s) {
		return Text{s}
	}
	return Text{strings.Join(strings.Fields(New(s).s), " ")}
}

// isLine reports whether s is one line of printable ASCII already.
func isLine(s string) bool {
	blank := true // before s
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return s == "" || !blank
}

// Slice returns the bytes [start, end) of t, which must be rune boundaries: a part of a safe
// text is safe.
func (t Text) Slice(start, end int) Text { return Text{t.s[start:end]} }

// String returns the text as a string to compute with. Text to print stays a Text.
func (t Text) String() string { return t.s }

// Len returns the length of the text in bytes.
func (t Text) Len() int { return len(t.s) }

// firstSuspect returns the index of the first byte that the filter must examine; the text before
// it is plain ASCII.
func firstSuspect(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x7f || c < 0x20 && c != '\n' && c != '\t' {
			return max(i-1, 0) // a mark belongs to its base
		}
	}
	return len(s)
}

// A filter copies a string rune by rune.
type filter struct {
	out   []byte
	last  rune // the last rune kept, 0 at the start
	marks int  // combining marks since the last base character
	chain int  // code points in the current run of joined ones
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
			if joins(f.last) && joins(next) && f.chain+2 <= maxCluster {
				f.put(r)
			}
		case invisible(r):
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
			if f.marks < maxMarks {
				f.put(r)
			}
			f.marks++
		default:
			f.put(substitute(r))
		}
	}
}

// ordinary returns the length in bytes of the runes at the beginning of s that are always copied
// as they are. It is the fast path for almost all text.
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

// isOrdinary reports whether r is in a block of European letters, Devanagari's letters, common
// punctuation or ideographs, none of which is a mark, a control or invisible.
func isOrdinary(r rune) bool {
	switch {
	case r >= 0xa0 && r < 0x300:
		return r != 0xad
	case r >= 0x370 && r < 0x483, r >= 0x48a && r < 0x590, r >= 0x904 && r < 0x93a,
		r >= 0x2010 && r < 0x2028, r >= 0x2030 && r < 0x2060, r >= 0x20a0 && r < 0x20d0, r >= 0x2100 && r < 0x2600,
		r >= 0x3001 && r < 0x302a, r >= 0x3041 && r < 0x3097, r >= 0x30a0 && r < 0x3100, r >= 0x3400 && r < 0xa000, r >= 0xac00 && r < 0xd7a4:
		return true
	}
	return false
}

func (f *filter) put(r rune) {
	isMark := unicode.Is(unicode.M, r)
	switch {
	case r == zwj || r == zwnj || f.last == zwj || f.last == zwnj:
		f.chain++
	case !isMark:
		f.chain = 1
	}
	if !isMark {
		f.marks = 0
	}
	f.last = r
	f.out = utf8.AppendRune(f.out, r)
}

const (
	zwnj = '\u200c' // zero-width non-joiner: Persian and Indic scripts need it
	zwj  = '\u200d' // zero-width joiner: emoji and Indic scripts need it
)

// joins reports whether a joiner next to r makes sense: r is a letter, a mark or a symbol outside
// ASCII.
func joins(r rune) bool {
	return r > 0x7f && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r))
}

// substitute returns r, or a visible stand-in if a terminal would obey r or reorder the line.
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

// invisible reports whether r is invisible and could only hide something: zero-width characters
// other than joiners, tags, and variation selectors other than those for text and emoji.
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
