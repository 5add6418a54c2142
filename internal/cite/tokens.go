package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
)

// maxToken is the length, in bytes, of the longest words that are counted.
const maxToken = 24

// tokens returns how often each word of the prose stands there as it is. A number that belongs to
// a word belongs to its token: CO2 is one.
func (s *source) tokens() map[string]int {
	count := map[string]int{}
	for _, p := range s.prose {
		for _, w := range strings.FieldsFunc(s.body[p.Start:p.End], func(r rune) bool { return !scan.IsWordRune(r) && !joinsWords(r) }) {
			if len(w) <= maxToken {
				count[w]++
			}
		}
	}
	return count
}

// joinsWords reports whether r may stand within a word.
func joinsWords(r rune) bool { return r == '-' || r == '’' || r == '\'' }

var (
	// digitsAtEnd matches a word that ends in at least two digits, and the numbers that follow.
	digitsAtEnd = lazyregexp.New(`[\p{L}-]*\d{2,7}((?:[,–—−-]` + digits + `)*)`)
	wholeYear   = lazyregexp.New(`^(?:1[5-9]|20)\d\d$`)
	// behindYear matches the numbers behind a year and a full stop: 1981.5
	behindYear = lazyregexp.New(`\b(?:1[5-9]|20)\d\d[.,;)](` + stuckNumeral + `)`)
)

// shortestPrefix is the length, in bytes, of the shortest name or number that is split from a mark
// behind it.
const shortestPrefix = 3

// splitDigits returns the marks that follow a number: 7 in CO27, if the text has CO2, and in
// 19817.
func (s *source) splitDigits(tokens map[string]int) []numberMark {
	var marks []numberMark
	for _, p := range s.prose {
		text := s.body[p.Start:p.End]
		for _, m := range digitsAtEnd.FindAllStringSubmatchIndex(text, -1) {
			if last, _ := utf8.DecodeLastRuneInString(text[:m[0]]); unicode.IsLetter(last) || unicode.IsDigit(last) || last == '.' || last == ',' {
				continue
			}
			word := text[m[0]:m[2]]
			for n := 1; n <= 3 && n < len(word); n++ {
				prefix, first := word[:len(word)-n], word[len(word)-n]
				if !isDigit(prefix[len(prefix)-1]) || first == '0' || !wholeYear.MatchString(prefix) && (tokens[prefix] == 0 || len(prefix) < shortestPrefix) {
					continue
				}
				marks = append(marks, numberMark{article.Span{Start: p.Start + m[2] - n, End: p.Start + m[1]}, p})
			}
		}
	}
	return marks
}
