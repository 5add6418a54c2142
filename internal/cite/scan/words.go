// Package scan has what all styles of citation share for reading text: words and their borders, names
// folded for comparison, and parts of the expressions for marks. It must not know what a citation is.
package scan

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// LastWord returns the end of text after its last blank or opening parenthesis.
func LastWord(text string) string {
	text = Tail(text, 60)
	return text[strings.LastIndexAny(text, " \t\n(")+1:]
}

// Tail returns the end of text, at most n bytes, without the rest of a rune that those cut.
func Tail(text string, n int) string {
	if len(text) <= n {
		return text
	}
	i := len(text) - n
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return text[i:]
}

// IsWordBorder reports whether no word continues across offset i of s.
func IsWordBorder(s string, i int) bool {
	if i <= 0 || i >= len(s) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return !IsWordRune(before) || !IsWordRune(after) || IsUnspaced(before) || IsUnspaced(after)
}

// IsUnspaced reports whether r is of a script that puts no blanks between words, or hangs what
// belongs to a name on it.
func IsUnspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func IsWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Words returns the words of a folded text.
func Words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !IsWordRune(r) && r != '\'' })
}
