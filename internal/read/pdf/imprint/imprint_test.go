package imprint

import "testing"

func TestPhrases(t *testing.T) {
	for _, tt := range []struct {
		name string
		is   func(string) bool
		yes  []string
		no   []string
	}{
		{"of authors", IsOfAuthors,
			[]string{"Corresponding author", "Correspondence: ann@example.org", "E-mail address: ann@example.org", "These authors contributed equally to this work."},
			[]string{"The correspondence of Berg and Dahl is kept in Leith.", "Supported by the pilots."}},
		{"of the paper", IsOfPaper,
			[]string{"© 2014 Berg et al.", "Manuscript received May 3, 1996", "Permission to make digital or hard copies", "Preprint submitted to Tides", "Published as an early copy, 3 May", "Tides (2014) 12, 3–9 doi: 10.5555/tides", "A. Berg and C. Dahl: both authors are with the Institute."},
			[]string{"Pilots guide ships.", "The table was received in May."}},
		{"priced", IsPriced,
			[]string{"1051–8215/97$10.00 1997 IEEE", "978-1-4503-1952-2/13/04...$15.00", "ACM 978-1-4503-1952-2/13/04."},
			[]string{"1051–8215", "A table costs $10.00.", "2010-2012/2013 were dry"}},
		{"promotion", IsPromotion, []string{"Publish with Harbour Press and every pilot can read it", "Submit your next manuscript to us"}, []string{"They publish with care."}},
		{"own citation", IsOwnCitation, []string{"Cite this article as: Berg", "How to cite this paper: Berg"}, []string{"To cite this article is to read it."}},
		{"history", IsHistory, []string{"Received 19 July 2013/20 August 2013; accepted 9 September 2013", "Manuscript received May 3, 1996; revised", "Received: 3 May 2004"},
			[]string{"Received 19 letters", "Received wisdom of 1990", "He received 3 May 2004"}},
		{"kind", IsKind, []string{"Research Article", "Original Article", "Case Report", "Short Communication", "ORIGINAL RESEARCH ARTICLE"}, []string{"Research of the tides", "Article", "A case report of the tides"}},
		{"biography", IsBiography, []string{"Ada Oke (S’87–M’91) received the B.S. degree in tides", "Bo de Lind was born in Hull in 1961.", "Ada Oke received her diploma from Leith."},
			[]string{"Oke, A. and Lind, B. received the letter.", "The author received the degree", "Oke, A. (1950). She was born in Hull."}},
		{"DOI", IsDOI, []string{"doi:10.5555/tides.1", "doi: 10.5555/tides.1"}, []string{"doi:10.5555/tides.1 Cite this", "10.5555/tides.1"}},
	} {
		for _, text := range tt.yes {
			if !tt.is(text) {
				t.Errorf("%s: not %q", tt.name, text)
			}
		}
		for _, text := range tt.no {
			if tt.is(text) {
				t.Errorf("%s: %q", tt.name, text)
			}
		}
	}
}
