package cite

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// Numbers in parentheses: (3, 5–7). The numbers of equations and figures look the same.

var parenthesisStyle = style{
	Style:    Style{Name: "numbers in parentheses", Examples: []string{"(3, 5–7)"}},
	find:     findParentheses,
	believes: believesWalk,
	beside:   besideNumbers,
	byLabel:  true,
}

var (
	parenDigits = lazyregexp.New(`\( ?(` + numeral + `) ?\)`)
	// enumerates matches what stands before a number that counts the parts of a sentence.
	enumerates = lazyregexp.New(`(?:[:;]|[.?!]["”’)]?)$`)
	// option matches what follows a number that counts the sentences in a cell.
	option = lazyregexp.New(`^ \p{Lu}\p{Ll}+ `)
	// joins matches what may stand before the second of such numbers.
	joins = lazyregexp.New(`(?:,|\s(?:` + names.And + `|or|&))$`)
)

// Points for what surrounds numbers in parentheses.
const (
	pointsParenthesis = 4
	pointsCounted     = -2 // behind a word that takes a number
	pointsAttached    = 1  // they stick to a word
	pointsEnumerates  = -6 // they may count the parts of a sentence
	pointsJoins       = -3
	pointsClosing     = 2 // a sign follows that ends a part of a sentence
)

// weighParenthesis weighs numbers in parentheses. Those of equations, arguments of functions, and
// shares in tables are no marks.
func weighParenthesis(c candidate) (points int, ok bool) {
	before := strings.TrimSuffix(strings.TrimRight(c.before, " "), "(")
	after := strings.TrimPrefix(strings.TrimLeft(c.after, " "), ")")
	trimmed := strings.TrimRight(before, " ")
	if trimmed == "" && !(c.cell && after == "") || strings.HasSuffix(before, "\n") || equationWords[bareWord(trimmed)] || strings.HasSuffix(trimmed, "=") || strings.HasPrefix(after, "(") {
		return 0, false
	}
	points = pointsParenthesis
	if isNumbered(trimmed) {
		points = pointsCounted
	}
	if last, _ := utf8.DecodeLastRuneInString(before); scan.IsWordRune(last) {
		word := scan.LastWord(before)
		if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLower(r) && !joinsWords(r) }) || utf8.RuneCountInString(word) < leastAttached {
			return 0, false
		}
		points = pointsAttached
	}
	if last, _ := utf8.DecodeLastRuneInString(trimmed); c.cell && (unicode.IsDigit(last) || strings.ContainsRune("%‰±–-/", last)) {
		return 0, false // 24 (15) and 24% (15) are numbers and their shares
	}
	switch {
	case c.several:
		points += pointsSeveral
	case c.cell && option.MatchString(after):
		points += pointsEnumerates
	case enumerates.MatchString(trimmed) && !etAlAtEnd.MatchString(strings.TrimRight(trimmed, ".")):
		points += pointsEnumerates
	case joins.MatchString(trimmed):
		points += pointsJoins
	}
	if after != "" && strings.ContainsAny(after[:1], ".,;:") {
		points += pointsClosing
	}
	return points, true
}

// leastAttached is the length, in letters, of the shortest word that is no function's name.
const leastAttached = 4

func findParentheses(s *source) []article.Citation {
	marks := s.numberMarks(parenDigits)
	counting := s.counting(marks)
	return s.walk(marks, func(c candidate) (int, bool) {
		points, ok := weighParenthesis(c)
		if counting[c.start] {
			points += pointsEnumerates
		}
		return points, ok
	})
}

// counting returns the starts of marks that count the parts of a sentence: the next in the same
// paragraph is one more, and stands behind a sign or a word that joins them.
func (s *source) counting(marks []numberMark) map[int]bool {
	counting := map[int]bool{}
	for i := 1; i < len(marks); i++ {
		a, b := marks[i-1], marks[i]
		first, err1 := strconv.Atoi(s.body[a.span.Start:a.span.End])
		second, err2 := strconv.Atoi(s.body[b.span.Start:b.span.End])
		before := strings.TrimRight(strings.TrimSuffix(strings.TrimRight(scan.Tail(s.body[b.around.Start:b.span.Start], maxBefore), " "), "("), " ")
		if err1 == nil && err2 == nil && a.around == b.around && second == first+1 && (joins.MatchString(before) || enumerates.MatchString(before)) {
			counting[a.span.Start], counting[b.span.Start] = true, true
		}
	}
	return counting
}
