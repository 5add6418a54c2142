package cite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Numbers without brackets: in parentheses (3, 5–7), raised ³,⁵, and raised ones that
// lost their height when the text was copied and stick to the word: animals3,5.
//
// By themselves such numbers are anything: an equation, a unit, a formula. What tells
// citations is the order in which lists are numbered, that of first mention: a mark
// names what was named before it, or the next few entries of the list. Marks of one
// shape that walk through most of the list in this way are its citations; a shape that
// does not is none, and so is a number that falls out of step.

const (
	digits  = `[1-9]\d{0,2}`
	numeral = digits + `(?: ?[,;–—−-] ?` + digits + `)*`

	// maxSkip is how many entries a first mention may leave out: some are cited in
	// places that are not running text, or in a way that is not recognised.
	maxSkip = 4
	// maxStuckRange is how long a range is that may as well be a part of a name, aux1-22.
	maxStuckRange = 8
	// leastWalked is the share of the list, in percent, that marks have to walk
	// through to be believed.
	leastWalked = 60
)

// A shape is a way to write marks without brackets.
type shape struct {
	mark  *lazyregexp.Regexp // the first group is the numbers, with what surrounds them
	fits  func(place) bool
	stuck bool // to the word before, as in names
}

// A place is what decides whether a number is a mark: what stands before and after it,
// and the step that it takes.
type place struct {
	before, after string
	number        int             // the mark's first
	next          int             // the first of the list that was not named yet
	several       bool            // the mark has more than one number, not only by a hyphen
	cell          bool            // the mark stands in a table
	words         map[string]bool // that the text has without a number behind them
}

var (
	raisedDigits = lazyregexp.New(`([⁰¹²³⁴-⁹]{1,3}(?:[ ]?[,˒⁾–⁻-][ ]?[⁰¹²³⁴-⁹]{1,3})*)`)
	caretDigits  = lazyregexp.New(`\^(` + numeral + `),?\^`)
	parenDigits  = lazyregexp.New(`\((` + numeral + `)\)`)
	stuckDigits  = lazyregexp.New(`(?:\p{L}|[)\]”’"'%])[.,;]?(` + numeral + `)`)
	taggedDigits = lazyregexp.New(`^\s*\[?(` + numeral + `)\]?,?\s*$`)

	unit = lazyregexp.New(`(?:^|[\s\d/·×(])(?:[kcmµμnd]?m|km|s|kg|g|L|l|ft|in|hm|ha)$`)
)

// shapes are tried in this order; the first that walks through the list is the
// article's.
var shapes = []shape{
	{raisedDigits, fitsRaised, false},
	{caretDigits, fitsRaised, false},
	{parenDigits, fitsParenthesis, false},
	{stuckDigits, fitsWord, true},
}

