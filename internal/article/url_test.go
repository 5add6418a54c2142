package article

import (
	"strings"
	"testing"

	"etal/internal/bib"
	"etal/internal/safe"
)

func TestURL(t *testing.T) {
	for _, c := range []struct {
		name string
		item bib.Item
		want string
	}{
		{"DOI", bib.Item{DOI: "10.1000/xyz.12"}, "https://doi.org/10.1000/xyz.12"},
		{"DOI before URL", bib.Item{DOI: "10.1000/a", URL: "https://example.org"}, "https://doi.org/10.1000/a"},
		{"DOI with signs", bib.Item{DOI: "10.1000/0735(1998)1<1:a>2.0#b?c%d"}, "https://doi.org/10.1000/0735%281998%291%3C1:a%3E2.0%23b%3Fc%25d"},
		{"no DOI", bib.Item{DOI: "--help"}, ""},
		{"a path that is no DOI", bib.Item{DOI: "a/b"}, ""},
		{"a number that is no DOI", bib.Item{DOI: "10.1000"}, ""},
		{"arXiv", bib.Item{Number: "arXiv:1706.03762v2"}, "https://arxiv.org/abs/1706.03762v2"},
		{"old arXiv", bib.Item{Number: "arXiv:hep-th/9901001"}, "https://arxiv.org/abs/hep-th/9901001"},
		{"issue number", bib.Item{Number: "12"}, ""},
		{"PubMed", bib.Item{PMID: "123456"}, "https://pubmed.ncbi.nlm.nih.gov/123456/"},
		{"PubMed Central", bib.Item{PMCID: "PMC123"}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/"},
		{"URL", bib.Item{URL: "http://example.org/a b"}, "http://example.org/a%20b"},
		{"without scheme", bib.Item{URL: "www.example.org/a"}, "https://www.example.org/a"},
		{"other scheme", bib.Item{URL: "javascript:alert(1)"}, ""},
		{"file", bib.Item{URL: "file:///etc/passwd"}, ""},
		{"control", bib.Item{URL: "https://example.org/\x1b[31m"}, ""},
		{"too long", bib.Item{URL: "https://example.org/" + strings.Repeat("a", safe.MaxURL)}, ""},
		{"nothing", bib.Item{}, ""},
	} {
		got, ok := Reference{Item: &c.item}.URL()
		if got.String() != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %v, want %q", c.name, got, ok, c.want)
		}
	}
	printed := Reference{Text: safe.Line("A. Author. A title of a work. Journal of Things 3 (2001) 1–9. doi:10.1000/182")}
	if got, _ := printed.URL(); got.String() != "https://doi.org/10.1000/182" {
		t.Errorf("from text: %q", got)
	}
}
