package render_test

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"etal/internal/render"
	"etal/internal/theme"
)

// TestCodeLimits holds which code is highlighted, and that all of it is shown.
func TestCodeLimits(t *testing.T) {
	repeat := strings.Repeat
	for name, tt := range map[string]struct {
		text     string
		coloured bool
	}{
		"a block":                    {"```go\nfunc f() { return }\n```\n", true},
		"a hundred blocks":           {repeat("```go\nfunc f() { return }\n```\n\n", 100), true},
		"more than anybody reads":    {repeat("```go\nfunc f() { return }\n```\n\n", 1100), false},
		"a language of any length":   {"```" + repeat("x", 50_000) + "\nfunc f() { return }\n```\n", true},
		"fences in it":               {"~~~go\nfunc f() { return }\n" + repeat("`", 10_000) + "\n~~~\n", true},
		"a word that is never ended": {"```go\n" + repeat("f(", 10_000) + "\nfunc f() { return }\n```\n", true},
	} {
		t.Run(name, func(t *testing.T) {
			colours := map[string]bool{}
			shown := 0
			for _, l := range lines(render.New(readMarkdown(t, tt.text), 200, theme.New(true, termenv.ANSI256), render.Options{})) {
				if strings.Contains(l.Plain(), "func f() { return }") {
					shown++
				}
				for _, m := range sgr.FindAllString(l.Draw(nil), -1) {
					colours[m] = true
				}
			}
			if want := strings.Count(tt.text, "func f()"); shown != want {
				t.Errorf("%d lines are shown of %d", shown, want)
			}
			if got := len(colours) > 3; got != tt.coloured {
				t.Errorf("colours %v", colours)
			}
		})
	}
}
