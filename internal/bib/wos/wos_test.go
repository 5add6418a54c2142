package wos

import (
	"encoding/json"
	"testing"
)

// The persons and works are invented.
var readTests = []struct{ name, in, want string }{
	{"an article", "FN Web of Science\nVR 1.0\nPT J\nAU Wren, A\n   Oke, B\nAF Wren, Anna\n   Oke, Ben\nCA Tide Grp\nTI Tides in a harbour that is\n   long\nSO TIDAL LETTERS\nJI Tidal Lett.\nLA English\nDT Article\nDE tides; harbours\nAB It rises.\nSN 1234-5678\nPD FEB 3\nPY 2001\nVL 7\nIS 2\nBP 22\nEP 30\nDI 10.5555/tl.7\nPM 123\nUT WOS:1\nER\n\nEF\n",
		`[{"type":"article-journal","author":[{"family":"Wren","given":"Anna"},{"family":"Oke","given":"Ben"},{"literal":"Tide Grp"}],"issued":{"date-parts":[[2001,2,3]]},"title":"Tides in a harbour that is long","container-title":"TIDAL LETTERS","volume":"7","issue":"2","page":"22-30","PMID":"123","DOI":"10.5555/tl.7","ISSN":"1234-5678","container-title-short":"Tidal Lett.","language":"English","abstract":"It rises.","archive_location":"WOS:1","archive":"Web of Science","keyword":"tides, harbours"}]`},
	{"a paper, a chapter, a book, a patent and an article without pages", "PT C\nAU Wren, A\nTI Nets\nSO PROC\nCT Conference on Nets\nCY 2001\nCL Lund\nER\nPT S\nAU Oke, B\nTI Nets\nSO BOOK\nBN 978-3-16-148410-0\nER\nPT B\nBA Oke, B\nSO BOOK\nPG 300\nER\nPT P\nAU Oke, B\nTI A net\nPN US1\nER\nPT J\nTI B\nAR e45\nER\n",
		`[{"type":"paper-conference","author":[{"family":"Wren","given":"A"}],"title":"Nets","container-title":"PROC","event-date":{"date-parts":[[2001]]},"event-title":"Conference on Nets","event-place":"Lund"},{"type":"chapter","author":[{"family":"Oke","given":"B"}],"title":"Nets","container-title":"BOOK","ISBN":"978-3-16-148410-0"},{"type":"book","author":[{"family":"Oke","given":"B"}],"title":"BOOK","number-of-pages":"300"},{"type":"patent","author":[{"family":"Oke","given":"B"}],"title":"A net","number":"US1"},{"type":"article-journal","title":"B","page":"e45"}]`},
}

func TestRead(t *testing.T) {
	for _, tt := range readTests {
		items, notices := Read(tt.in)
		if got, _ := json.Marshal(items); string(got) != tt.want || len(notices) > 0 {
			t.Errorf("%s: %v\n got %s\nwant %s", tt.name, notices, got, tt.want)
		}
	}
}

// TestTypes tells the type of a work by the kinds of publication and document, and by what else the record has.
func TestTypes(t *testing.T) {
	for in, want := range map[string]string{
		"PT J": "article-journal", "PT J\nDT Proceedings Paper": "article-journal", "PT S\nDT Proceedings Paper": "paper-conference", "PT C": "paper-conference", "PT P": "patent", "PT J\nDT Book Review": "review-book",
		"PT B\nDT Article; Book Chapter": "chapter", "PT B\nBP 3": "chapter", "PT B": "book", "PT B\nSO A\nBP 3": "book", "PT S\nBN 978-3-16-148410-0": "chapter", "PT S": "article-journal", "PT J\nBN 978-3-16-148410-0": "article-journal",
	} {
		items, notices := Read(in + "\nTI A\nER\n")
		if len(items) != 1 || items[0].Type != want || len(notices) > 0 {
			t.Errorf("%q: %v, %v, want the type %s", in, items, notices, want)
		}
	}
}

func TestPages(t *testing.T) {
	for in, want := range map[string]string{"BP 3\nEP 9": "3-9", "BP 3\nEP 3": "3", "BP 3": "3", "EP 9": "9", "AR e45": "e45", "BP 3\nAR e45": "3", "": ""} {
		items, _ := Read("PT J\nTI A\n" + in + "\nER\n")
		if got := items[0].Page; got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
