package reader

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// paged returns the reader of an article of three pages, of which each begins within a paragraph.
func paged(t *testing.T, columns int, label func(number string) safe.Text) Model {
	text := "First page begins. " + strings.Repeat("It is the first page. ", 20) +
		"\n\nStill the first. SECOND PAGE. " + strings.Repeat("It is the second page [1]. ", 30) +
		"\n\nStill the second. THIRD PAGE. " + strings.Repeat("It is the third page [1]. ", 40) +
		"\n\n## References\n\n1. Wren, A. (1901). The moon. Water, 7, 22.\n"
	e := library.FromBytes("moons.txt", []byte(text))
	a, err := e.Read()
	if err != nil {
		t.Fatal(err)
	}
	body := a.Body.String()
	a.Pages = article.Pages{
		{Start: 0, Number: 1, Label: label("1")},
		{Start: strings.Index(body, "SECOND"), Number: 2, Label: label("2")},
		{Start: strings.Index(body, "THIRD"), Number: 3, Label: label("3")},
	}
	return New(e, NewReading(a, Whole), screen.NewLook(true, termenv.Ascii), screen.NewKeymap("reader", Commands())).SetSize(columns, 12)
}

func unlabelled(string) safe.Text { return safe.Text{} }

// hundreds labels the pages of an article that is printed in a volume.
func hundreds(number string) safe.Text { return safe.Line("10" + number) }

// press presses keys, and returns what the reader answers to the last.
func press(r Model, keys string) (Model, screen.Action) {
	var answer screen.Action
	for _, key := range strings.Fields(keys) {
		msg := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(key)}
		if key == "tab" {
			msg = tea.KeyMsg{Type: tea.KeyTab}
		}
		r, answer = r.Update(msg)
	}
	return r, answer
}

func TestPages(t *testing.T) {
	for _, tt := range []struct {
		columns int
		label   func(string) safe.Text
		keys    string
		status  string // begins with it
		top     string // what the first line holds
	}{
		{80, unlabelled, "", "p. 1/3 · ", "First page"},
		{80, unlabelled, "2 p", "p. 2/3 · ", "SECOND PAGE"},
		{80, unlabelled, "2 p j", "p. 2/3 · ", "second page"},
		{80, unlabelled, "3 p", "p. 3/3 · ", "THIRD PAGE"},
		{80, unlabelled, "3 p 1 p", "p. 1/3 · ", "First page"},
		{80, unlabelled, "2 p H", "p. 1/3 · ", "First page"},
		{80, unlabelled, "3 p tab", "citation 31/70 · p. 3/3 · ", "THIRD PAGE"},
		{80, unlabelled, "4 p", "p. 1/3 · ", "First page"},
		{80, hundreds, "1 0 2 p", "p. 102 · ", "SECOND PAGE"},
		{80, hundreds, "3 p", "p. 103 · ", "THIRD PAGE"},
		{40, unlabelled, "2 p", "p. 2/3 · ", "SECOND PAGE"},
		{40, unlabelled, "3 p tab", "citation 31/70 · ", "THIRD PAGE"},
		{120, unlabelled, "2 p p", "p. 2/3 · ", "SECOND PAGE"},
	} {
		r, _ := press(paged(t, tt.columns, tt.label), tt.keys)
		if got := r.Status(); !strings.HasPrefix(got, tt.status) || strings.Contains(strings.TrimPrefix(got, tt.status), "p.") {
			t.Errorf("%d columns, %q: the foot says %q, not %q", tt.columns, tt.keys, got, tt.status)
		}
		if top, _, _ := strings.Cut(strings.TrimSpace(strings.Join(r.View(), "\n")), "\n"); !strings.Contains(top, tt.top) {
			t.Errorf("%d columns, %q: the first line is %q, not %q", tt.columns, tt.keys, top, tt.top)
		}
	}
}

func TestNoPage(t *testing.T) {
	r := paged(t, 80, unlabelled)
	if _, answer := press(r, "4 p"); answer != screen.Say("there is no page 4") {
		t.Errorf("a page beyond the last: %v", answer)
	}
	if _, answer := press(r, "p"); answer != screen.Say("references beside the text need 110 columns") {
		t.Errorf("without a count: %v", answer)
	}
	r.article.Pages = nil
	if r, answer := press(r, "2 p"); answer != screen.Say("this article has no pages") || strings.Contains(r.Status(), "p.") {
		t.Errorf("without pages: %v, %s", answer, r.Status())
	}
}
