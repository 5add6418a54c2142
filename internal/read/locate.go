package read

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
)

// A Locator finds places of an article in the source that it was read from. A format changes
// everything between source and body but letters and digits, so a place is found by those
// around it.
type Locator struct {
	source, body letters
}

// letters are the letters and digits of a text.
type letters struct {
	text    string // in lower case
	offsets []int  // of each byte of text, and of its end, in whole
	whole   string
}

// NewLocator returns the locator of an article that was read from data.
func NewLocator(a *article.Article, data []byte) *Locator {
	text, err := decode(data, "")
	if err != nil {
		text = string(data)
	}
	return &Locator{
		source: newLetters(text, a.Format == article.HTML || a.Format == article.JATS),
		body:   newLetters(a.Body.String(), false),
	}
}

// newLetters returns the letters of a text, without those in tags if it has markup.
func newLetters(text string, markup bool) letters {
	l := letters{whole: text}
	var b strings.Builder
	inTag := false
	for i, r := range text {
		switch {
		case markup && r == '<':
			inTag = true
		case markup && r == '>':
			inTag = false
		case inTag || !unicode.IsLetter(r) && !unicode.IsDigit(r):
		default:
			n := b.Len()
			b.WriteRune(unicode.ToLower(r))
			for range b.Len() - n {
				l.offsets = append(l.offsets, i)
			}
		}
	}
	l.text, l.offsets = b.String(), append(l.offsets, len(text))
	return l
}

// contexts are the numbers of letters and digits before and after a place that are searched
// for, the most telling first.
var contexts = []struct{ before, after int }{{60, 30}, {60, 0}, {0, 60}, {25, 5}, {20, 0}, {0, 20}}

// shortestContext is how many letters and digits are enough to tell a place.
const shortestContext = 12

// Find returns the line and the column in the source, both from 1, of an offset of the body, and
// reports whether it was found. Columns count characters.
func (l *Locator) Find(offset int) (line, column int, ok bool) {
	at := sort.SearchInts(l.body.offsets, offset)
	if at == len(l.body.offsets) {
		return 0, 0, false
	}
	signs := l.body.whole[offset:l.body.offsets[at]] // the [ of a mark
	for _, c := range contexts {
		from, to := max(at-c.before, 0), min(at+c.after, len(l.body.text))
		wanted := l.body.text[from:to]
		if len(wanted) < shortestContext {
			continue
		}
		if found, ok := article.Nearest(l.source.text, wanted, at*len(l.source.text)/len(l.body.text)); ok {
			before := l.source.whole[:l.source.offsets[found+at-from]]
			before = strings.TrimSuffix(before, signs)
			line = strings.Count(before, "\n")
			return line + 1, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1, true
		}
	}
	return 0, 0, false
}
