package render

import (
	"github.com/charmbracelet/glamour/ansi"
	"github.com/muesli/termenv"
)

// A Theme is how an article looks. It is a value: the same theme renders the same
// article to the same bytes.
type Theme struct {
	Name string // distinguishes themes: "dark", "light", "plain"

	Mark                               Style // a citation's mark
	Missing                            Style // a mark that names nothing in the list
	Note                               Style // a footnote's mark
	Cross                              Style // a mark that leads to a figure, a table, a section or an equation
	Focus                              Style // the citation or link in focus, on top of its own style
	Found                              Style // the reference in focus
	Label                              Style // a reference's number
	Match, CurrentMatch, Hint, Visited Style
	Dim                                Style // what is said beside the text
	Bullet                             Style

	glamour ansi.StyleConfig
	profile termenv.Profile
	styled  bool // false: no escape sequence is ever written
}

// palette names a theme's colours as termenv does: 0 to 255, or "" for the
// terminal's own.
type palette struct {
	title, section, heading, code, link, quote, rule string
	mark, missing, note, dim, found                  string
	chroma                                           string // the name of a chroma style
}

var (
	darkPalette = palette{
		title: "222", section: "117", heading: "152", code: "216", link: "110", quote: "250", rule: "240",
		mark: "114", missing: "203", note: "180", dim: "245", found: "237", chroma: "github-dark",
	}
	lightPalette = palette{
		title: "94", section: "25", heading: "30", code: "130", link: "25", quote: "240", rule: "250",
		mark: "28", missing: "160", note: "94", dim: "243", found: "254", chroma: "github",
	}
)

// NewTheme returns the theme for a dark or light background on a terminal with the
// given colours. With termenv.Ascii, as NO_COLOR asks for, it has no colours but keeps
// bold, underline and reverse, without which nothing could be in focus.
func NewTheme(dark bool, profile termenv.Profile) Theme {
	name, p := "light", lightPalette
	if dark {
		name, p = "dark", darkPalette
	}
	if profile == termenv.Ascii {
		profile, p = termenv.ANSI, palette{}
		name += " without colours"
	}
	t := Theme{Name: name, profile: profile, styled: true, glamour: p.glamour()}
	t.Mark = t.style(p.mark, "1")
	t.Missing = t.style(p.missing, "9")
	t.Note = t.style(p.note, "")
	t.Cross = t.style(p.link, "")
	t.Label = t.style(p.mark, "")
	t.Dim = t.style(p.dim, "")
	t.Bullet = t.style(p.section, "")
	t.Focus = "7"
	t.Match, t.CurrentMatch, t.Hint = "7", "1;4;7", "1;7"
	t.Found = "1"
	if c := profile.Color(p.found); p.found != "" && c != nil && profile != termenv.ANSI {
		t.Found = Style(c.Sequence(true))
	}
	return t
}

// Plain returns the theme without any style, in which headings are told by signs.
func Plain() Theme {
	return Theme{Name: "plain", profile: termenv.Ascii, glamour: ansi.StyleConfig{
		H1: prefixed("# "), H2: prefixed("## "), H3: prefixed("### "),
		H4: prefixed("#### "), H5: prefixed("##### "), H6: prefixed("###### "),
	}}
}

func prefixed(prefix string) ansi.StyleBlock {
	return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Prefix: prefix}}
}

// style returns a colour and attributes as a Style.
func (t Theme) style(colour, attributes string) Style {
	s := Style(attributes)
	if c := t.profile.Color(colour); colour != "" && c != nil {
		s = s.On(Style(c.Sequence(false)))
	}
	return s
}

// glamour returns the palette as Glamour's style sheet. Margins and prefixes are
// ours: Glamour says how text looks, not where it stands.
func (p palette) glamour() ansi.StyleConfig {
	yes := true
	colour := func(c string) *string {
		if c == "" {
			return nil
		}
		return &c
	}
	heading := func(c string) ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: colour(c), Bold: &yes}}
	}
	return ansi.StyleConfig{
		H1: heading(p.title), H2: heading(p.section), H3: heading(p.heading),
		H4: heading(p.heading), H5: heading(p.heading), H6: heading(p.heading),
		BlockQuote:     ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: colour(p.quote), Italic: &yes}},
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		Strikethrough:  ansi.StylePrimitive{CrossedOut: &yes},
		Link:           ansi.StylePrimitive{Color: colour(p.link), Underline: &yes},
		LinkText:       ansi.StylePrimitive{Color: colour(p.link), Underline: &yes},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: colour(p.code)}},
		CodeBlock:      ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: colour(p.code)}}, Theme: p.chroma},
		HorizontalRule: ansi.StylePrimitive{Color: colour(p.rule), Format: "x"},
		Table:          ansi.StyleTable{},
	}
}
