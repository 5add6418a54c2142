package entries

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// rows makes rows of lines: each blank at a start indents by the size of the type, a number behind ^ is raised.
func rows(lines ...string) []Row {
	var out []Row
	for _, l := range lines {
		text := strings.TrimLeft(l, " ")
		r := Row{Text: text, Left: 100 + 10*float64(len(l)-len(text)), Size: 10}
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
		want  string // the first and last rows of the entries, with their labels
	}{
		{"numbers in brackets", []string{"[1] Wren, The moon, 1901", "of [2] others", "[2] Oke, Harbours, 1950", "[3] Lind, Tides, 1960"}, "1:0-1 2:2-2 3:3-3"},
		{"numbers with a point", []string{"1. Wren. The moon. 1901", "12. of May", "2. Oke. Harbours. 1950", "3. Lind. Tides. 1960"}, "1:0-1 2:2-2 3:3-3"},
		{"raised numbers", []string{"^1Wren, The moon (1901)", "^2Oke, Harbours (1950)", "^3Lind, Tides (1960)"}, "1:0-0 2:1-1 3:2-2"},
		{"rows that stand out", []string{"Wren, A. (1901). The moon.", "  Tidal Letters.", "Oke, B. (n.d.). Harbours.", "  Wharf."}, ":0-1 :2-3"},
		{"numbers, with more rows in the last but one", []string{"[1] a", "[2] b", "of c", "[3] d", "and e"}, "1:0-0 2:1-2 3:3-4"},
		{"raised numbers without names or years", []string{"^1a", "1910 of b", "^2c", "of d", "^3e"}, "1:0-1 2:2-3 3:4-4"},
		{"rows that stand out, of no known form", []string{"of tides in 1901", "  and a moon", "in ports of 1950", "  and on land", "  for all"}, ":0-1 :2-4"},
		{"names and years", []string{"Wren, A. (1901). The moon. Tidal Letters, 7, 22.", "Oke, B. (1950). Harbours. Tidal Letters, 56, 3."}, ":0-0 :1-1"},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range Cut(rows(tt.lines...)) {
			got = append(got, fmt.Sprintf("%s:%d-%d", e.Label, e.First, e.End-1))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}

// Rows are no entries by their indents where the first is indented, one is too deep, or nearly all or few have a year.
func TestCutHanging(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  int
	}{
		{"two entries", []string{"of 1901", " b", "in 1950", " d"}, 2},
		{"one", []string{"of 1901", " b", " c"}, 0},
		{"the first is indented", []string{" of 1901", "b 1950", " d", "e 1951"}, 0},
		{"one is too deep", []string{"of 1901", " b", "in 1950", "      d"}, 0},
		{"one is as deep as may be", []string{"of 1901", " b", "in 1950", "     d"}, 2},
		{"all are first", []string{"of 1901", "b 1902", "in 1950", "d 1951"}, 0},
		{"without years", []string{"of 1901", " b", "in", " d"}, 0},
		{"four of five with years", []string{"of 1901", " b", "in 1902", " d", "e n.d.", "f 1950", "g", " h"}, 5},
	} {
		if got := cutHanging(rows(tt.lines...)); len(got) != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
	second := rows("of 1901", " b", "in 1950", " d") // of another column
	for i := range second {
		second[i].Column, second[i].Left = 1, second[i].Left+200
	}
	if got := cutHanging(append(rows("a 1900", " c"), second...)); len(got) != 3 {
		t.Errorf("two columns: %v", got)
	}
}

func TestAgrees(t *testing.T) {
	const entry = "Wren, A., and Oke, B. (1901). The moon."
	for _, tt := range []struct {
		text, label string
		want        Answer
	}{
		{"7", "7", Yes}, {"[7]", "7", Yes}, {"(12)", "7", No}, {"7", "", Unknown}, {"1901", "7", Yes}, {"[1901]", "7", Yes}, {"1950", "7", No}, {"1234", "1234", Yes}, {"Wren (1901a)", "", Yes}, {"Wren (1950)", "", No},
		{"Wren", "", Yes}, {"wren", "", Unknown}, {"WREN et al.", "", Yes}, {"Lind et al.", "", No}, {"de Wren", "", Yes}, {"Li", "", Unknown}, {"", "7", Unknown},
	} {
		if got := Agrees(tt.text, tt.label, entry); got != tt.want {
			t.Errorf("%q with label %q: %d, want %d", tt.text, tt.label, got, tt.want)
		}
	}
}

func TestLabelOf(t *testing.T) {
	for text, want := range map[string]string{"[12] a": "12[]", "(3) a": "3()", "4. a": "4.", "5) a": "5.", "6 a": "6.", "^7a": "7^", "a 8": "", "[a] b": "", "9.": "9."} {
		got := ""
		if l, ok := LabelOf(rows(text)[0]); ok {
			got = fmt.Sprint(l.Number, l.Sign)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
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
		{dated, true}, {dated[:4], false}, {[]string{"1. a 1901", "2. b", "3. c", "4. d", "5. e 1903"}, false}, {[]string{"1. a 1901", "2. b 1902", "3. c", "4. d", "5. e"}, false},
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
