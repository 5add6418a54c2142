package doc

import "testing"

func TestReplaceFormFeeds(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"moon", "moon"},
		{"moon␌sea", "moon sea"},
		{"moon\n␌sea", "moon\n|sea"},
		{"moon␌\nsea", "moon|\nsea"},
		{"moon\n␌\nsea", "moon\n|\nsea"},
		{"␌moon", "|moon"},
		{"moon␌", "moon|"},
		{"moon␌␌sea", "moon||sea"},
	} {
		if got := ReplaceFormFeeds(tt.text, "|"); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}
