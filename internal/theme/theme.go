// Package theme says how text looks: the colours and styles of an article, of what lies over it
// and of the screens around it, and how code is highlighted.
//
// A [Theme] is a value, made by [New] or from a Glamour style file by [ReadStyle]; a [Sheet] asks
// Glamour how a theme has each kind of text look. The package must not know of articles, nor where
// text stands.
package theme

import (
	"github.com/charmbracelet/glamour/ansi"
	"github.com/muesli/termenv"
)

// A Theme is how an article looks. It is a value: the same theme renders the same
// article to the same bytes.
type Theme struct {
	Name    string // unique, and shown to the reader: "dark", "no colours"
	Palette Palette

	Mark         Style // a citation's mark
	Ambiguous    Style // a mark that may name more than one reference
	Missing      Style // a mark that names nothing in the list
	Note         Style // a footnote's mark
	Cross        Style // a link to a figure, a table, a section or an equation
	Label        Style // a reference's label
	Head         Style // the headings of a table's columns
	Dim          Style // decorations and remarks beside the text
	Bullet       Style
	Focus        Style // the citation or link in focus, on top of its own style
	Found        Style // the reference in focus
	Visited      Style // a reference that was visited, on top of its own style
	Match        Style // a match of a search
	CurrentMatch Style // the match that the reader is at
	Hint         Style // the label of a link that is typed to follow it

	glamour ansi.StyleConfig
	profile termenv.Profile
}

// New returns the theme for a dark or light background on a terminal with the given colours. For
// termenv.Ascii, which NO_COLOR selects, it is [Colourless].
func New(dark bool, profile termenv.Profile) Theme {
	switch {
	case profile == termenv.Ascii:
		return Colourless()
	case dark:
		return newTheme("dark", darkPalette, darkPalette.glamour(), profile)
	}
	return newTheme("light", lightPalette, lightPalette.glamour(), profile)
}

// Contrast returns the high-contrast theme for a dark or light background.
func Contrast(dark bool, profile termenv.Profile) Theme {
	switch {
	case profile == termenv.Ascii:
		return Colourless()
	case dark:
		return newTheme("high contrast on dark", contrastDarkPalette, contrastDarkPalette.glamour(), profile)
	}
	return newTheme("high contrast on light", contrastLightPalette, contrastLightPalette.glamour(), profile)
}

// Colourless returns the theme without colours. It keeps bold, underline and reverse, by which the
// focus is seen.
func Colourless() Theme {
	return newTheme("no colours", Palette{}, Palette{}.glamour(), termenv.ANSI)
}

// All returns the built-in themes for a terminal, in the order in which a reader cycles through
// them. Without colours there is one.
func All(dark bool, profile termenv.Profile) []Theme {
	if profile == termenv.Ascii {
		return []Theme{Colourless()}
	}
	return []Theme{New(true, profile), New(false, profile), Contrast(dark, profile), Colourless()}
}

// Plain returns the theme without any style. Headings keep their number signs, struck text its tildes.
func Plain() Theme {
	return Theme{Name: "plain", profile: termenv.Ascii, glamour: ansi.StyleConfig{
		Strikethrough: ansi.StylePrimitive{BlockPrefix: "~~", BlockSuffix: "~~"},
		H1:            prefixed("# "), H2: prefixed("## "), H3: prefixed("### "),
		H4: prefixed("#### "), H5: prefixed("##### "), H6: prefixed("###### "),
	}}
}

func prefixed(prefix string) ansi.StyleBlock {
	return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Prefix: prefix}}
}

// newTheme returns the theme of a palette. No two kinds of marks differ by colour alone: a missing
// one is struck out and not bold, an ambiguous one is underlined, and a visited reference keeps its italics.
func newTheme(name string, p Palette, glamour ansi.StyleConfig, profile termenv.Profile) Theme {
	t := Theme{Name: name, Palette: p, profile: profile, glamour: glamour}
	t.Mark = t.style(p.Mark, "1")
	t.Ambiguous = t.style(p.Ambiguous, "1;4")
	t.Missing = t.style(p.Missing, "9")
	t.Note = t.style(p.Note, "")
	t.Cross = t.style(p.Link, "")
	if p.Link == "" {
		t.Cross = "4"
	}
	t.Label = t.style(p.Mark, "")
	t.Head = "1"
	t.Dim = t.style(p.Dim, "")
	t.Bullet = t.style(p.Section, "")
	t.Focus = "7"
	t.Found = t.on(pair{ground: p.Found}, "1", "")
	t.Visited = t.style(p.Visited, "")
	if p.Visited == "" {
		t.Visited = "2"
	}
	t.Match = t.on(p.match, "7", "")
	t.CurrentMatch = t.on(p.current, "1;4;7", "1;4")
	t.Hint = t.on(p.hint, "1;7", "1")
	return t
}

// style returns the Style of a text colour and attributes.
func (t Theme) style(colour string, attributes Style) Style {
	if c := t.profile.Color(colour); colour != "" && c != nil {
		return attributes.On(Style(c.Sequence(false)))
	}
	return attributes
}

// on returns the Style of a pair of colours and attributes, or the style without colours if the
// terminal has 16 or fewer: those are too few to choose a background from, and differ between
// terminals.
func (t Theme) on(p pair, without, attributes Style) Style {
	ground := t.profile.Color(p.ground)
	if p.ground == "" || ground == nil || t.profile == termenv.ANSI {
		return without
	}
	return t.style(p.text, attributes).On(Style(ground.Sequence(true)))
}
