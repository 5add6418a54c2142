package layout

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// A fraction with a drawn bar is read as a line beside what it is a part of.
func TestBars(t *testing.T) {
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		want string
	}{
		{"behind an equals sign", func(s *pdftest.Sheet) {
			s.Line(100, 300, "h =")
			s.Line(130, 293, "a + b")
			s.Line(138, 309, "c")
			rule(s, 129, 152, 297)
			s.Line(300, 300, "(3)")
		}, "h = | (a + b)/c | (3)"},
		{"parts in another order", func(s *pdftest.Sheet) {
			s.Line(138, 309, "c")
			s.Line(130, 293, "a + b")
			s.Line(300, 300, "(3)")
			s.Line(100, 300, "h =")
			rule(s, 129, 152, 297)
		}, "(3) | h = | (a + b)/c"},
		{"before what it is multiplied with", func(s *pdftest.Sheet) {
			s.Line(132, 293, "1")
			s.Line(132, 309, "2")
			rule(s, 131, 138, 297)
			s.Line(142, 300, "x + y")
		}, "1/2 | x + y"},
		{"in brackets of its own", func(s *pdftest.Sheet) {
			s.Line(100, 300, "h =")
			s.Line(130, 293, "(a + b)")
			s.Line(137, 309, "c d")
			rule(s, 129, 162, 297)
			s.Line(165, 300, "+ 1")
		}, "h = | (a + b)/(c d) | + 1"},
		{"brackets that are two", func(s *pdftest.Sheet) {
			s.Line(100, 300, "h =")
			s.Line(130, 293, "(a) + (b)")
			s.Line(148, 309, "2")
			rule(s, 129, 172, 297)
		}, "h = | ((a) + (b))/2"},
		{"a fraction in a fraction", func(s *pdftest.Sheet) {
			s.Line(100, 300, "h =")
			s.Line(140, 293, "1")
			s.Line(130, 312, "1 +")
			s.Line(148, 306, "a")
			s.Line(148, 322, "b")
			rule(s, 147, 154, 309)
			rule(s, 129, 155, 297)
		}, "h = | 1/(1 + a/b)"},
		{"indices keep their place", func(s *pdftest.Sheet) {
			s.Line(100, 300, "h =")
			s.Line(130, 293, "a~1~ + b")
			s.Line(140, 309, "c^2^")
			rule(s, 129, 155, 297)
		}, "h = | (a1 + b)/c2"},
		{"a table's rule below a name", func(s *pdftest.Sheet) {
			s.Line(130, 293, "Tides")
			s.Line(130, 309, "1901")
			rule(s, 129, 156, 297)
			s.Line(100, 300, "Port")
		}, "Tides | 1901 | Port"},
		{"brackets without a letter below", func(s *pdftest.Sheet) {
			s.Line(100, 300, "h =")
			s.Line(140, 293, "a")
			s.Line(130, 309, "bcd")
			rule(s, 129, 151, 297)
		}, "h = | a/(bcd)"},
		{"a bar that is too long", func(s *pdftest.Sheet) {
			s.Line(100, 300, "h =")
			s.Line(140, 293, "a")
			s.Line(140, 309, "b")
			rule(s, 125, 160, 297)
		}, "h = | a | b"},
		{"nothing below", func(s *pdftest.Sheet) {
			s.Line(100, 300, "h =")
			s.Line(130, 293, "a")
			rule(s, 129, 136, 297)
		}, "h = | a"},
		{"not in the middle", func(s *pdftest.Sheet) {
			s.Line(100, 300, "h =")
			s.Line(130, 293, "a + b + c")
			s.Line(130, 309, "d")
			rule(s, 129, 167, 297)
		}, "h = | a + b + c | d"},
	} {
		s := pdftest.NewSheet()
		tt.set(s)
		var got []string
		for _, l := range flattenBars(lines(&s.Page, 1), s.Rules) {
			got = append(got, l.Text())
		}
		if got := strings.Join(got, " | "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// What stands raised in a part of a fraction stays raised by as much.
func TestBarBases(t *testing.T) {
	s := pdftest.NewSheet()
	s.Line(100, 300, "h =")
	s.Line(130, 293, "a^2^")
	s.Line(133, 309, "b")
	rule(s, 129, 140, 297)
	l := flattenBars(lines(&s.Page, 1), s.Rules)[1]
	if l.Text() != "a2/b" || l.Base != 300 {
		t.Fatalf("%s at %v", l.Text(), l.Base)
	}
	for i, want := range []float64{300, 296.5, 300, 300} {
		if y := l.Glyphs.At(i).Y; y < want-0.1 || y > want+0.1 {
			t.Errorf("glyph %d at %v, want %v", i, y, want)
		}
	}
}

// Large signs of TeX's fonts are letters there.
func TestLargeSigns(t *testing.T) {
	s := pdftest.NewSheet()
	s.Font = &page.Font{Name: "CMEX10"}
	for i, hang := range []float64{7.5, 9.5, 7.5, 8.3, 11.5, 11.5} {
		s.Line(100+40*float64(i), 300-hang, "PXQphi"[i:i+1])
	}
	s.Font = &page.Font{Name: "AdvMathExt1"}
	s.Line(100, 400, "a=b:5\x04")
	if l := lines(&s.Page, 1); l[0].Text() != "∑" || l[5].Text() != "]" || l[5].Base != 300 || l[6].Text() != "a/b.5" {
		t.Errorf("%s, %s at %v, %s", l[0].Text(), l[5].Text(), l[5].Base, l[6].Text())
	}
}

// The limits of a sum stand behind it, lowered and raised.
func TestLimits(t *testing.T) {
	small := func(s *pdftest.Sheet, x, y float64, text string) {
		s.Size = 7
		s.Line(x, y, text)
		s.Size = 10
	}
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		want string
	}{
		{"below and above", func(s *pdftest.Sheet) {
			small(s, 141, 288, "n")
			s.Line(100, 300, "h = ")
			s.Line(140, 300, "∑")
			small(s, 138, 312, "i=1")
			s.Line(152, 300, "x")
		}, "h = | ∑~i=1~^n^ | x"},
		{"of two sums", func(s *pdftest.Sheet) {
			s.Line(140, 300, "∑")
			s.Line(147, 300, "∏")
			small(s, 141, 312, "i")
			small(s, 148, 320, "j")
		}, "∑~i~ ∏~j~"},
		{"that hang in a line", func(s *pdftest.Sheet) {
			s.Line(100, 300, "the part of")
			s.Line(156, 294, "∑")
			s.Line(162, 300, "x/")
			s.Line(173, 294, "∑")
			s.Line(180, 300, "y")
		}, "the part of ∑x/∑ y"},
		{"with a letter of full size", func(s *pdftest.Sheet) { s.Line(100, 300, "the part of"); s.Line(156, 294, "∑x") }, "the part of | ∑x"},
		{"that hang over the line above another", func(s *pdftest.Sheet) { s.Line(100, 300, "the part of"); s.Line(156, 285, "∑") }, "the part of | ∑"},
		{"too far below", func(s *pdftest.Sheet) { s.Line(140, 300, "∑"); small(s, 141, 325, "i") }, "∑ | i"},
		{"beside", func(s *pdftest.Sheet) { s.Line(140, 300, "∑"); small(s, 160, 312, "i") }, "∑ | i"},
		{"of the size of text", func(s *pdftest.Sheet) { s.Line(140, 300, "∑"); s.Line(140, 312, "i") }, "∑ | i"},
		{"no sum", func(s *pdftest.Sheet) { s.Line(140, 300, "h"); small(s, 141, 312, "i") }, "h | i"},
	} {
		s := pdftest.NewSheet()
		tt.set(s)
		var got []string
		for _, l := range lowerSums(attachLimits(lines(&s.Page, 1))) {
			text, last := "", ""
			for _, g := range l.Glyphs.All() {
				mark := ""
				if g.Size < l.Size && g.Y < l.Base {
					mark = "^"
				} else if g.Size < l.Size && g.Y > l.Base {
					mark = "~"
				}
				if mark != last {
					text, last = text+last+mark, mark
				}
				text += string(g.Rune)
			}
			got = append(got, text+last)
		}
		if got := strings.Join(got, " | "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
