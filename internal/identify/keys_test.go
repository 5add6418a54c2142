package identify

import (
	"slices"
	"testing"

	"etal/internal/bib"
)

// work returns a work with a title that tells it, and changes made to it.
func work(change func(*bib.Item)) bib.Item {
	item := bib.Item{
		Title: "On wheels that reckon the tides", Author: []bib.Name{{Family: "Øye", Given: "A."}, {Family: "Lind", Given: "C."}},
		Issued: &bib.Date{Parts: [][]int{{1950, 3}}},
	}
	change(&item)
	return item
}

func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b func(*bib.Item)
		by   string // empty if they are not the same
	}{
		{"a DOI", func(i *bib.Item) { *i = bib.Item{DOI: "10.5555/A"} }, func(i *bib.Item) { *i = bib.Item{DOI: "10.5555/a"} }, "DOI"},
		{"a number at arXiv, in two versions", func(i *bib.Item) { *i = bib.Item{Number: "arXiv:1706.03762v1"} }, func(i *bib.Item) { *i = bib.Item{DOI: "10.48550/arXiv.1706.03762"} }, "arXiv number"},
		{"a PMID", func(i *bib.Item) { i.PMID = "12" }, func(i *bib.Item) { *i = bib.Item{PMID: "12"} }, "PMID"},
		{"a PMCID", func(i *bib.Item) { i.PMCID = "12" }, func(i *bib.Item) { *i = bib.Item{PMCID: "PMC12"} }, "PMCID"},
		{"title, year and first author", func(i *bib.Item) {}, func(i *bib.Item) {
			i.Title, i.Author, i.Issued = "On Wheels that reckon the Tides.", []bib.Name{{Family: "Oye"}}, &bib.Date{Parts: [][]int{{1950}}}
		}, "title, year and first author"},
		{"an organisation", func(i *bib.Item) { i.Author = []bib.Name{{Literal: "Tide Office"}} }, func(i *bib.Item) { i.Author = []bib.Name{{Literal: "Tide Office"}} }, "title, year and first author"},
		{"a DOI of one only", func(i *bib.Item) { i.DOI = "10.5555/a" }, func(i *bib.Item) {}, "title, year and first author"},

		{"another year", func(i *bib.Item) {}, func(i *bib.Item) { i.Issued = &bib.Date{Parts: [][]int{{1951}}} }, ""},
		{"another first author", func(i *bib.Item) {}, func(i *bib.Item) { i.Author = i.Author[1:] }, ""},
		{"another title", func(i *bib.Item) {}, func(i *bib.Item) { i.Title += ", again" }, ""},
		{"no year", func(i *bib.Item) { i.Issued = nil }, func(i *bib.Item) { i.Issued = nil }, ""},
		{"no author", func(i *bib.Item) { i.Author = nil }, func(i *bib.Item) { i.Author = nil }, ""},
		{"a title of 15 letters", func(i *bib.Item) { i.Title = "An introduction!" }, func(i *bib.Item) { i.Title = "An introduction" }, ""},
		{"nothing", func(i *bib.Item) { *i = bib.Item{} }, func(i *bib.Item) { *i = bib.Item{} }, ""},
	} {
		a, b := work(tt.a), work(tt.b)
		for range 2 {
			if by, ok := common(a, b); by != tt.by || ok != (tt.by != "") {
				t.Errorf("%s: by %q, %v, want %q", tt.name, by, ok, tt.by)
			}
			a, b = b, a
		}
	}
}

// common returns the name of the surest key that two works share.
func common(a, b bib.Item) (by string, ok bool) {
	for _, key := range Keys(a) {
		if slices.Contains(Keys(b), key) {
			return KeyName(key), true
		}
	}
	return "", false
}
