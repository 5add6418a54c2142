package identify

import (
	"net/url"
	"strings"
	"testing"

	"etal/internal/bib"
)

// What people type and paste, and what it identifies. Empty is none; what begins with ! is the error that says
// how the identifier would look.
var typed = []struct{ text, want string }{
	{"10.5555/tides.2019", "doi:10.5555/tides.2019"},
	{"doi:10.5555/tides.2019", "doi:10.5555/tides.2019"},
	{"DOI: 10.5555/tides.2019.", "doi:10.5555/tides.2019"},
	{"doi 10.5555/Tides", "doi:10.5555/Tides"},
	{"  https://doi.org/10.5555/tides.2019  ", "doi:10.5555/tides.2019"},
	{"http://dx.doi.org/10.5555/a%2Fb", "doi:10.5555/a/b"},
	{"doi.org/10.5555/a", "doi:10.5555/a"},
	{"doi:https://doi.org/10.5555/a", "doi:10.5555/a"},
	{"https://www.doi.org/10.5555/a(1)b", "doi:10.5555/a(1)b"},
	{"10.5555.12/a", "doi:10.5555.12/a"},
	{"10.1002/0735(1998)1<1:a>2.0#b?c%d", "doi:10.1002/0735(1998)1<1:a>2.0#b?c%d"},
	{"10.48550/arXiv.1706.03762", "arxiv:1706.03762"},
	{"arxiv:1706.03762", "arxiv:1706.03762"},
	{"arXiv:1706.03762v5 [cs.CL]", "arxiv:1706.03762v5"},
	{"arXiv: hep-th/9901001", "arxiv:hep-th/9901001"},
	{"arxiv:math.GT/0309136v1", "arxiv:math.GT/0309136v1"},
	{"https://arxiv.org/abs/1706.03762", "arxiv:1706.03762"},
	{"https://arxiv.org/pdf/1706.03762v2.pdf", "arxiv:1706.03762v2"},
	{"https://www.arxiv.org/html/1706.03762v2", "arxiv:1706.03762v2"},
	{"arxiv.org/abs/hep-th/9901001", "arxiv:hep-th/9901001"},
	{"PMC123", "PMC123"},
	{"pmc123.", "PMC123"},
	{"PMCID: PMC123", "PMC123"},
	{"pmcid:123", "PMC123"},
	{"https://pmc.ncbi.nlm.nih.gov/articles/PMC123/", "PMC123"},
	{"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123", "PMC123"},
	{"https://europepmc.org/article/PMC/PMC123", "PMC123"},
	{"pmid:123", "pmid:123"},
	{"PMID: 123.", "pmid:123"},
	{"https://pubmed.ncbi.nlm.nih.gov/123/", "pmid:123"},
	{"https://europepmc.org/article/MED/123", "pmid:123"},

	{"", ""}, {"123", ""}, {"1706.03762", ""}, {"tides", ""}, {"10.5555", ""}, {"10.5555/", ""}, {"pmcx", ""}, {"PMC1234567890", ""},
	{"10.5555/../secret", ""}, {"10.5555/a b", ""}, {`10.5555/a\b`, ""}, {`10.5555/a"b`, ""}, {"10.5555/a\r\nHost: b.example", ""},
	{"10.5555/" + strings.Repeat("a", maxDOI), ""},
	{"https://pmc.ncbi.nlm.nih.gov/articles/PMC123/figure/F1/", ""}, // a page of its own
	{"https://doi.org/", ""}, {"https://arxiv.org/list/cs.CL", ""}, {"https://arxiv.org/abs/new", ""},
	{"https://doi.org.example/10.5555/a", ""}, {"https://me@doi.org/10.5555/a", ""}, {"https://doi.org:8080/10.5555/a", ""}, {"ftp://doi.org/10.5555/a", ""},
	{"doi:tides", "!a DOI is "}, {"doi: 10.5555/..", "!a DOI is "}, {"arxiv:tides", "!a number at arXiv is "}, {"arxiv:1706.03762v0", "!a number at arXiv is "},
	{"pmid:PMC123", "!a PMID is "}, {"pmid:0123", "!a PMID is "}, {"pmcid:pmid:123", "!a PMCID is "},
}

func TestParse(t *testing.T) {
	for _, tt := range typed {
		id, err := Parse(tt.text)
		form, malformed := strings.CutPrefix(tt.want, "!")
		switch {
		case malformed && (err == nil || !strings.HasPrefix(err.Error(), form)), tt.want == "" && err != ErrNone:
			t.Errorf("%q: %v, %v", tt.text, id, err)
		case !malformed && tt.want != "" && (err != nil || id.String() != tt.want):
			t.Errorf("%q: %v, %v, want %s", tt.text, id, err, tt.want)
		}
	}
}

// Whatever is typed, an identifier can be typed again, and names no other host, path or header.
func FuzzParse(f *testing.F) {
	for _, tt := range typed {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := Parse(text)
		if err != nil {
			return
		}
		if again, err := Parse(id.String()); err != nil || again != id {
			t.Errorf("%q is %q, which is %q, %v", text, id, again, err)
		}
		d := NewDirectory("oke@a.example")
		for _, p := range append(d.Places([]ID{id}), d.Record(id)) {
			u, err := url.Parse(p.URL)
			if err != nil || u.Fragment != "" || u.User != nil || strings.ContainsAny(p.URL, " \r\n\\\"") || strings.Contains(u.Path, "/../") || strings.HasSuffix(u.Path, "/..") {
				t.Errorf("%q: asks %q, %v", text, p.URL, err)
				continue
			}
			if base := u.Scheme + "://" + u.Host; base != d.ArXiv && base != d.DOI && !strings.HasPrefix(d.EuropePMC, base) && !strings.HasPrefix(d.Unpaywall, base) {
				t.Errorf("%q: asks %q", text, p.URL)
			}
		}
	})
}

func TestOf(t *testing.T) {
	for _, tt := range []struct {
		item bib.Item
		want string
	}{
		{bib.Item{}, ""},
		{bib.Item{URL: "https://a.example/b"}, ""},
		{bib.Item{DOI: "10.5555/A", PMID: "12", PMCID: "PMC3", Number: "arXiv:1706.03762"}, "doi:10.5555/A arxiv:1706.03762 PMC3 pmid:12"},
		{bib.Item{DOI: "https://doi.org/10.5555/A"}, "doi:10.5555/A"},
		{bib.Item{DOI: "10.48550/arXiv.1706.03762", Number: "arXiv:1706.03762"}, "arxiv:1706.03762"},
		{bib.Item{URL: "https://arxiv.org/abs/1706.03762"}, "arxiv:1706.03762"},
		{bib.Item{Number: "12", PMID: "PMC3"}, ""},
	} {
		var got []string
		for _, id := range Of(tt.item) {
			got = append(got, id.String())
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%+v: %s, want %s", tt.item, s, tt.want)
		}
	}
}

func TestURL(t *testing.T) {
	for id, want := range map[ID]string{
		{DOI, "10.5555/a#b?c%d/e"}:  "https://doi.org/10.5555/a%23b%3Fc%25d/e",
		{ArXiv, "hep-th/9901001v2"}: "https://arxiv.org/abs/hep-th/9901001v2",
		{PMCID, "PMC123"}:           "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/",
		{PMID, "123"}:               "https://pubmed.ncbi.nlm.nih.gov/123/",
	} {
		if got := id.URL(); got != want {
			t.Errorf("%v: %s, want %s", id, got, want)
		}
		if again, err := Parse(id.URL()); err != nil || again != id {
			t.Errorf("%v: its URL is of %v, %v", id, again, err)
		}
	}
}
