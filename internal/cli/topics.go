package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"etal/internal/cite"
	"etal/internal/tui"
)

// A topic is a page of help that is not about a command.
type topic struct {
	name, short string
	parts       func(tui.Keys) []part
}

func topics() []topic {
	return []topic{
		{"keys", "The keys of the list and of the reader", keyParts},
		{"citations", "Citation styles, with examples", citationParts},
		{"environment", "Environment variables, files and exit codes", environmentParts},
	}
}

// keyParts returns the keys in the groups of the reader's own help.
func keyParts(keys tui.Keys) []part {
	var parts []part
	for _, g := range keys.Help() {
		p := part{title: g.Title}
		for _, k := range g.Keys {
			p.rows = append(p.rows, row{k[0], k[1]})
		}
		parts = append(parts, p)
	}
	return parts
}

// citationParts returns the citation styles and the other links that can be followed.
func citationParts(tui.Keys) []part {
	parts := []part{{text: "Citations in these styles are linked to the entries of the article's reference list. " +
		"Text that merely looks like a citation is left alone: an interval such as [0, 1], an exponent, a dose. " +
		"If two entries match, both are offered; a citation without an entry is struck through."}}
	for _, s := range cite.Styles() {
		parts = append(parts, part{title: upper(s.Name), lines: columns(s.Examples, helpWidth-2), text: s.More})
	}
	return append(parts,
		part{
			title: "Keys, in Markdown",
			lines: "[@smith2019, p. 3]   @smith2019   {cite}`smith2019`",
			text:  "looked up in the bibliography of the front matter, in a .bib of the article's own name beside it, and in --bibliography FILE",
		},
		part{title: "Cross-references", lines: "Fig. 3   Tables 1 and 2   Eq. (4)   §2.1   Appendix A", text: "and footnotes"},
	)
}

// environmentParts returns the variables and files that etal reads or writes, and exit codes.
func environmentParts(tui.Keys) []part {
	var set []string
	for _, s := range settings {
		set = append(set, s.variable())
	}
	return []part{
		{title: "Variables", rows: []row{
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
		{title: "Files", rows: []row{
			{"$XDG_CONFIG_HOME/etal/config.toml", "settings and keys, in the form that etal config prints; by default under ~/.config, on Windows under %AppData%"},
			{"$XDG_STATE_HOME/etal/places.jsonl", "reading positions; by default under ~/.local/state, on macOS under ~/Library/Application Support, on Windows under %LocalAppData%"},
		}},
		{title: "Exit codes", rows: []row{
			{"0", "success"},
			{"1", "an article could not be read, or check found problems"},
			{"2", "usage error"},
			{"129, 141", "the terminal or the output pipe was closed"},
		}},
	}
}

// columns sets words in lines of at most width columns, three apart.
func columns(words []string, width int) string {
	line, lines := "", ""
	for _, w := range words {
		if line != "" && ansi.StringWidth(line)+3+ansi.StringWidth(w) > width {
			lines += line + "\n"
			line = ""
		}
		if line != "" {
			line += "   "
		}
		line += w
	}
	return lines + line
}

// upper returns text with its first letter, which is ASCII, in upper case.
func upper(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
