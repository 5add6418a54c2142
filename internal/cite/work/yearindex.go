package work

import (
	"slices"
	"strings"

	"etal/internal/cite/scan"
)

// A YearIndex finds the works of a year by the first word of each name of their first author,
// so that a citation costs no more in a list of thousands than in one of ten.
type YearIndex struct {
	Groups [][]Work         // works with the same authors, in order
	byWord map[string][]int // indexes of groups, in order
	group  map[authors]int  // of works with these authors
}

// authors are what the text before a year is compared with.
type authors struct {
	leadNames, families string
	initials, head      string
	more                bool
}

// NewYearIndex returns an empty index.
func NewYearIndex() *YearIndex {
	return &YearIndex{byWord: map[string][]int{}, group: map[authors]int{}}
}

// Add adds a work of the year.
func (x *YearIndex) Add(w Work) {
	key := authors{strings.Join(w.LeadNames, "\n"), strings.Join(w.Families, "\n"), w.Initials, w.head, w.More}
	i, known := x.group[key]
	if known {
		x.Groups[i] = append(x.Groups[i], w)
		return
	}
	i = len(x.Groups)
	x.group[key], x.Groups = i, append(x.Groups, []Work{w})
	for _, name := range w.LeadNames {
		word := FirstWord(name)
		if at := x.byWord[word]; len(at) == 0 || at[len(at)-1] != i {
			x.byWord[word] = append(at, i)
		}
	}
}

// NamedIn returns the groups of works whose first author a folded text may name, in order, and
// reports whether those are all: they are at most [MaxCompared].
func (x *YearIndex) NamedIn(folded string) (groups [][]Work, all bool) {
	words := append(namesIn(folded), "")
	var named []int
	all = true
	for i, word := range words {
		if at := x.byWord[word]; !slices.Contains(words[:i], word) {
			named = append(named, at[:min(len(at), MaxCompared)]...)
			all = all && len(at) <= MaxCompared
		}
	}
	slices.Sort(named)
	named = slices.Compact(named)
	for _, i := range named[:min(len(named), MaxCompared)] {
		groups = append(groups, x.Groups[i])
	}
	return groups, all && len(named) <= MaxCompared
}

// maxUnspaced is the length, in folded letters, of the longest name in a script without blanks that is
// looked for within other words.
const maxUnspaced = 12

// namesIn returns the words of a folded text and, where a script has no blanks between words, all
// parts of them that may be names.
func namesIn(folded string) []string {
	words := strings.FieldsFunc(folded, IsNotWordRune)
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

// FirstWord returns the first word of a folded name, or "" if it has none.
func FirstWord(name string) string {
	name = strings.TrimLeftFunc(name, IsNotWordRune)
	if i := strings.IndexFunc(name, IsNotWordRune); i >= 0 {
		name = name[:i]
	}
	return name
}

func IsNotWordRune(r rune) bool { return !scan.IsWordRune(r) }

// MaxCompared is how many groups of works are compared with the text before a year: works of
// that year by different authors, of which the first has the same name.
const MaxCompared = 100
