package doc

import (
	"strings"
	"testing"

	"etal/internal/article"
)

func TestLinkTo(t *testing.T) {
	for _, c := range []struct {
		address string
		kind    article.LinkKind
		kept    string
	}{
		{"#how-it-works", article.Section, "how-it-works"},
		{"#gr%C3%B6%C3%9Fe", article.Section, "größe"},
		{"#", "", ""},
		{"other.md", article.File, "other.md"},
		{"../x/paper.html#part", article.File, "../x/paper.html#part"},
		{"a%20b.md", article.File, "a%20b.md"},
		{"/etc/passwd", "", ""},
		{"//example.org/a", "", ""},
		{"a%00b.md", "", ""},
		{"a%0ab.md", "", ""},
		{`..\a.md`, "", ""},
		{"c%3A%5Ca", "", ""},
		{"?page=2", "", ""},
		{strings.Repeat("a", maxPath+1), "", ""},
		{"https://example.org/a", article.URL, "https://example.org/a"},
		{"HTTP://example.org", article.URL, "HTTP://example.org"},
		{"mailto:a@example.org", article.URL, "mailto:a@example.org"},
		{"javascript:alert(1)", "", ""},
		{"file:///etc/passwd", "", ""},
		{"data:text/html,x", "", ""},
		{"", "", ""},
	} {
		kind, kept, ok := LinkTo(c.address)
		if ok != (c.kind != "") || ok && (kind != c.kind || kept != c.kept) {
			t.Errorf("%q: %q %q %v", c.address, kind, kept, ok)
		}
	}
}
