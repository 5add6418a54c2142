package work

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

var (
	// letters matches those behind a year: 2019a, 2019a, b.
	letters = lazyregexp.New(`^\*?[a-z]\b\*?(?:[ ]{0,2}[,–-][ ]{0,2}[a-z]\b\*?)*`)
	undated = lazyregexp.New(`\b(?:` + Undated + `)`)
)

// A YearMark is a year in a text and the letters behind it, or what stands in place of a year.
type YearMark struct {
	article.Span
	Year, Letters string
}

// FindYears returns the years of a text in order. A year is looked for digit by digit: an expression would be
// tried at every letter.
func FindYears(text string) []YearMark {
	var marks []YearMark
	words := undated.FindAllStringIndex(text, -1)
	end := 0 // of the last mark
	addWords := func(before int) {
		for ; len(words) > 0 && words[0][0] < before; words = words[1:] {
			if m := words[0]; m[0] >= end && !goesOn(text[:m[1]], text[m[1]:]) {
				marks = append(marks, YearMark{Span: article.Span{Start: m[0], End: m[1]}, Year: text[m[0]:m[1]]})
				end = m[1]
			}
		}
	}
	for i := 0; i+4 <= len(text); i++ {
		if !isYear(text[i:i+4]) || i > 0 && isWordByte(text[i-1]) {
			continue
		}
		after := letters.FindString(text[i+4:])
		if after == "" && i+4 < len(text) && isWordByte(text[i+4]) {
			continue
		}
		if addWords(i); i >= end {
			end = i + 4 + len(after)
			marks = append(marks, YearMark{article.Span{Start: i, End: end}, text[i : i+4], after})
		}
	}
	addWords(len(text))
	return marks
}

// goesOn reports whether what stands in place of a year is only the beginning of a word, as in "in pressure".
func goesOn(before, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(next) && !strings.HasSuffix(before, ".")
}

// isYear reports whether four bytes are a year from 1500 to 2099.
func isYear(s string) bool {
	return (s[0] == '1' && '5' <= s[1] && s[1] <= '9' || s[0] == '2' && s[1] == '0') && isDigit(s[2]) && isDigit(s[3])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWordByte(c byte) bool {
	return c == '_' || isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z'
}
