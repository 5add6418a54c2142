package terminal

import (
	"encoding/base64"
	"strings"
	"testing"

	"etal/internal/safe"
)

func environment(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestClipboardSequence(t *testing.T) {
	text := safe.New("a\nb\x1b]52;c;eA==\a")
	payload := base64.StdEncoding.EncodeToString([]byte("a\nb␛]52;c;eA==␇"))
	osc := "\x1b]52;c;" + payload + "\a"
	for _, c := range []struct {
		name   string
		getenv func(string) string
		want   string
	}{
		{"plain", environment("TERM", "xterm-256color"), osc},
		{"tmux", environment("TERM", "screen-256color", "TMUX", "/tmp/tmux,1,0"), osc + "\x1bPtmux;\x1b" + osc + "\x1b\\"},
		{"screen", environment("TERM", "screen"), "\x1bP" + osc + "\x1b\\"},
	} {
		if got, err := clipboardSequence(text, c.getenv); err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	long := safe.New(strings.Repeat("a", maxCopied))
	got, err := clipboardSequence(long, environment("TERM", "screen"))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.SplitAfter(got, "\x1b\\") {
		if len(part) > screenChunk+4 {
			t.Errorf("screen is sent %d bytes at once", len(part))
		}
	}
	if _, err := clipboardSequence(safe.New(long.String()+"a"), environment()); err == nil {
		t.Error("no error for a text that is too long")
	}
}

func TestClipboardPrograms(t *testing.T) {
	for _, c := range []struct {
		system string
		getenv func(string) string
		want   string
	}{
		{"darwin", environment(), "pbcopy"},
		{"windows", environment(), "clip"},
		{"linux", environment(), ""},
		{"linux", environment("DISPLAY", ":0"), "xclip xsel"},
		{"freebsd", environment("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0"), "wl-copy xclip xsel"},
	} {
		var names []string
		for _, words := range clipboardPrograms(c.system, c.getenv) {
			names = append(names, words[0])
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.system, got, c.want)
		}
	}
}
