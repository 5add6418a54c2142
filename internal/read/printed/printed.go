// Package printed reads what programs print for a terminal or a pager: bold and underlined letters
// that are struck over each other, as in manual pages, and escape sequences for styles and links.
//
// [Read] takes them out of a text, and [Styles.Apply] puts the styles into the document that the
// text became. The package must not know how the text is read.
package printed

import (
	"slices"
	"strings"
	"unicode/utf8"

	"etal/internal/doc"
)

// Styles are the styles of a text that a program printed.
type Styles struct {
	coloured bool
	words    []word // in their order
}

// Coloured reports whether the text has colours, as programs print that arrange it in lines.
func (s *Styles) Coloured() bool { return s != nil && s.coloured }

// A word is what stands between blanks.
type word struct {
	text   string
	styles []doc.Style // of each byte; nil where it has none
}

const (
	escape    = 0x1b
	backspace = '\b'
)

// Read returns text as a terminal shows it, and its styles: nil if it was not printed for one.
func Read(text string) (string, *Styles) {
	if !strings.ContainsAny(text, "\b\x1b") {
		return text, nil
	}
	p := printer{styles: &Styles{}}
	for len(text) > 0 {
		n := 0
		switch text[0] {
		case escape:
			n = p.sequence(text)
		case backspace:
			n = p.overstrike(text)
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text)
			p.put(text[:n], p.style)
		}
		text = text[n:]
	}
	if !p.printed {
		return p.text.String() + p.last, nil
	}
	p.flush()
	p.endWord()
	return p.text.String(), p.styles
}

// A printer takes the letters of a text. It holds back the last one, over which another may be
// struck.
type printer struct {
	text      strings.Builder
	styles    *Styles
	letters   []byte      // of the word
	marked    []doc.Style // of each of them
	style     doc.Style   // by escape sequences
	last      string      // the letter held back
	lastStyle doc.Style
	printed   bool // there was a sequence or a letter struck over another
}

// put takes a letter.
func (p *printer) put(letter string, style doc.Style) {
	p.flush()
	p.last, p.lastStyle = letter, style
}

// flush writes the letter held back.
func (p *printer) flush() {
	if p.last == "" {
		return
	}
	p.text.WriteString(p.last)
	if strings.TrimSpace(p.last) == "" {
		p.endWord()
	} else {
		p.letters = append(p.letters, p.last...)
		for range len(p.last) {
			p.marked = append(p.marked, p.lastStyle)
		}
	}
	p.last, p.lastStyle = "", 0
}

// endWord adds the word to the styles.
func (p *printer) endWord() {
	if len(p.letters) == 0 {
		return
	}
	w := word{text: string(p.letters)}
	if slices.Max(p.marked) > 0 {
		w.styles = slices.Clone(p.marked)
	}
	p.styles.words = append(p.styles.words, w)
	p.letters, p.marked = p.letters[:0], p.marked[:0]
}

// overstrike reads a backspace and the letter behind it, which is struck over the last one: the
// same letter makes it bold, an underscore underlines it, another one replaces it. It returns the
// length of both, 0 if there is nothing to strike over.
func (p *printer) overstrike(text string) int {
	over, n := utf8.DecodeRuneInString(text[1:])
	if p.last == "" || p.last == "\n" || n == 0 || over == '\n' || over == backspace || over == escape {
		return 0
	}
	p.printed = true
	switch letter := text[1 : 1+n]; {
	case letter == p.last:
		p.lastStyle |= doc.Bold
	case letter == "_":
		p.lastStyle |= doc.Italic
	case p.last == "_":
		p.last, p.lastStyle = letter, p.lastStyle|doc.Italic
	case p.last == "+" && letter == "o" || p.last == "o" && letter == "+":
		p.last = "•"
	default:
		p.last = letter
	}
	return 1 + n
}
