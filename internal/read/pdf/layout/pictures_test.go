package layout

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// picture adds a picture of a letter at a place on a base.
func picture(s *pdftest.Sheet, x, base float64) {
	s.Pictures = append(s.Pictures, page.Rect{Left: x, Right: x + 6, Top: base - 7, Bottom: base})
}

func TestMarks(t *testing.T) {
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		want string
	}{
		{"amid a line", func(s *pdftest.Sheet) { s.Line(100, 300, "let"); picture(s, 118, 300); s.Line(127, 300, "be high") }, "let [image] be high"},
		{"two letters", func(s *pdftest.Sheet) {
			s.Line(100, 300, "let")
			picture(s, 118, 300)
			picture(s, 124, 302)
			s.Line(133, 300, "be high")
		}, "let [image] be high"},
		{"in a wide hole", func(s *pdftest.Sheet) {
			s.Line(100, 300, "let")
			for x := 118.0; x < 160; x += 7 {
				picture(s, x, 300)
			}
			s.Line(163, 300, "be high")
		}, "let [image] be high"},
		{"before a comma", func(s *pdftest.Sheet) { s.Line(100, 300, "if"); picture(s, 113, 300); s.Line(120, 300, ", it") }, "if [image], it"},
		{"in brackets", func(s *pdftest.Sheet) { s.Line(100, 300, "it ("); picture(s, 119, 300); s.Line(126, 300, ") is") }, "it ([image]) is"},
		{"at the end", func(s *pdftest.Sheet) { s.Line(100, 300, "let"); picture(s, 118, 300) }, "let [image]"},
		{"at the beginning", func(s *pdftest.Sheet) { picture(s, 100, 300); s.Line(109, 300, "is high") }, "[image] is high"},
		{"close before a full stop", func(s *pdftest.Sheet) { picture(s, 94, 300); s.Line(97, 300, ".") }, "[image]."},
		{"far behind the end", func(s *pdftest.Sheet) { s.Line(100, 300, "let"); picture(s, 150, 300) }, "let"},
		{"far before the beginning", func(s *pdftest.Sheet) { picture(s, 60, 300); s.Line(100, 300, "it is high") }, "it is high"},
		{"before the beginning of another line", func(s *pdftest.Sheet) { picture(s, 90, 330); s.Line(100, 300, "it is high") }, "it is high"},
		{"behind letters", func(s *pdftest.Sheet) {
			s.Line(100, 300, "let it be")
			s.Pictures = append(s.Pictures, page.Rect{Left: 99, Right: 150, Top: 292, Bottom: 303})
		}, "let it be"},
		{"below", func(s *pdftest.Sheet) { s.Line(100, 300, "let"); picture(s, 118, 315); s.Line(127, 300, "be high") }, "let be high"},
		{"higher than signs are", func(s *pdftest.Sheet) {
			s.Line(100, 300, "let")
			s.Pictures = append(s.Pictures, page.Rect{Left: 118, Right: 124, Top: 282, Bottom: 312})
			s.Line(127, 300, "be high")
		}, "let be high"},
		{"a formula with a number", func(s *pdftest.Sheet) {
			picture(s, 120, 290)
			picture(s, 150, 305)
			s.Line(300, 300, "(3)")
		}, "[image] (3)"},
	} {
		s := pdftest.NewSheet()
		tt.set(s)
		all := lines(&s.Page, 1)
		holes, _ := holesIn(all, s.Pictures)
		withMarks(all, holes)
		var got []string
		for _, l := range rejoin(all) {
			got = append(got, l.Text())
		}
		if got := strings.Join(got, " | "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A file has marks if its sentences lack much on several pages: not for signs beside the names of its authors.
func TestMarkedPages(t *testing.T) {
	sheet := func(n, holes int) *page.Page {
		s := pdftest.NewSheet()
		for i := range holes {
			y := 200 + 14*float64(i)
			s.Line(100, y, "let")
			picture(s, 118, y)
			s.Line(127, y, "be high"+strings.Repeat("er", n+1))
		}
		s.Line(100, 700, "The tide comes and goes.")
		return &s.Page
	}
	for _, tt := range []struct {
		name  string
		holes []int
		want  int
	}{{"two pages", []int{6, 0, 6}, 2}, {"one on a page", []int{1, 0, 11}, 2}, {"one page", []int{fewestMarks}, 0}, {"too few", []int{6, 5}, 0}, {"none", []int{0, 0}, 0}} {
		var pages []*page.Page
		for i, n := range tt.holes {
			pages = append(pages, sheet(i, n))
		}
		if got := layoutOf(pages).Marked; len(got) != tt.want || tt.want == 2 && (got[0] != 1 || got[1] != 3) {
			t.Errorf("%s: pages %v are marked", tt.name, got)
		}
	}
}

func TestFloats(t *testing.T) {
	wide := page.Rect{Left: 10, Right: 10 + leastWide + 1, Top: 10, Bottom: 10 + leastHigh + 1}
	low, narrow := wide, wide
	low.Bottom, narrow.Right = 10+leastHigh, 10+leastWide
	if got := Floats([]page.Rect{low, wide, narrow}); len(got) != 1 || got[0] != wide {
		t.Errorf("%v", got)
	}
}
