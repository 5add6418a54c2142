package article

import (
	"testing"

	"etal/internal/safe"
)

func TestSlug(t *testing.T) {
	s := Slugs{}
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
		if got := s.Slug(c.title); got != c.want {
			t.Errorf("%q: %q, want %q", c.title, got, c.want)
		}
	}
}

// TestAnchor says where a link to a name leads: to its place, or else to the heading of that name.
func TestAnchor(t *testing.T) {
	a := Article{
		Anchors:  Anchors{"fig-1": 7, "How": 8},
		Headings: []Heading{{Span: Span{Start: 2}, Title: safe.New("How it works")}, {Span: Span{Start: 4}, Title: safe.New("How it works")}},
	}
	for name, want := range map[string]int{"fig-1": 7, "Fig-1": 7, "How": 8, "how-it-works": 2, "How-It-Works-1": 4, "how": -1, "how-it-works-2": -1, "": -1} {
		got, ok := a.Anchor(name)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q: %d, want %d", name, got, want)
		}
	}
}
