package namelist

import (
	"testing"

	"etal/internal/bib/refstring/token"
)

// TestEveryEnd checks that a reference may end behind any of its tokens: what is read lies within them.
func TestEveryEnd(t *testing.T) {
	for _, tt := range bylineTests {
		tokens := token.Split(tt.in)
		for end := range len(tokens) + 1 {
			for start := range end + 1 {
				if start > 3 {
					break
				}
				if _, stop := ReadByline(tokens[:end:end], start); stop < start || stop > end {
					t.Errorf("%s: tokens %d to %d end at %d", tt.in, start, end, stop)
				}
			}
			if after, ok := EditorMark(tokens[:end:end], end/2); after > end || ok && after <= end/2 {
				t.Errorf("%s: a mark in %d tokens ends at %d", tt.in, end, after)
			}
		}
	}
}

// TestIsInDate tells months that are part of a date from those that are given names.
func TestIsInDate(t *testing.T) {
	for in, want := range map[string]bool{
		"March 2014": true, "5 March": true, "5 March Okoro": true, "March": true, "March, 2014": true, "March–April 2014": true, "March. 2014": true,
		"March Okoro": false, "Okoro March Linden": false, "March, Okoro": false, "Okoro, March. Waves": false,
	} {
		p := parser{t: token.Split(in)}
		i := 0
		for !p.t.IsMonth(i) {
			i++
		}
		if got := p.isInDate(i); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}
