package read

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// letters are the letters and digits of a text.
type letters struct {
	text   string // in lower case
	whole  string
	markup bool // letters in tags do not count
	marks  []mark
}

// A mark is the beginning of a letter in the letters and in the whole text. There is one every
// markInterval letters: between them the letters are counted.
type mark struct{ text, whole int32 }

const markInterval = 64

// newLetters returns the letters of a text, without those in tags if it has markup.
func newLetters(text string, markup bool) letters {
	l := letters{whole: text, markup: markup}
	var b strings.Builder
	b.Grow(len(text))
	n := 0
	l.each(mark{}, func(m mark, letter rune) bool {
		if n%markInterval == 0 {
			l.marks = append(l.marks, m)
		}
		n++
		b.WriteRune(letter)
		return true
	})
	l.text = b.String()
	return l
}

// each calls f with each letter and where it begins, from a mark on, until it returns false.
func (l letters) each(from mark, f func(m mark, letter rune) bool) {
	inTag, m := false, from
	for i, r := range l.whole[from.whole:] {
		switch {
		case l.markup && r == '<' && beginsTag(l.whole[int(from.whole)+i:]):
			inTag = true
		case l.markup && r == '>':
			inTag = false
		case inTag || !unicode.IsLetter(r) && !unicode.IsDigit(r):
		default:
			m.whole = from.whole + int32(i)
			letter := unicode.ToLower(r)
			if !f(m, letter) {
				return
			}
			m.text += int32(utf8.RuneLen(letter))
		}
	}
}

// longestTag is how many bytes a tag has at most that is told from a sign of comparison.
const longestTag = 2000

// beginsTag reports whether a text that begins with < begins with a tag.
func beginsTag(text string) bool {
	if len(text) < 2 || text[1] != '/' && text[1] != '!' && text[1] != '?' && text[1] != '#' && !unicode.IsLetter(rune(text[1])) {
		return false
	}
	end := strings.IndexAny(text[1:min(len(text), longestTag)], "<>")
	return end >= 0 && text[1+end] == '>'
}

// find returns the first letter for which is holds, which it has to from some letter on; the end
// of both texts where there is none.
func (l letters) find(is func(m mark) bool) mark {
	found := mark{int32(len(l.text)), int32(len(l.whole))}
	i := sort.Search(len(l.marks), func(i int) bool { return is(l.marks[i]) })
	if i == 0 {
		if len(l.marks) == 0 {
			return found
		}
		return l.marks[0]
	}
	l.each(l.marks[i-1], func(m mark, _ rune) bool {
		if is(m) {
			found = m
			return false
		}
		return true
	})
	return found
}

// after returns the first letter at or after a byte of the whole text.
func (l letters) after(offset int) mark {
	return l.find(func(m mark) bool { return int(m.whole) >= offset })
}

// offset returns where in the whole text the letter stands that begins at a byte of the letters.
func (l letters) offset(text int) int {
	return int(l.find(func(m mark) bool { return int(m.text) >= text }).whole)
}
