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
