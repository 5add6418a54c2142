package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/textwidth"
)

// mayBreakBefore reports whether a line may end before a cluster of letters, of that many columns,
// in a script that has no blanks between words. Ideographs and kana may begin a line; in the
// scripts of South East Asia, a syllable may, as far as its first letters show that it is one.
func mayBreakBefore(cluster string, columns int) bool {
	first, size := utf8.DecodeRuneInString(cluster)
	switch {
	case first < '\u0e00':
		return false
	case unicode.In(first, unicode.Thai, unicode.Lao):
		return strings.ContainsRune(leadingVowels, first)
	case unicode.Is(unicode.Myanmar, first):
		return unicode.IsLetter(first) && !strings.ContainsAny(cluster, "\u103a\u1039") // it closes a syllable
	case unicode.Is(unicode.Khmer, first):
		return unicode.IsLetter(first) && len(cluster) > size // with its vowel, or another consonant
	case columns < 2 || unicode.Is(unicode.Hangul, first): // Korean has blanks
		return false
	}
	return textwidth.Of(cluster[:size]) > 1 && !cannotBeginLine(first)
}

// leadingVowels are the vowels of Thai and Lao that are written before the consonant, and so begin
// a syllable.
const leadingVowels = "เแโใไເແໂໃໄ"

// cannotBeginLine reports whether a wide character may not begin a line.
func cannotBeginLine(r rune) bool {
	return unicode.Is(unicode.Pe, r) || strings.ContainsRune("。、，．・：；？！ー々’”", r)
}

// endUnlessOpening ends the word before a letter that may begin a line, unless the word opens a
// bracket.
func (c *wordCutter) endUnlessOpening() {
	if n := len(c.word.runs); n > 0 {
		if last, _ := utf8.DecodeLastRuneInString(c.word.runs[n-1].Text.String()); unicode.Is(unicode.Ps, last) {
			return
		}
	}
	c.end()
}
