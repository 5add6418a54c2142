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
	Text       string
	Lower      string // Text in lower case
	source     string // what the token was cut from
	start, end int    // of the token in source, in bytes
	Kind       kind
	Dot        bool // a full stop follows at once, which is no token of its own
	Gap        bool // white space, or the start of the text, stands before it
}

// Is reports whether the token Is the mark m.
func (t token) Is(m string) bool { return t.Kind == mark && t.Text == m }

// OneOf reports whether the token is a mark among marks.
func (t token) OneOf(marks string) bool { return t.Kind == mark && strings.Contains(marks, t.Text) }

// IsUpper reports whether the token is a word that starts with a capital letter, or
// with a letter of a script without cases.
func (t token) IsUpper() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return t.Kind == word && (unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.Is(unicode.Lo, r))
}

// IsLower reports whether the token is a word that starts with a small letter.
func (t token) IsLower() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return t.Kind == word && unicode.IsLower(r)
}

// IsParticle reports whether the token is a IsParticle of names, in any case.
func (t token) IsParticle() bool { return names.IsParticle(t.Text) }

// IsAnd reports whether the token joins two names of a list, in any case.
func (t token) IsAnd() bool { return names.IsAnd(t.Text) }

// IsAllCaps reports whether the token is a word of two or more capitals only.
func (t token) IsAllCaps() bool {
	n := 0
	for _, r := range t.Text {
		if unicode.IsLetter(r) {
			n++
			if !unicode.IsUpper(r) {
				return false
			}
		}
	}
	return t.Kind == word && n > 1
}

// IsRoman reports whether the token is a Roman numeral in capitals, below 500.
func (t token) IsRoman() bool { return t.Text != "" && strings.Trim(t.Text, "IVXLC") == "" }

// Letters returns how many Letters the token has.
func (t token) Letters() int {
	n := 0
	for _, r := range t.Text {
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
func tokens(text string) List {
	var out List
	gap := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			gap = true
			i += size
			continue
		}
		t := token{source: text, start: i, end: i + size, Kind: mark, Gap: gap}
		if isWordRune(r) || initialAfterHyphen(text, i, r) {
			t.end = wordEnd(text, i+size)
			t.Kind = kindOf(text[i:t.end])
			t.Dot = strings.HasPrefix(text[t.end:], ".")
		}
		t.Text = text[t.start:t.end]
		t.Lower = strings.ToLower(t.Text)
		out = append(out, t)
		i, gap = t.end, false
		if t.Dot {
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

// Cut returns the first n bytes of the token as a word, and the rest as a number.
func (t token) Cut(n int) (letters, digits token) {
	letters, digits = t, t
	letters.Text, letters.end, letters.Kind, letters.Dot = t.Text[:n], t.start+n, word, false
	digits.Text, digits.start, digits.Gap, digits.Kind = t.Text[n:], t.start+n, false, number
	letters.Lower, digits.Lower = strings.ToLower(letters.Text), digits.Text
	return letters, digits
}
