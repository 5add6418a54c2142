package html

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/read/html/tags"
	"etal/internal/safe"
)

// mustRead returns a page as an article.
func mustRead(t testing.TB, page string) *article.Article {
	t.Helper()
	d, err := Read(safe.New(page), nil)
	if err != nil {
		t.Fatal(err)
	}
	return articleOf(d)
}

func articleOf(d *doc.Document) *article.Article {
	draft := d.Draft()
	draft.TitleByHeading()
	a := &article.Article{}
	draft.Fill(a)
	return a
}

// checkPage holds what is true of every page: its text is safe to show, and spans lie in it,
// on the borders of letters and in order.
func checkPage(t *testing.T, page string) {
	t.Helper()
	d, err := Read(safe.New(page), nil)
	if errors.Is(err, ErrTooDeep) {
		if s := tags.Text(page); s != safe.New(s).String() {
			t.Fatalf("text between the tags is not safe: %q", s)
		}
		return
	}
	a := articleOf(d)
	body := a.Body.String()
	if safe.New(body).String() != body {
		t.Fatalf("not safe: %q", body)
	}
	last := 0
	check := func(kind string, s article.Span, sorted bool) {
		if s.Start > s.End || s.End > len(body) || sorted && s.Start < last || !utf8.ValidString(body[s.Start:s.End]) {
			t.Fatalf("%s: span %v after %d of %d bytes in %q", kind, s, last, len(body), body)
		}
		last = s.End
	}
	for _, h := range a.Headings {
		check("heading", h.Span, true)
	}
	last = 0
	for i, r := range a.References {
		check("reference", r.Span, true)
		if r.Number != i+1 {
			t.Fatalf("reference %d has the number %d", i+1, r.Number)
		}
	}
	last = 0
	for _, c := range a.Citations {
		check("citation", c.Span, true)
		for _, n := range c.Candidates() {
			if _, ok := a.Reference(n); !ok {
				t.Fatalf("citation %q names reference %d of %d", c.Text, n, len(a.References))
			}
		}
	}
	for _, l := range a.Links {
		check("link", l.Span, false)
		if l.Target > len(body) {
			t.Fatalf("link %q leads to %d of %d", l.Text, l.Target, len(body))
		}
	}
}

// filler makes a paragraph of a sentence, long enough to be taken for an article's.
func filler(sentence string) string {
	return "<p>" + sentence + strings.Repeat(" The tide tables of the harbour had been kept by hand for ninety years.", 4) + "</p>\n"
}

// references returns the labels and texts of an article's references, a line each.
func references(a *article.Article) string {
	var out []string
	for _, r := range a.References {
		out = append(out, r.Label.String()+"|"+r.Text.String())
	}
	return strings.Join(out, "\n")
}

// citations returns the marks of an article with the references that they name.
func citations(a *article.Article) string {
	var out []string
	for _, c := range a.Citations {
		out = append(out, fmt.Sprint(c.Text, c.References))
	}
	return strings.Join(out, " ")
}

// links returns the links of an article and where they lead, a line each.
func links(a *article.Article) string {
	var out []string
	for _, l := range a.Links {
		to := l.URL.String()
		if to == "" {
			to, _, _ = strings.Cut(a.Body.String()[l.Target:], "\n")
		}
		out = append(out, fmt.Sprintf("%s %s: %s", l.Kind, l.Text, to))
	}
	return strings.Join(out, "\n")
}

func lines(texts []safe.Text) string {
	var out []string
	for _, s := range texts {
		out = append(out, s.String())
	}
	return strings.Join(out, "\n")
}
