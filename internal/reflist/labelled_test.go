package reflist

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
)

// show returns the labels and texts of entries, a line each.
func show(text string, entries []Entry) string {
	var out []string
	for _, e := range entries {
		out = append(out, e.Label+"|"+strings.Join(strings.Fields(text[e.Start:e.End]), " "))
	}
	return strings.Join(out, "\n")
}

func whole(text string) article.Span { return article.Span{End: len(text)} }

// filler returns n lines that begin no entry.
func filler(n int) string { return strings.Repeat("of words\n", n) }

// labelledLists are lists whose entries begin with labels, and what they are cut into.
var labelledLists = []struct{ name, list, want string }{
	{"numbers in brackets", "[1] Oke, B. Wheels. 1950.\n[2]: Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950.\n2|Lind, C. Waves. 1961."},
	{"those of a supplement behind them", "[1] Oke, B. Wheels. 1950.\n\n[S1] Lind, C. Waves. 1961.\n\n[S2] Wren, D. Carts. 1970.\n", "1|Oke, B. Wheels. 1950.\nS1|Lind, C. Waves. 1961.\nS2|Wren, D. Carts. 1970."},
	{"numbers in parentheses", "(1) Oke, B. Wheels. 1950.\n(2) Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950.\n2|Lind, C. Waves. 1961."},
	{"escaped, as in Markdown", "\\[1\\] Oke, B. Wheels. 1950.\n\\[2\\] Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950.\n2|Lind, C. Waves. 1961."},
	{"names", "[Oke50] Oke, B., Wheels.\n[Lind et al. 1961] Lind, C., Waves.\n", "Oke50|Oke, B., Wheels.\nLind et al. 1961|Lind, C., Waves."},
	{"bullets", "- Oke, B. (1950). Wheels.\n- Lind, C. (1961). Waves.\n", "|Oke, B. (1950). Wheels.\n|Lind, C. (1961). Waves."},
	{"bullets under a line are no labels", "The sources of 1950.\n- Oke, B. (1950). Wheels.\n- Lind, C. (1961). Waves.\n", "|The sources of 1950.\n|- Oke, B. (1950). Wheels.\n|- Lind, C. (1961). Waves."},
	{"bullets before numbers are no labels", "- in 1949.\n1. Oke, B. Wheels. 1950.\n2. Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950.\n2|Lind, C. Waves. 1961."},
	{"two shapes: the first is the list's", "1. Oke, B. Wheels. 1950.\n[1] and\n[2] more.\n2. Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950. [1] and [2] more.\n2|Lind, C. Waves. 1961."},
	{"two shapes: not the second", "[1] Oke, B. Wheels. 1950.\n1. and\n2. more.\n[2] Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950. 1. and 2. more.\n2|Lind, C. Waves. 1961."},
	{"two shapes, the first of which has one entry", "[1] Oke, B. Wheels. 1950.\n1. and\n2. more.\n", "1|Oke, B. Wheels. 1950. 1. and 2. more."},
	{"a single entry", "1. Oke, B. Wheels. 1950.\n", "1|Oke, B. Wheels. 1950."},
	{"a single entry under a line", "All of them:\n1. oke, b. wheels. 1950.\n", "|All of them: 1. oke, b. wheels. 1950."},
	{"two entries under a line", "All of them:\n1. Oke, B. Wheels. 1950.\n2. Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950.\n2|Lind, C. Waves. 1961."},
	{"two entries under a line, but not from 1 on", "All of them:\n2. oke, b. wheels. 1950.\n3. lind, c. waves. 1961.\n", "|All of them: 2. oke, b. wheels. 1950. 3. lind, c. waves. 1961."},
	{"two entries under six lines", filler(6) + "1. Oke, B. Wheels. 1950.\n2. Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950.\n2|Lind, C. Waves. 1961."},
	{"two entries under seven lines", filler(7) + "1. oke, b. wheels. 1950.\n2. lind, c. waves. 1961.\n", "|" + strings.Repeat("of words ", 7) + "1. oke, b. wheels. 1950. 2. lind, c. waves. 1961."},
	{"two entries from 5 on", "5. Oke, B. Wheels. 1950.\n6. Lind, C. Waves. 1961.\n", "5|Oke, B. Wheels. 1950.\n6|Lind, C. Waves. 1961."},
	{"a single entry that is not the first", "5. oke, b. wheels. 1950.\n", "|5. oke, b. wheels. 1950."},
	{"numbers alone, three of them", "1 Oke, B. Wheels. 1950.\n2 Lind, C. Waves. 1961.\n3 Wren, A. Moon. 1901.\n", "1|Oke, B. Wheels. 1950.\n2|Lind, C. Waves. 1961.\n3|Wren, A. Moon. 1901."},
	{"numbers alone, two of them", "1 Oke, B. Wheels. 1950, and\n2 Lind, C. Waves. 1961.\n", "|1 Oke, B. Wheels. 1950, and 2 Lind, C. Waves. 1961."},
	{"numbers alone, not from 1 on", "2 Lind, C. Waves. 1961, and\n3 Wren, A. Moon. 1901, and\n4 Abel, N. Sand. 1902.\n", "|2 Lind, C. Waves. 1961, and 3 Wren, A. Moon. 1901, and 4 Abel, N. Sand. 1902."},
	{"numbers alone, under six lines", filler(6) + "1 Oke, B. 1950.\n2 Lind, C. 1961.\n3 van Wren, A. 1901.\n", "1|Oke, B. 1950.\n2|Lind, C. 1961.\n3|van Wren, A. 1901."},
	{"numbers alone, under seven lines", filler(7) + "1 Oke, B. 1950, and\n2 Lind, C. 1961, and\n3 Wren, A. 1901.\n", "|" + strings.Repeat("of words ", 7) + "1 Oke, B. 1950, and 2 Lind, C. 1961, and 3 Wren, A. 1901."},
	{"a number indented by three more", "1. Oke, B. Wheels. 1950.\n   2. Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950.\n2|Lind, C. Waves. 1961."},
	{"a number indented by four more", "1. Oke, B. Wheels. 1950.\n    2. Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. 1950. 2. Lind, C. Waves. 1961."},
	{"each numbered 1", "1. Oke, B. 1950.\n1. Lind, C. 1961.\n1. Wren, A. 1901.\n", "1|Oke, B. 1950.\n2|Lind, C. 1961.\n3|Wren, A. 1901."},
	{"each but one numbered 1", "1. Oke, B. 1950.\n1. Lind, C. 1961.\n2. Wren, A. 1901.\n", "1|Oke, B. 1950. 1. Lind, C. 1961.\n2|Wren, A. 1901."},
	{"01 is not 1", "1. Oke, B. 1950.\n01. Lind, C. 1961.\n", "1|Oke, B. 1950. 01. Lind, C. 1961."},
	{"a number twice", "1. Oke, B. 1950.\n2. Lind, C. 1961,\n2. edn.\n3. Wren, A. 1901.\n", "1|Oke, B. 1950.\n2|Lind, C. 1961, 2. edn.\n3|Wren, A. 1901."},
	{"nine numbers left out", "1. Oke, B. 1950.\n11. Lind, C. 1961.\n", "1|Oke, B. 1950.\n11|Lind, C. 1961."},
	{"ten numbers left out", "1. Oke, B. 1950.\n12. Lind, C. 1961.\n", "1|Oke, B. 1950. 12. Lind, C. 1961."},
	{"an edition before the first number", "3. edn.\n1. Oke, B. 1950.\n2. Lind, C. 1961.\n", "1|Oke, B. 1950.\n2|Lind, C. 1961."},
	{"the number that is due comes at once", "1. Oke, B.,\n4. edn. 1950.\n2. Lind, C. 1961.\n", "1|Oke, B., 4. edn. 1950.\n2|Lind, C. 1961."},
	{"the number that is due comes 60 lines later", "1. Oke, B.,\n4. edn,\n" + filler(59) + "2. Lind, C. 1961.\n", "1|Oke, B., 4. edn, " + strings.Repeat("of words ", 58) + "of words\n2|Lind, C. 1961."},
	{"the number that is due comes too late", "1. Oke, B.,\n4. edn,\n" + filler(60) + "2. Lind, C. 1961.\n", "1|Oke, B.,\n4|edn, " + strings.Repeat("of words ", 60) + "2. Lind, C. 1961."},
	{"an end after a blank line", "1. Oke, B. 1950.\n2. Lind, C. 1961.\n\nThe end.\n", "1|Oke, B. 1950.\n2|Lind, C. 1961."},
	{"an end after a blank line and half a sentence", "1. Oke, B. 1950.\n2. Lind, C. 1961 and\n\nThe end.\n", "1|Oke, B. 1950.\n2|Lind, C. 1961 and"},
	{"an indented paragraph belongs to its entry", "1. Oke, B. 1950.\n2. Lind, C. 1961.\n\n   A classic.\n", "1|Oke, B. 1950.\n2|Lind, C. 1961. A classic."},
	{"a paragraph between entries belongs to none", "1. Oke, B. 1950.\n\nA classic.\n2. Lind, C. 1961.\n", "1|Oke, B. 1950.\n2|Lind, C. 1961."},
	{"a sentence over a blank line is one", "1. Oke, B. and\n\nLind, C. 1950.\n2. Lind, C. 1961.\n", "1|Oke, B. and Lind, C. 1950.\n2|Lind, C. 1961."},
	{"a line after a line", "1. Oke, B.\n1950.\nQuay.\n2. Lind, C. 1961.\n", "1|Oke, B. 1950. Quay.\n2|Lind, C. 1961."},
	{"under its heading", "\n## References\n\n1. Oke, B. 1950.\n2. Lind, C. 1961.\n", "1|Oke, B. 1950.\n2|Lind, C. 1961."},
	{"nothing", "\n\n", ""},
}

