package reader

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/library"
	"etal/internal/tui/screen"
)

// The works of other articles arrive while one is read: what is in focus stays on screen, and who
// has scrolled away from it stays where they are.
func TestSetWorks(t *testing.T) {
	const reference = "\n\n## References\n\n1. Wren, A. (1901). The moon. Water, 7, 22. https://doi.org/10.5555/tl.1901\n"
	read := func(name, text string) (*library.Entry, Reading) {
		e := library.FromBytes(name, []byte(text+reference))
		a, err := e.Read()
		if err != nil {
			t.Fatal(err)
		}
		return e, NewReading(a, Whole)
	}
	other, suns := read("suns.md", "# Suns\n\nIt shines [1].")
	works := library.WorksOf(other, suns.article)
	e, moons := read("moons.md", "# Moons\n\n"+strings.Repeat("It pulls.\n\n", 4)+"It is far [1]."+strings.Repeat("\n\nIt turns.", 40))
	for _, away := range []bool{false, true} {
		r := New(e, moons, screen.NewLook(true, termenv.Ascii), screen.NewKeymap("reader", Commands())).SetSize(80, 16)
		r, _ = r.Update(tea.KeyMsg{Type: tea.KeyTab})
		if away {
			r, _ = r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{'G'}})
		}
		before := r.Position()
		r = r.SetWorks(works)
		after := strings.Join(r.View(), "\n")
		if !strings.Contains(after, "Also cited in: Suns") || away != (r.Position().Row < 0) {
			t.Errorf("scrolled away %v: the citation is in row %d:\n%s", away, r.Position().Row, after)
		}
		if away && r.Position().Top != before.Top {
			t.Errorf("the text has moved from %v to %v", before.Top, r.Position().Top)
		}
		again := r.SetWorks(works.With(works))
		if again.Position() != r.Position() {
			t.Errorf("the same works again: moved to %v", again.Position())
		}
	}
}
