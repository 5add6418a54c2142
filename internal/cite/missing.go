package cite

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// Marks of works that the list does not have: (Smith et al., 2018). A year behind a
// capital letter is most often none, so a mark is believed only where it says "et al." or
// names two authors, where its author heads an entry of another year, or where it shares
// its parentheses with one that is in the list.

var (
	unlistedNames = lazyregexp.New(`((?:(?:van|von|de|der|den|del|della|la|le|di|du) )*\p{Lu}[\p{L}'’-]+)((?:,? et *al\.?| and (?:others|colleagues)| u\. ?a\.|(?:,? and | & | und | et | y )\p{Lu}[\p{L}'’-]+)?)(?:'s|’s)?,? ?[(\[]?$`)
	months        = lazyregexp.New(`^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|In|Since|By|From|Until|Before|After|During|The)`)
)

// unlisted reads the names before a year for which the list has no work. The text begins
// after the year before it, or anywhere before the names; offset is where it stands.
func (a *authorYears) unlisted(text string, offset int, year article.Span, label string) (h hit, ok bool) {
	m := unlistedNames.FindStringSubmatchIndex(text)
	if m == nil || months.MatchString(text[m[2]:m[3]]) {
		return h, false
	}
	first, others := text[m[2]:m[3]], text[m[4]:m[5]]
	if others == "" && !a.heads[Fold(first)] {
		return h, false
	}
	names := article.Span{Start: offset + m[2], End: offset + m[5]}
	return hit{names: names, year: year, missing: []string{strings.TrimSpace(first+others) + " " + label}}, true
}
