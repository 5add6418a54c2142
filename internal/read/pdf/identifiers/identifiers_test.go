package identifiers

import (
	"fmt"
	"testing"

	"etal/internal/doc"
)

// What a file tells comes first; rows of a page tell a DOI if there is but one, and arXiv's stamp.
func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name       string
		told, page []string
		want       string
	}{
		{"told", []string{"doi:10.5555/a"}, []string{"https://doi.org/10.5555/b"}, "[doi:10.5555/a]"},
		{"on the page", nil, []string{"Tides", "https://doi.org/10.5555/b"}, "[doi:10.5555/b]"},
		{"twice", nil, []string{"doi:10.5555/b and 10.5555/B"}, "[doi:10.5555/b]"},
		{"two of them", nil, []string{"doi:10.5555/b", "doi:10.5555/c"}, "[]"},
		{"one that may go on in the next row", nil, []string{"doi:10.5555/tides-", "and.b"}, "[]"},
		{"one that ends with its row in a full stop", nil, []string{"doi:10.5555/tides.", "2001"}, "[]"},
		{"one before a full stop", nil, []string{"See doi:10.5555/tides. It rises"}, "[doi:10.5555/tides]"},
		{"arXiv's stamp", nil, []string{" arXiv:1706.03762v5 [cs.CL] 6 Dec 2017 "}, "[arxiv:1706.03762v5]"},
		{"both", []string{"10.5555/a"}, []string{"arXiv:1706.03762v5 [cs.CL] 6 Dec 2017"}, "[doi:10.5555/a arxiv:1706.03762v5]"},
		{"a work of arXiv that is cited", nil, []string{"See arXiv:1706.03762v5 [cs.CL]"}, "[]"},
		{"nothing", nil, []string{"", "Tides"}, "[]"},
	} {
		var m doc.Meta
		Find(&m, tt.told, tt.page)
		if got := fmt.Sprint(m.IDs); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
