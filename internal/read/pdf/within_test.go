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
