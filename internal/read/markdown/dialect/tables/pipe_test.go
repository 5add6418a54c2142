package tables

import (
	"strings"
	"testing"
)

// TestPipe tells how cells are written: escaped, blocks apart by line breaks, rows filled.
func TestPipe(t *testing.T) {
	for _, tt := range []struct {
		name  string
		rows  [][]string
		heads int
		want  string
	}{
		{"a head of two rows", [][]string{{"a", "b"}, {"c"}, {"d", "e"}}, 2, "| a c | b |\n| --- | --- |\n| d | e |"},
		{"no head", [][]string{{"a"}, {"b", "c"}}, 0, "| | |\n| --- | --- |\n| a | |\n| b | c |"},
		{"pipes", [][]string{{`a|b \| c \\| d`}}, 1, `| a\|b \| c \\\| d |` + "\n| --- |"},
		{"an escaped pipe at the end", [][]string{{`a|b \|`}}, 1, `| a\|b \| |` + "\n| --- |"},
		{"blocks", [][]string{{"a\nb\n\nc\n- d\n1. e\\\nf"}}, 1, "| a b<br>c<br>- d<br>1. e<br>f |\n| --- |"},
		{"nothing", nil, 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(Pipe(tt.rows, tt.heads, nil), "\n"); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// FuzzGrid checks that no letter of a grid is lost.
func FuzzGrid(f *testing.F) {
	f.Add("+---+---+\n| a | b |\n+===+===+\n| c d   |\n+---+---+")
	f.Add("+---+---+\n| a | b |\n+---+   |\n| c | d |\n+---+---+")
	for _, tt := range gridTests {
		f.Add(strings.TrimPrefix(tt.text, "\n"))
	}
	f.Fuzz(func(t *testing.T, in string) {
		lines := strings.Split(in, "\n")
		out := strings.Join(Grid(lines), "\n")
		for _, r := range "abcdé表" {
			if out != "" && strings.Count(out, string(r)) < strings.Count(in, string(r)) {
				t.Fatalf("%c is lost of %q: %q", r, in, out)
			}
		}
	})
}
