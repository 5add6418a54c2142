package tui

import (
	"io"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"etal/internal/render"
)

// A Look is everything about colours: the theme of articles, and what the styles of
// the screens around them are made from.
type Look struct {
	Theme   render.Theme
	Dark    bool
	Profile termenv.Profile
}

// NewLook returns the look for a background and a terminal's colours.
func NewLook(dark bool, profile termenv.Profile) Look {
	return Look{render.NewTheme(dark, profile), dark, profile}
}

// styles are the looks of the parts of the screens.
type styles struct {
	Title    lipgloss.Style // the program's name, a panel's title
	Name     lipgloss.Style // an article's title in the list
	Chosen   lipgloss.Style // the same, chosen
	Match    lipgloss.Style // letters that the filter matched
	Dim      lipgloss.Style // what is said beside
	Rule     lipgloss.Style // lines between parts
	Key      lipgloss.Style // a key's name
	Message  lipgloss.Style // what the program answers
	Box      lipgloss.Style // a window over the text
	Selected render.Style   // the chosen row of a panel
}

func newStyles(l Look) styles {
	// A renderer of our own, so that nothing asks the terminal.
	r := lipgloss.NewRenderer(io.Discard)
	profile := l.Profile
	if profile == termenv.Ascii {
		profile = termenv.ANSI // for bold and reverse; colours are left out below
	}
	r.SetColorProfile(profile)
	r.SetHasDarkBackground(l.Dark)
	colour := func(light, dark string) lipgloss.TerminalColor {
		if l.Profile == termenv.Ascii {
			return lipgloss.NoColor{}
		}
		return lipgloss.AdaptiveColor{Light: light, Dark: dark}
	}
	base := r.NewStyle()
	accent, dim := colour("25", "117"), colour("243", "245")
	return styles{
		Title:    base.Bold(true).Foreground(colour("94", "222")),
		Name:     base,
		Chosen:   base.Bold(true).Foreground(accent),
		Match:    base.Bold(true).Underline(true).Foreground(colour("28", "114")),
		Dim:      base.Foreground(dim),
		Rule:     base.Foreground(colour("250", "240")),
		Key:      base.Foreground(accent),
		Message:  base.Bold(true),
		Box:      base.Border(lipgloss.RoundedBorder()).BorderForeground(colour("250", "240")).Padding(0, 2),
		Selected: "7",
	}
}

func (l Look) Next() Look { return NewLook(!l.Dark, l.Profile) }
