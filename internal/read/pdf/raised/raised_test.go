package raised

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// line returns a line of 10 points, in which what stands between ^ and ^ is raised, small between ~ and ~, and
// lowered between _ and _.
func line(text string) layout.Line {
	l := layout.Line{Size: 10, Base: 100}
	var glyphs []page.Glyph
	size, y := 10.0, 100.0
	for _, r := range text {
		switch r {
		case '^':
			size, y = 17-size, 196-y
		case '~':
			size = 17 - size
		case '_':
			size, y = 17-size, 202-y
		default:
			glyphs = append(glyphs, page.Glyph{Run: &page.Run{Size: size}, Rune: r, Y: y})
		}
	}
	l.Glyphs = page.Pack(glyphs)
	return l
}

func TestLevels(t *testing.T) {
	for _, tt := range []struct {
		size, y         float64
		raised, lowered bool
	}{
		{7, 98, true, false}, {7, 98.5, false, false}, {7, 100, false, false}, {7, 101, false, true}, {7, 100.5, false, false},
		{10, 97, true, false}, {10, 98, false, false}, {10, 101, false, false}, {10, 90, false, false}, // of the line above
	} {
		l, g := layout.Line{Size: 10, Base: 100}, page.Glyph{Run: &page.Run{Size: tt.size}, Y: tt.y}
		if Is(l, g) != tt.raised || IsLowered(l, g) != tt.lowered {
			t.Errorf("of size %v at %v: %v, %v", tt.size, tt.y, Is(l, g), IsLowered(l, g))
		}
	}
}

func TestStart(t *testing.T) {
	for _, tt := range []struct{ text, start, note string }{
		{"^1^ The tide", "1", "1"}, {"^12^The tide", "12", "12"}, {"∗The tide", "∗", "∗"}, {"^a^ The tide", "a", "a"},
		{"The tide^1^", "", ""}, {"1 The tide", "", ""}, {"~1~ The tide", "", ""}, {"_1_ The tide", "", ""}, {"^th^ tide", "th", ""}, {"", "", ""},
	} {
		if start, note := Start(line(tt.text)), Note(line(tt.text)); start != tt.start || note != tt.note {
			t.Errorf("%q: %q, %q", tt.text, start, note)
		}
	}
}

func TestRuns(t *testing.T) {
	for text, want := range map[string]string{
		"The tide^1^ and ships^2,3^": "1 2,3", "Berg^a,∗^": "∗", "Berg∗ and Dahl†": "∗ †", "The tide": "", "^1^": "1", "a* b": "",
	} {
		if got := strings.Join(Runs(line(text)), " "); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestCutSign(t *testing.T) {
	for text, want := range map[string]string{"a,∗": "a,|∗", "1,2,†": "1,2,|†", "1,2": "|1,2", "∗": "|∗", ",∗": "|,∗", "a,": "|a,", "": "|"} {
		if before, sign := CutSign(text); before+"|"+sign != want {
			t.Errorf("%q: %q, %q", text, before, sign)
		}
	}
}

func TestText(t *testing.T) {
	for text, want := range map[string]string{"1,2": "¹,²", "a,∗": "ᵃ,∗", "12": "¹²", "†": "†", "1☯": "¹☯", ",": ",", "": ""} {
		if got := Text(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestWithout(t *testing.T) {
	run, small := &page.Run{Size: 10}, &page.Run{Size: 7}
	var glyphs []page.Glyph
	for _, r := range "Ann" {
		glyphs = append(glyphs, page.Glyph{Run: run, Rune: r, Y: 100})
	}
	for _, r := range "1,2" {
		glyphs = append(glyphs, page.Glyph{Run: small, Rune: r, Y: 96})
	}
	l := layout.Line{Base: 100, Size: 10, Glyphs: page.Pack(glyphs)}
	glyphs = nil
	for _, r := range "A B" {
		glyphs = append(glyphs, page.Glyph{Run: run, Rune: r, Y: 100, Box: page.Extent{Right: 9}})
	}
	wide := layout.Line{Base: 100, Size: 10, Glyphs: page.Pack(glyphs)}
	if got := Without([]layout.Line{wide}); got != "A,B" {
		t.Errorf("wide blanks: %q", got)
	}
	if got := Without([]layout.Line{l, l}); got != "Ann,,,Ann,," {
		t.Errorf("%q", got)
	}
}
