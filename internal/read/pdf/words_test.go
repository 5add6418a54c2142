package pdf

import "testing"

// The day of a PDF is that of its date, if it is one.
func TestCreated(t *testing.T) {
	for date, want := range map[string]string{
		"D:20240517102030Z": "2024-05-17", "D:20240517": "2024-05-17", "D:2024051": "", "20240517102030": "", "D:20241317102030": "", "D:19900101": "1990-01-01", "D:19890101": "", "": "",
	} {
		if got := created(date).String(); got != want {
			t.Errorf("%q: %q, want %q", date, got, want)
		}
	}
}

func TestIsWord(t *testing.T) {
	for text, want := range map[string]bool{"tides": true, "Az": true, "x1": false, "a{b": false, "a`b": false, "α": false} {
		if got := isWord(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
