package reader

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/bib"
	"etal/internal/library"
	"etal/internal/tui/screen"
)

// It may turn out that a work is at hand while its reference is in focus: the panel then says so, and names
// the key as it is bound. By title alone, it says nothing that the reference does not.
func TestHeldArrives(t *testing.T) {
	const text = "# Moons\n\nIt pulls [1].\n\n## References\n\n1. Wren, A. (1901). The moon and the sea. Water, 7, 22. https://doi.org/10.5555/a\n"
	e := library.FromBytes("moons.md", []byte(text))
	a, err := e.Read()
	if err != nil {
		t.Fatal(err)
	}
	sea := library.FromBytes("sea-of-a-name-that-is-very-long.md", []byte("The sea."))
	byDOI := bib.Item{Title: "Sea", DOI: "10.5555/a"}
	byTitle := bib.Item{Title: "The moon and the sea", Author: []bib.Name{{Family: "Wren"}}, Issued: &bib.Date{Parts: [][]int{{1901}}}}
	for _, tt := range []struct {
		item    bib.Item
		keys    []screen.Binding
		columns int
		want    string
	}{
		{byDOI, nil, 80, `Enter twice opens "Sea" (sea-of-a-name-that-is-v…, same DOI)`},
		{byDOI, nil, 40, "Enter twice opens sea-of-a-na… (same\n  DOI)"},
		{byTitle, nil, 80, "Enter twice opens sea-of-a-name-that… (same title, year and first author)"},
		{byDOI, []screen.Binding{{Screen: "reader", Name: "follow", Keys: []string{"x"}}}, 80, `x twice opens "Sea"`},
		{byDOI, []screen.Binding{{Screen: "reader", Name: "follow"}}, 80, `At hand: "Sea"`},
	} {
		keys := screen.NewKeymap("reader", Commands()).Rebind(tt.keys)
		r := New(e, NewReading(a, Whole), screen.NewLook(true, termenv.Ascii), keys).SetSize(tt.columns, 20)
		r, _ = r.Update(tea.KeyMsg{Type: tea.KeyTab})
		before := strings.Join(r.View(), "\n")
		r = r.SetWorks(library.Holds(sea, tt.item))
		if after := strings.Join(r.View(), "\n"); !strings.Contains(after, tt.want) || strings.Contains(before, "opens") {
			t.Errorf("%d columns, %q: the screen is\n%s", tt.columns, tt.want, after)
		}
		if _, action := r.openHeld(); action != (screen.OpenArticle{Entry: sea}) {
			t.Errorf("it opens %+v", action)
		}
	}
}
