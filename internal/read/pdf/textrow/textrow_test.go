package textrow

import (
	"testing"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// lineAt returns a line of letters between two places.
func lineAt(text string, left, right, base float64) layout.Line {
	l := layout.Line{Page: 1, Base: base, Size: 10, Box: page.Rect{Left: left, Right: right, Top: base - 7.5, Bottom: base + 2.5}}
	var glyphs []page.Glyph
	for _, r := range text {
		glyphs = append(glyphs, page.Glyph{Run: &page.Run{Size: 10}, Rune: r, Y: base, Box: page.Extent{Left: left, Right: right}})
	}
	l.Glyphs = page.Pack(glyphs)
	return l
}

// A paragraph that is read from right to left ends with a line that is short on the left, and is one.
func TestRightToLeftParagraphs(t *testing.T) {
	b := layout.Block{Page: 1, Box: page.Rect{Left: 100, Right: 500, Top: 90, Bottom: 160}, Lines: []layout.Line{
		lineAt("הגאות באה והולכת", 100, 500, 100), lineAt("עם הירח ובכל נמל.", 300, 500, 112),
		lineAt("הרוח מזיזה גם היא", 100, 480, 124), lineAt("את הים והלחץ", 100, 500, 136), lineAt("מרים אותו.", 400, 500, 148),
	}}
	var rows []int
	for _, p := range Cut(b) {
		rows = append(rows, len(p.Rows))
	}
	if len(rows) != 2 || rows[0] != 2 || rows[1] != 3 {
		t.Errorf("rows of paragraphs: %v", rows)
	}
	if first := Of(b)[1]; first.Left != 100 || first.Right != 300 {
		t.Errorf("a short row from %v to %v", first.Left, first.Right)
	}
}

func TestEndsSentence(t *testing.T) {
	for text, want := range map[string]bool{
		"It rains.": true, "It rains.”": true, "It rains.12": true, "It rains (today).": true, "Does it rain?": true, "It rains:": true,
		"It rains": false, "It rains,": false, "It rains in 1999": false,
	} {
		if EndsSentence(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}

func TestHasLetters(t *testing.T) {
	for text, want := range map[string]bool{"Methods": true, "2 Sea": true, "E Z 1:0K": false, "P N": false, "12": false, "海と空": true} {
		if HasLetters(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}

func TestIsCapitals(t *testing.T) {
	for text, want := range map[string]bool{"METHODS": true, "2 METHODS AND PLACES": true, "METHODS of DNA": false, "Methods": false, "A B": false} {
		if IsCapitals(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}
