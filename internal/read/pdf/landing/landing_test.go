package landing

import (
	"math"
	"testing"

	"etal/internal/article"
)

// blocks is a page with things of all kinds, and one with a picture above its caption.
var blocks = []Block{
	{Page: 1, Left: 40, Right: 300, Top: 100, Kind: article.Section, Texts: []string{"2.1 The tides of the moon"}},
	{Page: 1, Left: 40, Right: 300, Top: 120},
	{Page: 1, Left: 140, Right: 300, Top: 200, Kind: article.Equation, Texts: []string{"(3)", "x = 1", "(4)"}},
	{Page: 1, Left: 40, Right: 300, Top: 230},
	{Page: 1, Left: 40, Right: 300, Top: 300, Kind: article.Section, Texts: []string{"Lemma 5. The moon is far"}},
	{Page: 1, Left: 40, Right: 300, Top: 360, Kind: article.Section, Texts: []string{"Conclusions"}},
	{Page: 1, Left: 340, Right: 600, Top: 100, Kind: article.Section, Texts: []string{"3 The sun"}},
	{Page: 2, Left: 40, Right: 300, Top: 90},
	{Page: 2, Left: 40, Right: 300, Top: 400, Kind: article.Figure, Texts: []string{"Figure 3. A harbour"}},
	{Page: 2, Left: 40, Right: 300, Top: 440},
	{Page: 2, Left: 40, Right: 300, Top: 600, Kind: article.Table, Texts: []string{"Table II. Harbours"}},
	{Page: 2, Left: 40, Right: 300, Top: 700, Kind: article.Section, Texts: []string{"Appendix A: Proofs"}},
}

func TestFind(t *testing.T) {
	nan := math.NaN()
	for _, tt := range []struct {
		link Link
		want int
	}{
		{Link{"2.1", 1, 40, 95}, 0}, {Link{"Section 2.1", 1, 40, 95}, 0}, {Link{"§2.1", 1, 40, 95}, 0}, {Link{"2.1 The tides of the moon", 1, nan, 95}, 0},
		{Link{"(3)", 1, 40, 180}, 2}, {Link{"4", 1, 40, 180}, 2}, {Link{"Eq. (4)", 1, 40, 180}, 2}, {Link{"Figure 3", 1, 40, 180}, -1},
		{Link{"5", 1, 40, 295}, 4}, {Link{"Lemma 5", 1, 40, 295}, 4}, {Link{"3", 1, 340, 95}, 6}, {Link{"3", 1, 40, 95}, -1},
		{Link{"3", 2, 40, 120}, 8}, {Link{"3b", 2, 40, 120}, 8}, {Link{"Figure 3", 2, 40, 120}, 8}, {Link{"Table 3", 2, 40, 120}, -1}, {Link{"3", 2, 40, 60}, -1},
		{Link{"Fig 5.", 2, 40, 120}, -1}, {Link{"Fig 5", 1, 40, 350}, -1}, {Link{"Table II", 2, 40, 590}, 10}, {Link{"II", 2, 40, 590}, 10}, {Link{"Appendix A", 2, 40, 690}, 11}, {Link{"A", 2, 40, 690}, 11},
		{Link{"Conclusions", 1, 40, 350}, 5}, {Link{"see below", 1, 40, 350}, 5}, {Link{"left panel", 2, 40, 120}, 8}, {Link{"see below", 1, 40, 240}, -1}, {Link{",²", 1, 40, 350}, -1}, {Link{"see below", 9, 40, 240}, -1},
	} {
		if got := Find([]Link{tt.link}, blocks)[0]; got != tt.want {
			t.Errorf("%+v leads to %d, want %d", tt.link, got, tt.want)
		}
	}
}

// Links whose texts tell nothing are believed where those that tell something agree, as far from their points.
func TestBelief(t *testing.T) {
	section, wrong := Link{"2.1", 1, 40, 95}, Link{"7", 1, 40, 95}
	near, far, picture := Link{"there", 1, 40, 355}, Link{"there", 1, 40, 335}, Link{"there", 2, 40, 120}
	for _, tt := range []struct {
		name  string
		links []Link
		want  []int
	}{
		{"alone", []Link{far}, []int{5}},
		{"as far as another", []Link{near, section}, []int{5, 0}},
		{"farther than another", []Link{far, section}, []int{-1, 0}},
		{"a picture", []Link{picture, section}, []int{8, 0}},
		{"against the text", []Link{near, wrong, section}, []int{-1, -1, 0}},
		{"one of many against the text", []Link{near, wrong, section, section, section, section, section, section}, []int{5, -1, 0, 0, 0, 0, 0, 0}},
	} {
		for i, got := range Find(tt.links, blocks) {
			if got != tt.want[i] {
				t.Errorf("%s: link %d leads to %d, want %d", tt.name, i, got, tt.want[i])
			}
		}
	}
}

func TestIsStatement(t *testing.T) {
	for text, want := range map[string]bool{"Theorem 2 (Moon). Tides": true, "Lemma A.1. Tides": true, "Algorithm 1 Tides": true, "Theorem of the moon": false, "The Lemma 2": false, "Theorems 2 and 3": false} {
		if IsStatement(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
