package layout

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// rule draws a line across a page.
func rule(s *pdftest.Sheet, left, right, y float64) {
	s.Rules = append(s.Rules, page.Rect{Left: left, Right: right, Top: y, Bottom: y + 0.5})
}

// setTable sets rows of cells, 12 points apart, in columns that begin at 100, 200 and 300 points.
func setTable(s *pdftest.Sheet, y float64, rows ...string) float64 {
	for _, row := range rows {
		for i, cell := range strings.Split(row, "|") {
			if cell != "" {
				s.Line(100+100*float64(i), y, cell)
			}
		}
		y += 12
	}
	return y
}

// ruledTests set pages with rules, and the tables that stand between these, with bars between the lines.
var ruledTests = []struct {
	name string
	set  func(s *pdftest.Sheet)
	want string
}{
	{"three rules", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Port|High|Low")
		rule(s, 98, 400, 104)
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 400, 130)
	}, "Port|High|Low|Oban|3.1|0.6|Wick|2.8|0.7"},
	{"rows that are one line each", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		s.Line(100, 100, "Harbours of the north and the south  1.1 2.2 3.3 4.4 5.5")
		s.Line(100, 112, "Harbours of the east and of the west  1.2 2.3 3.4 4.5 5.6")
		rule(s, 98, 400, 116)
		setTable(s, 126, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 400, 142)
	}, "Harbours of the north and the south 1.1 2.2 3.3 4.4 5.5|Harbours of the east and of the west 1.2 2.3 3.4 4.5 5.6|Oban|3.1|0.6|Wick|2.8|0.7"},
	{"names in one line above the first rule", func(s *pdftest.Sheet) {
		s.Line(100, 100, "Ports of the north High Low")
		rule(s, 98, 330, 104)
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 330, 130)
	}, "Ports of the north High Low|Oban|3.1|0.6|Wick|2.8|0.7"},
	{"a heading above a table with names", func(s *pdftest.Sheet) {
		s.Line(100, 86, "Ports of the north and south")
		rule(s, 98, 330, 90)
		setTable(s, 100, "Port|High|Low")
		rule(s, 98, 330, 104)
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 330, 130)
	}, "Port|High|Low|Oban|3.1|0.6|Wick|2.8|0.7"},
	{"text close above the first rule", func(s *pdftest.Sheet) {
		s.Line(100, 88, "Of all the ports of the north and south")
		s.Line(100, 100, "some are deep and wide but cold")
		rule(s, 98, 330, 104)
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 330, 130)
	}, "Oban|3.1|0.6|Wick|2.8|0.7"},
	{"a sentence above the first rule", func(s *pdftest.Sheet) {
		s.Line(100, 100, "some are deep and wide but cold.")
		rule(s, 98, 330, 104)
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 330, 130)
	}, "Oban|3.1|0.6|Wick|2.8|0.7"},
	{"the axes of drawings", func(s *pdftest.Sheet) {
		rule(s, 98, 700, 90)
		setTable(s, 100, "0|0.2|0.4|0.6|0.8")
		rule(s, 98, 700, 104)
		setTable(s, 114, "0|5|10|15|20")
		rule(s, 98, 700, 130)
	}, ""},
	{"numbers in uneven steps", func(s *pdftest.Sheet) {
		rule(s, 98, 700, 90)
		setTable(s, 100, "0|0.2|0.5|0.6|0.8")
		rule(s, 98, 700, 104)
		setTable(s, 114, "1|5|10|15|20")
		rule(s, 98, 700, 130)
	}, "0|0.2|0.5|0.6|0.8|1|5|10|15|20"},
	{"no rule below", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Port|High|Low")
		rule(s, 98, 400, 104)
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
		s.Line(98, 200, "The tide comes and goes with the moon and the wind.")
	}, "Port|High|Low|Oban|3.1|0.6|Wick|2.8|0.7"},
	{"no rule above the names", func(s *pdftest.Sheet) {
		setTable(s, 100, "Port|High|Low")
		rule(s, 98, 400, 104)
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 400, 130)
	}, "Port|High|Low|Oban|3.1|0.6|Wick|2.8|0.7"},
	{"numbers above the first rule are no names", func(s *pdftest.Sheet) {
		setTable(s, 100, "1|2|3")
		rule(s, 98, 400, 104)
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 400, 130)
	}, "Oban|3.1|0.6|Wick|2.8|0.7"},
	{"a rule for each cell", func(s *pdftest.Sheet) {
		for _, y := range []float64{90, 104, 130} {
			rule(s, 98, 198, y)
			rule(s, 199, 298, y+0.4)
			rule(s, 299, 400, y)
		}
		setTable(s, 100, "Port|High|Low")
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
	}, "Port|High|Low|Oban|3.1|0.6|Wick|2.8|0.7"},
	{"a note above the last rule", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Oban|3.1|0.6", "Wick|2.8|0.7", "* measured in May")
		rule(s, 98, 400, 130)
	}, "Oban|3.1|0.6|Wick|2.8|0.7"},
	{"a line in the last row that is no note", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Oban|3.1|0.6", "Wick|2.8|0.7", "in the north")
		rule(s, 98, 400, 130)
	}, "Oban|3.1|0.6|Wick|2.8|0.7|in the north"},
	{"the caption of the next table between", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 400, 116)
		s.Line(98, 140, "Table 2. Low water")
		rule(s, 98, 400, 150)
		setTable(s, 160, "Leith|5.6|0.8", "Ayr|2.9|0.5")
		rule(s, 98, 400, 176)
	}, "Oban|3.1|0.6|Wick|2.8|0.7 / Leith|5.6|0.8|Ayr|2.9|0.5"},
	{"rules of another width", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 350, 116)
	}, ""},
	{"one row", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Oban|3.1|0.6", "calm")
		rule(s, 98, 400, 116)
	}, ""},
	{"text in two columns", func(s *pdftest.Sheet) {
		rule(s, 50, 550, 90)
		for y := 100.0; y < 300; y += 12 {
			s.Line(52, y, "The tide comes and goes with the moon, and rises")
			s.Line(310, y, "Wind moves the sea as well, and the air lifts it")
		}
		rule(s, 50, 550, 310)
	}, ""},
	{"a text between", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Oban|3.1|0.6", "Wick|2.8|0.7")
		s.Line(98, 124, "The tide comes and goes with the moon, and each harbour keeps")
		s.Line(98, 136, "a table of it for the ships that come in from the open sea at")
		setTable(s, 148, "Ayr|2.9|0.5")
		rule(s, 98, 400, 152)
	}, ""},
	{"cells closer than columns of text", func(s *pdftest.Sheet) {
		rule(s, 98, 200, 90)
		s.Line(100, 100, "Oban")
		s.Line(130, 100, "3.1")
		s.Line(100, 112, "Wick")
		s.Line(130, 112, "2.8")
		rule(s, 98, 200, 120)
	}, "Oban 3.1|Wick 2.8"},
	{"a rule drawn twice", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 89)
		rule(s, 98, 400, 91)
		setTable(s, 100, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 400, 116)
	}, "Oban|3.1|0.6|Wick|2.8|0.7"},
	{"rows far below the last rule", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Port|High|Low", "Oban|3.1|0.6")
		rule(s, 98, 400, 116)
		setTable(s, 160, "Wick|2.8|0.7")
	}, "Port|High|Low|Oban|3.1|0.6"},
	{"a row below that is wider", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Port|High|Low", "Oban|3.1|0.6")
		rule(s, 98, 400, 116)
		setTable(s, 126, "Wick|2.8|0.7")
		s.Line(420, 126, "and so on")
		s.Line(90, 138, "Ayr")
		s.Line(200, 138, "2.9")
	}, "Port|High|Low|Oban|3.1|0.6|Wick|2.8|0.7"},
	{"a line in the middle of the next row", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Port|High|Low")
		rule(s, 98, 400, 104)
		setTable(s, 114, "Oban|high|0.6", "|water|", "Wick|2.8|0.7")
	}, "Port|High|Low|Oban|high|0.6|water|Wick|2.8|0.7"},
	{"a sentence below", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Port|High|Low", "Oban|3.1|0.6")
		rule(s, 98, 400, 116)
		s.Line(100, 126, "The tide")
	}, "Port|High|Low|Oban|3.1|0.6"},
	{"a long title above the names", func(s *pdftest.Sheet) {
		s.Line(100, 86, "The tides of the harbours of the north in May")
		setTable(s, 100, "Port|High|Low")
		rule(s, 98, 400, 104)
		setTable(s, 114, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 400, 130)
	}, "Port|High|Low|Oban|3.1|0.6|Wick|2.8|0.7"},
	{"the axis of a drawing", func(s *pdftest.Sheet) {
		for y := 90.0; y < 200; y += 20 {
			rule(s, 98, 400, y)
			s.Line(99, y+10, "0.5")
		}
		setTable(s, 195, "1901|1902|1903")
	}, ""},
	{"rows apart with pictures between", func(s *pdftest.Sheet) {
		rule(s, 98, 400, 90)
		setTable(s, 100, "Port|Shape|Low")
		rule(s, 98, 400, 104)
		setTable(s, 140, "Oban||0.6")
		setTable(s, 200, "Wick||0.7")
		s.Pictures = append(s.Pictures, page.Rect{Left: 200, Right: 290, Top: 110, Bottom: 160}, page.Rect{Left: 200, Right: 290, Top: 165, Bottom: 220})
	}, "Port|Shape|Low|Oban|0.6|Wick|0.7"},
}

