package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/lint"
	"etal/internal/read"
)

// longReview is an article whose 300 references have only text, each cited once.
func longReview() []byte {
	var text, list strings.Builder
	for i := range 300 {
		name := fmt.Sprintf("Oke%c%c", 'a'+i/26, 'a'+i%26)
		fmt.Fprintf(&text, "The moon raises the water (%s, %d). ", name, 1950+i%70)
		fmt.Fprintf(&list, "%s, B., & Lind, C. (%d). Wheels of the north, part %d. Tides, 1(2), %d.\n\n", name, 1950+i%70, i, i)
	}
	return []byte("# Tides\n\n" + text.String() + "\n\n## References\n\n" + list.String())
}

// An article is read, checked, and its references listed: most of the time goes into parsing
// the references, which is done once.
func BenchmarkReadCheckList(b *testing.B) {
	source := longReview()
	for b.Loop() {
		a, err := read.Read("review.md", source)
		if err != nil || len(a.References) != 300 {
			b.Fatal(len(a.References), err)
		}
		lint.Check(a)
		for _, r := range a.References {
			r.Entry()
		}
	}
}
