package tui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/library"
	"etal/internal/places"
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
	fixed, _ := look.Named("dark")
	colourless := look
	colourless.Theme = theme.Colourless()
	for _, tt := range []struct {
		look screen.Look
		want string
	}{{look, "light"}, {contrast, "high contrast on light"}, {fixed, "dark"}, {colourless, "no colours"}, {screen.NewLook(true, termenv.Ascii), "no colours"}} {
		got := tt.look.On(false)
		if got.Theme.Name != tt.want || got.Dark {
			t.Errorf("%s becomes %s, not %s", tt.look.Theme.Name, got.Theme.Name, tt.want)
		}
	}
}

// Each theme has a name by which it is chosen, and is that again.
func TestNamedLook(t *testing.T) {
	for _, name := range screen.Themes() {
		for _, profile := range []termenv.Profile{termenv.TrueColor, termenv.ANSI256, termenv.ANSI} {
			for _, dark := range []bool{true, false} {
				look, ok := screen.NewLook(dark, profile).Named(name)
				if again, _ := screen.NewLook(dark, profile).Named(look.Choice()); !ok || look.Style == nil && (look.Choice() != name || again.Theme.Name != look.Theme.Name) {
					t.Errorf("%s on dark %v: %v, it is %s by the name %s", name, dark, ok, look.Theme.Name, look.Choice())
				}
			}
		}
	}
	if _, ok := screen.NewLook(true, termenv.ANSI256).Named("blue"); ok {
		t.Error("there is a theme named blue")
	}
}

// A theme chosen with a key is saved, unless the configuration names one or there are no colours.
func TestKeepTheme(t *testing.T) {
	tests := []struct {
		name    string
		keep    bool
		profile termenv.Profile
		theme   string // at the start
		keys    string
		want    string
	}{
		{"chosen", true, termenv.ANSI256, "auto", "T", "light"},
		{"twice", true, termenv.ANSI256, "auto", "TT", "contrast"},
		{"the background's own again", true, termenv.ANSI256, "auto", "TTTT", ""},
		{"from the one before to the background's own", true, termenv.ANSI256, "light", "TTT", "auto"},
		{"not chosen", true, termenv.ANSI256, "light", "j", ""},
		{"configured", false, termenv.ANSI256, "auto", "T", ""},
		{"no colours", true, termenv.Ascii, "auto", "T", ""},
		{"no colours, and one chosen before", true, termenv.Ascii, "light", "T", ""},
	}
	for _, tt := range tests {
		for _, leave := range []string{"q", "ctrl+c"} {
			store := places.New(t.TempDir())
			opened, err := Open(library.FromBytes("tides.md", source(5<<10)), nil)
			if err != nil {
				t.Fatal(err)
			}
			look, _ := screen.NewLook(true, tt.profile).Named(tt.theme)
			var m tea.Model = New(Options{Opened: &opened, Look: look, Places: store, KeepTheme: tt.keep, Columns: 80, Rows: 24})
			m, _ = m.Update(keyMsg(tt.keys))
			_, cmd := m.Update(keyMsg(leave))
			(&player{model: m}).run(cmd)
			if got := store.Theme(); got != tt.want {
				t.Errorf("%s, left by %s: got %q, want %q", tt.name, leave, got, tt.want)
			}
		}
	}
}
