package metadata

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/safe"
)

// read returns the metadata of a page.
func read(t *testing.T, page string) (m doc.Meta) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	Read(root, &m)
	return m
}

// joined returns texts with a sign between them.
func joined(texts []safe.Text, sign string) string {
	var all []string
	for _, s := range texts {
		all = append(all, s.String())
	}
	return strings.Join(all, sign)
}

func TestMetadata(t *testing.T) {
	meta := func(name, content string) string { return `<meta name="` + name + `" content="` + content + `">` }
	linked := func(json string) string { return `<script type="application/ld+json">` + json + `</script>` }
	tests := []struct{ name, head, title, authors, date, summary string }{
		{"for libraries", meta("citation_title", "Tides") + meta("citation_author", "Lind, Cora") + meta("citation_author", "B. Oke") + meta("citation_publication_date", "1961/07/22") + meta("og:title", "Not this"), "Tides", "Cora Lind|B. Oke", "1961-07-22", ""},
		{"Dublin Core", meta("DC.Title", "Tides") + meta("DC.Creator", "By Cora Lind") + meta("DC.Date", "1961-7") + meta("DC.Description", "Of the sea"), "Tides", "Cora Lind", "1961-07", "Of the sea"},
		{"for social networks", `<meta property="og:title" content="Tides - The Room"><meta property="og:site_name" content="The Room">` + meta("article:published_time", "2020-01-02T10:00:00Z") + meta("og:description", "Sea") + meta("article:author", "https://example.org/lind"), "Tides", "", "2020-01-02", "Sea"},
		{"a date in words", meta("date", "Spring 1961"), "", "", "Spring 1961", ""},
		{"empty", meta("citation_title", " ") + meta("", "x"), "", "", "", ""},
		{"empty before another", meta("citation_title", " ") + meta("dc.title", "Tides"), "Tides", "", "", ""},
		{"a title without its site", "<title>Sums of all waves | Tidal Letters</title><title>second</title>", "Sums of all waves", "", "", ""},
		{"a title with a dash", "<title>Waves – and how the sums of the tides are made</title>", "Waves – and how the sums of the tides are made", "", "", ""},
		{"a title with a dash near its end", "<title>The sums of all the tides and all the waves of the sea – and how they were made by wheels</title>", "The sums of all the tides and all the waves of the sea – and how they were made by wheels", "", "", ""},
		{"a long site, named", `<meta property="og:site_name" content="The Letters of the Tidal Room"><title>Waves | The Letters of the Tidal Room</title>`, "Waves", "", "", ""},
		{"a picture's title", "<svg><title>Menu</title></svg><title>Tides</title>", "Tides", "", "", ""},
		{"authors under the first name only", meta("citation_author", "C. Lind") + meta("author", "The Room"), "", "C. Lind", "", ""},
		{"accounts are no authors", meta("author", "@lind") + meta("byl", "By C. Lind"), "", "C. Lind", "", ""},
		{"names of bodies", meta("citation_author", "Harbour Office, Hull, and Quay") + meta("citation_author", "The Office for the Tides, Hull") + meta("citation_author", "Lind, C. and Oke"), "", "Harbour Office, Hull, and Quay|The Office for the Tides, Hull|Lind, C. and Oke", "", ""},
		{"linked data", linked(`{"@type":["Thing","NewsArticle"],"headline":"Tides &amp; moons","datePublished":"2020-01-02","author":[{"name":"Cora Lind"},"B. Oke",{"x":1}]}`), "Tides & moons", "Cora Lind|B. Oke", "2020-01-02", ""},
		{"linked data, in a graph", linked(`{"@graph":[{"@type":"WebSite","headline":"Room"},{"@type":"BlogPosting","headline":"Tides"}]}`), "Tides", "", "", ""},
		{"other scripts", `<script type="text/javascript">{"@type":"Article","headline":"Tides"}</script><script>{"@type":"Article","headline":"Waves"}</script>`, "", "", "", ""},
		{"linked data elsewhere", `<p type="application/ld+json">{"@type":"Article","headline":"Tides"}</p><script type="application/ld+json"></script>`, "", "", "", ""},
		{"a title with two breaks", "<title>Waves | And sums of the tides of the north | Tidal Letters</title>", "Waves | And sums of the tides of the north", "", "", ""},
		{"linked data, damaged", linked(`{"@type":"Article","headline":"Tides"`), "", "", "", ""},
		{"linked data, of other types", linked(`[[1],{"@type":3,"headline":"a"},{"@type":"Report","headline":["b"],"author":null}]`), "", "", "", ""},
		{"linked data, too large", linked(`{"@type":"Article","headline":"Tides"` + strings.Repeat(" ", maxLinkedData) + `}`), "", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := read(t, tt.head)
			got := strings.Join([]string{m.Title.String(), joined(m.Authors, "|"), m.Date.String(), m.Summary.String()}, "\n")
			if want := strings.Join([]string{tt.title, tt.authors, tt.date, tt.summary}, "\n"); got != want {
				t.Errorf("\n got %q\nwant %q", got, want)
			}
		})
	}
	if a := read(t, `<html lang="en-GB"><p>Text.`); a.Language.String() != "en-GB" {
		t.Errorf("language %q", a.Language)
	}
}

