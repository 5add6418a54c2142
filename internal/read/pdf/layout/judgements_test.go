package layout

import (
	"testing"

	"etal/internal/read/pdf/page"
)

// set returns a line of glyphs of 5 points and blanks of 4, of a size, from a place on.
func set(text string, size, left, base float64) Line {
	l := Line{Page: 1, Size: size, Base: base}
	run := &page.Run{Size: size}
	var glyphs []page.Glyph
	x := left
	for _, r := range text {
		width := 5.0
		if r == ' ' {
			width = 4
		}
		glyphs = append(glyphs, page.Glyph{Run: run, Rune: r, Y: base, Box: page.Extent{Left: x, Right: x + width}})
		x += width
	}
	l.Glyphs = page.Pack(glyphs)
	l.Box = page.Rect{Left: left, Right: x, Top: base - 0.75*size, Bottom: base + 0.25*size}
	return l
}

// A running head stands at one place on other pages; two of them are as good as more.
func TestAlike(t *testing.T) {
	for _, tt := range []struct {
		name   string
		places []place
		i      int
		want   int
	}{
		{"alone", []place{{0, 0, 30}}, 0, 0},
		{"twice on a page", []place{{0, 0, 30}, {0, 1, 30}}, 0, 0},
		{"on the next page", []place{{0, 0, 30}, {1, 0, 30}}, 0, 1},
		{"on the page before", []place{{0, 0, 30}, {1, 0, 30}}, 1, 1},
		{"twice on the next page", []place{{0, 0, 30}, {1, 0, 30}, {1, 1, 31}}, 0, 1},
		{"on two others", []place{{0, 0, 30}, {1, 0, 31}, {2, 0, 29}}, 1, 2},
		{"on many", []place{{0, 0, 30}, {1, 0, 30}, {2, 0, 30}, {3, 0, 30}, {4, 0, 30}}, 4, 2},
		{"elsewhere", []place{{0, 0, 30}, {1, 0, 37}}, 0, 0},
		{"at the place of the third only", []place{{0, 0, 30}, {1, 0, 37}, {2, 0, 30}}, 0, 1},
	} {
		if got := tt.places[tt.i].alike(tt.places, tt.i); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestIsHeadPair(t *testing.T) {
	for _, tt := range []struct {
		pages []int
		want  bool
	}{{[]int{3, 5}, true}, {[]int{3, 4}, true}, {[]int{3, 6}, false}, {[]int{3}, false}} {
		var places []place
		for _, n := range tt.pages {
			places = append(places, place{page: n})
		}
		if got := isHeadPair(places); got != tt.want {
			t.Errorf("on pages %v: %v", tt.pages, got)
		}
	}
}

func TestFirstWord(t *testing.T) {
	for text, want := range map[string]string{"12 tides": "12", "12": "12", "12a tides": "", "tides": "", "": "", " 12": ""} {
		got, right := set(text, 10, 100, 100).firstWord()
		if got != want || got != "" && right != 100+5*float64(len(got)) {
			t.Errorf("%q: %q to %v, want %q", text, got, right, want)
		}
	}
	if l := set("12 tides", 10, 100, 100).withoutFirstWord(); l.Text() != "tides" || l.Box.Left != 114 {
		t.Errorf("%q from %v", l.Text(), l.Box.Left)
	}
}

// The number of an entry is close to its text and as large, or raised; that of a line stands apart or is small.
func TestIsEntryList(t *testing.T) {
	number := func(size, y float64, gap float64) []Line {
		l := set("12 tides", 10, 100, 100)
		run := &page.Run{Size: size}
		glyphs := l.Glyphs.Unpacked()
		for i := range glyphs {
			if i < 2 {
				glyphs[i].Run, glyphs[i].Y = run, y
			} else {
				glyphs[i].Box.Left += gap
				glyphs[i].Box.Right += gap
			}
		}
		l.Glyphs = page.Pack(glyphs)
		return []Line{l}
	}
	for _, tt := range []struct {
		name  string
		lines []Line
		want  bool
	}{
		{"an entry", number(10, 100, 0), true},
		{"an entry with a wide blank", number(10, 100, 3), true},
		{"apart", number(10, 100, 10), false},
		{"small", number(7, 100, 0), false},
		{"raised", number(7, 97, 0), true},
		{"a number alone", []Line{set("12", 10, 100, 100)}, false},
	} {
		if got := isEntryList(tt.lines, 0); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// The last line of a paragraph over two columns goes on with it, though it is short.
func TestEndsAcross(t *testing.T) {
	over := set("the tide comes and goes with the moon in all of the harbours", 10, 50, 100)
	over.Column = across
	narrow := over
	narrow.Column = 0
	other := set("and falls.", 10, 50, 112)
	other.Font = &page.Font{Name: "Other"}
	for _, tt := range []struct {
		name    string
		l, last Line
		want    bool
	}{
		{"below", set("and falls.", 10, 50, 112), over, true},
		{"below a line of a column", set("and falls.", 10, 50, 112), narrow, false},
		{"of another size", set("and falls.", 9, 50, 112), over, false},
		{"in another font", other, over, false},
		{"far below", set("and falls.", 10, 50, 117), over, false},
		{"above", set("and falls.", 10, 50, 88), over, false},
		{"below its end", set("and falls.", 10, 250, 112), over, false},
	} {
		if got := tt.l.endsAcross(tt.last); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestHasBeside(t *testing.T) {
	left := set("the tide comes and goes", 10, 50, 100)
	for _, tt := range []struct {
		name  string
		other Line
		want  bool
	}{
		{"text beside", set("with the moon in all", 10, 200, 100), true},
		{"a little lower", set("with the moon in all", 10, 200, 107), true},
		{"lower", set("with the moon in all", 10, 200, 109), false},
		{"on the left", set("with the moon", 10, 0, 100), false},
		{"a cell", set("with", 10, 200, 100), false},
	} {
		if got := hasBeside([]Line{left, tt.other}, 0); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// Parts of one line are close to each other, and of one picture.
func TestIsBeside(t *testing.T) {
	left := set("tides", 10, 100, 100) // to 125
	picture := set("rise", 10, 128, 100)
	glyphs := picture.Glyphs.Unpacked()
	for i := range glyphs {
		glyphs[i].Run = &page.Run{Size: 10, Picture: 1}
	}
	picture.Glyphs = page.Pack(glyphs)
	for _, tt := range []struct {
		name string
		next Line
		want bool
	}{
		{"behind", set("rise", 10, 128, 100), true},
		{"far behind", set("rise", 10, 143, 100), false},
		{"over its end", set("rise", 10, 120, 100), true},
		{"over its middle", set("rise", 10, 118, 100), false},
		{"much lower", set("rise", 10, 128, 108), false},
		{"of a picture", picture, false},
	} {
		if got := left.isBeside(tt.next); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
