package pdf

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// The file's own links lead to headings, captions and formulae where the text alone does not; where it does, it decides.
func TestLinksWithin(t *testing.T) {
	s, end := pdftest.NewSheet(), pdftest.NewSheet()
	y := text(s, top)
	s.Line(left, y, "As seen there and in (1), and for the other harbours below, Fig. 2 tells it.")
	text(s, y+12)
	bases := map[string]float64{}
	y = text(end, top) + 24
	end.Size = 14
	bases["heading"] = y
	end.Line(left, y, "Conclusions")
	end.Size = 10
	y = text(end, y+24) + 12
	bases["formula"] = y
	end.Line(left+100, y, "h = a + b")
	end.Line(left+380, y, "(1)")
	y = text(end, y+24) + 12
	bases["caption"] = y
	end.Line(left, y, "Figure 2. The harbour of Leith at noon.")
	text(end, y+24)
	for name, of := range map[string]string{"there": "heading", "(1)": "formula", "below": "caption", "Fig. 2": "heading"} {
		s.Link(name, page.Link{To: page.Target{Page: 3, X: left, Y: pdftest.SheetHeight - bases[of] + 10}})
	}
	end.Link("Figure 2", page.Link{To: page.Target{Page: 3, X: left, Y: pdftest.SheetHeight - bases["caption"] + 10}}) // to itself
	a := &article.Article{}
	draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s, end}}).Fill(a)
	var got []string
	for _, l := range a.Links {
		to, _, _ := strings.Cut(a.Body.String()[l.Target:], "\n")
		got = append(got, fmt.Sprintf("%s %s: %.12s", l.Kind, l.Text, strings.TrimLeft(to, "# ")))
	}
	const want = "section there: Conclusions|equation (1): h = a + b (1|figure below: Figure 2. Th|figure Fig. 2: Figure 2. Th"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("%s\nwant %s", s, want)
	}
}

// A list at the end to whose items the numbers in the text lead is its notes.
func TestEndNotes(t *testing.T) {
	s, end := pdftest.NewSheet(), pdftest.NewSheet()
	text(s, s.Paragraph(left, top, wide, 0, "The moon moves the sea^1^ as the sun does^2^ and the wind."))
	y := text(end, top) + 12
	for i, note := range []string{"1. Not in the north.", "2. In part only. ↩"} {
		end.Line(left, y, note)
		s.Link([]string{"1", "2"}[i], page.Link{To: page.Target{Page: 3, X: left, Y: pdftest.SheetHeight - y + 8}})
		y += 18
	}
	body := draftOf(t, sheets{all: []*pdftest.Sheet{titlePage(), s, end}}).Body.String()
	for _, want := range []string{"sea[^1] as the sun does[^2] and", "[^1]: Not in the north.\n", "[^2]: In part only."} {
		checkContains(t, body, want)
	}
	if strings.Contains(body, "1. ") || strings.Contains(body, "↩") {
		t.Error(body)
	}
}
