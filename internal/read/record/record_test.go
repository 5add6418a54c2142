package record

import (
	"strings"
	"testing"

	"etal/internal/bib"
	"etal/internal/doc"
)

func TestRead(t *testing.T) {
	item := bib.Item{
		Type: "article-journal", Title: "Tides *by* wheel", Author: []bib.Name{{Family: "Lind", Given: "C.", NonDroppingParticle: "van"}, {Literal: "Tide Office"}, {Literal: bib.AndOthers}},
		Issued: &bib.Date{Parts: [][]int{{1950, 3}}}, ContainerTitle: "Tidal Letters", Volume: "3", DOI: "10.5555/tl_1",
	}
	item.AddText("abstract", "The moon does [it].")
	draft := Read(item).Draft()
	const want = "# Tides \\*by\\* wheel\n\n## Abstract\n\nThe moon does [it].\n\n## Record\n\n"
	if got := draft.Body.String(); !strings.HasPrefix(got, want) || !strings.Contains(got, "*Tidal Letters*") || !strings.Contains(got, "https://doi.org/10.5555/tl_1") {
		t.Errorf("got %q\nwant %q …", got, want)
	}
	var authors []string
	for _, a := range draft.Authors {
		authors = append(authors, a.String())
	}
	if got := strings.Join(authors, "; "); got != "C. van Lind; Tide Office" || draft.Date.String() != "1950-03" || len(draft.IDs) != 1 || draft.IDs[0].String() != "doi:10.5555/tl_1" {
		t.Errorf("%q, %+v", got, draft.Meta)
	}
	if len(draft.References) != 0 {
		t.Errorf("%d references", len(draft.References))
	}
}

func TestTitle(t *testing.T) {
	for _, tt := range []struct {
		item bib.Item
		want string
	}{
		{bib.Item{Title: "Tides", DOI: "10.5555/a"}, "Tides"},
		{bib.Item{DOI: "10.5555/a", PMID: "1"}, "doi:10.5555/a"},
		{bib.Item{PMCID: "PMC1"}, "PMC1"},
		{bib.Item{}, "untitled"},
	} {
		if got := MetaOf(tt.item).Title.String(); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.item, got, tt.want)
		}
	}
}

// Abstracts as Europe PMC and Crossref send them, paragraph by paragraph.
func TestAbstract(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"none", "", ""},
		{"text", "The moon does it.", "The moon does it."},
		{"parts", "<h4>Background</h4>Tides rise. <h4>Results</h4>They fall by H<sub>2</sub>O.", "**Background** Tides rise.\n**Results** They fall by H2O."},
		{"JATS", "<jats:title>Abstract</jats:title><jats:p>One <jats:italic>and</jats:italic> two.</jats:p><jats:p>Three.</jats:p>", "One and two.\nThree."},
		{"JATS in parts", "<jats:sec><jats:title>Aim</jats:title><jats:p>Tides.</jats:p></jats:sec><jats:sec><jats:title>Method</jats:title><jats:p>Wheels.</jats:p></jats:sec>", "**Aim** Tides.\n**Method** Wheels."},
		{"references", "Ebb &amp; flow, p&#160;&lt; 0.05", "Ebb & flow, p < 0.05"},
		{"no tags", "if a<b and c>d, and x < y", "if a<b and c>d, and x < y"},
		{"attributes", `<p class="x">Tides <span title="a">rise</span>.</p>`, "Tides rise."},
		{"a line's end", "One<br/>two", "One\ntwo"},
		{"lone tags", "</p></h4><p>", ""},
	} {
		var lines []string
		for _, b := range abstract(tt.text) {
			lines = append(lines, plain(t, b))
		}
		if got := strings.Join(lines, "\n"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// plain returns a paragraph with its bold parts in asterisks.
func plain(t *testing.T, b doc.Block) string {
	t.Helper()
	p, ok := b.(doc.Paragraph)
	if !ok {
		t.Fatalf("%T", b)
	}
	s := ""
	for _, in := range p.Text {
		if in.Style == doc.Bold {
			s += "**" + in.Text.String() + "**"
		} else {
			s += in.Text.String()
		}
	}
	return s
}
