package markdown

import "testing"

func TestSlug(t *testing.T) {
	s := slugger{}
	for _, c := range []struct{ title, want string }{
		{"How it works", "how-it-works"},
		{"How it works", "how-it-works-1"},
		{"How it works", "how-it-works-2"},
		{"How it works-1", "how-it-works-1-1"},
		{"What's new? (2.0)", "whats-new-20"},
		{"A & B", "a--b"},
		{"snake_case, kebab-case", "snake_case-kebab-case"},
		{"Über die Größe", "über-die-größe"},
		{"方法 と 結果", "方法-と-結果"},
		{"⚡ Fast", "-fast"},
	} {
		if got := s.slug(c.title); got != c.want {
			t.Errorf("%q: %q, want %q", c.title, got, c.want)
		}
	}
}
