package cite

import (
	"strconv"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// The styles that cite by numbers share how numbers are written and which references they
// name.

const (
	digits  = `[1-9]\d{0,2}`
	numeral = digits + `(?: ?[,;–—−-] ?` + digits + `)*`
)

// member matches one number of a mark, or a range of them.
var member = lazyregexp.New(`(\d+)(?:` + scan.Gap + `(?:` + scan.Dash + `|` + scan.RangeWord + `)` + scan.Gap + `(\d+))?`)

// wordA matches the word between two numbers that is "to" in Portuguese, Spanish and Italian, and
// "and" in Czech and Slovak. romance matches words of the former.
var (
	wordA   = lazyregexp.New(`\s+a\s+`)
	romance = lazyregexp.New(`\s(?:que|che|el|il|um|una|uma|del|della|não|da)\s`)
)

const (
	// maxNumber is the largest number that a mark may name if the list is shorter: [2019] is
	// a year.
	maxNumber = 999
	// MaxRange is how many references one range may name.
	MaxRange = 200
	// leastNamed is the share of the list, in percent, that authors and years, or numbers in
	// brackets, must name to be certain.
	leastNamed = 20
)

// numbers finds the references of a list by number.
type numbers struct {
	byLabel  map[int][]int // label to reference numbers
	labelOf  map[int]int   // reference number to label
	highest  int           // label in the list
	labelled bool          // the list is numbered, and not only in the order of its entries
	rangeA   func() bool   // whether "1 a 3" is a range, not the "and" of other languages
	empty    bool          // the article has no references at all
}

func newNumbers(references []article.Reference) *numbers {
	n := &numbers{byLabel: map[int][]int{}, labelOf: map[int]int{}, empty: len(references) == 0, rangeA: func() bool { return false }}
	for _, r := range references {
		if label, err := strconv.Atoi(r.Label.String()); err == nil {
			n.add(label, r.Number)
		}
	}
	n.labelled = len(n.byLabel) > 0
	if !n.labelled {
		for _, r := range references {
			n.add(r.Number, r.Number)
		}
	}
	return n
}

func (n *numbers) add(label, number int) {
	n.byLabel[label] = append(n.byLabel[label], number)
	n.labelOf[number] = label
	n.highest = max(n.highest, label)
}

// members returns the labels that a mark names, ranges expanded, and reports whether they may
// be references.
func (n *numbers) members(mark string) (labels []int, ok bool) {
	if wordA.MatchString(mark) && n.rangeA() {
		mark = wordA.ReplaceAllString(mark, "–")
	}
	seen := map[int]bool{}
	for _, m := range member.FindAllStringSubmatch(mark, -1) {
		first, _ := strconv.Atoi(m[1])
		last := first
		if m[2] != "" {
			last, _ = strconv.Atoi(m[2])
		}
		if !n.mayName(first) || !n.mayName(last) || last < first || last-first > MaxRange {
			return nil, false
		}
		for label := first; label <= last; label++ {
			if !seen[label] {
				seen[label] = true
				labels = append(labels, label)
			}
		}
	}
	return labels, len(labels) > 0
}

// mayName reports whether a mark may name label. A 0 that the list does not have belongs to an
// interval or an index.
func (n *numbers) mayName(label int) bool {
	if label == 0 {
		return len(n.byLabel[0]) > 0
	}
	return label <= max(maxNumber, n.highest)
}

// haveAll reports whether each of the labels belongs to exactly one reference.
func (n *numbers) haveAll(labels []int) bool {
	for _, l := range labels {
		if len(n.byLabel[l]) != 1 {
			return false
		}
	}
	return true
}

// citation returns the citation of the labels at a span with the given text.
func (n *numbers) citation(span article.Span, text string, labels []int) article.Citation {
	c := article.Citation{Span: span, Text: safe.Line(text)}
	for _, label := range labels {
		switch refs := n.byLabel[label]; len(refs) {
		case 0:
			c.Missing = append(c.Missing, strconv.Itoa(label))
		case 1:
			c.References = append(c.References, refs[0])
		default:
			c.Ambiguous = append(c.Ambiguous, refs[:min(len(refs), maxAlike)]...)
		}
	}
	return c
}
