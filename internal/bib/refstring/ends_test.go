package refstring

import (
	"strings"
	"testing"
)

// TestEveryEnd checks that a reference may end behind any of its words: nothing is read beyond it, and no
// field has more than was printed.
func TestEveryEnd(t *testing.T) {
	for _, tt := range parseTests {
		words := strings.Fields(tt.in)
		for end := range words {
			text := strings.Join(words[:end], " ")
			item := Parse(text)
			for _, field := range []string{item.Title, item.ContainerTitle, item.Publisher, item.PublisherPlace, item.Volume, item.Issue} {
				if len(field) > len(text) {
					t.Errorf("%s: %q", text, field)
				}
			}
		}
	}
}
