package cite

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/safe"
)

// list makes references with the labels given.
func list(labels ...string) []article.Reference {
	var refs []article.Reference
	for i, l := range labels {
		refs = append(refs, article.Reference{Number: i + 1, Label: safe.New(l)})
	}
	return refs
}

func upTo(n int) []article.Reference {
	var labels []string
	for i := 1; i <= n; i++ {
		labels = append(labels, fmt.Sprint(i))
	}
	return list(labels...)
}

// show writes citations as [mark]→references, with ? for what is missing and | for
// what is ambiguous.
func show(citations []article.Citation) string {
	var out []string
	for _, c := range citations {
		s := c.Text.String() + "→" + strings.Trim(strings.ReplaceAll(fmt.Sprint(c.References), " ", ","), "[]")
		for _, m := range c.Missing {
			s += "?" + m
		}
		if len(c.Ambiguous) > 0 {
			s += "|" + strings.Trim(strings.ReplaceAll(fmt.Sprint(c.Ambiguous), " ", ","), "[]")
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

var numberTests = []struct {
	name, text string
	references []article.Reference
	want       string
}{
	{"one", "relief [1].", upTo(8), "[1]→1"},
	{"several", "relief [1, 2] and [3;4]", upTo(8), "[1, 2]→1,2 [3;4]→3,4"},
	{"range", "relief [1–3], [2,5-7]", upTo(8), "[1–3]→1,2,3 [2,5-7]→2,5,6,7"},
	{"range of brackets", "[1]–[3], [5]-[7]", upTo(8), "[1]–[3]→1,2,3 [5]-[7]→5,6,7"},
	{"after a word for numbers", "a week's interval [4], the vector [5], Cu2+ [6]", upTo(8), "[4]→4 [5]→5 [6]→6"},
	{"range with other dashes", "[1—3] [1‑3] [1−3]", upTo(8), "[1—3]→1,2,3 [1‑3]→1,2,3 [1−3]→1,2,3"},
	{"words between", "[1 and 2], [1 & 3]", upTo(8), "[1 and 2]→1,2 [1 & 3]→1,3"},
	{"words of other languages between", "[1 y 2], [1 og 3], [1, 2 en 3], [1 e 2], not [1e2] or [1a2]", upTo(8), "[1 y 2]→1,2 [1 og 3]→1,3 [1, 2 en 3]→1,2,3 [1 e 2]→1,2"},
	{"with words and places", "[see 3 and 5], [12, p. 4; 13], [e.g., 2, 4], [3, pp. 12–14 and references therein]", upTo(20),
		"[see 3 and 5]→3,5 [12, p. 4; 13]→12,13 [e.g., 2, 4]→2,4 [3, pp. 12–14 and references therein]→3"},
	{"neighbours are two", "shortly [7] [8]. Also [1][2] and [1], [2].", upTo(8), "[7]→7 [8]→8 [1]→1 [2]→2 [1]→1 [2]→2"},
	{"stuck to its word", "depression[3], as Duman et al.[4] say", upTo(8), "[3]→3 [4]→4"},
	{"escaped brackets", `relief \[1, 2\].`, upTo(8), "[1, 2]→1,2"},
	{"over a line's end", "relief [1,\n2] came", upTo(8), "[1, 2]→1,2"},
	{"said twice, named once", "[2, 1–3]", upTo(3), "[2, 1–3]→2,1,3"},
	{"year in parentheses", "as in [2](2019).", upTo(8), "[2]→2"},
	{"the article's own numbers", "see [9] and [7]", list("7", "9"), "[9]→2 [7]→1"},
	{"a list without numbers", "see [2]", list("", ""), "[2]→2"},
	{"not in the list", "see [12] and [3, 11]", upTo(8), "[12]→?12 [3, 11]→3?11"},
	{"two lists", "see [1]", list("1", "2", "1"), "[1]→|1,3"},
	{"two lists, after a word", "see [2], ref. 1 and ref. 2", list("1", "2", "1"), "[2]→2 2→2"},
	{"after a word", "see [1], ref. 2, Refs. 3–5 and 7, see reference 8, but ref. 6%, ref. 6.5, ref. 6 mm, a reference 6", upTo(8), "[1]→1 2→2 3–5 and 7→3,4,5,7 8→8"},

	{"behind a formula with tags", "VO<sub>2</sub> [2,3] and V<sup>4+</sup> [1], p > [4]", upTo(8), "[2,3]→2,3 [1]→1"},
	{"interval", "on [0, 1] and in the interval [1, 2], x ∈ [1, 2]", upTo(8), ""},
	{"value", "x = [1, 2]", upTo(8), ""},
	{"index", "x[1], items[2] = 3, row_sums[3], byLabel[4], a[1][2]", upTo(8), ""},
	{"year", "in [2019]", upTo(8), ""},
	{"words and boxes", "[sic] [ ] [x] [1a] [a1]", upTo(8), ""},
	{"backwards", "[5-3]", upTo(8), ""},
	{"link", "see [2](https://example.org), [3](#ref3), [4](four.md)", upTo(8), ""},
	{"no list, no series", "rated [4] of [5]", nil, ""},
	{"no list, but a series", "see [1] and [2]", nil, "[1]→?1 [2]→?2"},
}

func TestNumbers(t *testing.T) {
	for _, tt := range numberTests {
		t.Run(tt.name, func(t *testing.T) {
			got := show(found(tt.text, []article.Span{{Start: 0, End: len(tt.text)}}, tt.references))
			if got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestOnlyInProse(t *testing.T) {
	text := "a [1] b [2]"
	if got := show(found(text, []article.Span{{Start: 6, End: 11}}, upTo(2))); got != "[2]→2" {
		t.Errorf("got %s", got)
	}
}

func FuzzFind(f *testing.F) {
	for _, tt := range numberTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = safe.New(text).String()
		end := 0
		for _, c := range found(text, []article.Span{{Start: 0, End: len(text)}}, upTo(30)) {
			if c.Start < end || c.End > len(text) {
				t.Fatalf("spans overlap or leave the text: %v", c.Span)
			}
			end = c.End
			if !utf8.ValidString(text[c.Start:c.End]) {
				t.Fatalf("span cuts a rune: %q", text[c.Start:c.End])
			}
			for _, n := range c.Candidates() {
				if n < 1 || n > 30 {
					t.Fatalf("%q names reference %d", c.Text, n)
				}
			}
		}
	})
}