// fitsRaised refuses exponents, which stand behind a number, a unit or a variable of one
// letter, and the mass numbers of isotopes, which stand before a letter. Several numbers
// are no exponent, and behind a short name such as EIN2 there is none.
func fitsRaised(p place) bool {
	before := strings.TrimRight(p.before, "*_^")
	if after, _ := utf8.DecodeRuneInString(strings.TrimLeft(p.after, ",^")); unicode.IsLetter(after) {
		return false
	}
	if p.several {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if unicode.IsDigit(last) {
		word := lastWord(before)
		return letterCount(word) > 1 || p.number > 3 && !power.MatchString(word)
	}
	rest := strings.TrimRightFunc(before, unicode.IsLetter)
	return !unit.MatchString(before) && (utf8.RuneCountInString(before[len(rest):]) != 1 || strings.HasSuffix(rest, "°"))
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

func fitsParenthesis(p place) bool {
	before, after := strings.TrimSuffix(p.before, "("), strings.TrimPrefix(p.after, ")")
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
	return !p.cell || !unicode.IsDigit(last)
}

// isNumbered reports whether text ends in a word with a capital that a number belongs
// to: "Table", "Fig.".
func isNumbered(text string) bool {
	word := lastWord(strings.TrimRight(text, " "))
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && numberedWords[bareWord(word)]
}

// bareWord returns the last word of text in small letters, without a full stop.
func bareWord(text string) string {
	return strings.ToLower(strings.TrimRight(lastWord(strings.TrimRight(text, " ")), "."))
}

// numberedWords are words that a number belongs to, equationWords those that make a number
// in parentheses behind them that of an equation or the like.
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

// fitsWord judges digits that stick to what is before them. Behind a word of small
// letters they are believed; behind a short form, as in CO2 or IL6, only if the list
// goes on with just this number. Small letters may be a name as well, as in aux1: a
// short word out of turn is believed only if the text has it without a number, too.
func fitsWord(p place) bool {
	before, after := p.before, p.after
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
	small := length > 2 && !strings.ContainsFunc(letters[size:], func(r rune) bool { return !unicode.IsLower(r) && r != '-' && r != '’' && r != '\'' })
	switch {
	case small && length <= shortWord && strings.HasSuffix(before, word) && !p.several && p.number != p.next:
		return p.words[letters]
	case small || word == "" || strings.ContainsAny(lastRunes(before, 2), ")”.,\""):
		return true
	}
	return p.number == p.next
}

// formula matches a chemical formula, a variable and a version before its digits.
var formula = lazyregexp.New(`\((?:OH|CN|(?:[A-Z][a-z]?\d*)*[A-Z][a-z]?\d(?:[A-Z][a-z]?\d*)*)\)$|\p{Greek}$|(?:^|[\s(])[vV]\.$`)

// lastRunes returns the end of text, at most n characters.
func lastRunes(text string, n int) string {
	start := len(text)
	for ; n > 0 && start > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
	}
	return text[start:]
}

// shortWord is the length, in characters, of words that may as well be names.
const shortWord = 5

// series finds the citations of a numbered list that are no brackets; nil where no
// shape of mark walks through the list.
func (n *numbers) series(body string, prose []article.Span) []article.Citation {
	if found := n.walk(tagged(body, prose), body, nil); found != nil {
		return found
	}
	words := bareWords(body, prose)
	for _, s := range shapes {
		var marks []numberMark
		for _, p := range prose {
			for _, m := range s.mark.FindAllStringSubmatchIndex(body[p.Start:p.End], -1) {
				marks = append(marks, numberMark{s, article.Span{Start: p.Start + m[2], End: p.Start + m[3]}, p})
			}
		}
		if found := n.walk(withoutNames(marks, body), body, words); found != nil {
			return found
		}
	}
	return nil
}

// bareWords returns the short words of the prose that stand without a number behind them.
func bareWords(body string, prose []article.Span) map[string]bool {
	words := map[string]bool{}
	for _, p := range prose {
		for _, w := range strings.FieldsFunc(body[p.Start:p.End], func(r rune) bool { return !isWordRune(r) && r != '-' && r != '’' && r != '\'' }) {
			if utf8.RuneCountInString(w) <= shortWord {
				words[w] = true
			}
		}
	}
	return words
}

// withoutNames leaves out the marks that are a part of a name, as in aux1: the same
// word with the same number, three times and more.
func withoutNames(marks []numberMark, body string) []numberMark {
	name := func(m numberMark) string { return lastWord(body[:m.span.Start]) + body[m.span.Start:m.span.End] }
	times := map[string]int{}
	for _, m := range marks {
		times[name(m)]++
	}
	return slices.DeleteFunc(marks, func(m numberMark) bool {
		word := lastWord(body[:m.span.Start])
		return word != "" && times[name(m)] > 2
	})
}

// A numberMark is numbers in the shape of a mark, and the prose that they stand in.
type numberMark struct {
	shape shape
	span  article.Span
	prose article.Span
}

// place returns what decides about the mark.
func (m numberMark) place(body string, number, next int, words map[string]bool) place {
	return place{
		before: tail(body[m.prose.Start:m.span.Start], 80), after: body[m.span.End:min(len(body), m.span.End+10)],
		number: number, next: next, several: strings.ContainsAny(body[m.span.Start:m.span.End], ",;˒–—"), words: words,
		cell: strings.HasSuffix(strings.TrimRight(tail(body[:m.prose.Start], 4), " "), "|") ||
			strings.HasPrefix(strings.TrimLeft(body[m.prose.End:min(len(body), m.prose.End+4)], " "), "|"),
	}
}

// tagged returns the numbers that stand between <sup> and </sup>.
func tagged(body string, prose []article.Span) []numberMark {
	var marks []numberMark
	for _, p := range prose {
		if !strings.HasSuffix(body[:p.Start], "<sup>") || !strings.HasPrefix(body[p.End:], "</sup>") {
			continue
		}
		if m := taggedDigits.FindStringSubmatchIndex(body[p.Start:p.End]); m != nil {
			span := article.Span{Start: p.Start + m[2], End: p.Start + m[3]}
			around := article.Span{Start: max(p.Start-len("<sup>")-20, 0), End: p.End}
			for around.Start < p.Start && !utf8.RuneStart(body[around.Start]) {
				around.Start++
			}
			marks = append(marks, numberMark{shape{fits: fitsTag}, span, around})
		}
	}
	return marks
}

func fitsTag(p place) bool {
	p.before = strings.TrimSuffix(strings.TrimRight(p.before, "["), "<sup>")
	p.after = strings.TrimPrefix(strings.TrimLeft(p.after, "], "), "</sup>")
	return fitsRaised(p)
}

// walk returns the marks that keep to the order of the list, if they reach most of it.
func (n *numbers) walk(marks []numberMark, body string, words map[string]bool) []article.Citation {
	var found []article.Citation
	named := 0 // the highest number named so far
	all := 0   // how many were named
	for _, m := range marks {
		if all > maxNamed {
			break
		}
		labels, ok := n.members(plainDigits(body[m.span.Start:m.span.End]))
		if !ok {
			continue
		}
		first, last := labels[0], labels[0]
		for _, l := range labels {
			first, last = min(first, l), max(last, l)
			ok = ok && len(n.byLabel[l]) == 1
		}
		if len(labels) > maxStuckRange && m.shape.stuck && first != named+1 {
			continue
		}
		inStep := last <= named || first <= named+1+maxSkip && last <= named+len(labels)+maxSkip
		if !ok || !inStep || !m.shape.fits(m.place(body, labels[0], named+1, words)) {
			continue
		}
		named = max(named, last)
		all += len(labels)
		found = append(found, n.cite(m.span, body, labels))
	}
	if len(found) < 2 || named*100 < n.highest*leastWalked {
		return nil
	}
	return found
}

func (n *numbers) cite(span article.Span, body string, labels []int) article.Citation {
	c := article.Citation{Span: span}
	if span.Start > 0 && body[span.Start-1] == '(' && span.End < len(body) && body[span.End] == ')' {
		c.Start, c.End = c.Start-1, c.End+1
	}
	c.Text = safe.Line(body[c.Start:c.End])
	for _, l := range labels {
		c.References = append(c.References, n.byLabel[l]...)
	}
	return c
}

// plainDigits lowers raised digits and signs.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '⁰':
			return '0'
		case r == '¹':
			return '1'
		case r == '²' || r == '³':
			return '2' + r - '²'
		case r >= '⁴' && r <= '⁹':
			return '4' + r - '⁴'
		case r == '⁻':
			return '–'
		case r == '˒':
			return ','
		}
		return r
	}, s)
}

// walksThrough reports whether citations name enough of a list for their shape to be
// the article's.
func (n *numbers) walksThrough(citations []article.Citation) bool {
	seen := map[int]bool{}
	for _, c := range citations {
		for _, r := range c.Candidates() {
			seen[r] = true
		}
	}
	return len(seen)*5 >= len(n.byLabel)
}
