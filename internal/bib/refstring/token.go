package refstring

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/names"
)

// A kind says what a token is made of.
type kind uint8

const (
	word   kind = iota // starts with a letter
	number             // digits, perhaps with a letter before or after: 63, R1819, vi51
	mark               // one character of punctuation
)

// A token is a word, a number or a mark with the place where it stands.
type token struct {
	text       string
	start, end int // in bytes
	kind       kind
	dot        bool // a full stop follows at once, which is no token of its own
	gap        bool // white space, or the start of the text, stands before it
}

// is reports whether the token is the mark m.
func (t token) is(m string) bool { return t.kind == mark && t.text == m }

// oneOf reports whether the token is a mark among marks.
func (t token) oneOf(marks string) bool { return t.kind == mark && strings.Contains(marks, t.text) }

// low returns the token's text in lower case.
func (t token) low() string { return strings.ToLower(t.text) }

// upper reports whether the token is a word that starts with a capital letter, or
// with a letter of a script without cases.
func (t token) upper() bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.kind == word && (unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.Is(unicode.Lo, r))
}

// lower reports whether the token is a word that starts with a small letter.
func (t token) lower() bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.kind == word && unicode.IsLower(r)
}

// particle reports whether the token is a particle of names, in any case.
func (t token) particle() bool { return names.IsParticle(t.text) }

// and reports whether the token joins two names of a list, in any case.
func (t token) and() bool { return names.IsAnd(t.text) }

// shout reports whether the token is a word of two or more capitals only.
func (t token) shout() bool {
	n := 0
	for _, r := range t.text {
		if unicode.IsLetter(r) {
			n++
			if !unicode.IsUpper(r) {
				return false
			}
		}
	}
	return t.kind == word && n > 1
}

// letters returns how many letters the token has.
func (t token) letters() int {
	n := 0
	for _, r := range t.text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' || r == '´' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// tokens cuts the text into words, numbers and marks in one pass.
func tokens(text string) []token {
	var out []token
	gap := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			gap = true
			i += size
			continue
		}
		t := token{start: i, end: i + size, kind: mark, gap: gap}
		if isWordRune(r) || initialAfterHyphen(text, i, r) {
			t.end = wordEnd(text, i+size)
			t.kind = kindOf(text[i:t.end])
			t.dot = strings.HasPrefix(text[t.end:], ".")
		}
		t.text = text[t.start:t.end]
		out = append(out, t)
		i, gap = t.end, false
		if t.dot {
			i++
		}
	}
	return out
}

// initialAfterHyphen reports whether the hyphen at i stands between two dotted
// initials, as in J.-R., and so belongs to the second.
func initialAfterHyphen(text string, i int, r rune) bool {
	if !isHyphen(r) || i == 0 || text[i-1] != '.' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
	return unicode.IsLetter(next)
}

// wordEnd returns the end of the word that runs on at i. An apostrophe or a hyphen
// belongs to the word between letters; between digits a hyphen makes a range, and a
// full stop a decimal.
func wordEnd(text string, i int) int {
	prev, _ := utf8.DecodeLastRuneInString(text[:i])
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			digits := unicode.IsDigit(prev) && unicode.IsDigit(next)
			joins := isApostrophe(r) && unicode.IsLetter(prev) && unicode.IsLetter(next) ||
				isHyphen(r) && isWordRune(prev) && isWordRune(next) && !unicode.IsDigit(prev) ||
				r == '.' && digits
			if !joins {
				break
			}
		}
		prev = r
		i += size
	}
	return i
}

// kindOf tells a number from a word: a number has digits, perhaps with a full stop
// between them, and beside them at most two letters before and one behind.
func kindOf(s string) kind {
	digits, before, behind := 0, 0, 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Lo, r):
			return word
		case unicode.IsDigit(r):
			if behind > 0 {
				return word
			}
			digits++
		case r == '.':
		case digits == 0 && unicode.IsLetter(r):
			before++
		default:
			behind++
		}
	}
	if digits > 0 && before <= 2 && behind <= 1 {
		return number
	}
	return word
}
