package pdf

import (
	"fmt"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// The identifiers of a PDF are those that the file or its first page gives for it, not those of cited works.
func TestIdentifiers(t *testing.T) {
	stamp := func(text string) func(s *pdftest.Sheet) {
		return func(s *pdftest.Sheet) {
			s.Angle, s.Size = 270, 14
			s.Line(20, 500, text)
			s.Angle, s.Size = 0, 10
		}
	}
	line := func(texts ...string) func(s *pdftest.Sheet) {
		return func(s *pdftest.Sheet) {
			for i, text := range texts {
				s.Line(left, 700+float64(i)*lineHeight, text)
			}
		}
	}
	for _, tt := range []struct {
		name string
		set  func(s *pdftest.Sheet)
		info page.Info
		want string
	}{
		{"arXiv's stamp", stamp("arXiv:1706.03762v5 [cs.CL] 12 Jun 2017"), page.Info{}, "[arxiv:1706.03762v5]"},
		{"an old number", stamp("arXiv:hep-th/9901001v3 [hep-th] 24 Mar 1999"), page.Info{}, "[arxiv:hep-th/9901001v3]"},
		{"a preprint that is cited", line("Also in arXiv:1706.03762v5 [cs.CL]."), page.Info{}, "[]"},
		{"a DOI on the page", line("https://doi.org/10.5555/tides.2019"), page.Info{}, "[doi:10.5555/tides.2019]"},
		{"twice", line("DOI: 10.5555/Tides", "Cite as: Oke, Tides, https://doi.org/10.5555/tides, 2019"), page.Info{}, "[doi:10.5555/Tides]"},
		{"two on the page", line("DOI: 10.5555/tides", "Data: https://doi.org/10.5555/data"), page.Info{}, "[]"},
		{"one that goes on in the next line", line("https://doi.org/10.5555/tides.", "2019"), page.Info{}, "[]"},
		{"as the file tells", line("DOI: 10.5555/a and 10.5555/b"), page.Info{Subject: "Tidal Letters, 7 (2019). doi:10.5555/c"}, "[doi:10.5555/c]"},
		{"one of the list", func(s *pdftest.Sheet) {
			setList(s, 330, "References", "[%d]", 18, 0)
			s.Line(left, 650, "[7] Jons, K. Tides. doi:10.5555/t.")
		}, page.Info{}, "[]"},
		{"none", func(*pdftest.Sheet) {}, page.Info{Subject: "Tides"}, "[]"},
	} {
		s := titleAnd("Ann Berg")
		tt.set(s)
		if got := fmt.Sprint(draftOf(t, sheets{all: []*pdftest.Sheet{s}, info: tt.info}).IDs); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
