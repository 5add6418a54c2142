package identify

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"etal/internal/bib"
	"etal/internal/names"
)

// leastTitle is the number of letters from which on a title, a year and a name tell a work: a
// shorter one, such as Introduction, may be of several.
const leastTitle = 16

// Keys returns what identifies a work, the surest first: the keys of its identifiers, and its title with
// its year and the family name of its first author. Two works with a key in common are the same, unless
// they have different DOIs.
func Keys(item bib.Item) (keys []string) {
	for _, id := range Of(item) {
		keys = append(keys, id.Key())
	}
	if key, ok := titleKey(item); ok {
		keys = append(keys, key)
	}
	return keys
}

// titleKey returns the key of a work's title, year and first author, and reports whether they tell it.
func titleKey(item bib.Item) (key string, ok bool) {
	title, year := letters(item.Title), item.Issued.Year()
	if year == 0 || len(item.Author) == 0 || len(title) < leastTitle {
		return "", false
	}
	name := item.Author[0]
	return fmt.Sprintf("%s %d %s", title, year, letters(cmp.Or(name.Family, name.Literal))), true
}

// letters returns the folded letters and digits of a text.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, names.Fold(text))
}

// KeyName says what a key of [Keys] consists of.
func KeyName(key string) string {
	kind, _, _ := strings.Cut(key, ":")
	if name, ok := map[Kind]string{DOI: "DOI", ArXiv: "arXiv number", PMCID: "PMCID", PMID: "PMID"}[Kind(kind)]; ok {
		return name
	}
	return "title, year and first author"
}
