package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"etal/internal/cite"
	"etal/internal/tui"
)

// A topic is something that help tells more of, beside the commands.
type topic struct {
	name, short string
	parts       func(tui.Keys) []part
}

func topics() []topic {
	return []topic{
		{"keys", "The keys of the list and of the reader", keyParts},
		{"citations", "The citations that are understood, with examples", citationParts},
		{"environment", "Variables, files and exit codes", environmentParts},
	}
}

// keyParts returns the keys of each screen, as the screen itself shows them.
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

// citationParts returns the styles of citations, and what else is followed.
func citationParts(tui.Keys) []part {
	parts := []part{{text: "Citations in any text are linked to the entries of its reference list, in these styles. " +
		"What only looks like a citation is none: an interval such as [0, 1], an exponent, a dose. " +
		"Where two entries fit, both are offered; what the list lacks is struck through."}}
	for _, s := range cite.Styles() {
		parts = append(parts, part{title: upper(s.Name), lines: columns(s.Examples, helpWidth-2), text: s.More})
	}
	return append(parts,
		part{
			title: "Keys, in Markdown",
			lines: "[@smith2019, p. 3]   @smith2019   {cite}`smith2019`",
			text:  "looked up in the bibliography of the front matter, in a .bib of the article's own name beside it, and in --bibliography FILE",
		},
		part{title: "Parts of the article itself", lines: "Fig. 3   Tables 1 and 2   Eq. (4)   §2.1   Appendix A", text: "and footnotes"},
	)
}

// environmentParts returns what etal asks of its surroundings, and leaves there.
func environmentParts(tui.Keys) []part {
	var set []string
	for _, s := range settings {
		set = append(set, s.variable())
	}
	return []part{
		{title: "Variables", rows: []row{
			{set[0], "what --" + settings[0].name + " says, where it is not given; so for other flags " + strings.Join(set[1:], ", ")},
			{"NO_COLOR", "no colours where --color is auto; CLICOLOR_FORCE=1 has them in a pipe too"},
			{"COLORTERM, TERM", "how many colours the terminal has; TERM=dumb reads by lines, as --plain does"},
			{"COLORFGBG", "whether it is dark, where it does not answer"},
			{"NO_HYPERLINKS", "no links that the terminal can open; FORCE_HYPERLINK=1 has them"},
			{"ACCESSIBLE", "where it is set, and not 0, etal reads by lines, as --plain does"},
			{"VISUAL, EDITOR", "the editor"},
			{"BROWSER", "the browser"},
			{"HTTPS_PROXY", "the proxy by which articles are fetched; also HTTP_PROXY and NO_PROXY"},
		}},
		{title: "Files", rows: []row{
			{"$XDG_CONFIG_HOME/etal/config.toml", "settings and keys, as etal config prints them; by default under ~/.config, on Windows under %AppData%"},
			{"$XDG_STATE_HOME/etal/places.jsonl", "where each article was left; by default under ~/.local/state, on macOS under ~/Library/Application Support, on Windows under %LocalAppData%"},
		}},
		{title: "Exit codes", rows: []row{
			{"0", "all went well"},
			{"1", "something could not be read, or check found something to report"},
			{"2", "the command line is wrong"},
			{"129, 141", "the terminal, or the reader of what is printed, went away"},
		}},
	}
}

// columns returns words in lines of at most a width, with room between them.
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

// upper returns a text with a capital at its beginning, which is ASCII.
func upper(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
