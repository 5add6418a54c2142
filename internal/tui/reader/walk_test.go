package reader

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/library"
	"etal/internal/nav"
	searching "etal/internal/search"
	"etal/internal/tui/screen"
)

// tabled is an article with a table that is too wide for a screen of 80 columns, and one that is
// not. Cells cite several references, one is empty and one is long.
func tabled() string {
	var b strings.Builder
	b.WriteString("# Tides\n\nTides rise [1] and fall [2].\n\n")
	words := strings.Repeat("observations of the harbour ", 12)
	b.WriteString("| Harbour [3] | Instrumentation | Characterisation [4] | Interpretation | Acknowledgements |\n|---|---|---|---|---|\n")
	for row := range 9 {
		fmt.Fprintf(&b, "| Harbour %d [1] | [2], %s [3] and [4] | %s [5], [6] evenings | | [7] or [8]; %s [2] |\n", row, words, words, words)
	}
	b.WriteString("\nBetween them [5].\n\n| Port | Notes |\n|---|---|\n")
	for row := range 5 {
		fmt.Fprintf(&b, "| Port %d, %s [1] | [2] %s [3] |\n", row, words, words)
	}
	b.WriteString("\nThe end [6].\n\n## References\n\n")
	for n := 1; n <= 8; n++ {
		fmt.Fprintf(&b, "%d. Wren, A. (190%d). The moon over harbour %d. Water, 7, 22.\n", n, n, n)
	}
	return b.String()
}

// TestWalkThroughTables holds that Tab goes through all citations in their order, whatever the size of
// the screen, and Shift+Tab back.
func TestWalkThroughTables(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {80, 12}, {120, 40}, {200, 20}, {30, 5}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			r := opened(t, tabled(), size[0], size[1])
			count := len(r.article.Citations)
			if count < 70 {
				t.Fatalf("%d citations", count)
			}
			for want := range count {
				r = pressed(t, r, tea.KeyTab, want)
			}
			r = pressed(t, r, tea.KeyTab, count-1)
			for want := count - 2; want >= 0; want-- {
				r = pressed(t, r, tea.KeyShiftTab, want)
			}
			pressed(t, r, tea.KeyShiftTab, 0)
		})
	}
}

// TestWalkFromTheEdge holds that where nothing is in focus, Tab and Shift+Tab begin on the
// screen, also within a table.
func TestWalkFromTheEdge(t *testing.T) {
	for _, key := range []tea.KeyType{tea.KeyTab, tea.KeyShiftTab} {
		r := opened(t, tabled(), 80, 24)
		for line := range 200 {
			r.view.Scroll(1)
			before := r.view
			after, _ := r.Update(tea.KeyMsg{Type: key})
			shown := r.onScreen()
			if len(shown) == 0 || shown[0].Kind != nav.Citation {
				continue
			}
			if s, _ := after.focus.Span(r.article); !before.Shows(s.Start) {
				t.Fatalf("after %d lines, %s goes to citation %d, which is not on screen", line+1, key, after.focus.Index)
			}
		}
	}
}

// TestSearchThroughTables holds that n goes through all matches in their order, and begins on the
// screen where the last match is not on it.
func TestSearchThroughTables(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}} {
		for _, query := range []string{"harbour", "evenings"} {
			r := opened(t, tabled(), size[0], size[1])
			r, _ = r.Indexed(IndexedMsg{r.article, searching.New(r.article)})
			r, _ = press(r, "/ "+query)
			r, _ = r.Update(tea.KeyMsg{Type: tea.KeyEnter})
			if len(r.search.matches) < 9 {
				t.Fatalf("%v: %s is found %d times", size, query, len(r.search.matches))
			}
			for want := range r.search.matches {
				if r.search.current != want || !r.view.Shows(r.search.matches[want].Start) {
					t.Fatalf("%v: at match %d of %s and not at %d", size, r.search.current, query, want)
				}
				if len(r.highlights(r.view.Lines())) == 0 {
					t.Errorf("%v: match %d of %s is not highlighted", size, want, query)
				}
				r, _ = press(r, "n")
			}
			r.view.Scroll(80)
			before := r.view
			if r, _ = press(r, "n"); before.IsAbove(r.search.matches[r.search.current].Start) {
				t.Errorf("%v: goes back to match %d of %s", size, r.search.current, query)
			}
		}
	}
}

// TestResizeInTable holds that a record that is at the top of the screen stays there.
func TestResizeInTable(t *testing.T) {
	r := opened(t, tabled(), 80, 24)
	top := func() string { return r.view.Lines()[0].Plain() }
	const want = "Harbour [3]: Harbour 5 [1]"
	for !strings.HasPrefix(top(), want) {
		before := r.view.Top
		if r.view.Scroll(1); r.view.Top == before {
			t.Fatal("no such record")
		}
	}
	r.anchor = r.Position()
	for _, columns := range []int{50, 70, 80} {
		if r = r.SetSize(columns, 24); !strings.HasPrefix(top(), want) {
			t.Errorf("at %d columns, the screen begins with %q", columns, top())
		}
	}
}

func opened(t *testing.T, text string, columns, rows int) Model {
	e := library.FromBytes("tides.md", []byte(text))
	a, err := e.Read()
	if err != nil {
		t.Fatal(err)
	}
	return New(e, NewReading(a, Whole), screen.NewLook(true, termenv.Ascii), screen.NewKeymap("reader", Commands())).SetSize(columns, rows)
}

// pressed presses a key and holds that it leads to a citation, which the screen shows.
func pressed(t *testing.T, r Model, key tea.KeyType, want int) Model {
	t.Helper()
	r, _ = r.Update(tea.KeyMsg{Type: key})
	if !r.focus.Is(nav.Focus{Kind: nav.Citation, Index: want}) {
		t.Fatalf("%s leads to %+v and not to citation %d", key, r.focus, want)
	}
	for _, l := range r.view.Lines() {
		for _, run := range l.Runs {
			if run.Contains(r.article.Citations[want].Start) {
				return r
			}
		}
	}
	t.Fatalf("citation %d is not on screen", want)
	return r
}
