package hyphen

import (
	"strings"
	"testing"
)

const wrapped = "the water-\nmark and a water-mark\nof the harbour-\nmaster, harbourmaster, re-\nckoned\n"

func TestJoint(t *testing.T) {
	h := Count(strings.Split(wrapped, "\n"))
	tests := []struct{ line, next, want string }{
		{"a line", "and another", "a line and another"},
		{"the reck-", "oning", "the reckoning"},
		{"the water-", "mark", "the water-mark"},
		{"the harbour-", "master", "the harbourmaster"},
		{"a self-", "made man", "a self-made man"},
		{"moon-", "related", "moon-related"},
		{"Clifton-", "Hadley", "Clifton-Hadley"},
		{"a T-", "junction", "a T-junction"},
		{"pre- and post-", "war", "pre- and postwar"},
		{"high-", "and low water", "high- and low water"},
		{"pages 12-", "19", "pages 12-19"},
		{"https://example.org/a/", "b.html", "https://example.org/a/b.html"},
		{"https://example.org/a/", "B.html", "https://example.org/a/B.html"},
		{"https://example.org/v1.", "2/b", "https://example.org/v1.2/b"},
		{"See https://example.org.", "Then go", "See https://example.org. Then go"},
		{"潮の満ち", "引き", "潮の満ち引き"},
	}
	for _, tt := range tests {
		if got := h.Joint(tt.line, tt.next) + tt.next; got != tt.want {
			t.Errorf("got  %q\nwant %q", got, tt.want)
		}
	}
}
