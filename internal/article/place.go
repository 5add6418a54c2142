package article

import (
	"strings"
	"unicode/utf8"
)

// A Place is a position in an article that can be found again when its text has changed a
// little: an offset and the words around it.
type Place struct {
	Offset int    `json:"offset"` // in bytes of the body
	Length int    `json:"length"` // of the body then, in bytes
	Before string `json:"before"` // the text before the offset
	After  string `json:"after"`  // the text from it on
}

const (
	context      = 48 // bytes of text that a place keeps on each side
	leastContext = 16 // bytes on one side alone that tell a place
)

// Place returns the place at an offset of the body.
func (a *Article) Place(offset int) Place {
	body := a.Body.String()
	offset = border(body, offset)
	return Place{
		Offset: offset, Length: len(body),
		Before: body[border(body, offset-context):offset],
		After:  body[offset:border(body, offset+context)],
	}
}

// Locate returns the offset of a place in the article: that of the words around it, as many as
// are left, nearest to where they were. If none are left, the place is as far into the article
// as it was.
func (a *Article) Locate(p Place) int {
	body := a.Body.String()
	for _, size := range []int{context, context / 2} {
		before := p.Before[border(p.Before, max(len(p.Before)-size, 0)):]
		after := p.After[:border(p.After, size)]
		if i, ok := Nearest(body, before+after, p.Offset-len(before)); ok {
			return i + len(before)
		}
		if len(after) >= leastContext {
			if i, ok := Nearest(body, after, p.Offset); ok {
				return i
			}
		}
		if len(before) >= leastContext {
			if i, ok := Nearest(body, before, p.Offset-len(before)); ok {
				return i + len(before)
			}
		}
	}
	if p.Length <= 0 || p.Offset > p.Length {
		return 0
	}
	return border(body, int(float64(p.Offset)/float64(p.Length)*float64(len(body))))
}

// Nearest returns the offset at which words begin in a text, the one nearest to an expected
// offset, and reports whether they are in it.
func Nearest(text, words string, expected int) (offset int, ok bool) {
	if words == "" {
		return 0, false
	}
	expected = min(max(expected, 0), len(text))
	after := strings.Index(text[expected:], words)
	from := 0
	if after >= 0 {
		from = max(expected-after, 0)
	}
	nearer := text[from:min(expected+len(words), len(text))]
	if strings.Contains(nearer, words) { // LastIndex alone is slow where it finds nothing
		return from + strings.LastIndex(nearer, words), true
	}
	return expected + after, after != -1
}

// border returns the last border between runes at or before an offset, within the text.
func border(text string, offset int) int {
	offset = min(max(offset, 0), len(text))
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}
