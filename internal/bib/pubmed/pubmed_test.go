package pubmed

import (
	"encoding/json"
	"testing"
)

// The persons and works are invented.
var readTests = []struct{ name, in, want string }{
	{"an article", "\nPMID- 123\nOWN - NLM\nIS  - 1234-5678 (Electronic)\nIS  - 9999-9999 (Linking)\nVI  - 7\nIP  - 2\nDP  - 2001 Feb 3\nTI  - The moon and the water: a study of\n      a harbour.\nPG  - 22-30\nLID - S1 [pii]\nLID - 10.5555/tl.7 [doi]\nAB  - It rises.\nFAU - Wren, Anna\nAU  - Wren A\nFAU - van der Berg, Jan\nAU  - van der Berg J\nCN  - Tide Group\nLA  - eng\nTA  - Tidal Lett\nJT  - Tidal letters\nPMC - PMC45\nOT  - tides\nMH  - Moon\n",
		`[{"type":"article-journal","author":[{"family":"Wren","given":"Anna"},{"family":"Berg","given":"Jan","non-dropping-particle":"van der"},{"literal":"Tide Group"}],"issued":{"date-parts":[[2001,2,3]]},"title":"The moon and the water: a study of a harbour","container-title":"Tidal letters","volume":"7","issue":"2","page":"22-30","PMID":"123","PMCID":"PMC45","DOI":"10.5555/tl.7","container-title-short":"Tidal Lett","ISSN":"1234-5678","abstract":"It rises.","language":"eng","keyword":"tides, Moon"}]`},
	{"two, the second with short names and a number for pages", "PMID- 1\nTI  - [Moon.].\nTT  - Mond.\n\nPMID- 2\nTI  - B\nAU  - Wren A\nAU  - Oke BC\nLID - e45 [pii]\nTA  - T\nDP  - 2001 Jan-Feb\n",
		`[{"type":"article-journal","title":"Moon","PMID":"1","original-title":"Mond."},{"type":"article-journal","author":[{"family":"Wren","given":"A"},{"family":"Oke","given":"BC"}],"issued":{"date-parts":[[2001,1]]},"title":"B","container-title":"T","page":"e45","PMID":"2"}]`},
	{"a book, and a chapter", "PMID- 3\nBTI - Waves\nFAU - Wren, A.\nPB  - Quay\nPL  - Hull\nISBN- 9783161484100 (print)\n\nPMID- 4\nTI  - Nets.\nBTI - Waves\nFED - Oke, B.\n",
		`[{"type":"book","author":[{"family":"Wren","given":"A."}],"title":"Waves","publisher":"Quay","publisher-place":"Hull","ISBN":"9783161484100","PMID":"3"},{"type":"chapter","editor":[{"family":"Oke","given":"B."}],"title":"Nets","container-title":"Waves","PMID":"4"}]`},
}

func TestRead(t *testing.T) {
	for _, tt := range readTests {
		items, notices := Read(tt.in)
		if got, _ := json.Marshal(items); string(got) != tt.want || len(notices) > 0 {
			t.Errorf("%s: %v\n got %s\nwant %s", tt.name, notices, got, tt.want)
		}
	}
}

func TestTitle(t *testing.T) {
	for in, want := range map[string]string{"Tides.": "Tides", "[Tides].": "Tides", "[Tides.].": "Tides", "[Tides] and more.": "[Tides] and more", "Of [tides].": "Of [tides]", "Tides?": "Tides?", "": ""} {
		if got := title(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// TestIdentifiers tells a DOI among the identifiers of an article, of which the first counts.
func TestIdentifiers(t *testing.T) {
	for in, want := range map[string]string{
		"LID - 10.5555/a [doi]\nAID - 10.5555/b [doi]": "10.5555/a/", "AID - S1 [pii]\nAID - 10.5555/b [doi]": "10.5555/b/S1", "SO  - Tides 2001. doi: 10.5555/c.": "10.5555/c/", "AID - 10.5555/d [pii]": "/10.5555/d", "LID - S1 [pii]\nLID - S2 [pii]": "/S1",
	} {
		items, _ := Read("PMID- 1\nTI  - A\n" + in + "\n")
		if got := items[0].DOI + "/" + items[0].Page; got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}
