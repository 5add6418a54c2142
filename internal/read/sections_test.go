package read

import (
	"strings"
	"testing"

	"etal/internal/article"
)

// TestLinksToPlaces reads one article as Markdown and as HTML: where a link leads inside
// the article, its target begins with the words given.
func TestLinksToPlaces(t *testing.T) {
	markdown := "# A title\n\nSee [the way](#how-it-works), [again](#how-it-works-1), [named](#own), [tagged](#place), [inside](#other), " +
		"[nowhere](#nowhere), [a file](../x/other.md#part), [web](https://example.org/), [no](javascript:a).\n\n" +
		"## How it works\n\nWords.\n\n## How it works\n\nWords.\n\n## Results {#own}\n\nWords.\n\n<a id=\"place\"></a>\n\n## <a name=\"other\"></a>Discussion\n\nWords.\n"
	page := "<html><body><article><h1>A title</h1><p>See <a href='#one'>the way</a>, <a href='#two'>again</a>, <a href='#own'>named</a>, " +
		"<a href='#place'>tagged</a>, <a href='#other'>inside</a>, <a href='#nowhere'>nowhere</a>, <a href='../x/other.md#part'>a file</a>, " +
		"<a href='https://example.org/'>web</a>, <a href='javascript:a'>no</a>. And more words follow here, as in a text.</p>" +
		"<h2 id=one>How it works</h2><p>Words and more words.</p><h2 id=two>How it works</h2><p>Words and more words.</p>" +
		"<section id=own><h2>Results</h2><p>Words and more words.</p></section><a id=place></a>\n<h2><a id=other></a>Discussion</h2><p>Words and more words.</p></article></body></html>"
	want := []struct {
		text string
		kind article.LinkKind
		to   string
	}{
		{"the way", article.Section, "How it works"},
		{"again", article.Section, "How it works"},
		{"named", article.Section, "Results"},
		{"tagged", article.Section, "Discussion"},
		{"inside", article.Section, "Discussion"},
		{"a file", article.File, "../x/other.md#part"},
		{"web", article.URL, "https://example.org/"},
	}
	for name, text := range map[string]string{"a.md": markdown, "a.html": page} {
		a, err := Reader{}.Read(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Links) != len(want) {
			t.Errorf("%s: %d links, want %d: %v", name, len(a.Links), len(want), a.Links)
			continue
		}
		for i, w := range want {
			l := a.Links[i]
			to := l.URL.String()
			if l.Inside() {
				to = strings.TrimPrefix(strings.TrimLeft(a.Body.String()[l.Target:], "# "), "<a name=\"other\"></a>")
			}
			if l.Text.String() != w.text || l.Kind != w.kind || !strings.HasPrefix(to, w.to) {
				t.Errorf("%s: %q %s to %.20q, want %q %s to %q", name, l.Text, l.Kind, to, w.text, w.kind, w.to)
			}
		}
		if a.Links[0].Inside() && a.Links[0].Target == a.Links[1].Target {
			t.Errorf("%s: two headings of one name are one place", name)
		}
	}
}
