// Package levels finds the levels of headings: by their numbers, else as those that look alike, else by how large
// they are.
//
// The package must not know where headings stand, nor how they are told from other text.
package levels

import (
	"math"
	"slices"
	"strings"

	"etal/internal/lazyregexp"
)

// The title has level 1.
const (
	Section = 2 // the level of sections
	Lowest  = 6 // the lowest level
)

// A Heading is one of an article's headings, as its page shows it.
type Heading struct {
	Text                   string
	Number                 string  // at its start, without a full stop behind it; "" if it has none
	Size                   float64 // of its type, in points
	Bold, Italic, Capitals bool
	Level                  int // 0 if not known
}

// A look is how a heading is set.
type look struct {
	size                   float64
	bold, italic, capitals bool
}

func (h *Heading) look() look {
	return look{math.Round(h.Size*2) / 2, h.Bold, h.Italic, h.Capitals}
}

// Set sets the levels of an article's headings, which come in the order of the text, and leaves none out between a
// heading and the next. Known levels stay unless they would.
func Set(all []*Heading) {
	romanLook, roman := romanLook(all)
	levels := map[look]int{}
	var looks []look
	for _, h := range all {
		l := h.look()
		switch {
		case h.Level > 0:
		case strings.ContainsAny(h.Number, "0123456789"):
			h.Level = Section + strings.Count(h.Number, ".")
		case roman && l == romanLook:
			h.Level = Section
		case roman && letterNumber.MatchString(h.Text):
			h.Level = Section + 1
		}
		if _, seen := levels[l]; !seen {
			looks = append(looks, l)
		}
		if levels[l] == 0 {
			levels[l] = h.Level
		}
	}
	above := 1
	for _, h := range all {
		if h.Level == 0 {
			l := h.look()
			if h.Level = levels[l]; h.Level == 0 {
				h.Level = l.rank(looks)
			}
		}
		h.Level = min(h.Level, above+1)
		above = h.Level
	}
}

// letterNumber matches the number of a heading below one with a Roman numeral.
var letterNumber = lazyregexp.New(`^[A-Z]\.\s`)

// romanLook returns how the headings are set that have Roman numerals, by the second of them. Set in small
// capitals, they are smaller than those below them.
func romanLook(all []*Heading) (l look, found bool) {
	for _, h := range all {
		if strings.HasPrefix(h.Text, "II.") {
			return h.look(), true
		}
	}
	return look{}, false
}

// rank returns the level of headings without a number: below all that are larger, and below those in bold
// or capitals if it is set in italics, or else alike.
func (l look) rank(looks []look) int {
	larger := map[float64]bool{}
	for _, o := range looks {
		if o.size > l.size {
			larger[o.size] = true
		}
	}
	level := Section + len(larger)
	inCapitals := look{l.size, l.bold, l.italic, true}
	if !l.bold && l.italic && !l.capitals || !l.capitals && slices.Contains(looks, inCapitals) {
		level++
	}
	return min(level, Lowest-1)
}
