package pdf

import (
	"testing"

	"etal/internal/doc"
)

// A name that a line's end divides, which is two links, is one mark with its year.
func TestDividedMark(t *testing.T) {
	to := func(s string) doc.Inline {
		in := doc.Text(s)
		in.To = &doc.Citation{References: []int{3}}
		return in
	}
	text := joinMarks([]doc.Inline{doc.Text("as "), to("Erd"), to("mann"), doc.Text(" ("), to("2001"), doc.Text(") says")})
	for i, in := range text[1:6] {
		if in.To != text[1].To {
			t.Errorf("%d: %q is a mark of its own", i+1, in.Text.String())
		}
	}
	if got := text[len(text)-1]; got.To != nil || got.Text.String() != " says" {
		t.Errorf("the mark ends at %q", got.Text.String())
	}
}
