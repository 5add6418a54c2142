package cli

import (
	"os"
	"strings"
	"testing"
)

// environment returns a getenv for NAME=value words.
func environment(words string) func(string) string {
	return func(name string) string {
		for _, w := range strings.Fields(words) {
			if value, ok := strings.CutPrefix(w, name+"="); ok {
				return value
			}
		}
		return ""
	}
}

func TestLinks(t *testing.T) {
	tests := []struct {
		environment string
		flag        string
		terminal    bool
		want        bool
	}{
		{"TERM=xterm-256color", "auto", true, false},
		{"TERM=xterm-256color VTE_VERSION=7600", "auto", true, true},
		{"TERM=xterm-256color VTE_VERSION=7600", "auto", false, false},
		{"TERM=xterm-256color VTE_VERSION=5000", "auto", true, false},
		{"TERM=xterm-256color VTE_VERSION=7600 NO_HYPERLINKS=1", "auto", true, false},
		{"TERM=xterm-256color NO_HYPERLINKS=1", "always", true, true},
		{"TERM=xterm-kitty", "never", true, false},
		{"", "always", false, true},
		{"TERM=xterm-kitty", "auto", true, true},
		{"TERM=foot", "auto", true, true},
		{"TERM=foot-extra", "auto", true, true},
		{"TERM=footling", "auto", true, false},
		{"TERM=xterm-256color TERM_PROGRAM=WezTerm", "auto", true, true},
		{"TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", "auto", true, false},
		{"TERM=xterm-256color WT_SESSION=a", "auto", true, true},
		{"TERM=tmux-256color TMUX=a TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.3a KITTY_WINDOW_ID=1", "auto", true, false},
		{"TERM=tmux-256color TMUX=a TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.4", "auto", true, true},
		{"TERM=tmux-256color TMUX=a TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=next-3.6", "auto", true, false},
		{"TERM=screen-256color KITTY_WINDOW_ID=1", "auto", true, false},
		{"TERM=xterm-256color FORCE_HYPERLINK=1", "auto", true, true},
		{"TERM=xterm-kitty FORCE_HYPERLINK=0", "auto", true, false},
		{"TERM=dumb FORCE_HYPERLINK=1", "auto", true, false},
		{"TERM=linux VTE_VERSION=7600", "auto", true, false},
	}
	for _, tt := range tests {
		e := env{getenv: environment(tt.environment)}
		if tt.terminal {
			e.tty = os.Stdout // any file: only nil or not matters
		}
		l := look{color: "auto", hyperlinks: tt.flag}
		if got := l.links(e); got != tt.want {
			t.Errorf("%s, --hyperlinks %s, terminal %t: %t, want %t", tt.environment, tt.flag, tt.terminal, got, tt.want)
		}
	}
}
