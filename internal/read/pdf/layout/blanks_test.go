package layout

import (
	"math"
	"testing"
)

func TestBlanks(t *testing.T) {
	for _, tt := range []struct {
		distance, pitch float64
		want            int
	}{
		{0, 5, 0}, {-20, 5, 0}, {5, 5, 1}, {7, 5, 1}, {8, 5, 2}, {500, 5, 100},
		{1000, 5, 200}, {1e9, 5, 200}, {20, 1e-9, 200}, {math.Inf(1), 5, 200}, {5, 0, 200}, {0, 0, 0}, {math.NaN(), 5, 0},
	} {
		if got := Blanks(tt.distance, tt.pitch); len(got) != tt.want {
			t.Errorf("%v at %v: %d, want %d", tt.distance, tt.pitch, len(got), tt.want)
		}
	}
}
