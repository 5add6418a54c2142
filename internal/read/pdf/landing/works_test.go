package landing

import (
	"fmt"
	"math"
	"testing"

	"etal/internal/read/pdf/page"
)

// Links land at their entries, or all by as much above them, in the column of these.
func TestWorks(t *testing.T) {
	var works []Work
	for i := range 4 {
		top := 100 + 24*float64(i)
		works = append(works, Work{Page: 3, Box: page.Rect{Left: 60, Top: top, Right: 300, Bottom: top + 10}})
	}
	at := func(x float64, ys ...float64) (links []Link) {
		for _, y := range ys {
			links = append(links, Link{Page: 3, X: x, Y: y})
		}
		return links
	}
	for _, tt := range []struct {
		name  string
		links []Link
		want  string
	}{
		{"at them", at(60, 100, 124, 172), "[0 1 3]"},
		{"all above them", at(60, 90, 114, 162), "[0 1 3]"},
		{"one between", at(60, 100, 124, 136), "[0 1 -1]"},
		{"without the place across", at(math.NaN(), 100), "[0]"},
		{"in another column", at(320, 100), "[-1]"},
		{"far before", at(60, 20), "[-1]"},
		{"on another page", []Link{{Page: 2, X: 60, Y: 100}}, "[-1]"},
	} {
		if got := fmt.Sprint(Works(tt.links, works)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
