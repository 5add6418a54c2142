package theme

import (
	"slices"
	"testing"

	"github.com/muesli/termenv"
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
