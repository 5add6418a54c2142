package cite

import (
	"slices"
	"strings"
)

// A yearIndex finds the works of a year by the first word of each name of their first author,
// so that a citation costs no more in a list of thousands than in one of ten.
type yearIndex struct {
	works  []work
	byWord map[string][]int // indexes of works, in order
}

func (x *yearIndex) add(w work) {
	for _, name := range w.leadNames {
		word := firstWord(name)
		if at := x.byWord[word]; len(at) == 0 || at[len(at)-1] != len(x.works) {
			x.byWord[word] = append(at, len(x.works))
		}
	}
	x.works = append(x.works, w)
}

// namedIn returns the indexes of the works whose first author a folded text may name, in order.
func (x *yearIndex) namedIn(folded string) []int {
	found := slices.Clone(x.byWord[""])
	words := strings.FieldsFunc(folded, isNotWordRune)
	for i, word := range words {
		if !slices.Contains(words[:i], word) {
			found = append(found, x.byWord[word]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// firstWord returns the first word of a folded name, or "" if it has none.
func firstWord(name string) string {
	name = strings.TrimLeftFunc(name, isNotWordRune)
	if i := strings.IndexFunc(name, isNotWordRune); i >= 0 {
		name = name[:i]
	}
	return name
}

func isNotWordRune(r rune) bool { return !isWordRune(r) }
