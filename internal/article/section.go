package article

import (
	"slices"
	"sort"
)

// Section returns what stands under heading i: from the heading to the next one of its
// level or above.
func (a *Article) Section(i int) Span {
	s := Span{Start: a.Headings[i].Start, End: a.Body.Len()}
	for _, h := range a.Headings[i+1:] {
		if h.Level <= a.Headings[i].Level {
			s.End = h.Start
			break
		}
	}
	return s
}

// CitationsIn returns the indexes of the citations that begin in the span.
func (a *Article) CitationsIn(s Span) []int {
	first := sort.Search(len(a.Citations), func(i int) bool { return a.Citations[i].Start >= s.Start })
	var found []int
	for i := first; i < len(a.Citations) && a.Citations[i].Start < s.End; i++ {
		found = append(found, i)
	}
	return found
}

// ReferencesIn returns the references that begin in the span.
func (a *Article) ReferencesIn(s Span) []Reference {
	at := func(offset int) int {
		return sort.Search(len(a.References), func(i int) bool { return a.References[i].Start >= offset })
	}
	return a.References[at(s.Start):max(at(s.End), at(s.Start))]
}

// CitedIn returns the numbers of the references that the span cites, each once, in the
// order of their first mention.
func (a *Article) CitedIn(s Span) []int {
	var numbers []int
	for _, i := range a.CitationsIn(s) {
		for _, n := range a.Citations[i].Candidates() {
			if !slices.Contains(numbers, n) {
				numbers = append(numbers, n)
			}
		}
	}
	return numbers
}

// MinutesOf returns how long the span takes to read, at least one minute; its references
// do not count.
func (a *Article) MinutesOf(s Span) int { return minutes(a.WordsIn(s)) }

// WordsIn returns the number of words in the span, the reference list left out.
func (a *Article) WordsIn(s Span) int {
	words, body := 0, a.Body.String()
	for _, r := range a.ReferencesIn(s) {
		words += wordsIn(body[s.Start:r.Start])
		s.Start = min(r.End, s.End)
	}
	return words + wordsIn(body[s.Start:s.End])
}

// wordsIn returns the number of words in a text: what stands between blanks. Two characters of Chinese and
// Japanese, which are written without blanks, count as a word.
func wordsIn(text string) int {
	words, unparted, inWord := 0, 0, false
	for i := range len(text) {
		blank := text[i] == ' ' || text[i] == '\n' || text[i] == '\t'
		if !blank && !inWord {
			words++
		}
		inWord = !blank
		if isIdeograph(text[i:]) {
			unparted++
		}
	}
	return words + unparted/2
}

// isIdeograph reports whether a text begins with a character from U+3040 to U+9FFF: kana or an ideograph.
func isIdeograph(s string) bool {
	return len(s) > 1 && s[0] >= 0xe3 && s[0] <= 0xe9 && (s[0] > 0xe3 || s[1] > 0x80)
}
