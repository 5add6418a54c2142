package bib

import (
	"encoding/json"
	"testing"
)

func TestPrint(t *testing.T) {
	for _, tt := range []struct{ name, item, want string }{
		{"article", `{"type":"article-journal","author":[{"family":"Okoro","given":"Beatrice C."},{"family":"Linden","given":"Jean-Pierre","non-dropping-particle":"van der"}],"issued":{"date-parts":[[2014,3]]},"year-suffix":"b","title":"Slow waves","container-title":"J. Waves","volume":"12","issue":"3","page":"45-67","DOI":"10.5555/j"}`,
			"Okoro, B. C., & van der Linden, J.-P. (2014b). Slow waves. *J. Waves*, 12(3), 45–67. <https://doi.org/10.5555/j>"},
		{"book", `{"type":"book","author":[{"family":"Li","given":"WX","suffix":"Jr."}],"issued":{"date-parts":[[1999]]},"title":"Nets?","edition":"2","publisher":"Harbour Press","publisher-place":"Lund"}`,
			"Li, W. X., Jr. (1999). *Nets?* (2nd ed.). Lund: Harbour Press."},
		{"chapter", `{"type":"chapter","author":[{"family":"Li","given":"W."}],"editor":[{"family":"Cruz","given":"Ana"},{"family":"Ito","given":"K."}],"issued":{"date-parts":[[1999]]},"title":"Nets","container-title":"Book of Nets","page":"3-9","publisher":"Harbour Press"}`,
			"Li, W. (1999). Nets. In A. Cruz & K. Ito (Eds.), *Book of Nets* (pp. 3–9). Harbour Press."},
		{"edited book", `{"type":"book","editor":[{"family":"Cruz","given":"Ana"}],"issued":{"literal":"in press"},"title":"Nets"}`, "Cruz, A. (Ed.). (in press). *Nets*."},
		{"web page", `{"type":"webpage","author":[{"literal":"World Sleep Organization"}],"issued":{"date-parts":[[2020,7,3]]},"title":"Facts","URL":"https://example.org/a b"}`,
			"World Sleep Organization. (2020, July 3). *Facts*. <https://example.org/a%20b>"},
		{"no authors", `{"type":"article-journal","title":"Nets","container-title":"Waves"}`, "Nets. (n.d.). *Waves*."},
		{"preprint", `{"type":"article","author":[{"family":"Li"},{"literal":"others"}],"issued":{"date-parts":[[2020]]},"title":"Nets","number":"arXiv:1401.01234"}`, "Li, et al. (2020). *Nets*. arXiv:1401.01234."},
		{"thesis", `{"type":"thesis","author":[{"family":"Li","given":"伟"}],"issued":{"date-parts":[[2020]]},"title":"Nets","genre":"PhD thesis","publisher":"University of Lund"}`, "Li, 伟. (2020). *Nets* [PhD thesis]. University of Lund."},
		{"translated book", `{"type":"book","author":[{"family":"Prust","given":"Marcel"}],"translator":[{"family":"Ito","given":"C. K."},{"literal":"others"}],"issued":{"date-parts":[[1990]]},"title":"Lost hours","edition":"2","publisher":"Quay"}`,
			"Prust, M. (1990). *Lost hours* (C. K. Ito et al., Trans.; 2nd ed.). Quay."},
		{"book with an editor beside its author", `{"type":"book","author":[{"family":"Li"}],"editor":[{"family":"Cruz","given":"Ana"}],"title":"Nets"}`, "Li. (n.d.). *Nets* (A. Cruz, Ed.)."},
		{"translated chapter", `{"type":"chapter","author":[{"family":"Li"}],"translator":[{"family":"Ito","given":"K."}],"title":"Nets","container-title":"Waves"}`, "Li. (n.d.). Nets (K. Ito, Trans.). In *Waves*."},
		{"software", `{"type":"software","author":[{"literal":"Tide Group"}],"title":"Tidecount"}`, "Tide Group. (n.d.). *Tidecount* [Computer software]."},
		{"data", `{"type":"dataset","title":"Tides"}`, "*Tides* [Data set]. (n.d.)."},
		{"an article of a genre", `{"type":"article-journal","author":[{"family":"Li"}],"title":"Nets","container-title":"Waves","genre":"Journal Article"}`, "Li. (n.d.). Nets. *Waves*."},
		{"nothing", `{}`, "(n.d.)."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var item Item
			if err := json.Unmarshal([]byte(tt.item), &item); err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, r := range item.Print() {
				got += []string{r.Text, "*" + r.Text + "*", "<" + r.Text + ">"}[r.Style]
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// What an item has beside its fields is printed as well: the version, and when a work appeared first.
func TestPrintVariables(t *testing.T) {
	item := Item{Type: "software", Author: []Name{{Family: "Okoro", Given: "Ada"}}, Title: "Tidecount", Issued: &Date{Parts: [][]int{{2021}}}}
	item.AddText("version", "2.1.0")
	item.AddDate("original-date", &Date{Parts: [][]int{{1913}}})
	if got := item.Text(); got != "Okoro, A. (2021). Tidecount (Version 2.1.0) [Computer software]. (Original work published 1913)" {
		t.Error(got)
	}
}