func TestTagsAndLicense(t *testing.T) {
	tests := []struct{ name, head, want string }{
		{"for libraries", `<meta name="citation_keywords" content="sea; moon, full"><meta name="keywords" content="menu">`, "sea\nmoon, full|"},
		{"for search engines", `<meta name="Keywords" content="sea, moon,">`, "sea\nmoon|"},
		{"a link", `<link rel="License" href="https://creativecommons.org/licenses/by/4.0/"><link rel="next" href="2">`, "|https://creativecommons.org/licenses/by/4.0/"},
		{"one keyword before those for search engines", `<meta name="citation_keywords" content="sea"><meta name="keywords" content="menu">`, "sea|"},
		{"a keyword of one letter", `<meta name="keywords" content="C, sea">`, "C\nsea|"},
		{"Dublin Core", `<meta name="dcterms.license" content="CC0"><meta name="DC.Subject" content="sea"><meta name="DC.Subject" content="moon"><link rel="license" href="/x">`, "sea\nmoon|CC0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := read(t, tt.head)
			if got := joined(m.Tags, "\n") + "|" + m.License.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A page gives identifiers of the article under several names, and of what it cites under others.
func TestIdentifiers(t *testing.T) {
	meta := func(name, content string) string { return `<meta name="` + name + `" content="` + content + `">` }
	for _, tt := range []struct{ name, page, want string }{
		{"for libraries", meta("citation_doi", "10.5555/a") + meta("citation_pmid", "12") + meta("citation_pmcid", "PMC3") + meta("citation_arxiv_id", "1706.03762"), "[doi:10.5555/a arxiv:1706.03762 PMC3 pmid:12]"},
		{"as a URL", meta("citation_doi", "https://doi.org/10.5555/a"), "[doi:10.5555/a]"},
		{"Dublin Core", meta("DC.Identifier", "doi:10.5555/a") + meta("DC.identifier", "ISSN 1234-5678"), "[doi:10.5555/a]"},
		{"PRISM", meta("prism.doi", "doi:10.5555/a"), "[doi:10.5555/a]"},
		{"the surest name first", meta("dc.identifier", "10.5555/b") + meta("citation_doi", "10.5555/a"), "[doi:10.5555/a]"},
		{"the same twice", meta("citation_doi", "10.5555/A") + meta("citation_doi", "10.5555/a"), "[doi:10.5555/A]"},
		{"several articles", meta("citation_doi", "10.5555/a") + meta("citation_doi", "10.5555/b"), "[]"},
		{"a reference", meta("citation_reference", "citation_title=Tides; citation_doi=10.5555/b") + `<a href="https://doi.org/10.5555/c">c</a>`, "[]"},
		{"another identifier", meta("dc.identifier", "tl-7-22"), "[]"},
		{"arXiv's page of an abstract", `<link rel="canonical" href="https://arxiv.org/abs/1706.03762">` + meta("citation_doi", "10.5555/a"), "[doi:10.5555/a arxiv:1706.03762]"},
		{"arXiv's HTML", `<body><div id="watermark-tr">arXiv:1706.03762v5 [cs.CL] 12 Jun 2017</div>`, "[arxiv:1706.03762v5]"},
		{"another link of arXiv's", `<link rel="next" href="https://arxiv.org/abs/1706.03762"><a rel="canonical" href="https://arxiv.org/abs/1706.03762">x</a>`, "[]"},
		{"arXiv's HTML, with a second stamp", `<body><div id="watermark-tr">arXiv:1706.03762v5</div><div id="watermark-tr">arXiv:1806.03762v1</div><p>arXiv:1906.03762</p>`, "[arxiv:1706.03762v5]"},
		{"a page elsewhere", `<link rel="canonical" href="https://a.example/10.5555/a">` + `<meta property="og:url" content="https://doi.org/10.5555/b">`, "[]"},
		{"a page of PubMed Central", `<meta property="og:url" content="https://pmc.ncbi.nlm.nih.gov/articles/PMC3/">`, "[PMC3]"},
	} {
		m := read(t, tt.page)
		if got := fmt.Sprint(m.IDs); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
