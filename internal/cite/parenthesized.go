package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// Numbers in parentheses: (3, 5–7). The numbers of equations and figures look the same.

var parenthesisStyle = style{
	Style:    Style{Name: "numbers in parentheses", Examples: []string{"(3, 5–7)"}},
	find:     func(s *source) []article.Citation { return s.walk(s.numberMarks(parenDigits), fitsParenthesis) },
	believes: believesWalk,
	beside:   findRefWords,
	byLabel:  true,
}

var parenDigits = lazyregexp.New(`\((` + numeral + `)\)`)

// fitsParenthesis reports whether numbers in parentheses may be a mark: not those of equations,
// arguments of functions, and shares in tables.
func fitsParenthesis(c candidate) bool {
	before, after := strings.TrimSuffix(c.before, "("), strings.TrimPrefix(c.after, ")")
	trimmed := strings.TrimRight(before, " ")
	if trimmed == "" || strings.HasSuffix(before, "\n") || equationWords[bareWord(trimmed)] || isNumbered(trimmed) || strings.HasSuffix(trimmed, "=") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if isWordRune(last) || strings.HasPrefix(after, "(") {
		return false
	}
	// In a table's cell, 24 (15) is a number and its share.
	last, _ = utf8.DecodeLastRuneInString(trimmed)
	return !c.cell || !unicode.IsDigit(last)
}
