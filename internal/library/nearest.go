package library

import "strings"

// maxName is the length in bytes of the longest names that are compared, which takes time in
// proportion to its square.
const maxName = 200

// Nearest returns the article name most similar to the one given, and reports whether it is
// similar enough to be a misspelling.
func (l *Library) Nearest(name string) (nearest string, ok bool) {
	var names []string
	for _, e := range l.entries {
		names = append(names, e.ID.String())
	}
	return Nearest(name, names)
}

// Nearest returns the name most similar to the one given, and reports whether it is similar
// enough to be a misspelling.
func Nearest(name string, names []string) (nearest string, ok bool) {
	name = strings.ToLower(name)
	if len(name) > maxName {
		return "", false
	}
	best := max(len(name)/3, 2) + 1
	for _, n := range names {
		if len(n) > maxName {
			continue
		}
		d := distance(name, strings.ToLower(n))
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(n), name) {
			d = min(d, 1)
		}
		if d < best {
			best, nearest, ok = d, n, true
		}
	}
	return nearest, ok
}

// distance returns the number of insertions, deletions, substitutions and swaps of neighbours,
// in bytes, that turn a into b (the restricted Damerau–Levenshtein distance).
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := rows[i-1][j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
