package pdf

import (
	"slices"
	"strings"
	"testing"

	"etal/internal/read/pdf/pdftest"
)

// removedOf returns the text that is left out of pages.
func removedOf(t *testing.T, all ...*pdftest.Sheet) []string {
	t.Helper()
	var found []string
	for _, l := range draftOf(t, sheets{all: all}).Removed {
		found = append(found, l.String())
	}
	return found
}

// A narrow column beside the text of a first page is left out; in later pages it is a note in the margin.
func TestSideColumns(t *testing.T) {
	s := titlePage()
	s.Size = 8
	s.Line(20, 300, "Received in May")
	if got := removedOf(t, s); !slices.Equal(got, []string{"Received in May"}) {
		t.Errorf("on the first page: %q", got)
	}
	s.Line(520, 400, "Accepted in June")
	if got := removedOf(t, s); !slices.Equal(got, []string{"Received in May", "Accepted in June"}) {
		t.Errorf("on both sides: %q", got)
	}
	later := pdftest.NewSheet()
	text(later, top)
	later.Size = 8
	later.Line(520, 180, "see the table")
	if got := bodyOfSheets(t, titlePage(), later); !strings.Contains(got, "> see the table") {
		t.Errorf("in the margin: %s", got)
	}
}

// What a publisher prints at the side of a first page goes on at the top of the second, and is no note at the foot.
func TestSideColumnGoesOn(t *testing.T) {
	first, second := titlePage(), pdftest.NewSheet()
	first.Size = 8
	first.Line(20, 740, "Paid by Leith.")
	text(second, top)
	second.Size = 8
	second.Line(20, top, "They say so.")
	second.Line(20, top+40, "see the table")
	if got := removedOf(t, first, second); !slices.Equal(got, []string{"Paid by Leith.", "They say so."}) {
		t.Errorf("%q", got)
	}
	checkContains(t, bodyOfSheets(t, first, second), "> see the table")
}

func TestLettersOfDrawings(t *testing.T) {
	for _, tt := range []struct {
		name  string
		words func(s *pdftest.Sheet)
		want  []string
	}{
		{"words above a caption", func(s *pdftest.Sheet) { s.Line(200, 500, "moon"); s.Line(300, 540, "sea") }, []string{"moon", "sea"}},
		{"a sentence above a caption", func(s *pdftest.Sheet) { s.Line(200, 500, "The moon is high.") }, nil},
		{"a long line above a caption", func(s *pdftest.Sheet) { s.Line(left, 500, prose[:60]) }, nil},
		{"words beside each other", func(s *pdftest.Sheet) {
			s.Size = 7
			setCells(s, 500, placed{left, 0, "moon"}, placed{250, 0, "lamp"}, placed{450, 0, "sea"})
		}, []string{"moon lamp sea"}},
		{"numbers at an axis", func(s *pdftest.Sheet) {
			setCells(s, 500, placed{left, 0, "0"}, placed{250, 0, "2.5"}, placed{450, 0, "−5 10"})
		}, []string{"0 2.5 −5 10"}},
		{"numbers with decimals at an axis", func(s *pdftest.Sheet) {
			setCells(s, 500, placed{left, 0, "0"}, placed{200, 0, "0.2"}, placed{300, 0, "0.4"}, placed{400, 0, "0.6"}, placed{480, 0, "0.8"})
		}, []string{"0 0.2 0.4 0.6 0.8"}},
		{"cells beside each other", func(s *pdftest.Sheet) {
			setCells(s, 500, placed{left, 0, "moon"}, placed{250, 0, "lamp"}, placed{450, 0, "5"})
		}, nil},
		{"a table above the drawing", func(s *pdftest.Sheet) {
			s.Line(left, 440, "Table 1: The hours of the moon")
			for y := 460.0; y < 500; y += 12 {
				setCells(s, y, placed{left, 0, "1"}, placed{250, 0, "2"}, placed{300, 0, "3"})
			}
		}, nil},
		{"words in a box of many lines", func(s *pdftest.Sheet) {
			s.Size = 7
			for i, line := range []string{"Ships that stay:", "to the north, 12", "to the south, 20", "at sea, 5", "in the harbour, 3", "lost, 1"} {
				s.Line(200, 500+8*float64(i), line)
			}
		}, []string{"Ships that stay: to the north, 12 to the south, 20 at sea, 5 in the harbour, 3 lost, 1"}},
		{"a sentence in a picture", func(s *pdftest.Sheet) { s.Picture = 1; s.Line(200, 500, "The moon is high.") }, []string{"The moon is high."}},
	} {
		s := pdftest.NewSheet()
		text(s, top)
		s.Size = 8
		tt.words(s)
		s.Picture = 0
		s.Line(left, 580, "Figure 1: The moon above the sea, as seen from the harbour in the north.")
		if got := removedOf(t, titlePage(), s); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

// Words in a drawing that the file has behind its caption are left out too, but for those beside it.
func TestLettersBehindCaptions(t *testing.T) {
	s := pdftest.NewSheet()
	text(s, top)
	s.Size = 8
	s.Line(left, 580, "Figure 1: The moon above the sea.")
	s.Line(120, 500, "moon")
	s.Line(400, 540, "lamp")
	if got := removedOf(t, titlePage(), s); !slices.Equal(got, []string{"moon"}) {
		t.Errorf("%q", got)
	}
}
