package cite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// Numbers without brackets: in parentheses (3, 5–7), superscripts ³,⁵, and superscripts that
// lost their formatting and stick to the word: animals3,5.
//
// By themselves such numbers may belong to an equation, a unit or a formula. Citations are
// told by order, since most lists are numbered in the order of first mention: a mark names
// entries that were named before it, or the next few of the list. A style is believed if its
// marks walk through most of the list in this way; a number that is out of step is no mark.

const (
	// maxSkip is how many entries a first mention may leave out. Some are cited outside of
	// running text, or in a way that is not recognised.
	maxSkip = 4
	// leastWalked is the share of the list, in percent, that marks must walk through to be
	// believed.
	leastWalked = 60
	// leastMarks is how many marks make a walk.
	leastMarks = 2
	// maxRepeated is how often a word may have the same number behind it. More often, the
	// number is part of a name, as in aux1.
	maxRepeated = 2
)

// A numberMark is numbers that may be a mark, and the text that they are judged in.
type numberMark struct {
	span   article.Span
	around article.Span
}

// A candidate is numbers that may be a mark, with the text around them and the step that they
// take through the list.
type candidate struct {
	before, after string
	number        int  // the mark's first
	lowest        int  // of the mark's numbers
	count         int  // of the mark's numbers
	next          int  // the first of the list that was not named yet
	several       bool // the mark has more than one number, not only by a hyphen
	cell          bool // the mark stands in a table
}

// numberMarks returns the matches of the first group of markStyle in the prose, without numbers
// that are part of a name.
func (s *source) numberMarks(markStyle *lazyregexp.Regexp) []numberMark {
	var marks []numberMark
	for _, p := range s.prose {
		for _, m := range markStyle.FindAllStringSubmatchIndex(s.body[p.Start:p.End], -1) {
			marks = append(marks, numberMark{article.Span{Start: p.Start + m[2], End: p.Start + m[3]}, p})
		}
	}
	return withoutNames(marks, s.body)
}

// withoutNames leaves out the marks that are part of a name, such as aux1: a word that has the
// same number more than maxRepeated times.
func withoutNames(marks []numberMark, body string) []numberMark {
	name := func(m numberMark) string { return lastWord(body[:m.span.Start]) + body[m.span.Start:m.span.End] }
	times := map[string]int{}
	for _, m := range marks {
		times[name(m)]++
	}
	return slices.DeleteFunc(marks, func(m numberMark) bool {
		word := lastWord(body[:m.span.Start])
		return word != "" && times[name(m)] > maxRepeated
	})
}

// candidate returns a mark of the given labels as a candidate.
func (s *source) candidate(m numberMark, labels []int, next int) candidate {
	after := s.body[m.span.End:]
	return candidate{
		before:  tail(s.body[m.around.Start:m.span.Start], 80),
		after:   after[:min(len(after), 10)],
		number:  labels[0],
		lowest:  slices.Min(labels),
		count:   len(labels),
		next:    next,
		several: strings.ContainsAny(s.body[m.span.Start:m.span.End], ",;˒–—"),
		cell: strings.HasSuffix(strings.TrimRight(tail(s.body[:m.around.Start], 4), " "), "|") ||
			strings.HasPrefix(strings.TrimLeft(s.body[m.around.End:min(len(s.body), m.around.End+4)], " "), "|"),
	}
}

// walk returns the citations by those marks that fit and keep to the order of the list.
func (s *source) walk(marks []numberMark, fits func(candidate) bool) []article.Citation {
	var found []article.Citation
	n := s.numbers
	highest, all := 0, 0 // the highest number named so far, and how many were named
	for _, m := range marks {
		labels, ok := n.members(plainDigits(s.body[m.span.Start:m.span.End]))
		if !ok || !n.haveAll(labels) {
			continue
		}
		last := slices.Max(labels)
		if last > highest+len(labels)+maxSkip || !fits(s.candidate(m, labels, highest+1)) {
			continue
		}
		if all += len(labels); all > s.maxNamed() {
			s.leftOut++
			continue
		}
		highest = max(highest, last)
		span := withParentheses(s.body, m.span)
		found = append(found, n.citation(span, s.body[span.Start:span.End], labels))
	}
	return found
}

// withParentheses returns a span with the parentheses right around it, if there are any.
func withParentheses(body string, s article.Span) article.Span {
	if strings.HasSuffix(body[:s.Start], "(") && strings.HasPrefix(body[s.End:], ")") {
		return article.Span{Start: s.Start - 1, End: s.End + 1}
	}
	return s
}

// believesWalk believes marks that walk through most of the list.
func believesWalk(s *source, found []article.Citation) belief {
	highest := 0
	for _, c := range found {
		for _, number := range c.References {
			highest = max(highest, s.numbers.labelOf[number])
		}
	}
	if s.outnumbers(namedBy(found)) || len(found) < leastMarks || highest*100 < s.numbers.highest*leastWalked {
		return rejected
	}
	return certain
}

// unit matches a text that ends in a unit of measure, to which 2 and 3 are exponents.
var unit = lazyregexp.New(`(?:^|[\s\d/·×(])(?:[kcmµμnd]?m|km|s|kg|g|L|l|ft|in|hm|ha)$`)

// isNumbered reports whether text ends in a capitalised word that takes a number, such as
// "Table" or "Fig.".
func isNumbered(text string) bool {
	word := lastWord(strings.TrimRight(text, " "))
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && numberedWords[bareWord(word)]
}

// bareWord returns the last word of text in small letters, without a full stop.
func bareWord(text string) string {
	return strings.ToLower(strings.TrimRight(lastWord(strings.TrimRight(text, " ")), "."))
}

// numberedWords take a number behind them, equationWords one in parentheses.
var (
	numberedWords = wordSet(`eq eqs equation equations fig figs figure figures table tables section sections sec chapter chapters
		appendix theorem lemma step steps type phase group grade class level stage day version model case item part panel
		supplementary number no nos n p r study experiment hypothesis question`)
	equationWords = wordSet(`eq eqs equation equations formula formulae expression expressions inequality theorem lemma no nos n`)
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// plainDigits returns s with superscript digits and signs as plain ones.
func plainDigits(s string) string {
	return names.Digits(strings.NewReplacer("⁻", "–", "˒", ",").Replace(s))
}
