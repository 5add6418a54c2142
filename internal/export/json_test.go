package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/read"
	"etal/internal/safe"
)

// Headings, citations and references of an article with pages have theirs; others have none.
func TestPages(t *testing.T) {
	a, err := read.Read("tides.md", []byte("# Tides\n\nThey follow the moon [1].\n\nOr so it is said [1].\n\n## References\n\n1. Wren, A. (1901). The moon.\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := pagesOf(t, a); got != "[0 0] [0 0] [0]" {
		t.Errorf("without pages: %s", got)
	}
	for i, at := range []string{"They", "Or", "References"} {
		a.Pages = append(a.Pages, article.Page{Start: strings.Index(a.Body.String(), at), Number: i + 2, Label: safe.Line("x")})
	}
	if got := pagesOf(t, a); got != "[0 4] [2 3] [4]" {
		t.Errorf("with pages: %s", got)
	}
}

// pagesOf returns the pages of headings, citations and references in an article's JSON, 0 for none.
func pagesOf(t *testing.T, a *article.Article) string {
	var out bytes.Buffer
	if err := JSON(&out, []*article.Article{a}); err != nil {
		t.Fatal(err)
	}
	type paged []struct{ Page int }
	var j struct{ Headings, Citations, References paged }
	if err := json.Unmarshal(out.Bytes(), &j); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, items := range []paged{j.Headings, j.Citations, j.References} {
		var numbers []int
		for _, item := range items {
			numbers = append(numbers, item.Page)
		}
		all = append(all, fmt.Sprint(numbers))
	}
	return strings.Join(all, " ")
}

// An article with identifiers has them by their kinds; another has no such field.
func TestIdentifiers(t *testing.T) {
	for in, want := range map[string]string{
		"---\ndoi: 10.5555/a\npmid: 12\n---\n# Tides\n": `"identifiers":{"doi":"10.5555/a","pmid":"12"}`,
		"---\npmid: 12\n---\n# Tides\n":                 `"identifiers":{"pmid":"12"}`,
		"# Tides\n":                                     "",
	} {
		a, err := read.Read("tides.md", []byte(in))
		if err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(newJSONArticle(a))
		if got := string(out); err != nil || !strings.Contains(got, want) || (want == "") == strings.Contains(got, "identifiers") {
			t.Errorf("%q: %s, %v", in, got, err)
		}
	}
}

// The authors, the date and the license stand under the title, or before a text without one.
func TestMarkdown(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"# Tides\n\nThey *rise*.\n", "# Tides\n\nThey *rise*.\n"},
		{"---\nauthor: B_ Oke\ndate: 1950\n---\n# Tides\n\nThey *rise*.\n", "# Tides\n\nB\\_ Oke · 1950\n\nThey *rise*.\n"},
		{"---\nauthor: B. Oke\n---\nThey *rise*.\n\n# Tides\n", "B. Oke\n\nThey *rise*.\n\n# Tides\n"},
		{"---\nauthor: B. Oke\n---\nThey *rise*.\n", "B. Oke\n\nThey *rise*.\n"},
	} {
		a, err := read.Read("tides.md", []byte(tt.in))
		if err != nil {
			t.Fatal(err)
		}
		if got := Markdown(a); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}
