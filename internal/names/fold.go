// Package names knows letters and the words of names once for everybody: how letters are
// folded for comparison, particles, initials, months, digits in other forms, and what
// stands for "and" and "et al." in the languages of reference lists.
//
// It must not know of references, articles or formats.
package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as it is compared and searched: every letter as [Letter] has it, in lower
// case. Folding a folded text changes nothing.
func Fold(s string) string { return foldWith(s, appendLower) }

// FoldCase returns s with every letter as [Letter] has it. Case is kept.
func FoldCase(s string) string { return foldWith(s, appendLetter) }

func foldWith(s string, appendFolded func([]byte, rune) []byte) string {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		out = appendFolded(out, r)
	}
	return string(out)
}

// FoldOffsets returns [Fold] of s and, for each byte of the folded text and for its end,
// the offset in s of the letter it comes from.
func FoldOffsets(s string) (folded string, offsets []int) {
	out := make([]byte, 0, len(s))
	offsets = make([]int, 0, len(s)+1)
	for i, r := range s {
		out = appendLower(out, r)
		for len(offsets) < len(out) {
			offsets = append(offsets, i)
		}
	}
	return string(out), append(offsets, len(s))
}

// Letter returns what a letter is compared as: without accents and ligatures (Unicode's
// compatibility decomposition, NFKD), with one kind of dash, quote and blank each. It is
// empty for accents and invisible characters, which are compared as nothing.
func Letter(r rune) string {
	if isPlain(r) {
		return string(r)
	}
	return string(appendLetter(nil, r))
}

// isPlain reports whether folding leaves a letter as it is, but for its case.
func isPlain(r rune) bool { return r > ' ' && r < utf8.RuneSelf && r != '`' }

func appendLetter(out []byte, r rune) []byte {
	if isPlain(r) {
		return append(out, byte(r))
	}
	switch plain, known := plainLetters[r]; {
	case known:
		return append(out, plain...)
	case unicode.IsSpace(r):
		return append(out, ' ')
	case unicode.Is(unicode.Pd, r):
		return append(out, '-')
	case unicode.In(r, unicode.Mn, unicode.Cf):
		return out
	}
	s := string(r)
	if norm.NFKD.IsNormalString(s) {
		return append(out, s...)
	}
	for _, part := range norm.NFKD.String(s) {
		out = appendLetter(out, part)
	}
	return out
}

func appendLower(out []byte, r rune) []byte {
	if isPlain(r) {
		return append(out, byte(unicode.ToLower(r)))
	}
	for _, part := range Letter(r) {
		out = appendLetter(out, unicode.ToLower(part))
	}
	return out
}

// FirstLetter returns the first letter of s that folding leaves, folded: "и" of "И. Петров".
// It is empty where s has no letter.
func FirstLetter(s string) string {
	for _, r := range s {
		if unicode.IsLetter(r) {
			folded := Fold(string(r))
			_, size := utf8.DecodeRuneInString(folded)
			return folded[:size]
		}
	}
	return ""
}

// plainLetters are letters and signs that no decomposition makes plain.
var plainLetters = func() map[rune]string {
	table := map[rune]string{
		'ß': "ss", 'ẞ': "SS", 'æ': "ae", 'Æ': "Ae", 'œ': "oe", 'Œ': "Oe", 'þ': "th", 'Þ': "Th",
		'⁄': "/", '×': "x",
	}
	for plain, letters := range map[string]string{
		"o": "ø", "O": "Ø", "d": "đð", "D": "ĐÐ", "l": "ł", "L": "Ł", "i": "ı", "h": "ħ", "H": "Ħ",
		"'": "‘’‚‛′ʼ´`", `"`: "“”„‟″«»", "-": "−",
	} {
		for _, r := range letters {
			table[r] = plain
		}
	}
	return table
}()

// setOf returns the alternatives of a plain regular expression as a set.
func setOf(alternatives string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Split(alternatives, "|") {
		set[word] = true
	}
	return set
}
