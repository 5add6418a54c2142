package cli

import (
	"strings"

	"etal/internal/cite"
	"etal/internal/manual"
	"etal/internal/tui"
)

// A topic is a page of help that is not about a command.
type topic struct {
	name, short string
	parts       func(tui.Keys) []manual.Part
}

func topics() []topic {
	return []topic{
		{"keys", "The keys of the list and of the reader", keyParts},
		{"citations", "Citation styles, with examples", citationParts},
		{"environment", "Environment variables, files and exit codes", environmentParts},
	}
}

// keyParts returns the keys in the groups of the reader's own help.
func keyParts(keys tui.Keys) []manual.Part {
	var parts []manual.Part
	for _, g := range keys.Help() {
		p := manual.Part{Title: g.Title}
		for _, k := range g.Keys {
			p.Rows = append(p.Rows, k)
		}
		parts = append(parts, p)
	}
	return parts
}

// citationParts returns the citation styles and the other links that can be followed.
func citationParts(tui.Keys) []manual.Part {
	parts := []manual.Part{{Text: "Citations in these styles are linked to the entries of the article's reference list. " +
		"Text that merely looks like a citation is left alone: an interval such as [0, 1], an exponent, a dose. " +
		"If two entries match, both are offered; a citation without an entry is struck through."}}
	for _, s := range cite.Styles() {
		parts = append(parts, manual.Part{Title: upper(s.Name), Lines: manual.Columns(s.Examples, manual.Width-2), Text: s.More})
	}
	return append(parts,
		manual.Part{
			Title: "Keys, in Markdown",
			Lines: "[@smith2019, p. 3]   @smith2019   {cite}`smith2019`",
			Text:  "looked up in the bibliography of the front matter, in a .bib of the article's own name beside it, and in --bibliography FILE",
		},
		manual.Part{Title: "Cross-references", Lines: "Fig. 3   Tables 1 and 2   Eq. (4)   §2.1   Appendix A", Text: "and footnotes"},
	)
}

// environmentParts returns the variables and files that etal reads or writes, and exit codes.
func environmentParts(tui.Keys) []manual.Part {
	var set []string
	for _, s := range settings {
		set = append(set, s.variable())
	}
	return []manual.Part{
		{Title: "Variables", Rows: []manual.Row{
			{set[0], "default of --" + settings[0].name + "; likewise " + strings.Join(set[1:], ", ")},
			{"NO_COLOR", "no colours if --color is auto; CLICOLOR_FORCE=1 forces them in a pipe"},
			{"COLORTERM, TERM", "number of colours; TERM=dumb implies --plain"},
			{"COLORFGBG", "background colour, if the terminal does not report it"},
			{"NO_HYPERLINKS", "no clickable links; FORCE_HYPERLINK=1 forces them"},
			{"ACCESSIBLE", "implies --plain unless it is 0"},
			{"VISUAL, EDITOR", "editor"},
			{"BROWSER", "browser"},
			{"HTTPS_PROXY", "proxy for fetching articles; also HTTP_PROXY and NO_PROXY"},
		}},
		{Title: "Files", Rows: []manual.Row{
			{"$XDG_CONFIG_HOME/etal/config.toml", "settings and keys, in the form that etal config prints; by default under ~/.config, on Windows under %AppData%"},
			{"$XDG_STATE_HOME/etal/places.jsonl", "reading positions, and what was opened lately; by default under ~/.local/state, on macOS under ~/Library/Application Support, on Windows under %LocalAppData%"},
		}},
		{Title: "Exit codes", Rows: []manual.Row{
			{"0", "success"},
			{"1", "an article could not be read, or check found problems"},
			{"2", "usage error"},
			{"129, 141", "the terminal or the output pipe was closed"},
		}},
	}
}

// upper returns text with its first letter, which is ASCII, in upper case.
func upper(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
