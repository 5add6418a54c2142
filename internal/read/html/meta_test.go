package html

import (
	"net/url"
	"strings"
	"testing"

	"etal/internal/safe"
)

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
			d, err := Read(safe.New("<html><head>"+tt.head+"</head><body><p>Text.</p></body></html>"), nil)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join([]string{d.Title.String(), strings.ReplaceAll(lines(d.Authors), "\n", "|"), d.Date.String(), d.Summary.String()}, "\n")
			if want := strings.Join([]string{tt.title, tt.authors, tt.date, tt.summary}, "\n"); got != want {
				t.Errorf("\n got %q\nwant %q", got, want)
			}
		})
	}
	if a := mustRead(t, `<html lang="en-GB"><p>Text.`); a.Language.String() != "en-GB" {
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
			a := mustRead(t, "<html><head>"+tt.head+"</head><body><p>Text.</p></body></html>")
			if got := lines(a.Tags) + "|" + a.License.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTitle(t *testing.T) {
	tests := []struct{ name, page, title, body string }{
		{"the heading that says so", "<title>The tides of Hull | Room</title><h1>Room</h1><h1>The <i>Tides</i></h1><h2>The tides of Hull</h2><p>a", "The Tides", "# The *Tides*\n\n## Room\n\n### The tides of Hull\n\na"},
		{"one that begins so", "<title>Tides: a history of the sea and its hours</title><h1>Tides</h1><p>a", "Tides", "# Tides\n\na"},
		{"of a lower level", "<title>Tides</title><h1>Room</h1><h2>Tides!</h2><p>a", "Tides!", "# Tides!\n\n## Room\n\na"},
		{"the only one of the first level", "<h1>T<sup>2</sup></h1><h3>One</h3><h4>Two</h4><p>a", "T2", "# T<sup>2</sup>\n\n## One\n\n### Two\n\na"},
		{"two of the first level", "<h1>One</h1><p>a<h1>Two</h1><p>b", "One", "## One\n\na\n\n## Two\n\nb"},
		{"of a lower level, twice", "<title>Tides</title><h1>Room</h1><h2>Tides</h2><p>a<h3>Tides</h3><p>b", "Tides", "# Tides\n\n## Room\n\na\n\n#### Tides\n\nb"},
		{"none of two that says so", "<title>Tides</title><h1>Room</h1><p>a<h1>Moon</h1><p>b", "Tides", "# Tides\n\n## Room\n\na\n\n## Moon\n\nb"},
		{"the only one of the first level, which says something else", "<title>Room</title><h1>Tides</h1><p>a", "Tides", "# Tides\n\na"},
		{"the only one of the first level is the site's", "<title>Tides</title><nav><h1>Room</h1></nav>" + filler("Tides.") + filler("Moons."), "Tides", "# Tides\n\n" + strings.TrimSuffix(strings.TrimPrefix(filler("Tides."), "<p>"), "</p>\n") + "\n\n" + strings.TrimSuffix(strings.TrimPrefix(filler("Moons."), "<p>"), "</p>\n")},
		{"none", "<title>Tides</title><p>a", "Tides", "# Tides\n\na"},
		{"a formula and a link in it", `<h1><a href="/x">T</a> <script type="math/tex; mode=display">x^2</script> <a href="#t">¶</a></h1><p>a`, "T x^2 ¶", "# T x²\n\na"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, tt.page)
			if got := a.Title.String(); got != tt.title {
				t.Errorf("title %q, want %q", got, tt.title)
			}
			if got := strings.TrimSpace(a.Body.String()); got != tt.body {
				t.Errorf("\n got %q\nwant %q", got, tt.body)
			}
		})
	}
}

func TestBase(t *testing.T) {
	const canonical = `<link rel="canonical" href="https://example.org/a/b.html">`
	tests := []struct{ name, from, head, href, want string }{
		{"found on the web", "https://example.org/a/", canonical, "c", "https://example.org/a/c"},
		{"found on the web, with a base", "https://example.org/a/", `<base href="/d/">`, "c", "https://example.org/d/c"},
		{"found on the web, with a bad base", "https://example.org/a/", `<base href="file:///etc/">`, "c", "https://example.org/a/c"},
		{"in a file", "", "", "c.md", "c.md"},
		{"in a file, with a base", "", `<base href="https://example.com/"><meta property="og:url" content="https://example.net/">` + canonical, "c", "https://example.com/c"},
		{"in a file, with its URL", "", `<base href="/x">` + canonical + `<link rel="icon" href="https://example.com/i/">`, "c", "https://example.org/a/c"},
		{"in a file, shared", "", `<meta property="og:url" content=" http://example.net/x/y ">`, "c", "http://example.net/x/c"},
		{"in a file, shared, with a description", "", `<meta property="og:url" content="http://example.net/x/y"><meta property="og:image" content="http://example.com/z">`, "c", "http://example.net/x/c"},
		{"in a file, with a base that names no host", "", `<base href="http:">` + canonical, "c", "https://example.org/a/c"},
		{"an address of its own", "", canonical, "mailto:a@example.org", "mailto:a@example.org"},
		{"no address", "", canonical, "javascript:x()", ""},
		{"a damaged address", "", canonical, "http://[::1", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var from *url.URL
			if tt.from != "" {
				from, _ = url.Parse(tt.from)
			}
			d, err := Read(safe.New("<head>"+tt.head+"</head><p>see <a href=\""+tt.href+"\">there</a>"), from)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if a := articleOf(d); len(a.Links) > 0 {
				got = a.Links[0].URL.String()
			}
			if got != tt.want {
				t.Errorf("leads to %q, want %q", got, tt.want)
			}
		})
	}
}
