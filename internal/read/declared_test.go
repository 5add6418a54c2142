package read

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"etal/internal/article"
)

// What a server says of an article counts for more than what its bytes look like.
func TestSaid(t *testing.T) {
	const page = "<!doctype html><html><body><p>Plain & simple.</p><p>Two.</p></body></html>"
	tests := []struct {
		name, address, kind, data string
		format                    article.Format
		body                      string
	}{
		{"a page", "https://a.example/tides", "text/html", page, article.HTML, "Plain & simple.\n\nTwo."},
		{"a page by its looks", "https://a.example/tides", "", page, article.HTML, "Plain & simple.\n\nTwo."},
		{"a page of a strange type", "https://a.example/tides", "nonsense", page, article.HTML, "Plain & simple.\n\nTwo."},
		{"tags as text", "https://a.example/tides.html", "text/plain", page, article.PlainText, `\<!doctype html>\<html>\<body>\<p>Plain & simple.\</p>\<p>Two.\</p>\</body>\</html>`},
		{"Markdown by its type", "https://a.example/tides", "text/markdown; charset=utf-8", "One *word*.", article.Markdown, "One *word*."},
		{"Markdown by its name", "https://a.example/tides.md?raw=1", "text/plain", "One *word*.", article.Markdown, "One *word*."},
		{"in Latin-1 as was said", "https://a.example/", "text/plain; charset=iso-8859-1", "caf\xe9", article.PlainText, "café"},
		{"in Cyrillic as was said", "https://a.example/", "text/plain; charset=koi8-r", "\xd4\xc9", article.PlainText, "ти"},
		{"UTF-8, whatever was said", "https://a.example/", "text/plain; charset=iso-8859-1", "café", article.PlainText, "café"},
		{"in what nobody knows", "https://a.example/", "text/plain; charset=none", "caf\xe9", article.PlainText, "café"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			at, err := url.Parse(tt.address)
			if err != nil {
				t.Fatal(err)
			}
			a, err := Reader{URL: at, Type: tt.kind}.Read(tt.address, []byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			if a.Format != tt.format || strings.TrimSpace(a.Body.String()) != tt.body {
				t.Errorf("got %s %q, want %s %q", a.Format, a.Body, tt.format, tt.body)
			}
		})
	}
}

// A file's own name tells its format, or the last part of its URL with what the server says.
func TestBase(t *testing.T) {
	for _, tt := range []struct{ name, address, kind, want string }{
		{"x/tides.txt", "", "text/html", "tides.txt"},
		{"-", "https://a.example/x/tides", "", "tides"},
		{"-", "https://a.example/tides", "text/html; charset=utf-8", "tides.html"},
		{"-", "https://a.example/tides.html", "text/html", "tides.html"},
		{"-", "https://a.example/tides.php", "text/html", "tides.php.html"},
		{"-", "https://a.example/tides.md", "text/plain", "tides.md"},
		{"-", "https://a.example/tides.md", "nonsense/", "tides.md"},
		{"-", "https://a.example", "text/markdown", "/.md"},
	} {
		r := Reader{Type: tt.kind}
		if tt.address != "" {
			r.URL, _ = url.Parse(tt.address)
		}
		if got := r.base(tt.name); got != tt.want {
			t.Errorf("%+v: %q", tt, got)
		}
	}
}

// What has the URL of a page that places of articles have is the article of that identifier.
func TestIdentifiedByURL(t *testing.T) {
	for address, want := range map[string]string{"https://arxiv.org/html/1706.03762v5": "[arxiv:1706.03762v5]", "https://a.example/1706.03762": "[]"} {
		at, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		a, err := Reader{URL: at, Type: "text/html"}.Read(address, []byte("<p>Text.</p>"))
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(a.IDs); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
