package terminal

import (
	"strings"
	"testing"
)

// On other systems there is always a browser.
func TestOpenWithoutBrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("BROWSER", "no-such-browser")
	d, err := NewDestination("https://example.org/paper")
	if err != nil {
		t.Fatal(err)
	}
	if commands, _ := browsers("", "x", "linux"); len(commands) == 0 {
		t.Fatal("no browser of the system")
	}
	if err := d.Open(); err == nil || !strings.Contains(err.Error(), "https://example.org/paper") {
		t.Errorf("%v, want an error with the address", err)
	}
}
