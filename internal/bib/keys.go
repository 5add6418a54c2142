package bib

import (
	"strconv"
	"strings"
	"unicode"

	"etal/internal/names"
)

// Keys returns a key for each of the items: its ID, where BibTeX can have it as a key, or
// else the first author's name and the year, as Smith2019. No two are alike, also where
// capitals do not count: the second Smith2019 is Smith2019a. The same list has the same
// keys always.
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
		base := makeKey(item)
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

// validKey reports whether s can be a key in BibTeX, and is more than a number in a list.
func validKey(s string) bool {
	return s != "" && len(s) <= 200 && strings.IndexFunc(s, func(r rune) bool {
		return r > unicode.MaxASCII || r <= ' ' || strings.ContainsRune(`,{}()"#%'=~\@`, r)
	}) < 0 && strings.IndexFunc(s, unicode.IsLetter) >= 0
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
