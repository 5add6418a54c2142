package cite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// Superscripts that lost their formatting when the text was copied, and stick to the word
// before: animals3,5.

var flattenedStyle = style{
	Style:    Style{Name: "superscripts that lost their formatting", Examples: []string{"animals3,4"}},
	find:     findFlattened,
	believes: believesWalk,
	beside:   besideNumbers,
	byLabel:  true,
}

const (
	// maxFlattenedRange is the length of the longest range that is unlike a name: aux1-22.
	maxFlattenedRange = 8
	// maxShortWord is the length, in letters, of the longest word that may be a name.
	maxShortWord = 5
	// maxRepeated is how often a word may have the same number behind it. More often, the
	// number is part of a name, as in aux1.
	maxRepeated = 2
	// largestInShort is the largest number that is usual in short names of small letters.
	largestInShort = 9
	// largestInNames is the largest of the numbers that are usual in names, such as CD19.
	largestInNames = 20
)

// Points for what stands before digits that stick to a word.
const (
	pointsProse    = 4  // a word of small letters, the end of a sentence or a quotation
	pointsProper   = 2  // a capitalised word
	pointsNumber   = -2 // a year, or a name with a number of its own
	pointsShort    = -1 // a short word that the text never has without a number
	pointsAcronym  = -3 // capitals, or letters of both kinds
	pointsLarge    = 2  // for a number that is larger than most in names
	pointsVariable = -8 // one letter
	pointsHyphen   = -4 // a range behind one of these, written with a hyphen
	pointsKnown    = 3  // for an acronym that the text has without a number
	pointsSeveral  = 4  // for more than one number
	pointsApart    = -2 // for numbers with a blank between
	pointsLong     = -4 // for a range that is as long as those in names
	pointsRepeated = -8 // for a name
	pointsStuck    = -2 // for a word that follows without a blank
)

// stuckNumeral matches the numbers of a mark that sticks to a word.
const stuckNumeral = digits + `(?:[,–—−-]` + digits + `)*(?:, ` + digits + `)*`

var (
	flattenedDigits = lazyregexp.New(`(?:\p{L}|[)\]”’"'%®])[.,;]?(` + stuckNumeral + `)`)
	// goesOnAsTerm matches what follows a number in a name, a value or a formula.
	goesOnAsTerm = lazyregexp.New(`^(?:[-%/=_+°′″(]|’-|\.\d| ?[=<>≈±×≤≥])`)
	// formula matches a chemical formula, a variable and a version before its digits.
	formula = lazyregexp.New(`\((?:OH|CN|(?:[A-Z][a-z]?\d*)*[A-Z][a-z]?\d(?:[A-Z][a-z]?\d*)*)\)$|\p{Greek}$|\p{Greek}\p{Latin}+$|(?:^|[\s(])[vV]\.$`)
	// nextSentence matches the beginning of a sentence that follows a mark without a blank.
	nextSentence = lazyregexp.New(`^\p{Lu}(?:\p{Ll}| )`)
	etAlAtEnd    = lazyregexp.New(`\b(?:` + names.EtAl + `)$`)
)

func findFlattened(s *source) []article.Citation {
	tokens := s.tokens()
	marks := slices.Concat(s.numberMarks(flattenedDigits), s.numberMarks(behindYear), s.splitDigits(tokens))
	slices.SortStableFunc(marks, func(a, b numberMark) int { return a.span.Start - b.span.Start })
	f := flattened{tokens: tokens, times: map[string]int{}}
	apart := 0
	for _, m := range marks {
		mark := s.body[m.span.Start:m.span.End]
		f.times[scan.LastWord(s.body[:m.span.Start])+mark]++
		if at := strings.IndexByte(mark, ','); at > 0 && mark[at+1] == ' ' {
			apart++
		} else if at > 0 {
			apart--
		}
	}
	f.apart = apart > 0
	return s.walk(marks, func(c candidate) (int, bool) { return f.weigh(c) })
}

// flattened weighs digits that stick to a word.
type flattened struct {
	tokens map[string]int // of the text
	times  map[string]int // that a word has the same number behind it
	apart  bool           // most marks have a blank between their numbers
}

func (f flattened) weigh(c candidate) (points int, ok bool) {
	word := scan.LastWord(c.before)
	end := strings.TrimRight(word, `.,;:)]”’"'%®`)
	if formula.MatchString(c.before) || isNumbered(end) || unit.MatchString(end) && c.number <= 3 && !c.several {
		return 0, false
	}
	after, _ := utf8.DecodeRuneInString(c.after)
	switch {
	case goesOnAsTerm.MatchString(c.after):
		return 0, false
	case scan.IsWordRune(after):
		if end == word || !nextSentence.MatchString(c.after) {
			return 0, false
		}
		points += pointsStuck
	}
	points += f.wordPoints(word, end, c)
	switch {
	case strings.Contains(c.mark, ", ") && !f.apart:
		points += pointsApart
	case c.several:
		points += pointsSeveral
	}
	if c.count > maxFlattenedRange {
		points += pointsLong
	}
	return points, true
}

// wordPoints returns the points for a word before digits. End is the word without the signs
// behind it.
func (f flattened) wordPoints(word, end string, c candidate) int {
	letters := strings.TrimLeftFunc(end, func(r rune) bool { return !scan.IsWordRune(r) })
	last, _ := utf8.DecodeLastRuneInString(letters)
	first, size := utf8.DecodeRuneInString(letters)
	length := utf8.RuneCountInString(letters)
	points := pointsProse
	switch {
	case letters == "" || etAlAtEnd.MatchString(strings.TrimRight(c.before, ".,")):
		return points
	case unicode.IsDigit(last):
		return pointsNumber
	case c.number <= largestInNames && f.times[word+c.mark] > maxRepeated && f.tokens[letters] <= f.times[word+c.mark]:
		return pointsRepeated
	case strings.Trim(word[len(end):], ";:") != "":
		if length == 1 && word == letters+"." { // an initial
			return pointsProper
		}
		return points
	case length == 1:
		return pointsVariable
	case length < 3 || strings.ContainsFunc(letters[size:], func(r rune) bool { return !unicode.IsLower(r) && !joinsWords(r) }):
		points = pointsAcronym
		if c.number > largestInNames {
			points += pointsLarge
		}
		if f.tokens[letters] > 0 {
			points += pointsKnown
		}
	case length <= maxShortWord && f.tokens[letters] == 0 && c.number <= largestInShort:
		points = pointsShort
	case unicode.IsUpper(first):
		points = pointsProper
		if f.tokens[letters] == 0 && c.number <= largestInShort {
			points = pointsShort
		}
	}
	if points < 0 && strings.Contains(c.mark, "-") {
		points += pointsHyphen
	}
	return points
}
