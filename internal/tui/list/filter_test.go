package list

import (
	"maps"
	"slices"
	"testing"

	"etal/internal/library"
	"etal/internal/safe"
)

// TestFilterFolds checks that neither case nor the letters of a language hide an article, and
// that the matched letters are those of the title.
func TestFilterFolds(t *testing.T) {
	for _, tt := range []struct {
		pattern, title, author string
		matched                []int // runes of the title; nil is none, for it was found by its author
		found                  bool
	}{
		{"oye", "Tides at Øye", "", []int{9, 10, 11}, true},
		{"ØYE", "Tides at Oye", "", []int{9, 10, 11}, true},
		{"ae", "Ærø", "", []int{0}, true},
		{"ro", "Ærø", "", []int{1, 2}, true},
		{"eleve", "E\u0301lève", "", []int{0, 2, 3, 4, 5}, true},
		{"it's", "It’s late", "", []int{0, 1, 2, 3}, true},
		{"ost gard", "Waves", "A. Østgård", nil, true},
		{"oyez", "Tides at Øye", "", nil, false},
	} {
		it := item{entry: &library.Entry{}, title: safe.Line(tt.title)}
		if tt.author != "" {
			it.authors = []safe.Text{safe.Line(tt.author)}
		}
		got := filter([]item{it}, tt.pattern)
		if len(got) > 0 != tt.found {
			t.Errorf("%q is found: %v, want %v", tt.pattern, len(got) > 0, tt.found)
			continue
		}
		if tt.found {
			if matched := slices.Sorted(maps.Keys(got[0].runes)); !slices.Equal(matched, tt.matched) {
				t.Errorf("%q in %q: %v, want %v", tt.pattern, tt.title, matched, tt.matched)
			}
		}
	}
}
