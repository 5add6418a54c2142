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

// Numbers without brackets: in parentheses (3, 5–7), superscripts ³,⁵, and superscripts that
// lost their formatting and stick to the word: animals3,5.
//
// By themselves such numbers may belong to an equation, a unit or a formula. Citations are
// told by what surrounds them and by order, since most lists are numbered in the order of first
// mention. A style is believed if its marks walk through most of the list in this way.

const (
	// leastWalked is the share of the list, in percent, that marks must walk through to be
	// believed, leastOnWalk the share that those of them name that would be marks in any order.
	leastWalked = 50
	leastOnWalk = 40
	// leastMarks is how many marks make a walk.
	leastMarks = 2
)

// A numberMark is numbers that may be a mark, and the text that they are judged in.
type numberMark struct {
	span   article.Span
	around article.Span
}

// A candidate is numbers that may be a mark, with the text around them.
type candidate struct {
	start         int // in the body
	mark          string
	before, after string
	number        int  // the mark's first
	count         int  // of the mark's numbers
	several       bool // the mark has more than one number, not only by a hyphen
	cell          bool // the mark stands in a table
}

// numberMarks returns the matches of the first group of markStyle in the prose. One with blanks
// between its numbers is also returned as far as the first.
func (s *source) numberMarks(markStyle *lazyregexp.Regexp) []numberMark {
	var marks []numberMark
	for _, p := range s.prose {
		for _, m := range markStyle.FindAllStringSubmatchIndex(s.body[p.Start:p.End], -1) {
			span := article.Span{Start: p.Start + m[2], End: p.Start + m[3]}
			marks = append(marks, numberMark{span, p})
			if i := strings.Index(s.body[span.Start:span.End], ", "); markStyle == flattenedDigits && i > 0 {
				marks = append(marks, numberMark{article.Span{Start: span.Start, End: span.Start + i}, p})
			}
		}
	}
	return marks
}

// candidate returns a mark of the given labels as a candidate.
func (s *source) candidate(m numberMark, labels []int) candidate {
	after := s.body[m.span.End:m.around.End]
	start := m.around.Start
	if start > 0 && strings.ContainsRune("*_", rune(s.body[start-1])) { // emphasis parts the prose
		line := scan.Tail(s.body[:start], maxBefore)
		start -= len(line) - (strings.LastIndexByte(line, '\n') + 1)
	}
	return candidate{
		start:   m.span.Start,
		mark:    s.body[m.span.Start:m.span.End],
		before:  scan.Tail(s.body[start:m.span.Start], 80),
		after:   after[:min(len(after), 10)],
		number:  labels[0],
		count:   len(labels),
		several: strings.ContainsAny(s.body[m.span.Start:m.span.End], ",;˒–—"),
		cell: strings.HasSuffix(strings.TrimRight(scan.Tail(s.body[:m.around.Start], 4), " "), "|") ||
			strings.HasPrefix(strings.TrimLeft(s.body[m.around.End:min(len(s.body), m.around.End+4)], " "), "|"),
	}
}

// A weigher returns the points for what surrounds a candidate, and reports whether it may be a
// mark at all.
type weigher func(candidate) (points int, ok bool)

// walk returns the citations by the marks on the best way through the list.
func (s *source) walk(marks []numberMark, weigh weigher) []article.Citation {
	var found []article.Citation
	named := 0 // references by the marks so far
	s.sure = map[int]bool{}
	for _, r := range bestChain(s.steps(marks, weigh)) {
		if named += len(r.labels); named > s.maxNamed() {
			s.leftOut++
			continue
		}
		if r.points > 0 {
			for _, label := range r.labels {
				s.sure[label] = true
			}
		}
		labels, _ := s.numbers.members(plainDigits(s.body[r.mark.span.Start:r.mark.span.End]))
		span := withParentheses(s.body, r.mark.span)
		found = append(found, s.numbers.citation(span, s.body[span.Start:span.End], labels))
	}
	return found
}

// steps returns the marks that name references of the list, those that overlap as readings of one
// place. Marks are sorted.
func (s *source) steps(marks []numberMark, weigh weigher) []step {
	var steps []step
	end := 0 // of the last step
	for _, m := range marks {
		labels, ok := s.numbers.members(plainDigits(s.body[m.span.Start:m.span.End]))
		if !ok || !s.numbers.haveAll(labels) {
			continue
		}
		points, ok := weigh(s.candidate(m, labels))
		if !ok {
			continue
		}
		slices.Sort(labels)
		r := reading{m, labels, points}
		if m.span.Start < end {
			steps[len(steps)-1] = append(steps[len(steps)-1], r)
		} else {
			steps = append(steps, step{r})
		}
		end = max(end, m.span.End)
	}
	return steps
}

// withParentheses returns a span with the parentheses around it, if there are any.
func withParentheses(body string, s article.Span) article.Span {
	before := strings.TrimRight(body[:s.Start], " ")
	after := body[s.End:]
	blanks := len(after) - len(strings.TrimLeft(after, " "))
	if strings.HasSuffix(before, "(") && strings.HasPrefix(after[blanks:], ")") {
		return article.Span{Start: len(before) - 1, End: s.End + blanks + 1}
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
	if s.outnumbers(namedBy(found)) || len(found) < leastMarks || highest*100 < s.numbers.highest*leastWalked ||
		len(s.sure)*100 < len(s.numbers.byLabel)*leastOnWalk {
		return rejected
	}
	return certain
}

// unit matches a text that ends in a unit of measure, to which 2 and 3 are exponents.
var unit = lazyregexp.New(`(?:^|[\s\d/·×(])(?:[kcmµμnd]?m|km|s|kg|g|L|l|ft|in|hm|ha)$`)

// isNumbered reports whether text ends in a capitalised word that takes a number, such as
// "Table" or "Fig.".
func isNumbered(text string) bool {
	word := scan.LastWord(strings.TrimRight(text, " "))
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && numberedWords[bareWord(word)]
}

// bareWord returns the last word of text in small letters, without a full stop.
func bareWord(text string) string {
	return strings.ToLower(strings.TrimRight(scan.LastWord(strings.TrimRight(text, " ")), "."))
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
