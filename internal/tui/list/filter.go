package list

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/safe"
	"etal/internal/search"
)

// How well a word of the filter fits an article, the best first.
const (
	wholeWord = iota
	wordBeginning
	insideWord
	noMatch
)

// fieldLimit is more than the number of fields that the filter looks through: a match in the
// first of them, the title, counts for more than one of the same kind in another.
const fieldLimit = 16

// filter returns the articles in which each word of a pattern is found, best first; all where it
// has none. Where no article has the words, it returns those in whose title or name the letters of
// the pattern come in that order.
func filter(items []*item, pattern string) []*item {
	words := filterWords(pattern)
	if len(words) == 0 {
		return items
	}
	found := best(items, func(i *item) (int, bool) { return i.score(words) })
	if len(found) == 0 {
		letters := strings.Join(words, "")
		return best(items, func(i *item) (int, bool) { return i.scattered(letters) })
	}
	return found
}

// best returns the articles that have a score, the lowest first.
func best(items []*item, score func(*item) (int, bool)) []*item {
	type match struct {
		*item
		score int
	}
	var matches []match
	for _, i := range items {
		if s, ok := score(i); ok {
			matches = append(matches, match{i, s})
		}
	}
	slices.SortStableFunc(matches, func(a, b match) int { return a.score - b.score })
	found := make([]*item, len(matches))
	for n, m := range matches {
		found[n] = m.item
	}
	return found
}

// filterWords returns the words of a pattern, folded.
func filterWords(pattern string) []string {
	folded, _ := search.Fold(safe.Line(pattern))
	return strings.Fields(folded)
}

// score returns how badly words fit an article, and reports whether it has all of them: a word of
// its own is best, then the beginning of one, each in the title first.
func (i *item) score(words []string) (score int, ok bool) {
	for _, word := range words {
		kind, field := i.find(word)
		if kind == noMatch {
			return 0, false
		}
		score += kind*fieldLimit*len(words) + field
	}
	return score, true
}

// find returns how well a word fits where it fits best, and the field that it is in.
func (i *item) find(word string) (kind, field int) {
	kind, best := noMatch, 0
	for from := 0; kind != wholeWord; {
		at := strings.Index(i.folded[from:], word)
		if at < 0 {
			break
		}
		at += from
		if k := kindOf(i.folded, at, at+len(word)); k < kind {
			kind, best = k, at
		}
		from = at + len(word)
	}
	return kind, strings.Count(i.folded[:best], "\n")
}

// kindOf returns what the bytes from start to end are in a text.
func kindOf(text string, start, end int) int {
	switch {
	case endsInWord(text[:start]):
		return insideWord
	case startsInWord(text[end:]):
		return wordBeginning
	}
	return wholeWord
}

// endsInWord reports whether the last sign of a text is a letter or a digit.
func endsInWord(text string) bool {
	if text == "" || text[len(text)-1] < utf8.RuneSelf {
		return text != "" && isPlain(text[len(text)-1])
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// startsInWord reports whether the first sign of a text is a letter or a digit.
func startsInWord(text string) bool {
	if text == "" || text[0] < utf8.RuneSelf {
		return text != "" && isPlain(text[0])
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isPlain reports whether a byte of folded text is an ASCII letter or digit.
func isPlain(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// scattered returns how far apart letters are that come in their order in the title or the name of
// an article, and reports whether they do.
func (i *item) scattered(letters string) (length int, ok bool) {
	title, rest, _ := strings.Cut(i.folded, "\n")
	name, _, _ := strings.Cut(rest, "\n")
	for _, line := range []string{title, name} {
		if at := letterPlaces(line, letters); at != nil {
			return at[len(at)-1] - at[0], true
		}
	}
	return 0, false
}

// letterPlaces returns where in a line the letters come in their order, the last ones before the
// first place at which all have come; nil where they do not.
func letterPlaces(line, letters string) []int {
	end := 0
	for _, r := range letters {
		at := strings.IndexRune(line[end:], r)
		if at < 0 {
			return nil
		}
		end += at + utf8.RuneLen(r)
	}
	runes := []rune(letters)
	places := make([]int, len(runes))
	for n, r := range slices.Backward(runes) {
		end = strings.LastIndex(line[:end], string(r))
		places[n] = end
	}
	return places
}

// matched returns the runes of a line that words of the filter match or, where none do, the
// letters that come in their order, as far as there are any.
func matched(line string, words []string, letters bool) []int {
	folded, offsets := search.Fold(safe.Line(line))
	if len(offsets) == 0 || offsets[len(offsets)-1] != len(line) {
		return nil // it was cut within a letter
	}
	marks := map[int]bool{} // offsets in the line
	for _, word := range words {
		for from := 0; ; {
			at := strings.Index(folded[from:], word)
			if at < 0 {
				break
			}
			for n := from + at; n < from+at+len(word); n++ {
				marks[offsets[n]] = true
			}
			from += at + len(word)
		}
	}
	if letters && len(marks) == 0 {
		for _, at := range letterPlaces(folded, strings.Join(words, "")) {
			marks[offsets[at]] = true
		}
	}
	var runes []int
	n := 0
	for at := range line {
		if marks[at] {
			runes = append(runes, n)
		}
		n++
	}
	return runes
}
