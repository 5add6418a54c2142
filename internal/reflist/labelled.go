package reflist

import (
	"sort"
	"strconv"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

var (
	bracketedNumber = lazyregexp.New(`^\s*\\?\[(S?\d{1,5})\\?\]:?(?:\s+|$)`)             // [1] [1]: and [S1] of a supplement
	plainNumber     = lazyregexp.New(`^\s*(\d{1,5})\\?[.)](?:\s+|$)(?:\^ (?:[a-z] )*)?`) // 1. 1), and before a wiki's links back
	bulleted        = lazyregexp.New(`^\s*()[-*+•–]\s+`)
	// unadorned matches 1  Smith, 1 Smith and 1Smith, which any line within an entry may begin
	// with. The second group is where the text begins.
	unadorned = lazyregexp.New(`^\s*(\d{1,4})(?:\s{2,}|\t|\s?)()(?:["“‘'«(\p{Lu}]|(?:` + names.Particles + `)\s)`)
)

// labels match what the entries of a list may begin with, in one shape each; the first group is
// the label.
var labels = []*lazyregexp.Regexp{
	bracketedNumber,
	plainNumber,
	lazyregexp.New(`^\s*\((\d{1,5})\)(?:\s+|$)`), // (1)
	lazyregexp.New(`^\s*\\?\[((?:\pL|\d+[\pL.])(?:[\pL\pN+.\-&:'’*_/]{0,30}|[^\[\]]{1,40}\b\d{2,4}[a-z]?))\\?\]:?(?:\s+|$)`), // [Knu84] [Smith et al. 2004]
	unadorned,
	bulleted,
}

// HasNumber reports whether a text begins with the number of a list's entry.
func HasNumber(text string) bool { return HasBracketedNumber(text) || HasPlainNumber(text) }

// HasBracketedNumber reports whether a text begins with a number as [1] is.
func HasBracketedNumber(text string) bool { return bracketedNumber.MatchString(text) }

// HasPlainNumber reports whether a text begins with a number as 1. and 1) are.
func HasPlainNumber(text string) bool { return plainNumber.MatchString(text) }

// Limits of a list with labels.
const (
	longestJump     = 9  // numbers that it may leave out between two entries
	numberReach     = 60 // lines in which the number that follows is looked for
	deepest         = 3  // blanks by which an entry may be indented more than the first
	lateStart       = 6  // lines that may stand before its first entry
	fewestUnadorned = 3  // entries with numbers that nothing sets off
)

// A labelLine is a line that begins with a label.
type labelLine struct {
	line   int // its index
	label  string
	number int // that the label is, or 0
	text   int // where the text after the label begins
}

// cutLabelled returns the entries of a list whose entries begin with labels of one shape; none if
// it has no labels. Of several shapes the list's is the one that begins first.
func cutLabelled(lines []Line) []Entry {
	var first []labelLine
	for _, label := range labels {
		starts := sequence(matchLabels(lines, label))
		if len(starts) == 0 || len(first) > 0 && starts[0].line >= first[0].line {
			continue
		}
		before := textLines(lines[:starts[0].line])
		switch {
		case label == bulleted && (before > 0 || len(first) > 0):
		case label == unadorned && (len(starts) < fewestUnadorned || starts[0].number != 1 || before > lateStart):
		case before > 0 && (len(starts) < 2 || starts[0].number > 1 || before > lateStart):
		case before == 0 && starts[0].number > 1 && len(starts) < 2:
		default:
			first = starts
		}
	}
	return entriesAt(lines, first)
}

// textLines returns how many of the lines are not blank.
func textLines(lines []Line) int {
	n := 0
	for _, l := range lines {
		if !l.Blank() {
			n++
		}
	}
	return n
}

// matchLabels returns the lines that begin with a label of the given shape.
func matchLabels(lines []Line, label *lazyregexp.Regexp) []labelLine {
	var found []labelLine
	for i, l := range lines {
		m := label.FindStringSubmatchIndex(l.Text)
		if m == nil {
			continue
		}
		text := m[1]
		if len(m) > 4 {
			text = m[4]
		}
		if len(found) > 0 && l.Indent() > lines[found[0].line].Indent()+deepest {
			continue
		}
		number, _ := strconv.Atoi(l.Text[m[2]:m[3]])
		found = append(found, labelLine{i, l.Text[m[2]:m[3]], number, l.Start + text})
	}
	return renumbered(found)
}

// renumbered counts the entries of a list that gives each the number 1, as Markdown
// does: https://spec.commonmark.org/0.31.2/#start-number.
func renumbered(found []labelLine) []labelLine {
	for _, f := range found {
		if f.number != 1 || f.label != "1" {
			return found
		}
	}
	for i := range found {
		found[i].number = i + 1
		found[i].label = strconv.Itoa(i + 1)
	}
	return found
}

// sequence returns those of the found labels that follow one from the other. A year or a page
// number at the start of a line does not: it jumps too far, or the number that is due comes later.
func sequence(found []labelLine) []labelLine {
	at := map[int][]int{} // the lines of each number
	for _, f := range found {
		at[f.number] = append(at[f.number], f.line)
	}
	comesLater := func(number, line int) bool {
		lines := at[number]
		i := sort.SearchInts(lines, line+1)
		return i < len(lines) && lines[i] <= line+numberReach
	}
	var out []labelLine
	last := 0
	for _, f := range found {
		switch {
		case f.number == 0 || len(out) == 0 && (f.number == 1 || !comesLater(1, f.line)) || f.number == last+1:
		case len(out) == 0 || f.number <= last || f.number > last+1+longestJump || comesLater(last+1, f.line):
			continue
		}
		out = append(out, f)
		last = f.number
	}
	return out
}

// entriesAt returns the entries that begin at the given labels. After a blank line only text that
// is indented, or goes on with a sentence, belongs to the entry.
func entriesAt(lines []Line, starts []labelLine) []Entry {
	var entries []Entry
	for n, s := range starts {
		l := lines[s.line]
		end := len(lines)
		if n+1 < len(starts) {
			end = starts[n+1].line
		}
		e := Entry{Span: article.Span{Start: s.text, End: l.End}, LineStart: l.Start, Label: s.label}
		last := s.line
		for i := s.line + 1; i < end; i++ {
			if lines[i].Blank() {
				continue
			}
			apart := i > last+1
			if apart && lines[i].Indent() <= l.Indent() && (n+1 == len(starts) || isEnded(lines[last].Text)) {
				break
			}
			e.End, last = lines[i].End, i
		}
		entries = append(entries, e)
	}
	return entries
}
