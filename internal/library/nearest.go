package library

import "strings"

// maxName bounds the names that are compared, in bytes: it takes the square of it.
const maxName = 200

// Nearest returns the name of the article whose name is most like the one given; ok
// is false where none is like enough to be meant.
func (l *Library) Nearest(name string) (nearest string, ok bool) {
	var names []string
	for _, e := range l.entries {
		names = append(names, e.ID.String())
	}
	return Nearest(name, names)
}

// Nearest returns that of the names which is most like the one given; ok is false where
// none is like enough to be meant.
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

// distance returns how many bytes have to be put in, taken out, changed or swapped
// with their neighbour to make b of a (the restricted Damerau–Levenshtein distance).
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
