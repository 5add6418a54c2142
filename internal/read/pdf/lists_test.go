package pdf_test

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	"etal/internal/doc"
	"etal/internal/read/pdf"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// sheets are the pages of a PDF.
type sheets []*pdftest.Sheet

func (s sheets) Pages() int                          { return len(s) }
func (s sheets) Page(number int) (*page.Page, error) { return &s[number-1].Page, nil }
func (sheets) Info(int) page.Info                    { return page.Info{} }
func (sheets) Close()                                {}

func (s sheets) All(last int) iter.Seq2[*page.Page, error] {
	return func(yield func(*page.Page, error) bool) {
		for i := 1; i <= last && yield(s.Page(i)); i++ {
		}
	}
}

// blocksOf describes the blocks of an article: R and how many entries for a reference list, H and its text for a
// heading, Q for a note in the margin, P and the beginning of other text.
func blocksOf(t *testing.T, s pdf.Source) string {
	d, err := pdf.Read(s, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.References:
			all = append(all, fmt.Sprint("R", len(b.Entries)))
		case doc.Heading:
			all = append(all, "H "+plain(b.Text))
		case doc.Paragraph:
			all = append(all, "P "+strings.Join(strings.Fields(plain(b.Text))[:2], " "))
		case *doc.PageStart:
		default:
			all = append(all, fmt.Sprintf("%T", b))
		}
	}
	return strings.Join(all, ", ")
}

func plain(text []doc.Inline) string {
	var b strings.Builder
	for _, in := range text {
		b.WriteString(in.Text.String())
	}
	return b.String()
}

// A list goes on behind a box amid it, and ends before the line that tells how to cite the article itself.
func TestListEnds(t *testing.T) {
	entry := func(n int) string { return fmt.Sprintf("%d. Moller A. Ferries and tides. J Harb 200%d;4:1.", n, n) }
	for _, tt := range []struct{ name, amid, behind, want string }{
		{"whole", "", "", "R9"},
		{"a box amid it", "Main messages", "", "R9, H Main messages, P Ferries keep"},
		{"how to cite the article", "", "How to cite this article: Moller A. Ferries and harbours. J Harb 2011;6:1.", "R9, P How to"},
		{"cite it as", "", "Cite this article as: Moller A. Ferries and harbours. J Harb 2011;6:1.", "R9, P Cite this"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := pdftest.NewSheet()
			bold, serif := &page.Font{Name: "Bold", Bold: true}, s.Font
			heading := func(y, size float64, text string) {
				s.Font, s.Size = bold, size
				s.Line(60, y, text)
				s.Font, s.Size = serif, 10
			}
			heading(60, 18, "The hours of ferries")
			y := s.Paragraph(60, 100, 450, 0, strings.Repeat("Ferries keep to their hours whatever the tide may be, and harbours know it. ", 12))
			heading(y+20, 13, "References")
			y += 40
			for n := 1; n <= 9; n++ {
				if n == 4 && tt.amid != "" {
					heading(y+20, 13, tt.amid)
					y = s.Paragraph(60, y+40, 450, 0, strings.Repeat("Ferries keep to their hours, and harbours know it. ", 3)) + 20
				}
				s.Line(60, y, entry(n))
				y += 12
			}
			if tt.behind != "" {
				s.Line(60, y, tt.behind)
			}
			got := blocksOf(t, sheets{s})
			if _, list, _ := strings.Cut(got, "H References, "); list != tt.want {
				t.Errorf("%s: want %s behind the heading", got, tt.want)
			}
		})
	}
}

// A heading in the column of the text is no note in the margin, though most of the page is set smaller.
func TestHeadingBesideList(t *testing.T) {
	s := pdftest.NewSheet()
	bold, serif := &page.Font{Name: "Bold", Bold: true}, s.Font
	sentence := "Ferries keep to their hours whatever the tide may be, and harbours know it. "
	y := s.Paragraph(60, 100, 230, 0, strings.Repeat(sentence, 3))
	s.Font = bold
	s.Line(60, y+12, "Conclusion")
	s.Font = serif
	s.Paragraph(60, y+30, 230, 0, strings.Repeat(sentence, 4))
	s.Size = 9
	s.Paragraph(310, 100, 230, 0, strings.Repeat(sentence, 40))
	if got := blocksOf(t, sheets{s}); !strings.Contains(got, "Conclusion") || strings.Contains(got, "Quote") {
		t.Error(got)
	}
}
