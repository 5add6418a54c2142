package layout

import (
	"strings"
	"testing"
)

func TestHaveEvenSteps(t *testing.T) {
	for _, tt := range []struct {
		numbers string
		want    bool
	}{
		{"0 10 20 30", true},
		{"0.1 0.2 0.3 0.4", true},
		{"-2 -1 0 1 2", true},
		{"−2 −1 0 1 2", true},
		{"1 2 3", false},
		{"1 2 3 5", false},
		{"4 3 2 1", false},
		{"1 1 1 1", false},
		{"1 2 3 tides", false},
		{"1 2 NaN NaN", false},
		{"1 2 Inf Inf", false},
		{"1 2 1e400 1e400", false},
	} {
		var lines []Line
		for _, n := range strings.Fields(tt.numbers) {
			lines = append(lines, set(n, 10, 0, 0))
		}
		if got := HaveEvenSteps(lines); got != tt.want {
			t.Errorf("%s: %v", tt.numbers, got)
		}
	}
}
