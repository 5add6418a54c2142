package refstring

import "testing"

// The numbers of PubMed and PubMed Central are fields of a reference, and no part of others.
func TestPubMed(t *testing.T) {
	const oke = "Oke B. Sums of waves. Tidal Lett. 1950;8(2):22-30. "
	for _, tt := range []struct{ numbers, pmid, pmcid string }{
		{"PMID: 31452104; PMCID: PMC6706000.", "31452104", "PMC6706000"},
		{"pmid 31452104", "31452104", ""},
		{"[PMID:31452104]", "31452104", ""},
		{"PMCID: pmc6706000", "", "PMC6706000"},
		{"PMID: 0123456.", "", ""},
		{"PMID: 314521040000.", "", ""},
		{"", "", ""},
	} {
		item := Parse(oke + tt.numbers)
		if item.PMID != tt.pmid || item.PMCID != tt.pmcid || item.Page != "22-30" || item.Title != "Sums of waves" {
			t.Errorf("%q: %+v", tt.numbers, item)
		}
	}
}
