package text

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/doc"
	"etal/internal/reflist"
)

func TestRunsOverPage(t *testing.T) {
	for text, want := range map[string]bool{
		"the boats\nof Quay": true, "the boats.\nOf Quay": false, "the boats:\nof Quay": false, "the boats?\nof Quay": false, "the boats\n  of Quay": false,
		"the boats\n- of Quay": false, "the boats\n2. of Quay": false, "the boats\nReferences": false,
	} {
		lines := cut(text)
		if got := runsOverPage(lines[0], lines[1]); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

var pageLineTests = []struct{ name, text, rest, taken string }{
	{"a paragraph over a page", "a b\n\n\nPage 1\n␌\nHead\n\nc d\n\nPage 2\n␌\nHead\ne", "a b|c d|e", "Page 1|Head|Page 2|Head"},
	{"two paragraphs over a page", "a b.\n\nPage 1\n␌\nHead\n\nC d.\n\nPage 2\n␌\nHead\nE", "a b.||C d.||E", "Page 1|Head|Page 2|Head"},
	{"what does not come again", "a b.\nOf Quay.\n␌\nOf boats\nc d.\n␌\nOf moons", "a b.|Of Quay.||Of boats|c d.||Of moons", ""},
	{"at the start and at the end", "␌\nPage 1\na b\nPage 2\n␌\n", "a b", "Page 1|Page 2"},
	{"behind a blank line", "\n␌\nPage 1\na b\nPage 2\n␌\n", "a b", "Page 1|Page 2"},
	{"blank lines of a text without pages", "a\n\n\nb", "a|||b", ""},
}

func TestTakePages(t *testing.T) {
	for _, tt := range pageLineTests {
		t.Run(tt.name, func(t *testing.T) {
			rest, taken := takePages(cut(tt.text))
			if got := strings.Join(lineTexts(rest), "|"); got != tt.rest {
				t.Errorf("left\n got %q\nwant %q", got, tt.rest)
			}
			if got := strings.Join(taken, "|"); got != tt.taken {
				t.Errorf("taken\n got %q\nwant %q", got, tt.taken)
			}
		})
	}
}

func TestMarkEdges(t *testing.T) {
	// Four pages: the lines of an edge that come again, and the third from it, which does too.
	page := "head\nsub\nthird\nx%d\nthird\nsub\nfoot\n␌\n"
	var text strings.Builder
	for i := range 4 {
		fmt.Fprintf(&text, page, i)
	}
	lines := cut(text.String())
	var breaks []int
	for i, l := range lines {
		if l.Text == doc.FormFeed {
			breaks = append(breaks, i)
		}
	}
	marked := map[int]bool{}
	markEdges(lines, breaks, marked)
	for i, l := range lines {
		if want := (l.Text == "foot" || l.Text == "sub" || l.Text == "head") && i > 3; marked[i] != want {
			t.Errorf("line %d %q is marked: %v", i, l.Text, marked[i])
		}
	}
}

// counted returns the found lines of a text whose numbers are given, at distances.
func countedLines(numbers string, gap int) (lines []reflist.Line, found []int) {
	for _, n := range strings.Fields(numbers) {
		for range gap - 1 {
			lines = append(lines, reflist.Line{Text: "the sea"})
		}
		found = append(found, len(lines))
		lines = append(lines, reflist.Line{Text: "Tides " + n})
	}
	return lines, found
}

func TestPageCount(t *testing.T) {
	tests := []struct {
		name, numbers string
		gap, want     int
	}{
		{"each page", "1 2 3 4", 40, 4}, {"each second page", "2 4 6", 40, 3}, {"two pages", "1 2", 40, 0}, {"each third", "3 6 9", 40, 0},
		{"short pages", "1 2 3", 12, 3}, {"too short", "1 2 3", 11, 0}, {"short spreads", "2 4 6", 24, 3}, {"too short spreads", "2 4 6", 23, 0},
		{"long pages", "1 2 3", 150, 3}, {"too long", "1 2 3", 151, 0}, {"long spreads", "2 4 6", 300, 3}, {"too long spreads", "2 4 6", 301, 0},
		{"half of the lines count", "1 9 2 9 3 9", 20, 3}, {"fewer", "1 9 9 2 9 9 3 9 9", 20, 0},
		{"some go on after a gap", "1 2 3 7", 40, 3}, {"a number that is too large", "1 2 99999999999999999999 3", 40, 3}, {"none", "1 1 1", 40, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines, found := countedLines(tt.numbers, tt.gap)
			run := pageCount(lines, found)
			if len(run) != tt.want {
				t.Errorf("%v, want %d lines", run, tt.want)
			}
			for i := 1; i < len(run); i++ {
				if run[i-1] <= run[i] {
					t.Errorf("not the last first: %v", run)
				}
			}
		})
	}
	lines, found := countedLines("1/9 2/9 3/9", 40)
	if run := pageCount(lines, found); len(run) != 3 {
		t.Errorf("two numbers in a line: %v", run)
	}
}

func TestPacesThrough(t *testing.T) {
	tests := []struct {
		run  []int
		n    int
		want bool
	}{
		{[]int{120, 80, 40}, 160, true}, {[]int{120, 80, 40}, 240, true}, {[]int{120, 80, 40}, 241, false},
		{[]int{160, 80, 40}, 160, true}, {[]int{161, 80, 40}, 160, false},
	}
	for _, tt := range tests {
		if got := pacesThrough(tt.run, tt.n); got != tt.want {
			t.Errorf("%v of %d: %v", tt.run, tt.n, got)
		}
	}
}

func TestMarkCounted(t *testing.T) {
	show := func(text string) string {
		marked := map[int]bool{}
		lines := cut(text)
		markCounted(lines, marked)
		var out []string
		for i, l := range lines {
			if marked[i] {
				out = append(out, l.Text)
			}
		}
		return strings.Join(out, "|")
	}
	pages := func(n int, foot string) string {
		var b strings.Builder
		for i := range n {
			for j := range 20 {
				fmt.Fprintf(&b, "word %s of %s\n", strings.Repeat("x", i+1), strings.Repeat("y", j+1))
			}
			b.WriteString(strings.ReplaceAll(foot, "%d", fmt.Sprint(i+1)))
		}
		return b.String()
	}
	for _, tt := range []struct{ name, text, want string }{
		{"marks of pages", pages(3, "Page %d\n"), "Page 1|Page 2|Page 3"}, {"two marks", pages(2, "Page %d\n"), ""},
		{"figures", pages(4, "Figure %d\n"), ""}, {"items", pages(4, "%d.\n"), ""}, {"a long line", pages(4, strings.Repeat("x", 119)+"%d\n"), strings.Repeat("x", 119) + "1|" + strings.Repeat("x", 119) + "2|" + strings.Repeat("x", 119) + "3|" + strings.Repeat("x", 119) + "4"}, {"a longer line", pages(4, strings.Repeat("x", 120)+"%d\n"), ""},
		{"a head beside", pages(3, "Tides\n\n%d\n"), "Tides|1|Tides|2|Tides|3"},
		{"a head of two pages of three", pages(3, "%d\n") + "Tides\nx\n", "1|2|3"},
		{"a line that stands elsewhere too", pages(3, "Tides\n%d\n") + "x\nTides\nx\n", "1|2|3"},
	} {
		if got := show(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
