package article

import (
	"strings"
	"testing"

	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/safe"
)

func TestNameOf(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bib.Name
	}{
		{"Ada Oke", bib.Name{Given: "Ada", Family: "Oke"}},
		{"Oke, Ada", bib.Name{Given: "Ada", Family: "Oke"}},
		{"  Ada  B.  Oke ", bib.Name{Given: "Ada B.", Family: "Oke"}},
		{"Oke,Ada B.", bib.Name{Given: "Ada B.", Family: "Oke"}},
		{"Cees van der Berg", bib.Name{Given: "Cees", NonDroppingParticle: "van der", Family: "Berg"}},
		{"van der Berg, Cees", bib.Name{Given: "Cees", NonDroppingParticle: "van der", Family: "Berg"}},
		{"Cees van der", bib.Name{Given: "Cees", NonDroppingParticle: "van", Family: "der"}},
		{"García López, María", bib.Name{Given: "María", Family: "García López"}},
		{"Ada Oke Jr.", bib.Name{Given: "Ada", Family: "Oke", Suffix: "Jr."}},
		{"Ada Oke, Jr.", bib.Name{Given: "Ada", Family: "Oke", Suffix: "Jr."}},
		{"Oke, Ada, III", bib.Name{Given: "Ada", Family: "Oke", Suffix: "III"}},
		{"Van Oke", bib.Name{Given: "Van", Family: "Oke"}},
		{"Oke", bib.Name{Literal: "Oke"}},
		{"annoke", bib.Name{Literal: "annoke"}},
		{"王小明", bib.Name{Literal: "王小明"}},
		{"The Quay", bib.Name{Literal: "The Quay"}},
		{"Office for the Tides, Hull", bib.Name{Literal: "Office for the Tides, Hull"}},
		{"Oke & Sons", bib.Name{Literal: "Oke & Sons"}},
		{"Tide Gauge Consortium", bib.Name{Literal: "Tide Gauge Consortium"}},
		{"Great Harbour Tide Gauges Again, Hull", bib.Name{Literal: "Great Harbour Tide Gauges Again, Hull"}},
	} {
		if got, ok := nameOf(tt.text); !ok || got != tt.want {
			t.Errorf("%q: %+v, want %+v", tt.text, got, tt.want)
		}
	}
	if got, ok := nameOf("  "); ok {
		t.Errorf("a blank: %+v", got)
	}
}

// An article is the work that a reference to it describes.
func TestItem(t *testing.T) {
	a := &Article{
		Title: safe.Line("On wheels that reckon the tides"), Authors: []safe.Text{safe.Line(" "), safe.Line("Ada Oke"), safe.Line("Lind, C.")},
		Date: safe.Line("12 March 1950"),
		IDs:  []identify.ID{{Kind: identify.ArXiv, Value: "1706.03762v5"}, {Kind: identify.DOI, Value: "10.5555/A"}, {Kind: identify.PMID, Value: "12"}, {Kind: identify.PMCID, Value: "PMC3"}},
	}
	const want = "doi:10.5555/a arxiv:1706.03762 pmcid:pmc3 pmid:12 onwheelsthatreckonthetides 1950 oke"
	if got := strings.Join(identify.Keys(a.Item()), " "); got != want {
		t.Errorf("keys %s, want %s", got, want)
	}
	for date, year := range map[string]int{"1950-03-12": 1950, "Spring 1950": 1950, "1950": 1950, "in press": 0, "": 0} {
		a.Date = safe.Line(date)
		if got := a.Item().Issued.Year(); got != year {
			t.Errorf("%q: the year %d", date, got)
		}
	}
	if got := identify.Keys((&Article{}).Item()); got != nil {
		t.Errorf("an article without metadata: %q", got)
	}
}
