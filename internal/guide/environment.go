package guide

import (
	"strings"

	"etal/internal/manual"
)

// A Setting is a flag that a variable sets permanently.
type Setting struct{ Flag, Variable string }

// Environment returns the topic of variables, files and exit codes. There is at least one setting.
func Environment(settings []Setting) []manual.Part {
	var others []string
	for _, s := range settings[1:] {
		others = append(others, s.Variable)
	}
	return []manual.Part{
		{Title: "Variables", Rows: []manual.Row{
			{settings[0].Variable, "default of --" + settings[0].Flag + "; likewise " + strings.Join(others, ", ")},
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
			{"$XDG_CACHE_HOME/etal", "the PDF reader, compiled for this machine when the first PDF is opened; by default under ~/.cache, on macOS under ~/Library/Caches, on Windows under %LocalAppData%"},
			{"$XDG_CACHE_HOME/etal/works", "works that were fetched, at most 1000 and 256 MB; --no-cache neither opens nor keeps any"},
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
