package article

import (
	"strconv"
	"testing"

	"etal/internal/safe"
)

// A source of five pages: the third holds a picture only, and notes of the second follow the text.
var pages = Pages{{0, 1, safe.Line("iv")}, {10, 2, safe.Line("5")}, {30, 4, safe.Line("1")}, {50, 5, safe.Line("2")}, {70, 2, safe.Line("5")}, {80, 5, safe.Line("2")}}

func TestPageAt(t *testing.T) {
	for _, tt := range []struct {
		offset int
		want   string // its name and number
	}{{0, "iv 1"}, {9, "iv 1"}, {10, "5 2"}, {29, "5 2"}, {30, "1 4"}, {69, "2 5"}, {75, "5 2"}, {80, "2 5"}, {1000, "2 5"}} {
		p, ok := pages.At(tt.offset)
		if got := p.Name() + " " + strconv.Itoa(p.Number); !ok || got != tt.want {
			t.Errorf("at %d is page %s, want %s", tt.offset, got, tt.want)
		}
	}
	if p, ok := pages[1:].At(9); ok {
		t.Errorf("before the first page is page %v", p)
	}
}

func TestPageNamed(t *testing.T) {
	for _, tt := range []struct {
		label string
		start int
	}{{"5", 10}, {"1", 30}, {"2", 50}, {"3", 30}, {"4", 30}, {"6", -1}, {"0", -1}, {"iv", 0}, {"IV", 0}, {"v", -1}, {"", -1}} {
		p, ok := pages.Named(tt.label)
		if !ok {
			p.Start = -1
		}
		if p.Start != tt.start {
			t.Errorf("page %q begins at %d, want %d", tt.label, p.Start, tt.start)
		}
	}
	plain := Pages{{0, 1, safe.Text{}}, {7, 2, safe.Text{}}, {9, 1, safe.Text{}}}
	if p, ok := plain.Named("1"); !ok || p.Start != 0 || p.Name() != "1" || plain.Count() != 2 {
		t.Errorf("page 1 of %d is %v", plain.Count(), p)
	}
	if n := pages.Count(); n != 5 {
		t.Errorf("%d pages", n)
	}
}
