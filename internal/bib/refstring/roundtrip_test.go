package refstring

import (
	"encoding/json"
	"testing"

	"etal/internal/bib"
)

// TestPrintIsParsed holds that a printed reference gives the fields back.
func TestPrintIsParsed(t *testing.T) {
	for _, want := range []string{
		`{"type":"article-journal","author":[{"family":"Okoro","given":"B. C."},{"family":"Linden","given":"J.-P.","non-dropping-particle":"van der"}],"issued":{"date-parts":[[2014]]},"title":"Slow waves in sleeping cities","container-title":"Journal of Waves","volume":"12","issue":"3","page":"45-67","DOI":"10.5555/j"}`,
		`{"type":"book","author":[{"family":"Li","given":"W. X."}],"issued":{"date-parts":[[1999]]},"title":"Nets and waves","publisher":"Harbour Press","publisher-place":"Lund"}`,
		`{"type":"chapter","author":[{"family":"Li","given":"W."}],"editor":[{"family":"Cruz","given":"A."},{"family":"Ito","given":"K."}],"issued":{"date-parts":[[1999]]},"title":"Nets that hold","container-title":"Book of Nets","page":"3-9","publisher":"Harbour Press"}`,
		`{"type":"webpage","author":[{"literal":"World Sleep Organization"}],"issued":{"date-parts":[[2020,7,3]]},"title":"Facts of sleep","URL":"https://example.org/a"}`,
		`{"type":"article","author":[{"family":"Li","given":"W."}],"issued":{"date-parts":[[2020]]},"title":"Nets that hold","number":"arXiv:1401.01234"}`,
	} {
		var item bib.Item
		if err := json.Unmarshal([]byte(want), &item); err != nil {
			t.Fatal(err)
		}
		if got, _ := json.Marshal(Parse(item.Text())); string(got) != want {
			t.Errorf("%s\ngot  %s\nwant %s", item.Text(), got, want)
		}
	}
}
