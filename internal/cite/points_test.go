package cite

import (
	"slices"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/cite/shortform"
)

// wordTests have a word with the number behind it, and the points for the word, in a text that has the words ABA and
// aux without a number, and HvNet2 three times.
var wordTests = []struct {
	name, in string
	number   int
	want     int
}{
	{"a word of small letters", "fishnets", 4, pointsProse},
	{"a word with a full stop", "growth.", 4, pointsProse},
	{"a capitalised word", "Oceans", 1, pointsShort},
	{"a capitalised word with a large number", "Oceans", 10, pointsProper},
	{"a year", "1981.", 2, pointsNumber},
	{"an acronym", "IBM", 4, pointsAcronym},
	{"an acronym that the text has", "ABA", 4, pointsAcronym + pointsKnown},
	{"an acronym with a large number", "IBM", 21, pointsAcronym + pointsLarge},
	{"an acronym with the largest number in names", "IBM", 20, pointsAcronym},
	{"letters of both kinds", "arXiv", 4, pointsAcronym},
	{"two letters", "of", 4, pointsAcronym},
	{"a hyphen in a word", "two-fold", 4, pointsProse},
	{"a short word", "arf", 4, pointsShort},
	{"a short word with a large number", "arf", 10, pointsProse},
	{"a short word that the text has", "aux", 4, pointsProse},
	{"a word of six letters", "arfarf", 4, pointsProse},
	{"a variable", "x", 2, pointsVariable},
	{"an initial", "J.", 2, pointsProper},
	{"an initial before a semicolon", "J.;", 2, pointsProse},
	{"a name with its number", "HvNet", 2, pointsRepeated},
	{"a name with another number", "HvNet", 3, pointsAcronym + pointsKnown},
	{"the end of a parenthesis", "(s)", 4, pointsProse},
	{"signs", "”", 4, pointsProse},
	{"et al.", "et al.", 4, pointsProse},
}

func TestWordPoints(t *testing.T) {
	f := flattened{tokens: map[string]int{"ABA": 1, "aux": 1, "HvNet": 1}, times: map[string]int{"HvNet2": 3}}
	for _, tt := range wordTests {
		mark := "4"
		if tt.number == 2 {
			mark = "2"
		}
		word := tt.in[strings.LastIndexByte(tt.in, ' ')+1:]
		end := strings.TrimRight(word, `.,;:)]”’"'%®`)
		if got := f.wordPoints(word, end, candidate{before: "as " + tt.in, mark: mark, number: tt.number}); got != tt.want {
			t.Errorf("%s, %s before %d: %d points, want %d", tt.name, tt.in, tt.number, got, tt.want)
		}
	}
}

// TestWeigh tells numbers that go on as a term, a unit or a word from marks.
func TestWeigh(t *testing.T) {
	for text, want := range map[string]bool{
		"fishnets|4| fall": true, "growth.|2|Then it": true, "growth.|2|then it": false, "growth|2|Then it": false, "fishnets|4|-fold": false, "fishnets|4|=3": false, "5 m|2| wide": false, "5 m|4| wide": true, "fishnets|4|.5": false, "fishnets|4|.": true, "fishnets|4|": true,
	} {
		parts := strings.Split(text, "|")
		c := candidate{before: parts[0], mark: parts[1], after: parts[2], number: int(parts[1][0] - '0'), count: 1}
		if _, got := (flattened{}).weigh(c); got != want {
			t.Errorf("%s may be a mark: %v", text, got)
		}
	}
}

func TestWithParentheses(t *testing.T) {
	for in, want := range map[string]string{
		"moon (|1|).": "(1)", "moon ( |1| ).": "( 1 )", "moon (|1|, 2)": "1", "moon |1|)": "1", "moon |1|": "1", "moon [|1|]": "1", "(|1|": "1", "(|1|)": "(1)",
	} {
		parts := strings.Split(in, "|")
		body := strings.Join(parts, "")
		s := withParentheses(body, article.Span{Start: len(parts[0]), End: len(parts[0]) + len(parts[1])})
		if got := body[s.Start:s.End]; got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// TestExpanded expands ranges of labels with a letter that go up, and no farther than the list has labels.
func TestExpanded(t *testing.T) {
	l := &labels{byLabel: map[string][]int{"s1": {1}, "s2": {2}}}
	for in, want := range map[string][]string{
		"S1–S3": {"S1", "S2", "S3"}, "S1-2": {"S1", "S2"}, "S1–S4": nil, "S2–S2": nil, "S3–S2": nil, "S1–T2": nil, "S1": nil, "1–2": nil,
	} {
		if got := l.expanded(in); !slices.Equal(got, want) {
			t.Errorf("%s is %v, want %v", in, got, want)
		}
	}
}

// TestResolveShortForms holds that a note is remembered if nothing but a short form stands in it.
func TestResolveShortForms(t *testing.T) {
	references := []article.Reference{{Number: 1, Span: article.Span{Start: 10, End: 20}}, {Number: 2, Span: article.Span{Start: 20, End: 30}}, {Number: 3, Span: article.Span{Start: 30, End: 40}}}
	forms := map[int]shortform.Form{2: {Works: []int{1}}, 3: {Works: []int{1}, Own: true}, 9: {Works: []int{1}}}
	for _, tt := range []struct {
		in   []int
		want []int
		note int
	}{
		{[]int{1}, []int{1}, 0}, {[]int{2}, []int{1}, 20}, {[]int{3}, []int{3, 1}, 0}, {[]int{1, 2}, []int{1, 1}, 0}, {[]int{9}, []int{1}, 0},
	} {
		c := article.Citation{References: tt.in}
		if resolveShortForms(&c, forms, references); !slices.Equal(c.References, tt.want) || c.Note != tt.note {
			t.Errorf("%v leads to %v, note at %d, want %v, %d", tt.in, c.References, c.Note, tt.want, tt.note)
		}
	}
}

// TestMostPlaces holds that a mark may name so many places in its work, and no more.
func TestMostPlaces(t *testing.T) {
	for n, want := range map[int]bool{0: true, 1: true, maxPlaces: true, maxPlaces + 1: false} {
		mark := "[1" + strings.Repeat(", p. 4", n) + "]"
		if got := oneBracket(mark) == len(mark); got != want {
			t.Errorf("%s is a mark: %v", mark, got)
		}
	}
}
