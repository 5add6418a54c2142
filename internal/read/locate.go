package read

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
)

// A Locator finds the places of an article in the source that it was read from. What a
// format does to the text between source and body leaves letters and digits as they are,
// so a place is found again by those around it.
type Locator struct {
	source, body letters
}

// letters is a text of which only letters and digits are left, in small letters, and
// where each byte of that, and its end, stands in the whole.
type letters struct {
	text    string
	offsets []int
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

// newLetters leaves tags out where the text is marked up.
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

// contexts are how many letters and digits before and after a place it is looked for by,
// the most telling first.
var contexts = []struct{ before, after int }{{60, 30}, {60, 0}, {0, 60}, {25, 5}, {20, 0}, {0, 20}}

// shortestContext is how many letters and digits tell a place well enough.
const shortestContext = 12

// Find returns the line and the column, in characters, both from 1, at which an offset of
// the body stands in the source; ok is false where it is not found.
func (l *Locator) Find(offset int) (line, column int, ok bool) {
	at := sort.SearchInts(l.body.offsets, offset)
	if at == len(l.body.offsets) {
		return 0, 0, false
	}
	signs := l.body.whole[offset:l.body.offsets[at]] // such as the [ of a mark
	for _, c := range contexts {
		from, to := max(at-c.before, 0), min(at+c.after, len(l.body.text))
		wanted := l.body.text[from:to]
		if len(wanted) < shortestContext {
			continue
		}
		if found := nearest(l.source.text, wanted, at*len(l.source.text)/len(l.body.text)); found >= 0 {
			before := l.source.whole[:l.source.offsets[found+at-from]]
			before = strings.TrimSuffix(before, signs)
			line = strings.Count(before, "\n")
			return line + 1, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1, true
		}
	}
	return 0, 0, false
}

// nearest returns where wanted stands in text, the place nearest to the expected one; -1
// where it does not.
func nearest(text, wanted string, expected int) int {
	best := -1
	for from := 0; ; {
		i := strings.Index(text[from:], wanted)
		if i < 0 || best >= 0 && from+i-expected > expected-best {
			return best
		}
		best = from + i
		from += i + 1
	}
}
