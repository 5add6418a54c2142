package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// prose is text for lines of any length.
const prose = "the tide comes and goes with the moon and a harbour keeps a table of it for all ships that come in from the sea or go out to it again by night"

// of returns the blocks of pages as texts with their lines, and what was removed.
func of(sheets ...*pdftest.Sheet) (blocks [][]string, removed []string) {
	var pages []*page.Page
	for _, s := range sheets {
		pages = append(pages, &s.Page)
	}
	l := layoutOf(pages)
	for _, b := range l.Blocks {
		var lines []string
		for _, l := range b.Lines {
			lines = append(lines, l.Text())
		}
		blocks = append(blocks, lines)
	}
	for _, r := range l.Removed {
		removed = append(removed, r.Text())
	}
	return blocks, removed
}

// Blanks as wide as those between close cells are told, and lines cut at them.
func TestWideBlanks(t *testing.T) {
	mono := &page.Font{Name: "Mono", Fixed: true}
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		want string
	}{
		{"between cells", func(s *pdftest.Sheet) { s.Line(50, 100, "Oban"); s.Line(78, 100, "3.1 m"); s.Line(111, 100, "full") }, "Oban|3.1 m|full"},
		{"between words", func(s *pdftest.Sheet) { s.Line(50, 100, "Oban"); s.Line(77, 100, "town") }, "Oban town"},
		{"behind the sign of an item", func(s *pdftest.Sheet) { s.Line(50, 100, "•"); s.Line(65, 100, "Oban"); s.Line(95, 100, "full") }, "• Oban|full"},
		{"behind a letter", func(s *pdftest.Sheet) { s.Line(50, 100, "A"); s.Line(65, 100, "Oban") }, "A|Oban"},
		{"of a program", func(s *pdftest.Sheet) {
			s.Font = mono
			s.Line(50, 100, "if")
			s.Line(72, 100, "a")
			s.Line(91, 100, "b")
		}, "if a|b"},
	} {
		s := pdftest.NewSheet()
		tt.set(s)
		l := lines(&s.Page, 1)[0]
		var parts []string
		for _, p := range l.Cut(l.WideBlanks()) {
			parts = append(parts, p.Text())
		}
		if got := strings.Join(parts, "|"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestLines(t *testing.T) {
	for _, tt := range []struct {
		name  string
		write func(s *pdftest.Sheet)
		want  []string
	}{
		{"words", func(s *pdftest.Sheet) { s.Line(50, 100, "two words") }, []string{"two words"}},
		{"raised and lowered letters", func(s *pdftest.Sheet) { s.Line(50, 100, "sea^1,2^ and H~2~O") }, []string{"sea1,2 and H2O"}},
		{"a gap parts cells", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(90, 100, "two") }, []string{"one", "two"}},
		{"a blank of a size and a half", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(80, 100, "two") }, []string{"one two"}},
		{"parts that touch", func(s *pdftest.Sheet) { s.Line(50, 100, "on"); s.Glyphs = s.Glyphs[:2]; s.Line(60, 100, "e") }, []string{"one"}},
		{"a line lower by a third", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(65, 104, "two") }, []string{"one", "two"}},
		{"a line lower by a fifth", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(65, 102, "two") }, []string{"one two"}},
		{"a small letter lower by a half", func(s *pdftest.Sheet) {
			s.Line(50, 100, "one")
			s.Size = 6
			s.Line(65, 105, "n")
		}, []string{"one n"}},
		{"a small letter on the next line", func(s *pdftest.Sheet) {
			s.Line(50, 100, "one")
			s.Size = 6
			s.Line(65, 108, "n")
		}, []string{"one", "n"}},
		{"back to the left", func(s *pdftest.Sheet) { s.Line(50, 100, "onwards"); s.Line(50, 101, "back") }, []string{"onwards", "back"}},
		{"another angle", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Angle = 90; s.Line(65, 100, "two") }, []string{"one", "two"}},
		{"another picture", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Picture = 1; s.Line(66, 100, "two") }, []string{"one", "two"}},
		{"marked as no text", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Chrome = true; s.Line(66, 100, "two") }, []string{"one", "two"}},
		{"a blank before a raised letter", func(s *pdftest.Sheet) {
			s.Line(50, 100, "sea")
			s.Line(66, 100, "^2^")
		}, []string{"sea2"}},
		{"a blank after a raised letter", func(s *pdftest.Sheet) { s.Line(50, 100, "sea^2^ , and ^3^ the") }, []string{"sea2, and 3 the"}},
		{"a blank between raised letters", func(s *pdftest.Sheet) { s.Line(50, 100, "Zn^2 + 1^") }, []string{"Zn2+ 1"}},
		{"a wide blank before a raised letter", func(s *pdftest.Sheet) {
			s.Line(50, 100, "sea")
			s.Line(69, 100, "^2^")
		}, []string{"sea 2"}},
		{"a spaced word", func(s *pdftest.Sheet) { s.Line(50, 100, "A B S T R A C T") }, []string{"ABSTRACT"}},
		{"two spaced words", func(s *pdftest.Sheet) {
			s.Line(50, 100, "N E W")
			s.Line(88, 100, "T I D E")
		}, []string{"NEW TIDE"}},
		{"three letters are no spaced word", func(s *pdftest.Sheet) { s.Line(50, 100, "a b c") }, []string{"a b c"}},
		{"words of one letter among others", func(s *pdftest.Sheet) { s.Line(50, 100, "if a b c hold") }, []string{"if a b c hold"}},
		{"words of a line that is turned", func(s *pdftest.Sheet) {
			s.Angle = 90
			s.Line(50, 100, "one two")
			s.Line(50, 160, "three")
		}, []string{"one two", "three"}},
		{"no text", func(s *pdftest.Sheet) { s.Line(50, 100, " ") }, nil},
	} {
		s := pdftest.NewSheet()
		tt.write(s)
		var got []string
		for _, l := range lines(&s.Page, 1) {
			got = append(got, l.Text())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

// A line has the base, the size and the font of most of its letters.
func TestLineMeasures(t *testing.T) {
	s := pdftest.NewSheet()
	s.Line(50, 100, "moon^12^")
	l := lines(&s.Page, 3)[0]
	if l.Base != 100 || l.Size != 10 || l.Font != s.Font || l.Page != 3 {
		t.Errorf("base %v, size %v, page %d", l.Base, l.Size, l.Page)
	}
	if want := (page.Rect{Left: 50, Top: 92.5, Right: 77, Bottom: 102.5}); l.Box != want {
		t.Errorf("box %v", l.Box)
	}
	for _, text := range []string{"moo^1234^", "moon sets", "a^123^", "10^-12^", "Q~sea~", "0^-+^ 1^--^ 2^++^"} {
		s = pdftest.NewSheet()
		s.Line(50, 100, text)
		for i := range s.Glyphs {
			if s.Glyphs[i].Rune == ' ' {
				s.Glyphs[i].Y = 98
			}
		}
		if l := lines(&s.Page, 1)[0]; l.Base != 100 || l.Size != 10 {
			t.Errorf("%s: base %v, size %v", text, l.Base, l.Size)
		}
	}
	s = pdftest.NewSheet()
	s.Font = &page.Font{Name: "Italic"}
	s.Line(50, 100, "of")
	italic := s.Font
	s.Glyphs = s.Glyphs[:2]
	s.Font = &page.Font{Name: "Serif"}
	s.Line(60, 100, "moons")
	if l := lines(&s.Page, 1)[0]; l.Font == italic {
		t.Error("the font is that of fewer letters")
	}
}

// body sets lines of text from the top of a page to its foot, other ones on each page.
func body(s *pdftest.Sheet, n int) {
	for y := 120.0; y < 700; y += 12 {
		s.Line(100, y, strings.Repeat("tide ", n)+prose[int(y)%20:60])
	}
}

func TestChrome(t *testing.T) {
	for _, tt := range []struct {
		name  string
		pages int
		write func(s *pdftest.Sheet, page int)
		want  []string
	}{
		{"a running head on two pages", 2, func(s *pdftest.Sheet, n int) { s.Line(100, 50, "Journal of Tides") }, []string{"Journal of Tides", "Journal of Tides"}},
		{"a running head with a number", 2, func(s *pdftest.Sheet, n int) { s.Line(100, 50, fmt.Sprintf("Tides, vol. 3, p. %d", n)) }, []string{"Tides, vol. 3, p. 1", "Tides, vol. 3, p. 2"}},
		{"a running foot a little lower", 2, func(s *pdftest.Sheet, n int) { s.Line(100, 750+5*float64(n), "Journal of Tides") }, []string{"Journal of Tides", "Journal of Tides"}},
		{"lines at other heights", 2, func(s *pdftest.Sheet, n int) { s.Line(100, 30+10*float64(n), "Journal of Tides") }, nil},
		{"lines of one page", 2, func(s *pdftest.Sheet, n int) { s.Line(100, 50, strings.Repeat("a", n)+" tide") }, nil},
		{"the text of the middle", 2, func(s *pdftest.Sheet, n int) { s.Line(420, 400, "again") }, nil},
		{"a line on two of many pages", 8, func(s *pdftest.Sheet, n int) {
			if n == 1 || n == 7 {
				s.Line(100, 50, "Journal of Tides")
			}
		}, nil},
		{"the head of a short chapter", 8, func(s *pdftest.Sheet, n int) {
			if n == 3 || n == 5 {
				s.Line(100, 50, "Journal of Tides")
			}
		}, []string{"Journal of Tides", "Journal of Tides"}},
		{"captions alike on two pages near each other", 8, func(s *pdftest.Sheet, n int) {
			if n == 3 || n == 5 {
				s.Line(100, 108, fmt.Sprintf("Table %d: The tides of the north", n))
			}
		}, nil},
		{"a head on three of many pages", 8, func(s *pdftest.Sheet, n int) {
			if n%3 == 1 {
				s.Line(100, 50, "Journal of Tides")
			}
		}, []string{"Journal of Tides", "Journal of Tides", "Journal of Tides"}},
		{"a head beside a number where other pages have theirs", 2, func(s *pdftest.Sheet, n int) {
			if s.Line(480, 50, fmt.Sprint(n)); n == 2 {
				s.Line(300, 50, "Listening to tides")
			}
		}, []string{"1", "2", "Listening to tides"}},
		{"a foot where other pages have their numbers", 2, func(s *pdftest.Sheet, n int) {
			if n == 1 {
				s.Line(100, 750, "Submitted to Tides")
			} else {
				s.Line(300, 750, "2")
			}
		}, []string{"Submitted to Tides", "2"}},
		{"a larger line beside a number", 2, func(s *pdftest.Sheet, n int) {
			s.Line(480, 50, fmt.Sprint(n))
			s.Size = 14
			s.Line(100, 50, strings.Repeat("a", n)+" tide")
		}, []string{"1", "2"}},
		{"a line at the top where other pages have numbers", 2, func(s *pdftest.Sheet, n int) {
			if n == 1 {
				s.Line(100, 50, "Table 3: The tides")
			} else {
				s.Line(300, 50, "2")
			}
		}, []string{"2"}},
		{"text close below the number", 2, func(s *pdftest.Sheet, n int) {
			s.Line(480, 108, fmt.Sprint(n))
			s.Line(100, 108, strings.Repeat("a", n)+" tide")
		}, []string{"1", "2"}},
		{"cells beside a number", 2, func(s *pdftest.Sheet, n int) {
			if s.Line(480, 50, fmt.Sprint(n)); n == 2 {
				s.Line(100, 50, "Leith")
				s.Line(200, 50, "Wick")
				s.Line(300, 50, "Oban")
			}
		}, []string{"1", "2"}},
		{"the number of a page", 1, func(s *pdftest.Sheet, n int) { s.Line(300, 760, "12") }, []string{"12"}},
		{"a page of many", 1, func(s *pdftest.Sheet, n int) { s.Line(300, 760, "Page 3 of 12") }, []string{"Page 3 of 12"}},
		{"a roman number between dashes", 1, func(s *pdftest.Sheet, n int) { s.Line(300, 40, "– iv –") }, []string{"– iv –"}},
		{"a number above others", 1, func(s *pdftest.Sheet, n int) { s.Line(300, 740, "12"); s.Line(300, 760, "notes") }, nil},
		{"a number in the text", 1, func(s *pdftest.Sheet, n int) { s.Line(420, 400, "12") }, nil},
		{"a year in the text's last line", 1, func(s *pdftest.Sheet, n int) { s.Line(100, 690, "moon and sea") }, nil},
		{"text across the page", 1, func(s *pdftest.Sheet, n int) { s.Angle = 45; s.Line(300, 400, "DRAFT") }, []string{"DRAFT"}},
		{"a rule of dots", 1, func(s *pdftest.Sheet, n int) { s.Line(100, 710, strings.Repeat(".", 80)) }, []string{strings.Repeat(".", 80)}},
		{"a rule of strokes", 1, func(s *pdftest.Sheet, n int) { s.Line(100, 710, strings.Repeat("_ ", 12)) }, []string{strings.Repeat("_ ", 11) + "_"}},
		{"a few dots", 1, func(s *pdftest.Sheet, n int) { s.Line(100, 710, "......") }, nil},
		{"what is marked", 1, func(s *pdftest.Sheet, n int) { s.Chrome = true; s.Line(100, 100, "Downloaded by a reader") }, []string{"Downloaded by a reader"}},
	} {
		var sheets []*pdftest.Sheet
		for n := 1; n <= tt.pages; n++ {
			s := pdftest.NewSheet()
			body(s, n)
			tt.write(s, n)
			sheets = append(sheets, s)
		}
		if _, got := of(sheets...); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q removed", tt.name, got)
		}
	}
}

// The parts of a line are joined, up to a length that no line of text has.
func TestMostRejoined(t *testing.T) {
	var parts []Line
	for i := range 3 * mostRejoined {
		s := pdftest.NewSheet()
		s.Line(5*float64(i), 100, "a")
		parts = append(parts, linesOf(s)...)
	}
	var lengths []int
	for _, l := range rejoin(parts) {
		lengths = append(lengths, l.Glyphs.Len())
	}
	if !slices.Equal(lengths, []int{mostRejoined + 1, mostRejoined + 1, mostRejoined - 2}) {
		t.Errorf("lines of %d glyphs", lengths)
	}
}

// Columns are looked for on pages of any width, and beside each other anywhere.
func TestGuttersOfAnyPage(t *testing.T) {
	for _, width := range []float64{math.NaN(), math.Inf(-1), -600, 0, 1e-9, 1, 600, 1e9, math.Inf(1)} {
		for _, x := range []float64{0, 1e17, -1e30} {
			s := pdftest.NewSheet()
			for _, left := range []float64{50, 310} {
				for i := range 2 * fewestBeside {
					s.Line(x+left, 100+12*float64(i), prose[:40])
				}
			}
			all := linesOf(s)
			got := len(gutters(all, width))
			if width == 600 && x == 0 && got != 1 || got > len(all) {
				t.Errorf("%d gutters of a page %v wide, with text from %v on", got, width, x)
			}
		}
	}
}

// A page that is marked as no text has nothing else, so it is read.
func TestAllMarked(t *testing.T) {
	s := pdftest.NewSheet()
	s.Chrome = true
	body(s, 1)
	if blocks, removed := of(s); len(blocks) == 0 || len(removed) > 0 {
		t.Errorf("%d lines removed", len(removed))
	}
}

func TestLineNumbers(t *testing.T) {
	for _, tt := range []struct {
		name       string
		lines      int
		step, last int // of numbers; a line has one after each step
		x          float64
		size       float64
		want       string // the first line of text
		removed    int
	}{
		{"beside the text", 10, 1, 10, 50, 6, "tide 1", 10},
		{"with each fifth line", 50, 5, 50, 50, 6, "tide 1", 10},
		{"at the start of the lines", 10, 1, 10, 85, 6, "tide 1", 0},
		{"as few as tell them", 6, 1, 6, 50, 6, "tide 1", 6},
		{"too few", 5, 1, 5, 50, 6, "1 | tide 1", 0},
		{"a numbered list", 10, 1, 10, 91, 10, "1 tide 1", 0},
	} {
		s := pdftest.NewSheet()
		for i := 1; i <= tt.lines; i++ {
			y := 100 + 12*float64(i)
			if i%tt.step == 0 {
				s.Size = tt.size
				number := fmt.Sprint(i)
				s.Line(tt.x+8-s.Width(number), y, number)
				s.Glyphs = s.Glyphs[:len(s.Glyphs)-1]
				s.Glyphs = append(s.Glyphs, page.Glyph{Run: &page.Run{}, Rune: ' ', Added: true})
				s.Size = 10
			}
			s.Line(101, y, fmt.Sprintf("tide %d", i))
		}
		blocks, removed := of(s)
		first := strings.Join(blocks[0], " | ")
		if !strings.HasPrefix(first, tt.want) || len(removed) != tt.removed {
			t.Errorf("%s: %.40q, removed %q", tt.name, first, removed)
		}
	}
}

// The labels of a list whose entries have several lines count on as line numbers do, but beside some lines only.
func TestLabelsBesideEntries(t *testing.T) {
	s := pdftest.NewSheet()
	for i := range 20 {
		y := 200 + 12*float64(i)
		if i%2 == 0 {
			s.Line(75, y, fmt.Sprint(i/2+4))
		}
		s.Line(101, y, fmt.Sprintf("tide %d", i))
	}
	if _, removed := of(s); len(removed) > 0 {
		t.Errorf("removed %q", removed)
	}
}

// columnOf returns in which column each line of a page stands.
func columnOf(s *pdftest.Sheet) map[string]int {
	all := lines(&s.Page, 1)
	setColumns(all, gutters(all, s.Page.Width()))
	found := map[string]int{}
	for _, l := range all {
		found[l.Text()] = l.Column
	}
	return found
}

// twoColumns sets lines of a number in each of two columns, one below the other, or line by line.
func twoColumns(s *pdftest.Sheet, n int, zigzag bool) {
	left := func(i int) { s.Line(50, 200+12*float64(i), fmt.Sprintf("left %02d %s", i, prose[:40])) }
	right := func(i int) { s.Line(310, 200+12*float64(i), fmt.Sprintf("right %02d %s", i, prose[:40])) }
	for i := range n {
		left(i)
		if zigzag {
			right(i)
		}
	}
	for i := range n {
		if !zigzag {
			right(i)
		}
	}
}

func TestColumns(t *testing.T) {
	title := "a title that stands over both of the columns"
	for _, tt := range []struct {
		name  string
		write func(s *pdftest.Sheet)
		want  map[string]int // by the beginnings of lines
	}{
		{"two", func(s *pdftest.Sheet) { twoColumns(s, 12, false) }, map[string]int{"left 00": 0, "left 11": 0, "right 00": 1, "right 11": 1}},
		{"too few lines", func(s *pdftest.Sheet) { twoColumns(s, 5, false) }, map[string]int{"left 00": 0, "right 00": 0}},
		{"a title over both", func(s *pdftest.Sheet) { s.Line(200, 150, title); twoColumns(s, 12, false) }, map[string]int{"a title": across, "left 00": 0, "right 00": 1}},
		{"the short last line of a paragraph over both", func(s *pdftest.Sheet) {
			s.Line(50, 150, prose[:100])
			s.Line(50, 162, "its end")
			twoColumns(s, 12, false)
		}, map[string]int{"the tide": across, "its end": across, "left 00": 0}},
		{"a short line in a column", func(s *pdftest.Sheet) { twoColumns(s, 12, false); s.Line(310, 344, "its end") }, map[string]int{"its end": 1}},
		{"a table", func(s *pdftest.Sheet) {
			for i := range 12 {
				s.Line(50, 200+12*float64(i), fmt.Sprintf("harbour %02d", i))
				s.Line(200, 200+12*float64(i), fmt.Sprintf("%02d hours", i))
			}
		}, map[string]int{"harbour 00": 0, "00 hours": 0}},
		{"cells of a table as long as words", func(s *pdftest.Sheet) {
			for i := range 12 {
				s.Line(50, 200+12*float64(i), fmt.Sprintf("the harbour of town %02d", i))
				s.Line(250, 200+12*float64(i), fmt.Sprintf("high water at %02d hours", i))
			}
		}, map[string]int{"the harbour": 0, "high water": 0}},
	} {
		s := pdftest.NewSheet()
		tt.write(s)
		got := columnOf(s)
		for start, column := range tt.want {
			for text, c := range got {
				if strings.HasPrefix(text, start) && c != column {
					t.Errorf("%s: %q is in column %d", tt.name, text, c)
				}
			}
		}
	}
}

func TestOrder(t *testing.T) {
	starts := func(blocks [][]string) string {
		var found []string
		for _, b := range blocks {
			for _, l := range b {
				found = append(found, l[:min(8, len(l))])
			}
		}
		return strings.Join(found, ",")
	}
	down := pdftest.NewSheet()
	down.Line(50, 150, prose[:100])
	twoColumns(down, 12, false)
	zigzag := pdftest.NewSheet()
	twoColumns(zigzag, 12, true)
	zigzag.Line(50, 150, prose[:100])
	want, _ := of(down)
	if got, _ := of(zigzag); starts(got) != starts(want) {
		t.Errorf("line by line: %s", starts(got))
	}
	// The order of the file stays where it jumps seldom.
	s := pdftest.NewSheet()
	s.Line(50, 600, "a note that the file has first")
	twoColumns(s, 12, false)
	if got, _ := of(s); got[0][0] != "a note that the file has first" {
		t.Errorf("the file's own order is lost: %q", got[0])
	}
}

func TestBlocks(t *testing.T) {
	for _, tt := range []struct {
		name  string
		write func(s *pdftest.Sheet)
		want  string
	}{
		{"lines below each other", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(50, 112, "two") }, "one|two"},
		{"a wide gap", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(50, 112, "two"); s.Line(50, 132, "three") }, "one|two;three"},
		{"double spacing", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(50, 124, "two"); s.Line(50, 148, "three") }, "one|two|three"},
		{"the widest spacing", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(50, 130, "two"); s.Line(50, 160, "three") }, "one;two;three"},
		{"upwards", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(50, 80, "two") }, "one;two"},
		{"not above each other", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(90, 112, "two") }, "one;two"},
		{"a cell beside", func(s *pdftest.Sheet) { s.Line(50, 100, "one"); s.Line(90, 100, "two") }, "one|two"},
		{"a cell to the left", func(s *pdftest.Sheet) { s.Line(90, 100, "one"); s.Line(50, 101, "two") }, "one;two"},
		{"another size", func(s *pdftest.Sheet) { s.Line(50, 100, "heading"); s.Size = 8; s.Line(50, 112, "small text") }, "heading;small text"},
		{"another size of few letters", func(s *pdftest.Sheet) { s.Line(50, 100, "formula"); s.Size = 8; s.Line(50, 112, "n") }, "formula|n"},
	} {
		s := pdftest.NewSheet()
		tt.write(s)
		blocks, _ := of(s)
		var parts []string
		for _, b := range blocks {
			parts = append(parts, strings.Join(b, "|"))
		}
		if got := strings.Join(parts, ";"); got != tt.want {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

// Lines are joined over what parted them, such as the number of a line, but not into a picture.
func TestRejoin(t *testing.T) {
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		want string
	}{
		{"close", func(s *pdftest.Sheet) { s.Line(72, 100, "sea") }, "tide sea"},
		{"touching", func(s *pdftest.Sheet) { s.Line(70, 100, "s") }, "tides"},
		{"far", func(s *pdftest.Sheet) { s.Line(90, 100, "sea") }, "tide|sea"},
		{"lower", func(s *pdftest.Sheet) { s.Line(72, 104, "sea") }, "tide|sea"},
		{"in a picture", func(s *pdftest.Sheet) { s.Picture = 1; s.Line(72, 100, "sea") }, "tide|sea"},
	} {
		s := pdftest.NewSheet()
		s.Line(50, 100, "tide")
		first := lines(&s.Page, 1)
		s.Glyphs = nil
		tt.set(s)
		var got []string
		for _, l := range rejoin(append(first, lines(&s.Page, 1)...)) {
			got = append(got, l.Text())
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

// Lines of two columns are two blocks, though one follows the other.
func TestBlocksOfColumns(t *testing.T) {
	s := pdftest.NewSheet()
	twoColumns(s, 12, false)
	blocks, _ := of(s)
	if len(blocks) != 2 || len(blocks[0]) != 12 || len(blocks[1]) != 12 {
		t.Errorf("%d blocks", len(blocks))
	}
}

// Pages that cannot be read are left out, and the others keep their numbers.
func TestMissingPage(t *testing.T) {
	s := pdftest.NewSheet()
	s.Line(50, 100, "tide")
	l := layoutOf([]*page.Page{nil, &s.Page})
	if len(l.Blocks) != 1 || l.Blocks[0].Page != 2 {
		t.Errorf("%v", l.Blocks)
	}
}

// layoutOf returns the layout of pages.
func layoutOf(all []*page.Page) Layout {
	var pages Pages
	for _, p := range all {
		pages.Add(p)
	}
	return pages.Layout()
}

// A table in one of two columns has no gutter: the lines of the column cross it.
func TestTableInColumn(t *testing.T) {
	for lines, want := range map[int]int{3: 2, 12: 1} {
		s := pdftest.NewSheet()
		for _, x := range []float64{50, 180} { // by columns, as many files have them
			for i := range 8 {
				s.Line(x, 100+12*float64(i), fmt.Sprintf("cell of row %02d", i))
			}
		}
		for i := range lines {
			s.Line(50, 220+12*float64(i), fmt.Sprintf("left %02d %s", i, prose[:40]))
		}
		for i := range 8 + lines {
			s.Line(310, 100+12*float64(i), fmt.Sprintf("right %02d %s", i, prose[:40]))
		}
		all := linesOf(s)
		if got := len(gutters(all, s.Page.Width())); got != want {
			t.Errorf("with %d lines below the table: %d gutters, want %d", lines, got, want)
		}
	}
}

func linesOf(s *pdftest.Sheet) []Line { return lines(&s.Page, 1) }
