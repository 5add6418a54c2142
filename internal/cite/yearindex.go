package cite

import (
	"slices"
	"strings"
)

// A listed is the works of a year, found by the first word of what their first author may
// be called: a list of thousands costs a citation no more than one of ten.
type listed struct {
	works  []work
	byWord map[string][]int // indexes of works, in order
}

func (l *listed) add(w work) {
	for _, first := range w.firsts {
		word := firstWord(first)
		if at := l.byWord[word]; len(at) == 0 || at[len(at)-1] != len(l.works) {
			l.byWord[word] = append(at, len(l.works))
		}
	}
	l.works = append(l.works, w)
}

// in returns the indexes of the works whose first author a folded text may name, in order.
func (l *listed) in(folded string) []int {
	found := slices.Clone(l.byWord[""])
	words := strings.FieldsFunc(folded, isNoWordRune)
	for i, word := range words {
		if !slices.Contains(words[:i], word) {
			found = append(found, l.byWord[word]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// firstWord returns the first word of a folded name, empty where it has none.
func firstWord(name string) string {
	name = strings.TrimLeftFunc(name, isNoWordRune)
	if i := strings.IndexFunc(name, isNoWordRune); i >= 0 {
		name = name[:i]
	}
	return name
}

func isNoWordRune(r rune) bool { return !isWordRune(r) }
