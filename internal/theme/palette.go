package theme

import "github.com/charmbracelet/glamour/ansi"

// A Palette is the colours of a theme, for the article and for the screens around it. A colour is
// written as in termenv, "0" to "255" or "#rrggbb", and "" is the terminal's own.
type Palette struct {
	Title, Section, Heading string // headings of level 1, 2 and below
	Code, Link, Quote       string
	Mark, Ambiguous         string // a citation, and one that fits several references
	Missing, Visited, Note  string
	Dim                     string // decorations and remarks beside the text
	Rule                    string // lines between parts
	Found                   string // the background of the reference in focus

	match, current, hint pair
	chroma               string // the name of a Chroma style
}

// A pair is a text colour and its background.
type pair struct{ text, ground string }

// The palettes are chosen so that text has a contrast of 4.5 to 1 on backgrounds from
// black to #282828 and from white to #f5f5f5, and in those of high contrast 7 to 1 on
// black to #1e1e1e and the same light ones: https://www.w3.org/TR/WCAG22/#contrast-minimum
// and #contrast-enhanced.
var (
	darkPalette = Palette{
		Title: "222", Section: "117", Heading: "152", Code: "216", Link: "110", Quote: "250",
		Mark: "114", Ambiguous: "215", Missing: "203", Visited: "183", Note: "180", Dim: "248", Rule: "243", Found: "237",
		match: pair{"222", "238"}, current: pair{"16", "222"}, hint: pair{"16", "114"}, chroma: "github-dark",
	}
	lightPalette = Palette{
		Title: "94", Section: "25", Heading: "23", Code: "94", Link: "25", Quote: "240",
		Mark: "22", Ambiguous: "94", Missing: "160", Visited: "90", Note: "94", Dim: "241", Rule: "245", Found: "254",
		match: pair{"16", "229"}, current: pair{"231", "94"}, hint: pair{"231", "22"}, chroma: "github",
	}
	contrastDarkPalette = Palette{
		Title: "231", Section: "123", Heading: "195", Code: "229", Link: "159", Quote: "252",
		Mark: "120", Ambiguous: "228", Missing: "217", Visited: "219", Note: "229", Dim: "252", Rule: "250",
		match: pair{"16", "228"}, current: pair{"16", "123"}, hint: pair{"16", "120"}, chroma: "bw",
	}
	contrastLightPalette = Palette{
		Title: "16", Section: "18", Heading: "18", Code: "53", Link: "18", Quote: "236",
		Mark: "22", Ambiguous: "54", Missing: "88", Visited: "53", Note: "54", Dim: "236", Rule: "240",
		match: pair{"16", "229"}, current: pair{"231", "18"}, hint: pair{"231", "88"}, chroma: "bw",
	}
)

// glamour returns the palette as Glamour's style sheet, without margins and prefixes. The levels of
// headings differ without colours too.
func (p Palette) glamour() ansi.StyleConfig {
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
	title, low := heading(p.Title), heading(p.Heading)
	low.Italic = &yes
	if p.Title == "" {
		title.Underline = &yes
	}
	return ansi.StyleConfig{
		H1: title, H2: heading(p.Section), H3: low, H4: low, H5: low, H6: low,
		BlockQuote:    ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: colour(p.Quote)}},
		Emph:          ansi.StylePrimitive{Italic: &yes},
		Strong:        ansi.StylePrimitive{Bold: &yes},
		Strikethrough: ansi.StylePrimitive{CrossedOut: &yes},
		Link:          ansi.StylePrimitive{Color: colour(p.Link), Underline: &yes},
		LinkText:      ansi.StylePrimitive{Color: colour(p.Link), Underline: &yes},
		Code:          ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: colour(p.Code)}},
		CodeBlock:     ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: colour(p.Code)}}, Theme: p.chroma},
	}
}
