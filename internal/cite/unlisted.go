package cite

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// Marks of works that the list does not have: (Smith et al., 2018). A year behind a
// capital letter is most often none, so a mark is believed only where it says "et al." or
// names two authors, where its author heads an entry of another year, or where it shares
// its parentheses with one that is in the list.

// unlistedNames matches the authors before a year: the first with particles, and others.
var unlistedNames = lazyregexp.New(`((?:(?:` + names.Particles + `) )*\p{Lu}[\p{L}'’-]+)((?:,? (?:` + names.EtAl + `)|,? (?:` + names.And + `|&) \p{Lu}[\p{L}'’-]+)?)(?:'s|’s)?,? ?[(\[]?$`)

// openers are words with a capital before a year that are no names.
var openers = wordSet(`In Since By From Until Before After During The`)

// unlisted reads the names before a year for which the list has no work. The text begins
// after the year before it, or anywhere before the names; offset is where it stands.
func (a *authorYears) unlisted(text string, offset int, year article.Span, label string) (h hit, ok bool) {
	m := unlistedNames.FindStringSubmatchIndex(text)
	if m == nil {
		return h, false
	}
	first, others := text[m[2]:m[3]], text[m[4]:m[5]]
	if _, month := names.Month(first); month || openers[first] {
		return h, false
	}
	if others == "" && !a.heads[Fold(first)] {
		return h, false
	}
	return hit{names: article.Span{Start: offset + m[2], End: offset + m[5]}, year: year, missing: []string{strings.TrimSpace(first+others) + " " + label}}, true
}
