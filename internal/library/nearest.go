package library

import "strings"

// Nearest returns the name of the article whose name is most like the one given; ok
// is false where none is like enough to be meant.
func (l *Library) Nearest(name string) (nearest string, ok bool) {
	name = strings.ToLower(name)
	best := max(len(name)/3, 2) + 1
	for _, e := range l.entries {
		id := e.ID.String()
		d := distance(name, strings.ToLower(id))
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(id), name) {
			d = min(d, 1)
		}
		if d < best {
			best, nearest, ok = d, id, true
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
