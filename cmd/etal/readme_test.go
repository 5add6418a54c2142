package main

import (
	"os"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"etal/internal/library"
	"etal/internal/tui"
	"etal/internal/web"
)

const readme = "../../README.md"

// TestReadme holds that what README shows is so: its picture is the program's screen,
// its table of keys the program's keys. With -update it is made so.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for name, want := range map[string]string{"screen": picture(t), "keys": keyTable()} {
		begin, end := "<!-- "+name+" -->\n", "<!-- end of "+name+" -->"
		before, rest, found := strings.Cut(text, begin)
		got, after, closed := strings.Cut(rest, end)
		if !found || !closed {
			t.Fatalf("no %s in README", name)
		}
		if got != want && !*update {
			t.Errorf("the %s in README is not the program's, which is\n%s", name, want)
		}
		text = before + begin + want + end + after
	}
	if *update {
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// picture returns the screen on which a citation of two works is in focus.
func picture(t *testing.T) string {
	l, err := library.New(web.Client{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := l.Entry("transformer")
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.Read()
	if err != nil {
		t.Fatal(err)
	}
	opened, err := tui.Open(e, nil)
	if err != nil {
		t.Fatal(err)
	}
	var m tea.Model = tui.New(tui.Options{Entries: l.Entries(), Opened: &opened, Look: tui.NewLook(true, termenv.Ascii), Columns: 80, Rows: 24})
	for range a.Citations { // to the first that names two
		m, _ = m.Update(tea.KeyMsg{Type: tea.KeyTab})
		if strings.Contains(m.View(), "1 of 2") {
			break
		}
	}
	return "```text\n" + ansi.Strip(m.View()) + "\n```\n"
}

// keyTable returns the keys as a table.
func keyTable() string {
	var b strings.Builder
	for _, g := range tui.NewKeys().Help() {
		b.WriteString("\n| " + g.Title + " | |\n| --- | --- |\n")
		for _, k := range g.Keys {
			b.WriteString("| " + strings.Join(quoted(k[0]), " ") + " | " + k[1] + " |\n")
		}
	}
	return b.String() + "\n"
}

func quoted(names string) []string {
	words := strings.Fields(names)
	for i, w := range words {
		words[i] = "`" + w + "`"
	}
	return words
}
