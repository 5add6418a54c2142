package pdf

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// A cell is a text at a place on its row.
type cell struct {
	x    float64
	text string
}

// setRows sets rows of cells and returns the base of the next one.
func setRows(s *pdftest.Sheet, y float64, rows ...[]cell) float64 {
	for _, r := range rows {
		for _, c := range r {
			s.Line(c.x, y, c.text)
		}
		y += lineHeight
	}
	return y
}

func TestTables(t *testing.T) {
	table := func(rows ...[]cell) func(s *pdftest.Sheet) {
		return func(s *pdftest.Sheet) { text(s, setRows(s, text(s, top)+12, rows...)+12) }
	}
	for _, tt := range []struct {
		name string
		rows [][]cell
		want string
	}{
		{"columns with their names", [][]cell{
			{{100, "Harbour"}, {200, "High"}, {300, "Low"}},
			{{100, "Leith"}, {200, "5.6"}, {300, "0.8"}},
			{{100, "Wick"}, {200, "3.5"}, {300, "0.7"}},
		}, "| Harbour | High | Low |\n|---|---|---|\n| Leith | 5.6 | 0.8 |\n| Wick | 3.5 | 0.7 |"},
		{"columns of numbers have no names", [][]cell{
			{{100, "1"}, {200, "5.6"}, {300, "0.8"}},
			{{100, "2"}, {200, "3.5"}, {300, "0.7"}},
			{{100, "3"}, {200, "3.1"}, {300, "0.6"}},
		}, "|  |  |  |\n|---|---|---|\n| 1 | 5.6 | 0.8 |\n| 2 | 3.5 | 0.7 |\n| 3 | 3.1 | 0.6 |"},
		{"an empty cell", [][]cell{
			{{100, "Harbour"}, {200, "High"}, {300, "Low"}},
			{{100, "Leith"}, {300, "0.8"}},
			{{100, "Wick"}, {200, "3.5"}, {300, "0.7"}},
		}, "| Harbour | High | Low |\n|---|---|---|\n| Leith |  | 0.8 |\n| Wick | 3.5 | 0.7 |"},
		{"a cell over two rows", [][]cell{
			{{100, "Harbour"}, {200, "Remarks"}, {340, "Low"}},
			{{100, "Leith"}, {200, "wide and"}, {340, "0.8"}},
			{{200, "open"}},
			{{100, "Wick"}, {200, "narrow"}, {340, "0.7"}},
		}, "| Harbour | Remarks | Low |\n|---|---|---|\n| Leith | wide and open | 0.8 |\n| Wick | narrow | 0.7 |"},
		{"numbers that are closer than a gap", [][]cell{
			{{100, "Harbour"}, {200, "High"}, {240, "Low"}},
			{{100, "Leith"}, {200, "15.6"}, {232, "10.8"}},
			{{100, "Wick"}, {200, "13.5"}, {240, "0.7"}},
		}, "| Harbour | High | Low |\n|---|---|---|\n| Leith | 15.6 | 10.8 |\n| Wick | 13.5 | 0.7 |"},
		{"columns that cross stay as they stand", [][]cell{
			{{100, "Harbour of Leith"}, {260, "5.6"}},
			{{100, "Wick"}, {150, "3.5"}},
			{{100, "Harbour of Oban"}, {260, "3.1"}},
		}, "```\nHarbour of Leith                 5.6\nWick      3.5\nHarbour of Oban                  3.1\n```"},
	} {
		s := pdftest.NewSheet()
		table(tt.rows...)(s)
		if got, want := bodyOfSheets(t, s), "PROSE | MORE | "+tt.want+" | PROSE | MORE"; got != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, want)
		}
	}
}

// rules draws lines across a page, at heights.
func rules(s *pdftest.Sheet, left, right float64, at ...float64) {
	for _, y := range at {
		s.Rules = append(s.Rules, page.Rect{Left: left, Right: right, Top: y, Bottom: y + 0.5})
	}
}

