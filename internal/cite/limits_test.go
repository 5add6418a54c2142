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
		{"ranges", strings.Repeat("So [1-200] held. ", 3000), upTo(200), 200, 17 * 3000},
		{"ranges in parentheses", strings.Repeat("So it was held (1-200). ", 3000), upTo(200), 200, 24 * 3000},
		{"ranges that nobody writes", strings.Repeat("So [1-99999999] held. ", 100), upTo(200), 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			most, all := 0, 0
			for _, c := range found(tt.text, []article.Span{{End: len(tt.text)}}, tt.list) {
				most = max(most, len(c.Candidates()))
				all += len(c.Candidates())
			}
			if most != tt.most || all > tt.all || tt.most > 0 && all == 0 {
				t.Errorf("one mark names %d, want %d; all name %d, at most %d", most, tt.most, all, tt.all)
			}
		})
	}
}

// found returns what Find finds.
func found(body string, prose []article.Span, references []article.Reference) []article.Citation {
	citations, _ := Find(body, prose, references)
	return citations
}

// TestLeftOut checks that whatever is written out is followed, and that marks which are not are
// counted.
func TestLeftOut(t *testing.T) {
	several := func(n int) []article.Reference {
		var list []article.Reference
		for i := 1; i <= n; i++ {
			list = append(list, article.Reference{Number: i, Text: safe.New(fmt.Sprintf("Smith, J., & Moor%c%c, A. (2019). Nets. J. Waves, 1, %d.", 'a'+i%26, 'a'+i/26%26, i))})
		}
		return list
	}
	for _, tt := range []struct {
		name, text string
		list       []article.Reference
		named      int // references in all
		leftOut    bool
	}{
		{"many marks", strings.Repeat("[1, 2, 3] ", 4_000), upTo(3), 12_000, false},
		{"ranges as people write them", strings.Repeat("It was held by most [1-9]. ", 100), upTo(9), 900, false},
		{"ranges that name more than the text has bytes", strings.Repeat("[1-200] ", 1000), upTo(200), 8000, true},
		{"the same in parentheses", strings.Repeat("So (1-200) ", 1000), upTo(200), 11_000, true},
		{"works alike", strings.Repeat("So (Smith, 2019) held. ", 10), alike(5000), 10 * maxAlike, false},
		{"an author with others in one year", "So (Smith & Moorbb, 2019) held.", several(100), 1, false},
		{"an author with very many others in one year", "So (Smith & Moorbb, 2019) held.", several(600), 1, true},
		{"the same, beyond those compared", "So (Smith & Moorbb, 2019) and (Smith & Moorbz, 2019) held.", several(676), 1, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			citations, leftOut := Find(tt.text, []article.Span{{End: len(tt.text)}}, tt.list)
			named, missing := 0, 0
			for _, c := range citations {
				named += len(c.Candidates())
				missing += len(c.Missing)
			}
			if named != tt.named || leftOut > 0 != tt.leftOut || missing > 0 {
				t.Errorf("%d named, want %d; %d missing; %d marks left out", named, tt.named, missing, leftOut)
			}
		})
	}
}
