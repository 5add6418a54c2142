package pdf

import (
	"testing"

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
