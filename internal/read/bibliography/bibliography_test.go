package bibliography

import (
	"testing"

	"etal/internal/bib"
	"etal/internal/safe"
)

func TestRead(t *testing.T) {
	works := []bib.Item{
		{ID: "oke", Type: "book", Author: []bib.Name{{Family: "Oke", Given: "B."}}, Issued: &bib.Date{Parts: [][]int{{1950}}}, Title: "Wheels that *reckon*"},
		{ID: "lind", Type: "article-journal", Title: "Sums", ContainerTitle: "Tidal Letters", DOI: "10.5555/tl_1"},
	}
	draft := Read(safe.Line("works"), works).Draft()
	const want = "# works\n\n## References\n\nOke, B. (1950). *Wheels that \\*reckon*\\*.\n\nSums. (n.d.). *Tidal Letters*. https://doi.org/10.5555/tl_1\n"
	if got := draft.Body.String(); got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	if !draft.CitationsMarked || draft.Title.String() != "works" || len(draft.References) != len(works) {
		t.Errorf("%+v", draft)
	}
	for i, r := range draft.References {
		if r.Item.ID != works[i].ID {
			t.Errorf("reference %d is %q, want %q", r.Number, r.Item.ID, works[i].ID)
		}
	}
}
