package tui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/tui/reader"
	"etal/internal/tui/screen"
)

// While a long article is still being read, the keys that scroll are answered, and the
// others wait for what they need: none is lost, and none is out of order.
func TestKeysWhileOpening(t *testing.T) {
	opened, err := Open(library.FromBytes("tides.md", source(500<<10)), nil)
	if err != nil {
		t.Fatal(err)
	}
	var m tea.Model = New(Options{Opened: &opened, Look: screen.NewLook(true, termenv.ANSI256), Columns: 80, Rows: 24})
	state := func() Model { return m.(Model) }
	if state().reader.Extent() != reader.Beginning || strings.Contains(m.View(), "min") {
		t.Error("the first screen is not that of the beginning")
	}
	m, _ = m.Update(fetchingMsg{state().opening})
	m, _ = m.Update(keyMsg("pgdown"))
	if state().reader.AtTop() || len(state().held) > 0 {
		t.Error("a page down waits")
	}
	if !strings.Contains(m.View(), "opening tides.md") {
		t.Error("the foot changes with the key, and once more afterwards")
	}
	for _, k := range []string{"G", "tab", "/", "Harbour", "enter"} {
		m, _ = m.Update(keyMsg(k))
	}
	if n := len(state().held); n != len("G")+1+len("/Harbour")+1 {
		t.Errorf("%d keys are held", n)
	}
	sketch := opened.rest().(Opened)
	m, _ = m.Update(sketch)
	if state().reader.Extent() != reader.Sketched || !state().reader.AtEnd() || len(state().held) == 0 {
		t.Error("with the text there, G did not go to its end, or Tab did not wait for the citations")
	}
	m = sendAll(m, sketch.rest())
	if state().reader.Extent() != reader.Whole || len(state().held) > 0 || !strings.Contains(m.View(), "1 of ") {
		t.Errorf("with the whole there, the keys were not answered:\n%s", m.View())
	}
}

// Back in a long article, the citation that was left is in focus as soon as it was read.
func TestBackWhileOpening(t *testing.T) {
	entry := library.FromBytes("tides.md", source(500<<10))
	at := screen.Position{Entry: entry, Offset: 200 << 10, Focus: nav.Focus{Kind: nav.Citation, Index: 1000}, Row: 3}
	o := &opening{entry: entry, at: &at, fetch: newFetch()}
	m := New(Options{Look: screen.NewLook(true, termenv.ANSI256), Columns: 80, Rows: 24})
	m.opening = o
	sketch := o.read().(Opened)
	m, _ = m.opened(sketch)
	if m.reader.Extent() != reader.Sketched || m.reader.Position().Focus != (nav.Focus{}) {
		t.Errorf("of the text alone %v is in focus", m.reader.Position().Focus)
	}
	m, _ = m.opened(sketch.rest().(Opened))
	if row := m.reader.Position().Row; m.reader.Position().Focus != at.Focus || row != at.Row {
		t.Errorf("then %v is, in row %d", m.reader.Position().Focus, row)
	}
}

// Whoever has scrolled while an article was opened was not there before.
func TestNoWelcome(t *testing.T) {
	opened, err := Open(library.FromBytes("tides.md", source(500<<10)), nil)
	if err != nil {
		t.Fatal(err)
	}
	var m tea.Model = New(Options{Opened: &opened, Look: screen.NewLook(true, termenv.ANSI256), Columns: 80, Rows: 24})
	m, _ = m.Update(keyMsg("pgdown"))
	sketch := opened.rest().(Opened)
	m, _ = m.Update(sketch)
	m, _ = m.Update(sketch.rest())
	if message := m.(Model).message; message != "" {
		t.Errorf("it says %q", message)
	}
}

// An article of which only the beginning was read is left by q, not by Esc; what is read later is not shown.
func TestGiveUp(t *testing.T) {
	entry := library.FromBytes("tides.md", source(500<<10))
	var m tea.Model = New(Options{Entries: []*library.Entry{entry}, Look: screen.NewLook(true, termenv.ANSI256), Columns: 80, Rows: 24})
	m, _ = m.Update(keyMsg("enter"))
	begun := m.(Model).opening.read().(Opened)
	m, _ = m.Update(begun)
	m, _ = m.Update(keyMsg("esc"))
	if !m.(Model).reading {
		t.Error("Esc left the article")
	}
	m, _ = m.Update(keyMsg("q"))
	m, _ = m.Update(begun.rest())
	if m.(Model).reading {
		t.Error("the article came up although it was left")
	}
}
