// Package levels finds the levels of headings: by their numbers, else as those that look alike, else by how large
// they are. It knows how headings are numbered and named.
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
	Font                   string  // its name; "" for several
	Bold, Italic, Capitals bool
	Above                  bool // the next heading stands below it, without text between them
	Level                  int  // 0 if not known
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
	ignoreAcronyms(all)
	romanLook, roman := romanLook(all)
	aside := asides(all)
	levels := map[look]int{}
	counts := map[look]int{}
	for _, h := range all {
		counts[h.look()]++
	}
	var looks []look
	for _, h := range all {
		l := h.look()
		switch {
		case h.Level > 0:
		case IsOpening(h.Text), aside[h]:
			h.Level = Section
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
		if levels[l] == 0 && !aside[h] && !(IsOpening(h.Text) && inCapitals(counts, h)) {
			levels[l] = h.Level
		}
	}
	lower := stacked(all)
	above := 1
	for i, h := range all {
		l := h.look()
		switch {
		case h.Level > 0:
		case levels[l] > 0:
			h.Level = levels[l]
		case i > 0 && all[i-1].look() == l && !lower[h] && !lower[all[i-1]]:
			h.Level = above // that may be higher than its rank
		default:
			h.Level = l.rank(looks)
		}
		if lower[h] {
			h.Level++
		}
		h.Level = min(h.Level, above+1)
		above = h.Level
	}
}

// fewestInCapitals is how many headings must be in capitals for those set alike but for these to be lower, though an
// abstract is so called.
const fewestInCapitals = 2

// inCapitals reports whether headings, of which there are so many by their looks, are set like one without capitals, and
// have them.
func inCapitals(counts map[look]int, h *Heading) bool {
	l := h.look()
	l.capitals = true
	return !h.Capitals && counts[l] >= fewestInCapitals
}

// behind matches the headings of what stands behind an article, and declared what such headings may stand below.
var (
	behind   = lazyregexp.New(`(?i)^(?:acknowledge?ments?|(?:author(?:s[’´']?|['’]s)?|authors?[’´']?) contributions?(?: statement)?|(?:sources? of )?funding(?: information| sources?)?|(?:declaration of )?(?:competing|conflicts? of|conflicting) interests?(?: statement)?|data availability(?: statement)?|references|bibliography|literature cited|supporting information|supplementary (?:data|information|materials?))$`)
	declared = lazyregexp.New(`(?i)\bdeclarations?\b`)
)

// asides returns the headings of what stands behind an article that look like no others: they are sections, however small
// they are set. Headings of declarations stand above some.
func asides(all []*Heading) map[*Heading]bool {
	others := map[look]bool{}
	lists := 0
	found := map[*Heading]bool{}
	for _, h := range all {
		if !behind.MatchString(h.Text) {
			others[h.look()] = true
		} else if strings.EqualFold(h.Text, "references") {
			lists++
		}
	}
	for _, h := range all {
		switch {
		case declared.MatchString(h.Text):
			return found
		case behind.MatchString(h.Text) && (!others[h.look()] || strings.EqualFold(h.Text, "references") && lists == 1):
			found[h] = true
		}
	}
	return found
}

// longestAcronym is how many letters a word in capitals has that may be none of its heading's style.
const longestAcronym = 4

// ignoreAcronyms makes headings that are one acronym look like the others of their type, unless some of these are in
// capitals.
func ignoreAcronyms(all []*Heading) {
	inCapitals, others := map[look]bool{}, map[look]bool{}
	for _, h := range all {
		if len(h.Text) > longestAcronym {
			l := h.look()
			inCapitals[l] = h.Capitals
			others[l] = !h.Capitals
		}
	}
	for _, h := range all {
		plain := h.look()
		plain.capitals = false
		if len(h.Text) <= longestAcronym && !inCapitals[h.look()] && others[plain] {
			h.Capitals = false
		}
	}
}

// fewestStacked is how many headings must stand close above others that look so for the others to be lower.
const fewestStacked = 2

// sections matches the names of sections.
var sections = lazyregexp.New(`(?i)^(?:abstract|summary|introduction|background|(?:materials? and |patients and )?methods?|results?(?: and discussion)?|discussion(?: and conclusions?)?|(?:summary and )?conclusions?|(?:conclusions? and )?future (?:work|research|directions)|acknowledge?ments?|references|bibliography|literature|appendix)\b.{0,3}$`)

// stacked returns the headings that are one level below others of the same look: those of another font, which stand
// close below these; and, where they are in the same font, all that have no others close below and do not name a section.
func stacked(all []*Heading) map[*Heading]bool {
	type face struct {
		look
		font string
	}
	of := func(h *Heading) face { return face{h.look(), h.Font} }
	pairs := map[[2]face]int{}
	for i, h := range all {
		if h.Above && i+1 < len(all) && h.Number == "" && all[i+1].Number == "" && h.look() == all[i+1].look() {
			pairs[[2]face{of(h), of(all[i+1])}]++
		}
	}
	lower := map[*Heading]bool{}
	for _, h := range all {
		f := of(h)
		for pair, n := range pairs {
			switch {
			case n < fewestStacked || pair[1] != f || pairs[[2]face{pair[1], pair[0]}] >= n && pair[0] != f, h.Number != "":
			case pair[0] != f || !h.Above && !sections.MatchString(h.Text):
				lower[h] = true
			}
		}
	}
	return lower
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
