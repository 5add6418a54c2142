package pdf

import (
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/read/pdf/pdftest"
)

func TestNotes(t *testing.T) {
	note := "The first table was printed."
	for _, tt := range []struct {
		name, marked string // the last line of the text
		mark, note   string
		size, y      float64
		isNote       bool
	}{
		{"a raised number", "They saw it.^1^ And so did others.", "^1^", note, 8, 700, true},
		{"a sign", "They saw it.^†^ And so did others.", "^†^", note, 8, 700, true},
		{"a number of two digits", "They saw it.^12^ And so did others.", "^12^ ", note, 8, 700, true},
		{"no mark in the text", "They saw it. And so did others.", "^1^", note, 8, 700, false},
		{"another mark", "They saw it.^2^ And so did others.", "^1^", note, 8, 700, false},
		{"a number on the line", "They saw it.^1^ And so did others.", "1 ", note, 8, 700, false},
		{"as large as the text", "They saw it.^1^ And so did others.", "^1^", note, 10, 700, false},
		{"at the top", "They saw it.^1^ And so did others.", "^1^", note, 8, 60, false},
	} {
		s := pdftest.NewSheet()
		s.Line(left, text(s, top), tt.marked)
		s.Size = tt.size
		s.Line(left, tt.y, tt.mark+tt.note)
		d := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}})
		got := 0
		for _, l := range d.Links {
			if l.Kind == article.Note {
				got++
			}
		}
		body := d.Body.String()
		if (got == 1) != tt.isNote || strings.Contains(body, "[^1]: "+tt.note) != tt.isNote {
			t.Errorf("%s: %s", tt.name, named.Replace(body))
		}
	}
}

// What a sign beside many numbers means stands below them, and is no note to one of them. Where the sign is not met at
// the end of a word, its note is a paragraph.
func TestSignsOfNumbers(t *testing.T) {
	for n, isNote := range map[int]bool{2: false, 5: false} {
		s := pdftest.NewSheet()
		y := text(s, top)
		for i := range n {
			s.Line(left, y+20*float64(i), "Harbour number seven has 5.6∗ and falls.")
		}
		s.Size = 8
		s.Line(left, 600, "∗ Significant at one in a hundred.")
		body := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s}}).Body.String()
		if strings.Contains(body, "[^1]") != isNote || strings.Count(body, "Significant") != 1 {
			t.Errorf("%d signs: %s", n, named.Replace(body))
		}
	}
}

// What publishers print below the first column is no part of the text above it.
func TestFoot(t *testing.T) {
	s := titlePage()
	s.Line(left, 600, half)
	s.Size = 8
	s.Line(left, 700, "Received in May, and accepted in June.")
	next := pdftest.NewSheet()
	next.Line(left, top, rest)
	checkContains(t, bodyOfSheets(t, s, next), whole)
}

// At the foot of a first page, captions are no notes, nor is a list that begins there.
func TestNoFoot(t *testing.T) {
	s := titlePage()
	font := s.Font
	s.Font = bold
	s.Line(left, 580, "1 Harbours")
	s.Font = font
	s.Line(left, 600, half)
	s.Size = 8
	s.Line(left, 650, "Figure. 1: The moon above the sea.")
	s.Line(left, 700, "REFERENCES")
	s.Line(left, 712, "1. Wren, A. (2001). The moon. Harbour Press, Leith.")
	s.Line(left, 724, "2. Oke, B. (1950). Wheels. Harbour Press, Leith.")
	d := draftOf(t, sheets{all: []*pdftest.Sheet{s}})
	if body := d.Body.String(); len(d.References) != 2 || !strings.Contains(body, "\n\n## REFERENCES\n\n1. Wren") {
		t.Errorf("%d references in %s", len(d.References), named.Replace(body))
	}
}

// Notes of the authors and of the publisher at the foot of a first page are left out; other notes stay, also those
// whose sign is raised with another.
func TestNotesOfAuthors(t *testing.T) {
	for _, tt := range []struct {
		authors, note string
		removed, text string
	}{
		{"Ann Berg^a,∗^, Carl Dahl^b^", "∗Corresponding author", "∗Corresponding author", "Ann Bergᵃ,∗, Carl Dahlᵇ"},
		{"Ann Berg^1,†^, Carl Dahl^2^", "†Supported by the pilots of Leith.", "", "Ann Berg¹,[^1], Carl Dahl²"},
		{"Ann Berg^1,2^", "E-mail: ann@example.org", "E-mail: ann@example.org", "Ann Berg¹,²"},
		{"Ann Berg", "Preprint submitted to Harbours", "Preprint submitted to Harbours", "Ann Berg"},
		{"Ann Berg", "1051–8215/97$10.00 1997 IEEE", "1051–8215/97$10.00 1997 IEEE", "Ann Berg"},
		{"Ann Berg", "Pilots guide ships.", "", "Pilots guide ships."},
	} {
		s := titleAnd(tt.authors)
		s.Size = 8
		s.Line(left, 700, tt.note)
		next := pdftest.NewSheet()
		text(next, top)
		if got := strings.Join(removedOf(t, s, next), "; "); got != tt.removed {
			t.Errorf("%s: %q", tt.note, got)
		}
		checkContains(t, bodyOfSheets(t, s, next), tt.text)
	}
}

// A note of the authors at the foot of a supplement is left out as on the first page; what stands there under no mark is
// set apart.
func TestFootOfSupplement(t *testing.T) {
	s, next := titleAnd("Ann Berg"), pdftest.NewSheet()
	s.Size, next.Size = 8, 10
	s.Line(left, 700, "Abbreviations: ST, spring tide.")
	text(next, top)
	next.Size = 8
	next.Line(left, 700, "Correspondence: Ann Berg (ann@example.org)")
	d := draftOf(t, sheets{all: []*pdftest.Sheet{s, next}})
	checkContains(t, d.Body.String(), "\n> Abbreviations: ST, spring tide.")
	if len(d.Removed) != 1 || !strings.HasPrefix(d.Removed[0].String(), "Correspondence") {
		t.Errorf("%q", d.Removed)
	}
}

// Notes close below each other are one each.
func TestNotesBelowNotes(t *testing.T) {
	s := titleAnd("Ann Berg^∗^, Carl Dahl^∗^")
	s.Line(left, 680, "They saw it.^1^ And others did.^2^")
	s.Size = 8
	s.Line(left, 700, "^∗^ Equal contribution.")
	s.Line(left, 709, "^1^ The table is in")
	s.Line(left, 718, "the harbour.")
	s.Line(left, 727, "^2^ And on board.")
	d := draftOf(t, sheets{all: []*pdftest.Sheet{s}})
	checkContains(t, d.Body.String(), "[^1]: The table is in the harbour.")
	checkContains(t, d.Body.String(), "[^2]: And on board.")
	if len(d.Removed) != 1 || d.Removed[0].String() != "∗ Equal contribution." {
		t.Errorf("%q", d.Removed)
	}
}
