package html

import (
	"net/url"
	"strings"
	"testing"

	"etal/internal/safe"
)

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

// TestByline holds that what a page's metadata say is not repeated below the title, and nothing else is lost.
func TestByline(t *testing.T) {
	const head = `<title>Tides</title><meta name="author" content="Ada Oke"><meta name="author" content="Bo Lind"><meta name="date" content="2021-05-04"><h1>Tides</h1>`
	tests := []struct{ name, page, want string }{
		{"authors and the date", `<p class="author">Ada Oke<p class="author">By Bo Lind<p class="date">2021-05-04<p>a`, "a"},
		{"more than a name", `<p class="author">Ada Oke, of Hull<p>a`, "Ada Oke, of Hull\n\na"},
		{"another name", `<p class="author">Uma Wren<p>a`, "Uma Wren\n\na"},
		{"a name that is not called an author's", `<p>Ada Oke<p class="authority">Bo Lind`, "Ada Oke\n\nBo Lind"},
		{"an element with others in it", `<div class="author"><p>Ada Oke</div>`, "Ada Oke"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, head+tt.page)
			if got := strings.TrimSpace(strings.TrimPrefix(a.Body.String(), "# Tides\n")); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
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