func TestCutLabelled(t *testing.T) {
	for _, tt := range labelledLists {
		t.Run(tt.name, func(t *testing.T) {
			entries := Cut(tt.list, whole(tt.list))
			if got := show(tt.list, entries); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
			for _, e := range entries {
				if e.LineStart > e.Start || e.LineStart > 0 && tt.list[e.LineStart-1] != '\n' {
					t.Errorf("the line of %q begins at %d", tt.list[e.Start:e.End], e.LineStart)
				}
			}
		})
	}
}

func TestNumbers(t *testing.T) {
	tests := []struct {
		text             string
		bracketed, plain bool
	}{
		{"[1] Oke", true, false}, {"  [12]: Oke", true, false}, {"[1]", true, false},
		{"1. Oke", false, true}, {"3) Oke", false, true}, {"3\\. Oke", false, true},
		{"1.5 times", false, false}, {"[Oke50] Oke", false, false}, {"1 Oke", false, false}, {"Oke 1. B", false, false},
	}
	for _, tt := range tests {
		if HasBracketedNumber(tt.text) != tt.bracketed || HasPlainNumber(tt.text) != tt.plain || HasNumber(tt.text) != (tt.bracketed || tt.plain) {
			t.Errorf("%q: bracketed %v, plain %v, number %v", tt.text, HasBracketedNumber(tt.text), HasPlainNumber(tt.text), HasNumber(tt.text))
		}
	}
}

func FuzzCut(f *testing.F) {
	for _, tt := range labelledLists {
		f.Add(tt.list, 0)
	}
	for _, tt := range unlabelledLists {
		f.Add(tt.list, len(tt.list)/2)
	}
	for _, tt := range texts {
		f.Add(tt.text, 1)
	}
	f.Fuzz(func(t *testing.T, text string, start int) {
		if start < 0 || start > len(text) {
			start = 0
		}
		check(t, text, start, Cut(text, article.Span{Start: start, End: len(text)}))
		lines := CutLines(text, whole(text))
		headings, found := Find(text, lines)
		check(t, text, 0, found)
		for i := range headings {
			if i < 0 || i >= len(lines) {
				t.Errorf("heading in line %d of %d", i, len(lines))
			}
		}
		check(t, text, 0, FindBare(text))
	})
}

// check checks that entries lie in order in a text, each at a line's start.
func check(t *testing.T, text string, start int, entries []Entry) {
	t.Helper()
	for _, e := range entries {
		if e.LineStart < start || e.Start < e.LineStart || e.End < e.Start || e.End > len(text) {
			t.Fatalf("%s in a text of %d bytes from %d", fmt.Sprint(e), len(text), start)
		}
		start = e.End
	}
}
