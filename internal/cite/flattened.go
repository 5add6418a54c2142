package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// Superscripts that lost their formatting when the text was copied, and stick to the word
// before: animals3,5.

var flattenedStyle = style{
	Style:    Style{Name: "superscripts that lost their formatting", Examples: []string{"animals3,4"}},
	find:     findFlattened,
	believes: believesWalk,
	beside:   findRefWords,
	byLabel:  true,
}

const (
	// maxFlattenedRange is the length of the longest range that is unlike a name: aux1-22.
	maxFlattenedRange = 8
	// maxShortWord is the length, in letters, of the longest word that may be a name.
	maxShortWord = 5
)

var (
	flattenedDigits = lazyregexp.New(`(?:\p{L}|[)\]”’"'%])[.,;]?(` + numeral + `)`)
	// formula matches a chemical formula, a variable and a version before its digits.
	formula = lazyregexp.New(`\((?:OH|CN|(?:[A-Z][a-z]?\d*)*[A-Z][a-z]?\d(?:[A-Z][a-z]?\d*)*)\)$|\p{Greek}$|\p{Greek}\p{Latin}+$|(?:^|[\s(])[vV]\.$`)
)

func findFlattened(s *source) []article.Citation {
	words := s.bareWords()
	return s.walk(s.numberMarks(flattenedDigits), func(c candidate) bool { return fitsWord(c, words) })
}

// bareWords returns the short words of the prose that stand without a number behind them.
func (s *source) bareWords() map[string]bool {
	words := map[string]bool{}
	for _, p := range s.prose {
		for _, w := range strings.FieldsFunc(s.body[p.Start:p.End], func(r rune) bool { return !isWordRune(r) && !joinsWords(r) }) {
			if utf8.RuneCountInString(w) <= maxShortWord {
				words[w] = true
			}
		}
	}
	return words
}

// fitsWord reports whether digits that stick to a word are a mark. They are behind a word of
// small letters, but behind an abbreviation, as in CO2 or IL6, only if the list goes on with
// just this number. A short word may be a name, as in aux1: out of step, it is believed only
// if the text has it without a number, too.
func fitsWord(c candidate, words map[string]bool) bool {
	before, after := c.before, c.after
	if c.count > maxFlattenedRange && c.lowest != c.next {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(after); isWordRune(r) || r == '-' || r == '%' || r == '/' || r == '=' {
		return false
	}
	if len(after) > 1 && after[0] == '.' && after[1] >= '0' && after[1] <= '9' || formula.MatchString(before) {
		return false
	}
	word := strings.TrimRight(lastWord(before), `.,;)]”’"'%`)
	if isNumbered(word) || unit.MatchString(word) {
		return false
	}
	letters := strings.TrimLeftFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	_, size := utf8.DecodeRuneInString(letters)
	length := utf8.RuneCountInString(letters)
	small := length > 2 && !strings.ContainsFunc(letters[size:], func(r rune) bool { return !unicode.IsLower(r) && !joinsWords(r) })
	switch {
	case small && length <= maxShortWord && strings.HasSuffix(before, word) && !c.several && c.number != c.next:
		return words[letters]
	case small || word == "" || strings.ContainsAny(lastRunes(before, 2), ")”.,\""):
		return true
	}
	return c.number == c.next
}

// joinsWords reports whether r may stand within a word.
func joinsWords(r rune) bool { return r == '-' || r == '’' || r == '\'' }
