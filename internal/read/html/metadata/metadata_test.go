package metadata

import (
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