// A table between rules is one table, whatever stands in it looks like: bold names of columns, a star, a lone word, a
// second line of names, and what belongs to its caption stays above.
func TestRuledTables(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	s.Line(left, y+12, "Table 1. High water in three harbours")
	s.Line(left, y+24, "Heights are in metres.")
	rules(s, 98, 500, y+30, y+58, y+112)
	rules(s, 198, 400, y+44)
	font := s.Font
	s.Font = bold
	setCells(s, y+40, placed{270, 0, "Tides"}, placed{100, 14, "Harbour"}, placed{200, 14, "Spring"}, placed{300, 14, "Neap"}, placed{440, 14, "Remarks"})
	s.Font = font
	setCells(s, y+68, placed{100, 0, "North"}, placed{110, 12, "Wick"}, placed{200, 12, "3.5"}, placed{300, 12, "1.4"}, placed{440, 12, "∗"},
		placed{100, 24, "South"}, placed{110, 36, "Leith"}, placed{200, 36, "5.6"}, placed{300, 36, "2.4"}, placed{440, 36, "calm"})
	s.Line(left, y+124, "∗ Measured by sailors.")
	text(s, y+150)
	want := "PROSE | MORE | Table 1. High water in three harbours Heights are in metres. | " +
		"| Harbour | Tides: Spring | Tides: Neap | Remarks |\n|---|---|---|---|\n| North |  |  |  |\n| Wick | 3.5 | 1.4 | ∗ |\n| South |  |  |  |\n| Leith | 5.6 | 2.4 | calm |" +
		" | ∗ Measured by sailors. | PROSE | MORE"
	if got := bodyOfSheets(t, s); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// Two tables between rules stay two, and rows beside each other below do not join them; a title over all columns stands
// above its table.
func TestRuledTablesBelowEachOther(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	for i, name := range []string{"The harbours of the north and of the south", ""} {
		at := y + 12 + 80*float64(i)
		rules(s, 98, 350+50*float64(i), at, at+30, at+58)
		s.Line(left, at+11, name)
		setCells(s, at+24, placed{100, 0, "Harbour"}, placed{200, 0, "High"}, placed{300, 0, "Low"})
		setCells(s, at+40, placed{100, 0, "Leith"}, placed{200, 0, "5.6"}, placed{300, 0, "0.8"}, placed{100, 12, "Wick"}, placed{200, 12, "3.5"}, placed{300, 12, "0.7"})
	}
	text(s, y+190)
	const table = "| Harbour | High | Low |\n|---|---|---|\n| Leith | 5.6 | 0.8 |\n| Wick | 3.5 | 0.7 |"
	want := "PROSE | MORE | The harbours of the north and of the south | " + table + " | " + table + " | PROSE | MORE"
	if got := bodyOfSheets(t, s); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// Notes on lines of their own below a table stay apart where they end before its middle; one that goes on stays whole.
func TestNotesBelowTables(t *testing.T) {
	for _, tt := range []struct{ first, second, want string }{
		{"∗ calm", "∗∗ rough", "∗ calm | ∗∗ rough"},
		{"∗ calm", "NS, not seen", "∗ calm | NS, not seen"},
		{"∗ calm, in the summer of that year", "NS, not seen", "∗ calm, in the summer of that year NS, not seen"},
		{"∗ calm", "in summer", "∗ calm in summer"},
		{"∗ calm", "https://doi.org/10.5555/tides.t001", "∗ calm | https://doi.org/10.5555/tides.t001"},
	} {
		s := pdftest.NewSheet()
		y := text(s, top)
		rules(s, 98, 300, y+20, y+34, y+62)
		setCells(s, y+30, placed{100, 0, "Harbour"}, placed{200, 0, "High"}, placed{100, 14, "Leith"}, placed{200, 14, "5.6"}, placed{100, 26, "Wick"}, placed{200, 26, "3.5"})
		s.Size = 8
		s.Line(left, y+75, tt.first)
		s.Line(left, y+85, tt.second)
		s.Size = 10
		text(s, y+130)
		if got, want := bodyOfSheets(t, s), "PROSE | MORE | | Harbour | High |\n|---|---|\n| Leith | 5.6 |\n| Wick | 3.5 | | "+tt.want+" | PROSE | MORE"; got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

// Stars beside numbers that a line below explains as significance are no marks of notes.
func TestStarsOfSignificance(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	s.Line(left, y+12, "Table 1. High water in three harbours")
	rules(s, 98, 400, y+20, y+34, y+62)
	setCells(s, y+30, placed{100, 0, "Harbour"}, placed{200, 0, "High"}, placed{100, 14, "Leith"}, placed{200, 14, "5.6∗"}, placed{100, 26, "Wick"}, placed{200, 26, "3.5∗∗"})
	s.Size = 8
	s.Line(left, 700, "∗ Significant at P < 0.05")
	s.Line(left, 712, "∗∗significant at P < 0.01")
	if d := draftOf(t, sheets{all: []*pdftest.Sheet{s}}); !strings.Contains(d.Body.String(), "| 3.5∗∗ |") || !strings.Contains(d.Body.String(), "| 5.6∗ |") {
		t.Errorf("%s", d.Body)
	}
}

// A note below a table whose mark leads elsewhere stays below the table.
func TestHeldNotes(t *testing.T) {
	s := pdftest.NewSheet()
	y := text(s, top)
	rules(s, 98, 300, y+20, y+34, y+62)
	setCells(s, y+30, placed{100, 0, "Harbour"}, placed{200, 0, "High"}, placed{100, 14, "Leith"}, placed{200, 14, "5.6^a^"}, placed{100, 26, "Wick"}, placed{200, 26, "3.5"})
	s.Size = 8
	s.Line(left, y+75, "^a^Seen by sailors in May, and again by those of the north.")
	s.Size = 10
	y = text(s, y+100)
	s.Line(left, y+20, "Tides^a^ are old, as all of them say who were there in those days.")
	text(s, y+40)
	next := pdftest.NewSheet()
	text(next, top)
	checkContains(t, bodyOfSheets(t, s, next), "| Wick | 3.5 | | ᵃSeen by sailors in May, and again by those of the north. | PROSE")
}
