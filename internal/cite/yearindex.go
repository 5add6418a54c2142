package cite

import (
	"slices"
	"strings"

	"etal/internal/cite/scan"
)

// A yearIndex finds the works of a year by the first word of each name of their first author,
// so that a citation costs no more in a list of thousands than in one of ten.
type yearIndex struct {
	groups [][]work         // works with the same authors, in order
	byWord map[string][]int // indexes of groups, in order
	group  map[authors]int  // of works with these authors
}

// authors are what the text before a year is compared with.
type authors struct {
	leadNames, families string
	initials, head      string
	more                bool
}

func newYearIndex() *yearIndex {
	return &yearIndex{byWord: map[string][]int{}, group: map[authors]int{}}
}

func (x *yearIndex) add(w work) {
	key := authors{strings.Join(w.leadNames, "\n"), strings.Join(w.families, "\n"), w.initials, w.head, w.more}
	i, known := x.group[key]
	if known {
		x.groups[i] = append(x.groups[i], w)
		return
	}
	i = len(x.groups)
	x.group[key], x.groups = i, append(x.groups, []work{w})
	for _, name := range w.leadNames {
		word := firstWord(name)
		if at := x.byWord[word]; len(at) == 0 || at[len(at)-1] != i {
			x.byWord[word] = append(at, i)
		}
	}
}

// namedIn returns the groups of works whose first author a folded text may name, in order, and
// reports whether those are all: they are at most maxCompared.
func (x *yearIndex) namedIn(folded string) (groups [][]work, all bool) {
	words := append(namesIn(folded), "")
	var named []int
	all = true
	for i, word := range words {
		if at := x.byWord[word]; !slices.Contains(words[:i], word) {
			named = append(named, at[:min(len(at), maxCompared)]...)
			all = all && len(at) <= maxCompared
		}
	}
	slices.Sort(named)
	named = slices.Compact(named)
	for _, i := range named[:min(len(named), maxCompared)] {
		groups = append(groups, x.groups[i])
	}
	return groups, all && len(named) <= maxCompared
}

// maxUnspaced is the length, in folded letters, of the longest name in a script without blanks that is
// looked for within other words.
const maxUnspaced = 12

// namesIn returns the words of a folded text and, where a script has no blanks between words, all
// parts of them that may be names.
func namesIn(folded string) []string {
	words := strings.FieldsFunc(folded, isNotWordRune)
	for _, word := range words {
		runes := []rune(word)
		for i := range runes {
			for n := 2; scan.IsUnspaced(runes[i]) && n <= maxUnspaced && i+n <= len(runes) && n < len(runes); n++ {
				words = append(words, string(runes[i:i+n]))
			}
		}
	}
	return words
}

// firstWord returns the first word of a folded name, or "" if it has none.
func firstWord(name string) string {
	name = strings.TrimLeftFunc(name, isNotWordRune)
	if i := strings.IndexFunc(name, isNotWordRune); i >= 0 {
		name = name[:i]
	}
	return name
}

func isNotWordRune(r rune) bool { return !scan.IsWordRune(r) }

// maxCompared is how many groups of works are compared with the text before a year: works of
// that year by different authors, of which the first has the same name.
const maxCompared = 100
