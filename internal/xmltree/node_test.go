package xmltree

import "testing"

// TestContentWithin holds that of a text that is too long nothing is taken, rather than a
// part.
func TestContentWithin(t *testing.T) {
	tree := &Node{Children: []*Node{{Text: " ab "}, {Name: "p", Children: []*Node{{Text: "c"}, {Text: "d\n"}}}}}
	for most, want := range map[int]string{0: "", 4: "", 5: "", 6: "", 7: "ab cd", 100: "ab cd"} {
		if got := tree.ContentWithin(most); got != want {
			t.Errorf("within %d: %q, want %q", most, got, want)
		}
	}
}
