package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// Raised numbers: between the tags of HTML, in Unicode's superscripts, between carets.

var (
	tagStyle = style{
		Style:    Style{Name: superscripts, Examples: []string{"<sup>3</sup>"}},
		find:     func(s *source) []article.Citation { return s.walk(s.tagged(), weighTag) },
		believes: believesWalk,
		beside:   besideNumbers,
		byLabel:  true,
	}
	superscriptStyle = style{
		Style:    Style{Name: superscripts, Examples: []string{"animals³,⁴"}},
		find:     func(s *source) []article.Citation { return s.walk(s.numberMarks(raisedDigits), weighRaised) },
		believes: believesWalk,
		beside:   besideNumbers,
		byLabel:  true,
	}
	caretStyle = style{
		Style:    Style{Name: superscripts, Examples: []string{"^3,4^"}},
		find:     func(s *source) []article.Citation { return s.walk(s.numberMarks(caretDigits), weighRaised) },
		believes: believesWalk,
		beside:   besideNumbers,
		byLabel:  true,
	}
)

const superscripts = "superscripts"

var (
	raisedDigits = lazyregexp.New(`([` + names.RaisedDigits + `]{1,3}(?:[ ]?[,;˒⁾–⁻-][ ]?[` + names.RaisedDigits + `]{1,3})*)`)
	caretDigits  = lazyregexp.New(`\^(` + numeral + `),?\^`)
	taggedDigits = lazyregexp.New(`^\s*\[?(` + numeral + `)\]?,?\s*$`)
)

// Points for raised numbers.
const (
	pointsRaised   = 6
	pointsBehind   = -2 // behind a name with a number of its own
	pointsExponent = -10
)

// weighRaised weighs raised numbers. An exponent stands behind a number, a unit or a variable of
// one letter, the mass number of an isotope before a letter. Several numbers are never an
// exponent, nor is one behind a name like EIN2.
func weighRaised(c candidate) (points int, ok bool) {
	before := strings.TrimRight(c.before, "*_^")
	if after, _ := utf8.DecodeRuneInString(strings.TrimLeft(c.after, ",^")); unicode.IsLetter(after) {
		return 0, false
	}
	if c.several {
		return pointsRaised + pointsSeveral, true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if unicode.IsDigit(last) {
		word := scan.LastWord(before)
		return pointsRaised + pointsBehind, letterCount(word) > 1 || c.number > 3 && !power.MatchString(word)
	}
	rest := strings.TrimRightFunc(before, unicode.IsLetter)
	if unit.MatchString(before) || utf8.RuneCountInString(before[len(rest):]) == 1 && !strings.HasSuffix(rest, "°") {
		return pointsRaised + pointsExponent, c.number > 3
	}
	return pointsRaised, true
}

// power matches numbers that are raised to a power: 10, 2.
var power = lazyregexp.New(`(?:^|[^\d.])(?:10|2)$`)

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

const (
	openTag, closeTag = "<sup>", "</sup>"
	// beforeTag is how many bytes before a tag decide about the number in it.
	beforeTag = 20
)

// tagged returns the numbers that stand between <sup> and </sup>.
func (s *source) tagged() []numberMark {
	var marks []numberMark
	for _, p := range s.prose {
		if !strings.HasSuffix(s.body[:p.Start], openTag) || !strings.HasPrefix(s.body[p.End:], closeTag) {
			continue
		}
		if m := taggedDigits.FindStringSubmatchIndex(s.body[p.Start:p.End]); m != nil {
			start := p.Start - len(scan.Tail(s.body[:p.Start], beforeTag+len(openTag)))
			marks = append(marks, numberMark{article.Span{Start: p.Start + m[2], End: p.Start + m[3]}, article.Span{Start: start, End: p.End}})
		}
	}
	return marks
}

func weighTag(c candidate) (points int, ok bool) {
	c.before = strings.TrimSuffix(strings.TrimRight(c.before, "["), openTag)
	c.after = strings.TrimPrefix(strings.TrimLeft(c.after, "], "), closeTag)
	return weighRaised(c)
}
