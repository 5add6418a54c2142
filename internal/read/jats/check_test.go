package jats

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/safe"
)

// articleOf returns what a text is read as, or nil where it has no article.
func articleOf(text string) *article.Article {
	d, ok := Read(safe.New(text))
	if !ok {
		return nil
	}
	a := &article.Article{}
	d.Draft().Fill(a)
	return a
}

// mustRead returns a text as an article.
func mustRead(t testing.TB, text string) *article.Article {
	t.Helper()
	a := articleOf(text)
	if a == nil {
		t.Fatalf("no article in %q", text)
	}
	return a
}

// checkArticle checks what is true of every article: its text is safe to show, and spans lie
// in it, on the borders of letters and in order.
func checkArticle(t *testing.T, a *article.Article) {
	t.Helper()
	body := a.Body.String()
	if safe.New(body).String() != body {
		t.Fatalf("body is not what its spans were taken from: %q", body)
	}
	last := 0
	check := func(kind string, s article.Span) {
		t.Helper()
		if s.Start < last || s.Start > s.End || s.End > len(body) || !utf8.ValidString(body[s.Start:s.End]) {
			t.Fatalf("%s: span %v after %d of %d bytes in %q", kind, s, last, len(body), body)
		}
		last = s.End
	}
	for _, h := range a.Headings {
		check("heading", h.Span)
	}
	last = 0
	for i, r := range a.References {
		check("reference", r.Span)
		if r.Number != i+1 {
			t.Fatalf("reference %d has the number %d", i+1, r.Number)
		}
	}
	last = 0
	for _, c := range a.Citations {
		check("citation", c.Span)
		for _, n := range c.Candidates() {
			if _, ok := a.Reference(n); !ok {
				t.Fatalf("citation %q names reference %d of %d", c.Text, n, len(a.References))
			}
		}
	}
	for _, l := range a.Links {
		last = 0 // links nest
		check("link", l.Span)
		if l.Target > len(body) {
			t.Fatalf("link %q leads to %d of %d", l.Text, l.Target, len(body))
		}
	}
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

func lines(texts []safe.Text) string {
	var out []string
	for _, s := range texts {
		out = append(out, s.String())
	}
	return strings.Join(out, "\n")
}
