package tui

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"etal/articles"
	"etal/internal/library"
	"etal/internal/obtain"
	"etal/internal/tui/reader"
)

// A tourStep is a key that the tour names, and whether the screens after each key so far, the
// last of them the key's, are as the tour says.
type tourStep struct {
	key string
	ok  func(screens []string) bool
}

var tourSteps = []tourStep{
	{"Tab", shows("── [1] ──", "1. Garfield, E. (1955)")},
	{"Tab", shows("── [2–4] · 1 of 3 ──", "› 2. Rayner")},
	{"→", shows("── [2–4] · 2 of 3 ──", "› 3. Brysbaert", "Also cited in: Reading on a screen")},
	{"Enter", shows("References", "reference 3/4")},
	{"Backspace", returns(2)},
	{"↓", moves},
	{"c", shows("Reference 3 is cited twice", "[2–4].", "read silently [3]")},
	{"Esc", returns(2)},
	{"a", shows("190 studies with 18,573", "(Brysbaert, 2019)")},
	{"Backspace", returns(2)},
	{"Y", shows("BibTeX: @article{Brysbaert2019")},
	{"Tab", shows("── note ──", "¹ Like this one.")},
	{"Tab", shows("── table ──", "Table 1: Keys for later.")},
	{"Enter", shows("Table 1: Keys for later.", "outline of the article", "÷ 238")},
	{"Tab", shows("── [3] ──", "3. Brysbaert, M. (2019)")},
	{"Tab", shows("── equation ──", "minutes = words ÷ 238")},
	{"-", func(screens []string) bool { return widest(screens, 0) < widest(screens, 1) }},
	{"+", func(screens []string) bool { return widest(screens, 0) > widest(screens, 1) }},
	{"Tab", shows("── [4] ──", "4. Dyson")},
	{"Tab", moves},
	{"Enter", shows("Reading on a screen", "13 references")},
	{"Backspace", returns(2)},
	{"/", shows("/▏")},
	{"line", shows("/line▏")},
	{"Enter", func(screens []string) bool { return match(screens, 0) > 0 }},
	{"n", func(screens []string) bool { return match(screens, 0) == match(screens, 1)+1 }},
	{"Esc", func(screens []string) bool { return match(screens, 0) == 0 }},
	{"q", func(screens []string) bool { return !shows("Your own articles")(screens) }},
}

// shows reports whether the last screen has all the words.
func shows(words ...string) func(screens []string) bool {
	return func(screens []string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(screens[len(screens)-1], w) })
	}
}

// returns reports whether the last screen is that of n keys before.
func returns(n int) func(screens []string) bool {
	return func(screens []string) bool { return screens[len(screens)-1] == screens[len(screens)-1-n] }
}

func moves(screens []string) bool { return !returns(1)(screens) }

// widest returns the columns of the longest line of text after the key n before the last.
func widest(screens []string, n int) int {
	text, _, _ := strings.Cut(screens[len(screens)-1-n], "── ")
	columns := 0
	for row := range strings.Lines(text) {
		columns = max(columns, ansi.StringWidth(strings.TrimSpace(row)))
	}
	return columns
}

var matchAt = regexp.MustCompile(`(\d+) of \d+ · \d+%`)

// match returns the number of the match that is in focus after the key n before the last, or 0.
func match(screens []string, n int) int {
	found := 0
	if m := matchAt.FindStringSubmatch(screens[len(screens)-1-n]); m != nil {
		found, _ = strconv.Atoi(m[1])
	}
	return found
}

// TestTour presses the keys that the tour names, in their order.
func TestTour(t *testing.T) {
	source, err := articles.Files.ReadFile("tour.md")
	if err != nil {
		t.Fatal(err)
	}
	named := keysOf(string(source))
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			l, err := library.New(obtain.Client{})
			if err != nil {
				t.Fatal(err)
			}
			p := &player{t: t, entries: l.Entries(), works: l.Works, columns: size[0], rows: size[1]}
			p.do("read", []string{"tour.md"})
			screens := []string{ansi.Strip(p.view())}
			for i, step := range tourSteps {
				if i >= len(named) || named[i] != step.key {
					t.Fatalf("key %d is %s and not that of the tour: %q", i+1, step.key, named)
				}
				p.send(keyMsg(keyNamed(step.key)))
				screens = append(screens, ansi.Strip(p.view()))
				if !step.ok(screens) {
					t.Errorf("after key %d, %s:\n%s", i+1, step.key, screens[len(screens)-1])
				}
			}
			if len(named) > len(tourSteps) {
				t.Errorf("the tour has more keys: %q", named[len(tourSteps):])
			}
			if !strings.HasPrefix(p.copied, "@article{Brysbaert2019,") {
				t.Errorf("copied %q", p.copied)
			}
		})
	}
}

// The keys in the tour's table are keys of the reader.
func TestTourTable(t *testing.T) {
	source, err := articles.Files.ReadFile("tour.md")
	if err != nil {
		t.Fatal(err)
	}
	var bound []string
	for _, group := range reader.Commands() {
		for _, c := range group.Commands {
			bound = append(bound, strings.Fields(c.Keys)...)
		}
	}
	_, table, _ := strings.Cut(string(source), "| --- | --- |\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) < 2 {
		t.Fatalf("the table has %d rows", len(rows))
	}
	for _, row := range rows {
		for _, key := range strings.Split(strings.Trim(strings.Split(row, "|")[1], " "), ", ") {
			if !slices.Contains(bound, keyNamed(key)) {
				t.Errorf("%s is no key of the reader", key)
			}
		}
	}
}

var tourKey = regexp.MustCompile("`([^`]+)`")

// keysOf returns the keys that are marked as code in the paragraphs of the tour.
func keysOf(source string) []string {
	var keys []string
	for _, block := range strings.Split(source, "\n\n") {
		if strings.HasPrefix(block, "```") {
			continue
		}
		for _, m := range tourKey.FindAllStringSubmatch(block, -1) {
			keys = append(keys, m[1])
		}
	}
	return keys
}

// keyNamed returns the name by which the scripts know a key of the tour.
func keyNamed(key string) string {
	switch key {
	case "→":
		return "right"
	case "↓":
		return "down"
	case "Tab", "Enter", "Backspace", "Esc", "Space":
		return strings.ToLower(key)
	}
	return key
}
