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
	Fixed   bool         // the theme stays the same on another background
	Style   *theme.Theme // the theme of a Glamour style, nil where there is none
	Links   bool         // the terminal knows links
	Bidi    bool         // the terminal orders right-to-left text
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
	l.Fixed = l.Theme.Name != theme.New(l.Dark, l.Profile).Name
	return l
}

// On returns the look for another background than was assumed. A theme that does not
// go by the background stays.
func (l Look) On(dark bool) Look {
	before := l.Choice()
	l.Dark = dark
	if before == "auto" || before == "contrast" {
		l, _ = l.Named(before)
	}
	return l
}

// Themes returns the names of the themes that can be chosen: those of etal, then those of the
// styles that come with Glamour.
func Themes() []string {
	names := []string{"auto", "dark", "light", "contrast", "none"}
	for _, style := range theme.GlamourStyles() {
		if !slices.Contains(names, style) {
			names = append(names, style)
		}
	}
	return names
}

// Named returns the look with the theme of a name, and reports whether there is one.
func (l Look) Named(name string) (named Look, ok bool) {
	l.Fixed = name == "dark" || name == "light"
	switch name {
	case "auto":
		l.Theme = theme.New(l.Dark, l.Profile)
	case "dark", "light":
		l.Theme = theme.New(name == "dark", l.Profile)
	case "contrast":
		l.Theme = theme.Contrast(l.Dark, l.Profile)
	case "none":
		l.Theme = theme.Colourless()
	default:
		return l.Styled(name)
	}
	return l, true
}

// Styled returns the look in a style that comes with Glamour, and reports whether there is one of
// the name.
func (l Look) Styled(style string) (styled Look, ok bool) {
	own, ok := theme.GlamourStyle(style, l.Profile)
	if ok {
		l.Theme, l.Style = own, &own
	}
	return l, ok
}

// Choice returns the name by which [Look.Named] returns the look's theme.
func (l Look) Choice() string {
	switch name := l.Theme.Name; {
	case !l.Fixed && name == theme.New(l.Dark, l.Profile).Name:
		return "auto"
	case name == theme.Contrast(l.Dark, l.Profile).Name:
		return "contrast"
	case name == theme.Colourless().Name:
		return "none"
	default:
		return name
	}
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
