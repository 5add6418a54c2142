package cite

import (
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/cite/work"
)

// A shortIndex finds the works that a short form may mean by the words that they share with it,
// so that a short form costs no more in a list of thousands than in one of ten. Works are parsed
// when the first short form is met.
type shortIndex struct {
	works    []article.Reference // in order
	families []string            // of the first authors of those that were parsed, folded
	byFamily map[string][]int    // first words of families to indexes of works
	byWord   map[familyWord][]int
}

// A familyWord is a word of an entry, under the first word of its first author's family.
type familyWord struct{ family, word string }

// maxSharing bounds the works that a short form is compared with: those of authors of one name
// that have the rarest of its words in common.
const maxSharing = 1000

// parse parses the works that were added since the last time.
func (x *shortIndex) parse() {
	if x.byFamily == nil {
		x.byFamily, x.byWord = map[string][]int{}, map[familyWord][]int{}
	}
	for i := len(x.families); i < len(x.works); i++ {
		family := ""
		if author := x.works[i].Fields().Author; len(author) > 0 {
			family = work.FamilyOf(author[0])
		}
		x.families = append(x.families, family)
		if family == "" {
			continue
		}
		first := work.FirstWord(family)
		x.byFamily[first] = append(x.byFamily[first], i)
		for _, word := range Words(scan.Fold(x.works[i].Text.String())) {
			key := familyWord{first, word}
			if at := x.byWord[key]; len(at) == 0 || at[len(at)-1] != i {
				x.byWord[key] = append(at, i)
			}
		}
	}
}

// named returns the numbers of the works that a folded short form names by the family of the
// first author and, if it has more words, by words of the entry: of more than a mark may name,
// the first ones.
func (x *shortIndex) named(form string) (found []int) {
	x.parse()
	words := strings.FieldsFunc(form, work.IsNotWordRune)
	for i, word := range words {
		if slices.Contains(words[:i], word) {
			continue
		}
		sharing := x.sharing(word, form)
		for _, i := range sharing[:min(len(sharing), maxSharing)] {
			if len(found) <= maxAlike && x.names(form, i) {
				found = append(found, i)
			}
		}
	}
	slices.Sort(found)
	for i, at := range found {
		found[i] = x.works[at].Number
	}
	return found
}

// sharing returns the works whose first author's family begins with a word and that have the
// rarest of a form's other words, too.
func (x *shortIndex) sharing(first, form string) []int {
	works := x.byFamily[first]
	if len(works) == 0 {
		return nil
	}
	_, rest, _ := strings.Cut(form, first)
	for _, word := range Words(rest) {
		if at := x.byWord[familyWord{first, word}]; len(at) > 0 && len(at) < len(works) {
			works = at
		}
	}
	return works
}

// names reports whether a form names a work.
func (x *shortIndex) names(form string, i int) bool {
	family := x.families[i]
	at := strings.Index(form, family)
	if at < 0 || !scan.IsWordBorder(form, at) || !scan.IsWordBorder(form, at+len(family)) {
		return false
	}
	first := work.FirstWord(family)
	for _, word := range Words(form[at+len(family):]) {
		if _, ok := slices.BinarySearch(x.byWord[familyWord{first, word}], i); !ok {
			return false
		}
	}
	return true
}
