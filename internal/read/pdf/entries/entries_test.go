package entries

import (
	"slices"
	"strings"
	"testing"
)

// rows makes rows of lines: each blank at a start indents by the size of the type, a number behind ^ is raised.
func rows(lines ...string) []Row {
	var out []Row
	for _, l := range lines {
		text := strings.TrimLeft(l, " ")
		r := Row{Text: text, Left: 10 * float64(len(l)-len(text)), Size: 10}
		if rest, ok := strings.CutPrefix(text, "^"); ok {
			r.Text = rest
			r.Raised = rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		}
		out = append(out, r)
	}
	return out
}

func TestCut(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  string // the first rows of the entries, with their labels
	}{
		{"numbers in brackets", []string{"[1] Wren, The moon, 1901", "of [2] others", "[2] Oke, Harbours, 1950", "[3] Lind, Tides, 1960"}, "1:0 2:2 3:3"},
		{"numbers with a point", []string{"1. Wren. The moon. 1901", "12. of May", "2. Oke. Harbours. 1950", "3. Lind. Tides. 1960"}, "1:0 2:2 3:3"},
		{"raised numbers", []string{"^1Wren, The moon (1901)", "^2Oke, Harbours (1950)", "^3Lind, Tides (1960)"}, "1:0 2:1 3:2"},
		{"rows that stand out", []string{"Wren, A. (1901). The moon.", "  Tidal Letters.", "Oke, B. (n.d.). Harbours.", "  Wharf."}, ":0 :2"},
		{"names and years", []string{"Wren, A. (1901). The moon. Tidal Letters, 7, 22.", "Oke, B. (1950). Harbours. Tidal Letters, 56, 3."}, ":0 :1"},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range Cut(rows(tt.lines...)) {
			got = append(got, e.Label+":"+string(rune('0'+e.First)))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}

// A list that nothing announces has five entries at least, most of them with a year.
func TestIsList(t *testing.T) {
	dated := []string{"1. a 1901", "2. b 1902", "3. c 1903", "4. d", "5. e"}
	for _, tt := range []struct {
		lines []string
		want  bool
	}{
		{dated, true}, {dated[:4], false}, {[]string{"1. a 1901", "2. b 1902", "3. c", "4. d", "5. e"}, false},
	} {
		r := rows(tt.lines...)
		if got := IsList(r, Numbered(r)); got != tt.want {
			t.Errorf("%q: %v", tt.lines, got)
		}
	}
}

// A run goes on with the next number of the same sign only.
func TestNumbered(t *testing.T) {
	var got []int
	for _, l := range Numbered(rows("7. of these", "[1] a", "2. b", "[2] c", "[4] d", "[3] e")) {
		got = append(got, l.Row)
	}
	if !slices.Equal(got, []int{1, 3, 5}) {
		t.Errorf("rows %v", got)
	}
}