func TestRuled(t *testing.T) {
	for _, tt := range ruledTests {
		s := pdftest.NewSheet()
		tt.set(s)
		var tables []string
		for _, b := range layoutOf([]*page.Page{&s.Page}).Blocks {
			if b.Ruling == nil {
				continue
			}
			var lines []string
			for _, l := range b.Lines {
				lines = append(lines, l.Text())
			}
			tables = append(tables, strings.Join(lines, "|"))
		}
		if got := strings.Join(tables, " / "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// A table between rules stands at its caption, above or below, wherever the file has it.
func TestPlaceOfRuled(t *testing.T) {
	table := func(s *pdftest.Sheet) {
		rule(s, 98, 400, 300)
		setTable(s, 310, "Oban|3.1|0.6", "Wick|2.8|0.7")
		rule(s, 98, 400, 326)
	}
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		want string
	}{
		{"behind its caption", func(s *pdftest.Sheet) {
			table(s)
			s.Line(98, 100, "The tide comes and goes.")
			s.Line(98, 290, "Table 1. High water")
			s.Line(98, 400, "Wind moves the sea.")
		}, "The tide / Table 1. / TABLE / Wind move"},
		{"before the caption below", func(s *pdftest.Sheet) {
			s.Line(98, 100, "The tide comes and goes.")
			s.Line(98, 345, "Table 1. High water")
			s.Line(98, 400, "Wind moves the sea.")
			table(s)
		}, "The tide / TABLE / Table 1. / Wind move"},
		{"where the file has it", func(s *pdftest.Sheet) {
			s.Line(98, 100, "The tide comes and goes.")
			table(s)
			s.Line(98, 400, "Wind moves the sea.")
		}, "The tide / TABLE / Wind move"},
		{"at the beginning", func(s *pdftest.Sheet) {
			table(s)
			s.Line(98, 400, "Wind moves the sea.")
		}, "TABLE / Wind move"},
	} {
		s := pdftest.NewSheet()
		tt.set(s)
		var got []string
		for _, b := range layoutOf([]*page.Page{&s.Page}).Blocks {
			text := "TABLE"
			if b.Ruling == nil {
				text = strings.TrimSpace((b.Lines[0].Text() + "         ")[:9])
			}
			got = append(got, text)
		}
		if got := strings.Join(got, " / "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// What lies on its side is read as a page of its own behind the others' text if it is a table or has a caption, else
// left out.
func TestAside(t *testing.T) {
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		want string
	}{
		{"a table between rules", func(s *pdftest.Sheet) {
			rule(s, 98, 400, 300)
			setTable(s, 310, "Oban|3.1|0.6", "Wick|2.8|0.7")
			rule(s, 98, 400, 326)
		}, "The tide / TABLE, removed 0"},
		{"a caption", func(s *pdftest.Sheet) { s.Line(98, 300, "Figure 2. The harbour") }, "The tide / Figure 2, removed 0"},
		{"a stamp", func(s *pdftest.Sheet) { s.Line(98, 300, "Printed for A. Berg") }, "The tide, removed 1"},
	} {
		s, aside := pdftest.NewSheet(), pdftest.NewSheet()
		s.Line(98, 400, "The tide comes and goes.")
		s.Angle = 90
		s.Line(20, 300, "lying")
		tt.set(aside)
		aside.Frame = page.NewFrame(0, 0, 600, 800, 1)
		s.Aside = &aside.Page
		l := layoutOf([]*page.Page{&s.Page})
		var got []string
		for _, b := range l.Blocks {
			text := "TABLE"
			if b.Ruling == nil {
				text = strings.TrimSpace((b.Lines[0].Text() + "         ")[:8])
			}
			got = append(got, text)
		}
		if got := fmt.Sprintf("%s, removed %d", strings.Join(got, " / "), len(l.Removed)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
