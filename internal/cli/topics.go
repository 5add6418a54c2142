package cli

import (
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
		{"environment", "Environment variables, files and exit codes", text(environmentParts)},
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

// environmentParts returns the topic of what surrounds the program, with the variable of each setting.
func environmentParts() []manual.Part {
	var rows []guide.Setting
	for _, s := range settings {
		rows = append(rows, guide.Setting{Flag: s.name, Variable: s.variable()})
	}
	return guide.Environment(rows)
}
