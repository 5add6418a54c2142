package bib

import (
	"strconv"
	"strings"
	"unicode"

	"etal/internal/names"
)

// Keys returns a key for each of the items: its ID, if BibTeX can have it as a key, or else the
// first author's name and the year, as Smith2019. No two are alike, also where capitals do not
// count: the second Smith2019 is Smith2019a. The same list has the same keys always.
func Keys(items []Item) []string {
	keys := make([]string, len(items))
	taken := map[string]bool{}
	for i, item := range items {
		if validKey(item.ID) && !taken[strings.ToLower(item.ID)] {
			keys[i] = item.ID
			taken[strings.ToLower(item.ID)] = true
		}
	}
	next := map[string]int{} // of the letters behind a key, so that many alike take no longer
	for i, item := range items {
		if keys[i] != "" {
			continue
		}
		base := item.ID
		if !validKey(base) {
			base = makeKey(item)
		}
		key := base
		for taken[strings.ToLower(key)] {
			next[base]++
			key = base + letters(next[base])
		}
		keys[i] = key
		taken[strings.ToLower(key)] = true
	}
	return keys
}

// letters counts a, b, … z, aa, ab …, from 1.
func letters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// maxKey is the size in bytes of the longest ID that is kept as a key.
const maxKey = 200

// validKey reports whether BibTeX can read s back as a key: it ends a key at a comma, and counts
// braces.
func validKey(s string) bool {
	return s != "" && len(s) <= maxKey && s == strings.TrimSpace(s) && !strings.ContainsAny(s, `,{}"=`) &&
		strings.IndexFunc(s, unicode.IsControl) < 0
}

// A Duplicate is a key that two items have, by their indexes.
type Duplicate struct{ First, Again int }

// Duplicates returns the items whose key an item before them has.
func Duplicates(items []Item) []Duplicate {
	var found []Duplicate
	first := map[string]int{}
	for i, item := range items {
		if j, taken := first[item.ID]; taken {
			found = append(found, Duplicate{j, i})
		} else if item.ID != "" {
			first[item.ID] = i
		}
	}
	return found
}

// makeKey returns the key that an item without one gets, as far as it is its own.
func makeKey(item Item) string {
	name := ""
	for _, names := range [][]Name{item.Author, item.Editor} {
		if len(names) > 0 && name == "" {
			name = plainLetters(names[0].Family)
			if name == "" {
				name = plainLetters(names[0].Literal)
			}
		}
	}
	if name == "" {
		for _, w := range strings.Fields(item.Title) {
			if w = plainLetters(w); len(w) > 3 {
				name = w
				break
			}
		}
	}
	if name == "" || !unicode.IsLetter(rune(name[0])) {
		name = "ref" + name
	}
	if len(name) > 40 {
		name = name[:40]
	}
	if year := item.Issued.Year(); year > 0 {
		return name + strconv.Itoa(year)
	}
	return name
}

// plainLetters returns the ASCII letters and digits of s, and those under its accents.
func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, names.FoldCase(s))
}
