package cite

import (
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// Citations of works that the list lacks: (Smith et al., 2018). A capitalised word before a
// year is seldom an author, so such a citation is believed only if it says "et al." or names
// two authors, or if its author heads an entry of another year.

// unlistedNames matches the authors before a year: the first, with particles, and the others.
var unlistedNames = lazyregexp.New(`((?:(?:` + names.Particles + `) )*\p{Lu}[\p{L}'’-]+)((?:,? (?:` + names.EtAl + `)|,? (?:` + names.And + `|&) \p{Lu}[\p{L}'’-]+)?)(?:'s|’s)?,? ?[(\[]?$`)

// sentenceOpeners are capitalised words before a year that are not names.
var sentenceOpeners = wordSet(`In Since By From Until Before After During The`)

// clusterMember matches what a member of a cluster in parentheses has before its year.
var clusterMember = lazyregexp.New(`[;(\[]\s*(` + lead + `)(\p{Lu}[^;()\[\]]{1,80}?),? *$`)

// unlisted returns the hit for a year whose authors the list does not have, and reports
// whether text, which stands at offset and ends before the year, ends in any. Label is the
// year as printed.
func (a *authorYears) unlisted(text string, offset int, year article.Span, label string) (h hit, ok bool) {
	m := unlistedNames.FindStringSubmatchIndex(text)
	if m == nil {
		return a.unlistedMember(text, offset, year, label)
	}
	first, others := text[m[2]:m[3]], text[m[4]:m[5]]
	if _, month := names.Month(first); month || sentenceOpeners[first] {
		return h, false
	}
	if others == "" && !a.heads[scan.Fold(first)] {
		return a.unlistedMember(text, offset, year, label)
	}
	return hit{names: article.Span{Start: offset + m[2], End: offset + m[5]}, year: year, missing: []string{strings.TrimSpace(first+others) + " " + label}}, true
}

// unlistedMember returns the hit for a year with any capitalised words before it, as the member of
// a cluster.
func (a *authorYears) unlistedMember(text string, offset int, year article.Span, label string) (h hit, ok bool) {
	m := clusterMember.FindStringSubmatchIndex(text)
	if m == nil {
		return h, false
	}
	return hit{names: article.Span{Start: offset + m[4], End: offset + m[5]}, year: year, missing: []string{strings.Trim(text[m[4]:m[5]], " ,") + " " + label}, weak: true}, true
}
