package dom

import "testing"

func TestFirstTags(t *testing.T) {
	for _, tt := range []struct {
		page string
		most int
		want string
	}{
		{"<p>a</p>b", 2, "<p>a</p>b"}, {"<p>a</p>b<p>c", 2, "<p>a</p>b"}, {"<p>a</p>b<p>c", 1, "<p>a"}, {"a<p>", 0, "a"}, {"a", 0, "a"}, {"", 3, ""},
	} {
		if got := firstTags(tt.page, tt.most); got != tt.want {
			t.Errorf("%d tags of %s are %s", tt.most, tt.page, got)
		}
	}
}
