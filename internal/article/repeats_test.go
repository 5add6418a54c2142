package article

import (
	"strings"
	"testing"

	"etal/internal/safe"
)

// TestRepeatsAuthor holds which entries have the author of the one before.
func TestRepeatsAuthor(t *testing.T) {
	entries := []string{
		"Lind, C. (1999). Waves. Water, 1, 2–3.",
		"———. (2000). Tides. Water, 2, 4–5.",
		"---. (2001). Moons. Water, 3, 6–7.",
		"--, 2002: Stars. Water, 4, 8–9.",
	}
	body := safe.New(strings.Join(entries, "\n"))
	var list []Reference
	start := 0
	for i, e := range entries {
		list = append(list, Reference{Span: Span{Start: start, End: start + len(e)}, Number: i + 1, Text: safe.New(e)})
		start += len(e) + 1
	}
	ShareFields(body, list)
	for i, want := range []string{"Lind", "Lind", "Lind", ""} {
		got := ""
		if authors := list[i].Fields().Author; len(authors) > 0 {
			got = authors[0].Family
		}
		if got != want {
			t.Errorf("%s: author %q, want %q", entries[i], got, want)
		}
	}
}
