package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/names"
)

// maxName is the length in bytes of the longest name that is kept on one line with its initials.
const maxName = 40

// tiesInitials reports whether the blank at byte i of a text stands between initials and their
// name, as in "J. R. Smith", "Smith, J. R." and "Smith JR,", or between initials. What begins at
// byte start is on one line already, and the name has to end within room bytes of it.
func tiesInitials(text string, start, i, room int) bool {
	room = min(room, maxName)
	if i+1 >= len(text) || i-start >= room || isLower(text[i+1]) && text[i-1] != '.' {
		return false
	}
	before := text[start:i]
	before = before[strings.LastIndexByte(before, ' ')+1:]
	after := text[i+1 : min(i+1+room, len(text))]
	if end := strings.IndexAny(after, " \n"); end >= 0 {
		after = after[:end]
	}
	if before == "" || i+1+len(after)-start > room {
		return false
	}
	first, _ := utf8.DecodeRuneInString(after)
	if areInitials(strings.TrimLeft(before, "([“‘")) {
		return unicode.IsUpper(first) || names.IsParticle(after)
	}
	bare := strings.TrimRight(after, ",;:)]")
	return endsName(before) && (areInitials(bare) || len(bare) < len(after) && areLetters(bare) && !strings.HasSuffix(before, ","))
}

// areInitials reports whether a word consists of capitals with full stops, as "J.", "J.-P." and
// "J.R.".
func areInitials(word string) bool {
	for word != "" {
		r, size := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) || !strings.HasPrefix(word[size:], ".") {
			return false
		}
		if word = word[size+1:]; word == "" {
			return true
		}
		word = strings.TrimPrefix(word, "-")
	}
	return false
}

// maxLetters is the number of initials without full stops: more are an abbreviation.
const maxLetters = 3

// areLetters reports whether a word consists of a few capitals, as "JR", or "JR." at the end of
// authors.
func areLetters(word string) bool {
	word = strings.TrimSuffix(word, ".")
	return len(word) > 0 && utf8.RuneCountInString(word) <= maxLetters && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// endsName reports whether a word may be the last of a family name, with or without the comma
// behind it.
func endsName(word string) bool {
	word = strings.TrimSuffix(word, ",")
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	return utf8.RuneCountInString(word) > 1 && unicode.IsLetter(first) && unicode.IsLetter(last) && strings.IndexFunc(word, unicode.IsUpper) >= 0
}

func isLower(b byte) bool { return b >= 'a' && b <= 'z' }
