package screen

import (
	"io"
	"slices"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"etal/internal/theme"
)

// A Look is everything about colours: the theme of articles, and what the styles of
// the screens around them are made from.
type Look struct {
	Theme   theme.Theme
	Dark    bool // the terminal's background
	Profile termenv.Profile
	Style   *theme.Theme // the theme of the reader's own style file, nil where there is none
	Links   bool         // the terminal knows links
}

// NewLook returns the look for a background and a terminal's colours.
func NewLook(dark bool, profile termenv.Profile) Look {
	return Look{Theme: theme.New(dark, profile), Dark: dark, Profile: profile}
}

// Next returns the look with the next theme: the reader's own, dark, light, high
// contrast, no colours, and round again. Where the terminal has no colours there is but
// one.
func (l Look) Next() Look {
	themes := theme.All(l.Dark, l.Profile)
	if l.Style != nil {
		themes = append([]theme.Theme{*l.Style}, themes...)
	}
	at := slices.IndexFunc(themes, func(t theme.Theme) bool { return t.Name == l.Theme.Name })
	l.Theme = themes[(at+1)%len(themes)]
	return l
}

// On returns the look for another background than was assumed. A theme that does not
// go by the background stays.
func (l Look) On(dark bool) Look {
	switch l.Theme.Name {
	case theme.New(l.Dark, l.Profile).Name:
		l.Theme = theme.New(dark, l.Profile)
	case theme.Contrast(l.Dark, l.Profile).Name:
		l.Theme = theme.Contrast(dark, l.Profile)
	}
	l.Dark = dark
	return l
}

// Styles are the looks of the parts of the screens. All are made from the theme of the
// article, so that nothing beside it clashes with it.
type Styles struct {
	Plain    lipgloss.Style // none
	Title    lipgloss.Style // the program's name, a panel's title
	Name     lipgloss.Style // an article's title in the list
	Chosen   lipgloss.Style // the same, chosen
	Match    lipgloss.Style // letters that the filter matched
	Dim      lipgloss.Style // what is said beside
	Rule     lipgloss.Style // lines between parts
	Key      lipgloss.Style // a key's name
	Message  lipgloss.Style // what the program answers
	Box      lipgloss.Style // a window over the text
	Selected theme.Style    // the chosen row of a panel
}

// NewStyles returns the styles of a look.
func NewStyles(l Look) Styles {
	// A renderer of our own, so that nothing asks the terminal.
	r := lipgloss.NewRenderer(io.Discard)
	profile := l.Profile
	if profile == termenv.Ascii {
		profile = termenv.ANSI // for bold and reverse; the palette has no colours then
	}
	r.SetColorProfile(profile)
	colour := func(c string) lipgloss.TerminalColor {
		if c == "" {
			return lipgloss.NoColor{}
		}
		return lipgloss.Color(c)
	}
	base, p := r.NewStyle(), l.Theme.Palette
	accent, rule := colour(p.Section), colour(p.Rule)
	return Styles{
		Plain:    base,
		Title:    base.Bold(true).Foreground(colour(p.Title)),
		Name:     base,
		Chosen:   base.Bold(true).Foreground(accent),
		Match:    base.Bold(true).Underline(true).Foreground(colour(p.Mark)),
		Dim:      base.Foreground(colour(p.Dim)),
		Rule:     base.Foreground(rule),
		Key:      base.Foreground(accent),
		Message:  base.Bold(true),
		Box:      base.Border(lipgloss.RoundedBorder()).BorderForeground(rule).Padding(0, 2),
		Selected: l.Theme.Focus,
	}
}
