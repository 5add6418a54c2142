package tui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/library"
	searching "etal/internal/search"
	"etal/internal/tui/screen"
)

// Typing never waits for the index of a long article: what was typed is found when it is there,
// or at Enter.
func TestTypedBeforeIndex(t *testing.T) {
	opened, err := Open(library.FromBytes("tides.md", source(5<<10)), nil)
	if err != nil {
		t.Fatal(err)
	}
	var m tea.Model = New(Options{Opened: &opened, Look: screen.NewLook(true, termenv.ANSI256), Columns: 80, Rows: 24})
	search := func() search { return m.(Model).reader.search }
	for _, k := range []string{"/", "h", "a", "r", "b"} {
		m, _ = m.Update(keyMsg(k))
	}
	if search().index != nil {
		t.Fatal("the index was made while keys were typed")
	}
	typed := m
	m, _ = m.Update(keyMsg("enter"))
	if len(search().matches) == 0 {
		t.Error("Enter finds nothing without an index")
	}
	a := typed.(Model).reader.article
	m, _ = typed.Update(indexedMsg{a, searching.New(a)})
	if s := search(); s.query != "harb" || len(s.matches) == 0 {
		t.Errorf("when the index is there, %q is found %d times", s.query, len(s.matches))
	}
}
