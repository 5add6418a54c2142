package continuation

import (
	"testing"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/textrow"
)

const (
	width = 200.0 // points, of a column
	full  = "The tide rises with the moon, and falls."
)

var serif = &page.Font{Name: "Serif"}

// part returns a paragraph of one row before which others stand, in letters that are 5 points wide.
func part(column int, base, left float64, text string) Part {
	var glyphs []page.Glyph
	run := &page.Run{Size: 10, Font: serif}
	x := left
	for _, r := range text {
		glyphs = append(glyphs, page.Glyph{Run: run, Rune: r, Y: base, Box: page.Extent{Left: x, Right: x + 5}})
		x += 5
	}
	l := layout.Line{Page: 1, Base: base, Size: 10, Font: serif, Glyphs: page.Pack(glyphs), Box: page.Rect{Left: left, Right: x, Top: base - 8, Bottom: base + 2}}
	row := textrow.Row{Cells: []layout.Line{l}, Left: left, Right: x, Base: base, Size: 10, Font: serif}
	return Part{Rows: []textrow.Row{row, row}, Page: 1, Column: column, Right: width, Running: true, BorderKnown: true}
}

func TestGoesOn(t *testing.T) {
	indents := Text{Indents: true, Size: 9, Font: serif}
	for _, tt := range []struct {
		name        string
		first, next Part
		in          Text
		want        bool
	}{
		{"amid a sentence", part(0, 700, 0, "The tide rises with the moon, and falls"), part(1, 100, 0, "with it."), Text{}, true},
		{"a name amid a sentence", part(0, 700, 0, "The tide rises with the moon, as seen by"), part(1, 100, 0, "Wren in it."), Text{}, true},
		{"a name behind an indent", part(0, 700, 0, "The tide rises with the moon, as seen by"), part(1, 100, 15, "Wren in it."), Text{}, false},
		{"behind a short line", part(0, 700, 0, "The tide rises"), part(1, 100, 0, "with it."), Text{}, false},
		{"no room for the next word", part(0, 700, 0, "The tide rises with the moon, so"), part(1, 100, 0, "notwithstanding it."), Text{}, true},
		{"a comma behind a short line", part(0, 700, 0, "The tide rises"), part(1, 100, 0, ", with it."), Text{}, true},
		{"behind a sentence", part(0, 700, 0, full), part(1, 100, 0, "It falls."), Text{}, false},
		{"behind a sentence where all have indents", part(0, 700, 0, full), part(1, 100, 0, "It falls."), indents, true},
		{"with one", part(0, 700, 0, full), part(1, 100, 15, "It falls."), indents, false},
		{"not at the border", part(0, 700, 0, "The tide rises with the moon, full."), part(1, 100, 0, "It falls."), indents, false},
		{"close below, without one", part(0, 100, 0, full), part(0, 112, 0, "It falls."), indents, true},
		{"farther below, without one", part(0, 100, 0, full), part(0, 130, 0, "It falls."), indents, false},
		{"below a float", part(0, 100, 0, "The tide rises with the moon, and falls"), part(0, 300, 0, "with it."), Text{}, true},
		{"a name below a float", part(0, 100, 0, "The tide rises with the moon, and falls"), part(0, 300, 0, "With it."), Text{}, false},
		{"a divided word", part(0, 700, 0, "The tide rises with the moon, and Anglo-"), part(1, 100, 15, "Saxon pilots."), Text{}, true},
		{"in parentheses", part(0, 700, 0, "The tide rises with the moon (as in Fig."), part(1, 100, 0, "three)."), Text{}, true},
	} {
		if got := GoesOn(tt.first, tt.next, tt.in); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
	head, body := part(0, 700, 0, full[:39]), part(1, 100, 0, "with it.")
	head.Front = true
	if GoesOn(head, body, Text{}) {
		t.Error("an article's head goes on in another column")
	}
	unknown := part(1, 100, 0, "It falls.")
	unknown.BorderKnown = false
	if GoesOn(part(0, 700, 0, full), unknown, indents) {
		t.Error("an indent is told without a border")
	}
}

func TestIndents(t *testing.T) {
	for _, tt := range []struct {
		indented, flush int
		want            bool
	}{{10, 0, true}, {10, 1, true}, {10, 2, false}, {5, 0, false}} {
		parts := []Part{part(0, 50, 0, full)}
		for i := range tt.indented + tt.flush {
			left := 15.0
			if i >= tt.indented {
				left = 0
			}
			p := part(0, 100+float64(i)*24, left, full)
			p.After = 12
			parts = append(parts, p)
		}
		if got := Indents(parts); got != tt.want {
			t.Errorf("%d with indents, %d without: %v", tt.indented, tt.flush, got)
		}
	}
}
