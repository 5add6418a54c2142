package cli

import (
	"strings"

	"etal/internal/guide"
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
		{"keys", "Keys of the list and of the reader", keyParts},
		{"reading", "Following, searching, copying; mouse, web, line mode", text(guide.Reading)},
		{"writing", "Citation keys and bibliographies in Markdown", text(guide.Writing)},
		{"formats", "Formats that etal reads, and its limits", text(guide.Formats)},
		{"citations", "Citation styles, with examples", text(guide.Citations)},
		{"json", "Fields of --format json", text(guide.JSON)},
		{"recipes", "etal with a pager, newsboat, mutt, gh, pandoc, fzf and others", text(guide.Recipes)},
		{"environment", "Environment variables, files and exit codes", environmentParts},
	}
}

// text returns a topic that does not depend on the keys.
func text(parts func() []manual.Part) func(tui.Keys) []manual.Part {
	return func(tui.Keys) []manual.Part { return parts() }
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
			{"$XDG_STATE_HOME/etal/theme", "theme that was chosen with T"},
		}},
		{
			Title: "Example of the configuration file",
			Lines: `theme = "light"` + "\n" + `bibliography = ["~/works/library.bib"] # relative paths start from this folder` + "\n" +
				`[keys.reader]` + "\n" + `next = ["tab", "n"]     # etal config lists all actions` + "\n" + `next-match = ["ctrl+n"]`,
			Text: "Rebinding a key replaces its default action. Unknown settings are reported with a line number and a suggestion.",
		},
		{Title: "Exit codes", Rows: []manual.Row{
			{"0", "success"},
			{"1", "an article could not be read, or check found problems"},
			{"2", "usage error"},
			{"129, 141", "the terminal or the output pipe was closed"},
		}},
	}
}
