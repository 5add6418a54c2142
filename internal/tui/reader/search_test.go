package reader

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/library"
	searching "etal/internal/search"
	"etal/internal/tui/screen"
)

// Typing never waits for the index of a long article: what was typed or entered is found when it is there.
func TestTypedBeforeIndex(t *testing.T) {
	e := library.FromBytes("tides.md", []byte("# Tides\n\nThe moon pulls.\n\nHarbours wait for the moon.\n"))
	a, err := e.Read()
	if err != nil {
		t.Fatal(err)
	}
	r := New(e, NewReading(a, Whole), screen.NewLook(true, termenv.Ascii), screen.NewKeymap("reader", Commands())).SetSize(80, 24)
	for _, k := range "/moon" {
		r, _ = r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{k}})
	}
	if r.search.index != nil {
		t.Fatal("the index was made while keys were typed")
	}
	entered, _ := r.Update(tea.KeyMsg{Type: tea.KeyEnter})
	if !entered.Searching() {
		t.Error("Enter does not wait for the index")
	}
	entered, _ = entered.Indexed(IndexedMsg{a, searching.New(a)})
	if s := entered.search; entered.Searching() || s.current != 0 || len(s.matches) != 2 {
		t.Errorf("then it is at match %d of %d", s.current, len(s.matches))
	}
	r, _ = r.Indexed(IndexedMsg{a, searching.New(a)})
	if s := r.search; s.query != "moon" || len(s.matches) != 2 {
		t.Errorf("when the index is there, %q is found %d times", s.query, len(s.matches))
	}
}
