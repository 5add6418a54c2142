package theme

import (
	"slices"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"etal/internal/markdown"
)

// Every style that comes with Glamour is a theme, in which the focus and the marks are seen.
func TestGlamourStyles(t *testing.T) {
	for _, want := range []string{"ascii", "dark", "dracula", "light", "notty", "pink", "tokyo-night"} {
		if !slices.Contains(GlamourStyles(), want) {
			t.Errorf("no style %s in %q", want, GlamourStyles())
		}
	}
	for _, name := range GlamourStyles() {
		for _, profile := range []termenv.Profile{termenv.TrueColor, termenv.ANSI256, termenv.ANSI, termenv.Ascii} {
			s, ok := GlamourStyle(name, profile)
			if !ok || s.Focus == "" || s.Mark == "" || profile != termenv.Ascii && s.Name != name+" (Glamour)" {
				t.Errorf("%s at %v: %v, %+v", name, profile, ok, s)
			}
		}
		again, _ := GlamourStyle(name, termenv.TrueColor)
		if NewSheet(again, true).Look(TextKind{Block: "##"}) == (Look{}) {
			t.Errorf("%s: headings look like text", name)
		}
	}
	for _, name := range []string{"", "auto", "Dracula", "dracula.json"} {
		if _, ok := GlamourStyle(name, termenv.ANSI256); ok {
			t.Errorf("there is a style %q", name)
		}
	}
}

// Marked text is underlined where a theme has styles.
func TestMarked(t *testing.T) {
	for _, tt := range []struct {
		theme Theme
		want  Style
	}{{Colourless(), "1;4"}, {New(true, termenv.ANSI256), "1;4"}, {Plain(), ""}} {
		got := NewSheet(tt.theme, true).Look(TextKind{Style: markdown.Style{Mark: true, Strong: true}}).Style
		if !strings.HasSuffix(string(got), string(tt.want)) || tt.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", tt.theme.Name, got, tt.want)
		}
	}
}
