package cite

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

// alike returns a list of works by one author in one year.
func alike(n int) []article.Reference {
	var list []article.Reference
	for i := 1; i <= n; i++ {
		list = append(list, article.Reference{Number: i, Text: safe.New(fmt.Sprintf("Smith, J. (2019). Nets and waves, part %d. J. Waves, 1, %d.", i, i))})
	}
	return list
}

// TestLimits holds that what marks name together stays within bounds, whatever the list.
func TestLimits(t *testing.T) {
	tests := []struct {
		name, text string
		list       []article.Reference
		most       int // references named by one mark
		all        int // by all marks
	}{
		{"works alike", strings.Repeat("So (Smith, 2019) held. ", 50), alike(500), maxAlike, 50 * maxAlike},
		{"works alike, by letters", "So (Smith, 2019a, b, c) held.", alike(20), 3, 3},
		{"years of one author in one pair of parentheses", "So it was held (Smith, " + strings.Repeat("2019, ", 500) + "2019).", alike(1), MaxRange + 1, MaxRange + 1},
		{"ranges", strings.Repeat("So [1-200] held. ", 3000), upTo(200), 200, maxNamed},
		{"ranges in parentheses", strings.Repeat("So it was held (1-200). ", 3000), upTo(200), 200, maxNamed + 200},
		{"ranges that nobody writes", strings.Repeat("So [1-99999999] held. ", 100), upTo(200), 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			most, all := 0, 0
			for _, c := range Find(tt.text, []article.Span{{End: len(tt.text)}}, tt.list) {
				most = max(most, len(c.Candidates()))
				all += len(c.Candidates())
			}
			if most != tt.most || all > tt.all || tt.most > 0 && all == 0 {
				t.Errorf("one mark names %d, want %d; all name %d, at most %d", most, tt.most, all, tt.all)
			}
		})
	}
}

// TestTried holds that a list is not held against each year of a text as a whole.
func TestTried(t *testing.T) {
	var list []article.Reference
	for i := 1; i <= 600; i++ {
		list = append(list, article.Reference{Number: i, Text: safe.New(fmt.Sprintf("Smith%c%c, J. (2019). Nets. J. Waves, 1, %d.", 'a'+i%26, 'a'+i/26%26, i))})
	}
	a := newAuthorYears(list)
	text := strings.Repeat("So (Smithbb, 2019) held, and Smithcd (2019) did. ", 100)
	found := a.find(text, []article.Span{{End: len(text)}})
	if len(found) != 200 || a.tried > 400 {
		t.Errorf("%d found by holding %d works against the text", len(found), a.tried)
	}
	a.tried = maxTried
	if found := a.find(text, []article.Span{{End: len(text)}}); namesAny(found) {
		t.Errorf("%d found beyond the bound", len(found))
	}
}
