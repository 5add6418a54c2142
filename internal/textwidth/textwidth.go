// Package textwidth measures texts in columns of a terminal, and cuts texts to columns.
//
// Terminals differ in scripts whose letters join: some draw a cluster of letters as one, others add
// up its letters, as wcwidth has them. A text is taken to be as wide as the wider of the two, so
// that no line is wider than the screen in either. Escape sequences take no columns.
// The package must not know what the text is, nor where it stands.
package textwidth

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Of returns the columns that s takes.
func Of(s string) int {
	n := 0
	for i := 0; i < len(s); {
		piece, columns := First(s[i:])
		n += columns
		i += len(piece)
	}
	return n
}

const escape = '\x1b'

// combining is the first letter that may combine with the one before it.
const combining = '\u0300'

// First returns the first thing in s, which is not empty, and its columns: a letter with all that
// belongs to it, or an escape sequence.
func First(s string) (piece string, columns int) {
	switch c := s[0]; {
	case c == escape:
		_, _, n, _ := ansi.DecodeSequence(s, ansi.NormalState, nil)
		return s[:n], 0
	case c < ' ' || c == 0x7f:
		return s[:1], 0
	case c < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf):
		return s[:1], 1
	}
	if r, n := utf8.DecodeRuneInString(s); isSimple(r) { // most of European text
		if next, _ := utf8.DecodeRuneInString(s[n:]); n == len(s) || next < combining {
			return s[:n], 1
		}
	}
	piece, columns = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return piece, max(columns, added(piece))
}

// isSimple reports whether a letter or sign takes one column by itself.
func isSimple(r rune) bool {
	return r >= ' ' && r < 0x7f || r >= 0xa1 && r < combining && r != 0xad || r >= '‐' && r <= '…'
}

// added returns the columns of a cluster's letters, each for itself.
func added(cluster string) int {
	n := 0
	for _, r := range cluster {
		switch {
		case r < combining:
			n++
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf), r >= firstVowel && r <= lastFinal:
		case unicode.Is(unicode.Mc, r):
			n++
		default:
			n += ansi.StringWidth(string(r))
		}
	}
	return n
}

// The vowels and finals of Korean, which stand in the square of the letter before them.
const firstVowel, lastFinal = '\u1160', '\u11ff'

// Cut returns as much of the beginning of s as fits in the given columns.
func Cut(s string, columns int) string {
	at := 0
	for at < len(s) {
		piece, n := First(s[at:])
		if columns -= n; columns < 0 {
			break
		}
		at += len(piece)
	}
	return s[:at]
}

// Fit cuts s to the given columns, with an ellipsis where something is left out.
func Fit(s string, columns int) string {
	switch {
	case columns <= 0:
		return ""
	case len(s) <= columns || Of(s) <= columns:
		return s
	}
	kept := Cut(s, columns-1)
	return kept + "…" + sequences(s[len(kept):])
}

// FitEnd cuts s to the given columns at its beginning, with an ellipsis where something is left
// out.
func FitEnd(s string, columns int) string {
	over := Of(s) - columns
	if over <= 0 || columns <= 0 {
		return Fit(s, columns)
	}
	at := 0
	for over >= 0 {
		piece, n := First(s[at:])
		over -= n
		at += len(piece)
	}
	return sequences(s[:at]) + "…" + s[at:]
}

// sequences returns the escape sequences in s.
func sequences(s string) string {
	var b strings.Builder
	for i := strings.IndexByte(s, escape); i >= 0; i = strings.IndexByte(s, escape) {
		piece, _ := First(s[i:])
		b.WriteString(piece)
		s = s[i+len(piece):]
	}
	return b.String()
}
