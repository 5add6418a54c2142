package article

import (
	"strings"
	"unicode/utf8"
)

// A Place is where something stands in an article, such that it is found again when the
// article's text has changed a little: an offset and the words around it.
type Place struct {
	Offset int    `json:"offset"` // in bytes of the body
	Length int    `json:"length"` // of the body then, in bytes
	Before string `json:"before"` // what stood before the offset
	After  string `json:"after"`  // and from it on
}

// context is how many bytes of the text a place keeps on each side at most.
const context = 48

// leastContext is how many bytes of one side alone are enough to know a place by.
const leastContext = 16

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

// Locate returns the offset of a place in the article: where the words around it stand that
// are nearest to where they stood, as many of them as are left. Where none are, it is as far
// into the article as it was.
func (a *Article) Locate(p Place) int {
	body := a.Body.String()
	for size := context; size >= leastContext; size /= 2 {
		before := p.Before[border(p.Before, max(len(p.Before)-size, 0)):]
		after := p.After[:border(p.After, size)]
		if i, ok := nearest(body, before+after, p.Offset-len(before)); ok {
			return i + len(before)
		}
		if len(after) >= leastContext {
			if i, ok := nearest(body, after, p.Offset); ok {
				return i
			}
		}
		if len(before) >= leastContext {
			if i, ok := nearest(body, before, p.Offset-len(before)); ok {
				return i + len(before)
			}
		}
	}
	if p.Length <= 0 || p.Offset < 0 || p.Offset > p.Length {
		return 0
	}
	return border(body, int(float64(p.Offset)/float64(p.Length)*float64(len(body))))
}

// nearest returns where words begin in a text, nearest to an offset; ok is false where they
// are not in it.
func nearest(text, words string, offset int) (at int, ok bool) {
	if words == "" {
		return 0, false
	}
	offset = min(max(offset, 0), len(text))
	above := strings.LastIndex(text[:min(offset+len(words), len(text))], words)
	below := strings.Index(text[offset:], words)
	switch {
	case above < 0 && below < 0:
		return 0, false
	case below < 0 || above >= 0 && offset-above <= below:
		return above, true
	}
	return offset + below, true
}

// border returns the last border between runes at or before an offset, within the text.
func border(text string, offset int) int {
	offset = min(max(offset, 0), len(text))
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}
