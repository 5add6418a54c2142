package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/library"
	"etal/internal/tui/screen"
)

// sizes are those of the articles that the benchmarks read, in bytes.
var sizes = []int{5 << 10, 50 << 10, 500 << 10, 5 << 20}

// source returns an article of about the given size: sections, marks, and a list of the
// references that they name.
func source(size int) []byte {
	var body, list strings.Builder
	body.WriteString("# How tides are foretold\n\n")
	for n := 1; body.Len()+list.Len() < size; n++ {
		if n%20 == 1 {
			fmt.Fprintf(&body, "## Harbour %d\n\n", n/20+1)
		}
		fmt.Fprintf(&body, "The *moon* pulls the sea, as sailors knew long before anybody could say why [%d]. A harbour keeps a table of the tides, "+
			"and the table is made a year ahead, which no forecast of the weather can do [%d, %d].\n\n", n, max(n-1, 1), max(n-2, 1))
		fmt.Fprintf(&list, "%d. Wren, A., & Oke, B. (%d). The moon and the sea, part %d. *Tidal Letters*, %d(2), 1–9. https://doi.org/10.5555/tides.%d\n", n, 1900+n%120, n, n, n)
	}
	return []byte(body.String() + "## References\n\n" + list.String())
}

// reading returns the program with an article of that size open, wholly read.
func reading(b *testing.B, size int) Model {
	m := New(Options{Look: screen.NewLook(true, termenv.ANSI256), Columns: 100, Rows: 40})
	o := &opening{entry: library.FromBytes("tides.md", source(size))}
	data, err := o.source()
	if err != nil {
		b.Fatal(err)
	}
	m.opening = o
	m, _ = m.opened(o.parse(data))
	return m
}

// perSize runs a benchmark for each size.
func perSize(b *testing.B, run func(b *testing.B, size int)) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("%dK", size>>10), func(b *testing.B) { run(b, size) })
	}
}

// press gives the program keys and draws the screen after each.
func press(m tea.Model, keys ...string) tea.Model {
	for _, k := range keys {
		m, _ = m.Update(keyMsg(k))
		_ = m.View()
	}
	return m
}

// What a reader waits for when an article is opened.
func BenchmarkOpen(b *testing.B) {
	perSize(b, func(b *testing.B, size int) {
		entry := library.FromBytes("tides.md", source(size))
		for b.Loop() {
			opened, err := Open(entry, nil)
			if err != nil {
				b.Fatal(err)
			}
			m := New(Options{Opened: &opened, Look: screen.NewLook(true, termenv.ANSI256), Columns: 100, Rows: 40})
			_ = m.View()
		}
	})
}

// A page down to where nothing was rendered yet.
func BenchmarkPageDown(b *testing.B) {
	perSize(b, func(b *testing.B, size int) {
		fresh := reading(b, size)
		m, n := tea.Model(fresh), 0
		for b.Loop() {
			m = press(m, "pgdown")
			if n++; n%10 == 0 {
				b.StopTimer()
				fresh.reader = fresh.reader.SetLook(fresh.look) // lays it out anew
				m = fresh
				b.StartTimer()
			}
		}
	})
}

// To the end and back to the beginning, nothing being rendered yet.
func BenchmarkEnds(b *testing.B) {
	perSize(b, func(b *testing.B, size int) {
		fresh := reading(b, size)
		for b.Loop() {
			fresh.reader = fresh.reader.SetLook(fresh.look) // lays it out anew
			press(fresh, "G", "g")
		}
	})
}

// Another width.
func BenchmarkResize(b *testing.B) {
	perSize(b, func(b *testing.B, size int) {
		m, n := tea.Model(reading(b, size)), 0
		for b.Loop() {
			n++
			m, _ = m.Update(tea.WindowSizeMsg{Width: 60 + n%2*10, Height: 40})
			_ = m.View()
		}
	})
}

// The next citation.
func BenchmarkTab(b *testing.B) {
	perSize(b, func(b *testing.B, size int) {
		m := tea.Model(reading(b, size))
		for b.Loop() {
			m = press(m, "tab")
		}
	})
}

// A search: opened, typed and gone on with.
func BenchmarkSearch(b *testing.B) {
	perSize(b, func(b *testing.B, size int) {
		m := reading(b, size)
		for b.Loop() {
			m := press(sendAll(m, keyMsg("/")), "p", "a", "r", "t", "enter", "n", "n")
			if m.(Model).reader.Searching() {
				b.Fatal("the index is not there")
			}
		}
	})
}

// The outline, and down to the third section.
func BenchmarkOutline(b *testing.B) {
	perSize(b, func(b *testing.B, size int) {
		m := reading(b, size)
		for b.Loop() {
			press(m, "t", "j", "j", "enter")
		}
	})
}
