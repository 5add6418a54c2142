package list

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"etal/internal/names"
)

// A match is an article that the filter lets through, and which runes of its title it
// matched.
type match struct {
	item
	score int
	runes map[int]bool
}

// filter returns the articles that fit a pattern, best first; all where it is empty.
// Titles, authors and names are searched as [names.Fold] has them. Where some
// fit well, those whose letters only happen to come in the pattern's order are left
// out.
func filter(items []item, pattern string) []match {
	pattern = strings.ReplaceAll(names.Fold(pattern), " ", "")
	var matches []match
	for _, i := range items {
		if m, ok := matching(i, pattern); ok {
			matches = append(matches, m)
		}
	}
	slices.SortStableFunc(matches, func(a, b match) int { return b.score - a.score })
	if len(matches) > 0 && matches[0].score > 0 {
		matches = slices.DeleteFunc(matches, func(m match) bool { return m.score < 0 })
	}
	return matches
}

// matching matches an article with a folded pattern: in its title, its name or one of its
// authors, whichever fits best.
func matching(it item, pattern string) (m match, ok bool) {
	m.item = it
	if pattern == "" {
		return m, true
	}
	title, offsets := names.FoldOffsets(it.title.String())
	fields := []string{title, names.Fold(it.entry.ID.String())}
	for _, n := range it.authors {
		fields = append(fields, names.Fold(n.String()))
	}
	for i, f := range fuzzy.Find(pattern, fields) {
		if i > 0 && f.Score <= m.score {
			continue
		}
		m.score, m.runes, ok = f.Score, map[int]bool{}, true
		if f.Index == 0 {
			for _, at := range f.MatchedIndexes {
				m.runes[utf8.RuneCountInString(it.title.String()[:offsets[at]])] = true
			}
		}
	}
	return m, ok
}
