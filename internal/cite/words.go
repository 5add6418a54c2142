package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lastWord returns the end of text after its last blank or opening parenthesis.
func lastWord(text string) string {
	text = tail(text, 60)
	return text[strings.LastIndexAny(text, " \t\n(")+1:]
}

// tail returns the end of text, at most n bytes, without the rest of a rune that those cut.
func tail(text string, n int) string {
	if len(text) <= n {
		return text
	}
	i := len(text) - n
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return text[i:]
}

// lastRunes returns the end of text, at most n characters.
func lastRunes(text string, n int) string {
	start := len(text)
	for ; n > 0 && start > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
	}
	return text[start:]
}

// isWordBorder reports whether no word continues across offset i of s.
func isWordBorder(s string, i int) bool {
	if i <= 0 || i >= len(s) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return !isWordRune(before) || !isWordRune(after) || isUnspaced(before) || isUnspaced(after)
}

// isUnspaced reports whether r is of a script that puts no blanks between words, or hangs what
// belongs to a name on it.
func isUnspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
