package cli

import "testing"

func TestSetsBidi(t *testing.T) {
	for _, tt := range []struct {
		env  map[string]string
		want bool
	}{
		{map[string]string{}, false},
		{map[string]string{"VTE_VERSION": "5800"}, true},
		{map[string]string{"VTE_VERSION": "5799"}, false},
		{map[string]string{"VTE_VERSION": "x"}, false},
		{map[string]string{"KONSOLE_VERSION": "230800"}, true},
		{map[string]string{"TERM": "mlterm-256color"}, true},
		{map[string]string{"TERM": "xterm-kitty"}, false},
		{map[string]string{"TERM_PROGRAM": "Apple_Terminal"}, true},
		{map[string]string{"TERM": "tmux-256color", "VTE_VERSION": "7600"}, false},
		{map[string]string{"TMUX": "/tmp/t", "KONSOLE_VERSION": "1"}, false},
		{map[string]string{"STY": "1", "VTE_VERSION": "7600"}, false},
		{map[string]string{"TERM": "screen", "VTE_VERSION": "7600"}, false},
	} {
		if got := setsBidi(func(name string) string { return tt.env[name] }); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.env, got, tt.want)
		}
	}
}
