// Package token cuts a printed reference into words, numbers and marks, and knows the words that
// references are made of: months, labels, places, publishers, words of journals' titles.
//
// The package must not know fields: what a stretch of tokens is, is for its callers to decide.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/names"
)

// A Kind says what a token is made of.
type Kind uint8

const (
	Word   Kind = iota // starts with a letter
	Number             // digits, perhaps with a letter before or after: 63, R1819, vi51
	Mark               // one character of punctuation
)

// CutMark stands in the working text where an identifier was taken out. It is a
// control character, which is not in the input, so it is never the author's.
const CutMark = "\x1f"

// A Token is a word, a number or a mark with the place where it stands.
type Token struct {
	Text       string
	Lower      string // Text in lower case
	source     string // what the token was cut from
	start, end int    // of the token in source, in bytes
	Kind       Kind
	Dot        bool // a full stop follows at once, which is no token of its own
	Gap        bool // white space, or the start of the text, stands before it
	Italic     int  // the stretch of italics that it stands in, from 1; 0 if it is upright
}

// Is reports whether the token is the mark m.
func (t Token) Is(m string) bool { return t.Kind == Mark && t.Text == m }

// OneOf reports whether the token is a mark among marks.
func (t Token) OneOf(marks string) bool { return t.Kind == Mark && strings.Contains(marks, t.Text) }

// IsUpper reports whether the token is a word that starts with a capital letter, or
// with a letter of a script without cases.
func (t Token) IsUpper() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return t.Kind == Word && (unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.Is(unicode.Lo, r))
}

// IsLower reports whether the token is a word that starts with a small letter.
func (t Token) IsLower() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return t.Kind == Word && unicode.IsLower(r)
}

// IsCJK reports whether the token is a word in a script that sets names without blanks.
func (t Token) IsCJK() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return t.Kind == Word && unicode.In(r, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// IsParticle reports whether the token is a particle of names, in any case.
func (t Token) IsParticle() bool { return names.IsParticle(t.Text) }

// IsAnd reports whether the token joins two names of a list, in any case.
func (t Token) IsAnd() bool { return names.IsAnd(t.Text) }

// IsAllCaps reports whether the token is a word of two or more capitals only.
func (t Token) IsAllCaps() bool {
	n := 0
	for _, r := range t.Text {
		if unicode.IsLetter(r) {
			n++
			if !unicode.IsUpper(r) {
				return false
			}
		}
	}
	return t.Kind == Word && n > 1
}

// IsRoman reports whether the token is a Roman numeral in capitals, below 500.
func (t Token) IsRoman() bool { return t.Text != "" && strings.Trim(t.Text, "IVXLC") == "" }

// Letters returns how many letters the token has.
func (t Token) Letters() int {
	n := 0
	for _, r := range t.Text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func IsWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// IsApostrophe reports whether r is printed as an apostrophe.
func IsApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' || r == '´' }

// IsHyphen reports whether r is a hyphen, breaking or not.
func IsHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// bytesPerToken is a little less than a token and the blank before it have in most references.
const bytesPerToken = 3

// Split cuts the text into words, numbers and marks in one pass.
func Split(text string) List {
	out := make(List, 0, len(text)/bytesPerToken+1)
	gap := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			gap = true
			i += size
			continue
		}
		t := Token{source: text, start: i, end: i + size, Kind: Mark, Gap: gap}
		if IsWordRune(r) || initialAfterHyphen(text, i, r) {
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
	if !IsHyphen(r) || i == 0 || text[i-1] != '.' {
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
		if !IsWordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			digits := unicode.IsDigit(prev) && unicode.IsDigit(next)
			joins := IsApostrophe(r) && unicode.IsLetter(prev) && unicode.IsLetter(next) ||
				IsHyphen(r) && IsWordRune(prev) && IsWordRune(next) && !unicode.IsDigit(prev) ||
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
func kindOf(s string) Kind {
	digits, before, behind := 0, 0, 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Lo, r):
			return Word
		case unicode.IsDigit(r):
			if behind > 0 {
				return Word
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
		return Number
	}
	return Word
}

// Cut returns the first n bytes of the token as a word, and the rest as a number.
func (t Token) Cut(n int) (letters, digits Token) {
	letters, digits = t, t
	letters.Text, letters.end, letters.Kind, letters.Dot = t.Text[:n], t.start+n, Word, false
	digits.Text, digits.start, digits.Gap, digits.Kind = t.Text[n:], t.start+n, false, Number
	letters.Lower, digits.Lower = strings.ToLower(letters.Text), digits.Text
	return letters, digits
}
