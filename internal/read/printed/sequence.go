package printed

import (
	"strconv"
	"strings"

	"etal/internal/doc"
)

// longestSequence is the length in bytes of the longest escape sequence that is taken for one: a
// link's has a URL in it.
const longestSequence = 4 << 10

// sequence reads the escape sequence that text begins with and returns its length, or 0 if programs do
// not print such sequences in texts.
func (p *printer) sequence(text string) int {
	n := 0
	switch {
	case len(text) < 3:
		return 0
	case text[1] == '[':
		n = p.control(text)
	case text[1] == ']' && strings.HasPrefix(text[2:], "8;"): // a link, of which the text stays
		n = stringEnd(text)
	case strings.IndexByte("()", text[1]) >= 0: // a set of letters
		n = 3
	}
	p.printed = p.printed || n > 0
	return n
}

// stringEnd returns the length of the sequence that ends with a string terminator or a bell, 0 if
// it does not end in its line.
func stringEnd(text string) int {
	text = text[:min(len(text), longestSequence)]
	for i := 2; i < len(text); i++ {
		switch {
		case text[i] == '\a':
			return i + 1
		case text[i] == escape && strings.HasPrefix(text[i:], "\x1b\\"):
			return i + 2
		case text[i] < ' ':
			return 0
		}
	}
	return 0
}

// control reads a control sequence, ESC [ parameters m or K: a style, or the rest of a line cleared.
// Sequences that move the cursor stay, visibly: they arrange screens, not texts.
func (p *printer) control(text string) int {
	for i := 2; i < min(len(text), longestSequence); i++ {
		switch c := text[i]; {
		case c == 'm':
			p.setStyle(text[2:i])
			return i + 1
		case c == 'K':
			return i + 1
		case c < '0' || c > ';':
			return 0
		}
	}
	return 0
}

// setStyle takes the parameters of a style: ECMA-48's 1 bold, 3 italic, 4 underlined, 7 reversed;
// 22 to 27 end these, 0 all. The others are colours.
func (p *printer) setStyle(parameters string) {
	p.flush()
	for _, parameter := range strings.Split(parameters, ";") {
		parameter, _, _ = strings.Cut(parameter, ":")
		switch n, _ := strconv.Atoi(parameter); n {
		case 0:
			p.style = 0
		case 1, 7:
			p.style |= doc.Bold
		case 3, 4:
			p.style |= doc.Italic
		case 22, 27:
			p.style &^= doc.Bold
		case 23, 24:
			p.style &^= doc.Italic
		case 2, 5, 39, 49:
		default:
			p.styles.coloured = true
		}
		if strings.HasPrefix(parameter, "38") || strings.HasPrefix(parameter, "48") {
			return // the other parameters are the colour's
		}
	}
}
