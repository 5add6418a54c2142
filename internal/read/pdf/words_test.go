package pdf

import "testing"

func TestIsWord(t *testing.T) {
	for text, want := range map[string]bool{"tides": true, "Az": true, "x1": false, "a{b": false, "a`b": false, "α": false} {
		if got := isWord(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
