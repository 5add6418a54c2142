package textrow

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

func TestCode(t *testing.T) {
	rows := Of(layout.Block{Lines: drawn("f|for tide in tides:\nf|     ebb(tide)\nf|print(tides)")})
	if got, want := Code(rows), "for tide in tides:\n    ebb(tide)\nprint(tides)\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestIsAxis(t *testing.T) {
	for drawing, want := range map[string]bool{"|10  20  30": true, "|0.5  1.0 %": false, "|5%  10%": true, "|10": false, "|10  tides": false, "|−5  0  5": true, "|0  0.2  0.4 time  0.6": true, "|0  0.2  0.5 time  0.6": false, "|0  0.2 time  0.4": false, "|4  3  2  1 tides": false} {
		rows := Of(layout.Block{Lines: drawn(drawing)})
		if got := rows[0].IsAxis(); got != want {
			t.Errorf("%s: %v", drawing, got)
		}
	}
}

func TestUsual(t *testing.T) {
	for _, tt := range []struct {
		drawing string
		size    float64
		font    rune
	}{
		{"L|Tides\n|The tide rises with the moon\nb|Ebb", 10, ' '},
		{"g|The tide rises\n|with the moon,", 10, 'g'},
		{"L|The tide rises with\n|the moon, and falls with it.", 14, ' '},
	} {
		size, font := Usual([][]Row{Of(layout.Block{Lines: drawn(tt.drawing)})})
		if size != tt.size || font != fonts[tt.font] {
			t.Errorf("%s: %v, %v", tt.drawing, size, font)
		}
	}
}

func TestRowsOf(t *testing.T) {
	for _, tt := range []struct {
		drawing        string
		cells, oneFont bool
	}{
		{"|Leith  3.1\n|Wick  4.4", true, true}, {"|Leith  3.1  4\n|Wick", true, true}, {"|Leith  3.1\n|Wick\n|Oban", false, true}, {"|Leith", false, true}, {"|Leith\ng|Wick", false, false}, {"m|Leith and Wick and Oban", false, false},
	} {
		rows := Of(layout.Block{Lines: drawn(tt.drawing)})
		if MostlyCells(rows) != tt.cells || InOneFont(rows) != tt.oneFont {
			t.Errorf("%q: cells %v, one font %v", tt.drawing, !tt.cells, !tt.oneFont)
		}
	}
}

func TestCutBefore(t *testing.T) {
	rows := []Row{{Base: 1}, {Base: 2}, {Base: 3}, {Base: 4}}
	parts := CutBefore(rows, func(w Row) bool { return w.Base == 1 || w.Base == 3 })
	if len(parts) != 2 || len(parts[0]) != 2 || parts[1][0].Base != 3 || len(CutBefore(nil, nil)) != 0 {
		t.Errorf("%v", parts)
	}
}

// Lines of their own are cut from each other, and lines that go on are not.
func TestCutLines(t *testing.T) {
	for _, tt := range []struct{ name, drawing, want string }{
		{"an address", `
|Tide Lab
|Harbour Street 7
|1050 Leith`, "1 1 1"},
		{"a line that goes on", `
|Department of the Tides and
|Winds, University of Leith,
|Leith`, "3"},
		{"small letters", `
|Tide Lab of the port
|in Leith`, "2"},
		{"where to write to", `
|Tide Lab
|ann@example.org`, "1 1"},
		{"full lines", `
|The tide rises with the moon, and falls
|Everywhere`, "2"},
		{"a script without blanks", `
|潮汐随月亮涨落每个港口都有一张
|潮汐表供船只使用`, "2"},
		{"names in such a script", `
|潮汐 月亮
|港口 船`, "1 1"},
		{"too many", `
|Tides
|Tides
|Tides
|Tides
|Tides
|Tides
|Tides
|Tides
|Tides`, "9"},
		{"centred lines", `
|     Institute of the Tides and the Moon
|              University of Leith`, "1 1"},
	} {
		var got []string
		for _, rows := range CutLines(Of(layout.Block{Lines: drawn(tt.drawing)}), 200, 533) {
			got = append(got, fmt.Sprint(len(rows)))
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: lines of %s rows, want %s", tt.name, got, tt.want)
		}
	}
}

// Words in smaller type may go on behind those of a heading, in one row and the next; a raised mark is none.
func TestIsRunIn(t *testing.T) {
	for _, tt := range []struct {
		name  string
		small int
		rise  float64
		want  bool
	}{{"a heading", 0, 0, false}, {"text behind it", 9, 0, true}, {"a mark behind it", 3, 4, false}, {"a sign", 1, 0, false}} {
		l := lineOf("The tides. One of", 0, 100, 12, fonts['b'])
		glyphs := l.Glyphs.Unpacked()
		for i := range tt.small {
			g := &glyphs[len(glyphs)-1-i]
			g.Run, g.Y = &page.Run{Size: 10, Font: fonts[' ']}, 100-tt.rise
		}
		l.Glyphs = page.Pack(glyphs)
		rows := Of(layout.Block{Lines: []layout.Line{l, lineOf("them rises with the moon", 0, 112, 10, fonts[' '])}})
		if got := rows[0].IsRunIn(); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
		if parts := Cut(layout.Block{Lines: []layout.Line{l, lineOf("them rises with the moon", 0, 112, 10, fonts[' '])}}); len(parts) == 1 != tt.want {
			t.Errorf("%s: %d parts", tt.name, len(parts))
		}
	}
}

func TestIsFull(t *testing.T) {
	for _, tt := range []struct {
		last, next string
		want       bool
	}{
		{"The tide rises with the moon, and it falls", "also", true},
		{"The tide rises with the moon", "and falls", false},
		{"The tide rises with the moon", "notwithstanding all", true},
		{"潮汐随月亮涨落", "每个港口都有一张潮汐表供船只使用每个港口都有一张", false},
	} {
		row := func(s string) Row {
			return Of(layout.Block{Lines: []layout.Line{lineOf(s, 0, 100, 10, fonts[' '])}})[0]
		}
		if got := IsFull(row(tt.last), row(tt.next), 215); got != tt.want {
			t.Errorf("%q before %q: %v", tt.last, tt.next, got)
		}
	}
}

func TestBeginsAmid(t *testing.T) {
	for s, want := range map[string]bool{", and": true, ") rises": true, ". In it": true, ". . .": false, "and": false, ".5": false, "": false} {
		if got := BeginsAmid(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
