package tui

import (
	"testing"

	"github.com/muesli/termenv"

	"etal/internal/theme"
	"etal/internal/tui/screen"
)

func TestNextLook(t *testing.T) {
	own, err := theme.ReadStyle("mine", []byte(`{"link": {"color": "30"}}`), termenv.ANSI256)
	if err != nil {
		t.Fatal(err)
	}
	light := screen.NewLook(false, termenv.ANSI256)
	styled := light
	styled.Theme, styled.Style = own, &own
	tests := []struct {
		name string
		look screen.Look
		want string
	}{
		{"light", light, "light, high contrast on light, no colours, dark, light, "},
		{"a style file", styled, "mine, dark, light, high contrast on light, no colours, mine, "},
		{"no colours", screen.NewLook(true, termenv.Ascii), "no colours, no colours, "},
	}
	for _, tt := range tests {
		l, got := tt.look, ""
		for i := 0; i == 0 || got == "" || l.Theme.Name != tt.look.Theme.Name; i++ {
			got += l.Theme.Name + ", "
			l = l.Next()
		}
		if got += l.Theme.Name + ", "; got != tt.want {
			t.Errorf("%s: got %s want %s", tt.name, got, tt.want)
		}
	}
}

func TestLookOnAnotherBackground(t *testing.T) {
	look := screen.NewLook(true, termenv.ANSI256)
	contrast := look
	contrast.Theme = theme.Contrast(true, termenv.ANSI256)
	colourless := look
	colourless.Theme = theme.Colourless()
	for _, tt := range []struct {
		look screen.Look
		want string
	}{{look, "light"}, {contrast, "high contrast on light"}, {colourless, "no colours"}, {screen.NewLook(true, termenv.Ascii), "no colours"}} {
		got := tt.look.On(false)
		if got.Theme.Name != tt.want || got.Dark {
			t.Errorf("%s becomes %s, not %s", tt.look.Theme.Name, got.Theme.Name, tt.want)
		}
	}
}
