package dialect

import (
	"strings"

	"etal/internal/read/markdown/dialect/hypertext"
	"etal/internal/read/markdown/dialect/lines"
	"etal/internal/read/markdown/dialect/tables"
)

// A translation is a directive in GitHub's Markdown, and its names.
type translation struct {
	lines []string
	names []string
}

// readDirective reads a directive of MyST whose content is no running text, and reports whether it is
// one: https://mystmd.org/guide/directives.
func readDirective(info string, content []string, fence string) (translation, bool) {
	name, argument := lines.Directive(info)
	argument = strings.TrimSpace(argument)
	if !lines.IsLeaf(name) {
		return translation{}, false
	}
	options, content := cutOptions(content)
	out := translation{}
	for _, key := range []string{"name", "label"} {
		if options[key] != "" {
			out.names = append(out.names, options[key])
		}
	}
	switch name {
	case "figure", "image":
		out.lines = figure(argument, options["alt"], content)
	case "math":
		out.lines = append([]string{"$$"}, withoutBlanks(append([]string{argument}, content...))...)
		out.lines = append(out.lines, "$$")
	case "code", "code-block", "code-cell", "sourcecode":
		if caption := options["caption"]; caption != "" {
			out.lines = append(out.lines, caption, "")
		}
		if fence[0] == ':' {
			fence = strings.Repeat("`", len(fence)+3)
		}
		out.lines = append(out.lines, fence+argument)
		out.lines = append(append(out.lines, content...), fence)
	case "list-table":
		out.lines = captioned(argument, tables.Pipe(tables.ListRows(content), heads(options["header-rows"]), nil))
	case "csv-table":
		rows, err := tables.CSVRows(options["header"], content, options["delim"])
		if err != nil {
			return out, false
		}
		out.lines = captioned(argument, tables.Pipe(rows, heads(options["header-rows"])+min(len(options["header"]), 1), nil))
	case "bibliography":
		out.lines = []string{hypertext.ListDiv}
	default:
		return out, false
	}
	return out, len(out.lines) > 0
}

// cutOptions cuts the options from the content of a directive, and the blank lines around it.
func cutOptions(all []string) (options map[string]string, content []string) {
	options = map[string]string{}
	var r optionReader
	for len(all) > 0 && r.option(all[0]) {
		text := strings.TrimPrefix(strings.TrimSpace(all[0]), ":")
		if key, value, ok := strings.Cut(text, ":"); ok {
			options[key] = unquoted(strings.TrimSpace(value))
		}
		all = all[1:]
	}
	for len(all) > 0 && strings.TrimSpace(all[0]) == "" {
		all = all[1:]
	}
	for len(all) > 0 && strings.TrimSpace(all[len(all)-1]) == "" {
		all = all[:len(all)-1]
	}
	return options, all
}

// unquoted returns a value without the quotation marks around all of it: not those of "A", "B".
func unquoted(value string) string {
	for _, mark := range []string{`"`, `'`} {
		if len(value) > 1 && strings.HasPrefix(value, mark) && strings.HasSuffix(value, mark) && strings.Count(value, mark) == 2 {
			return value[1 : len(value)-1]
		}
	}
	return value
}

func withoutBlanks(all []string) (out []string) {
	for _, l := range all {
		if strings.TrimSpace(l) != "" {
			out = append(out, l)
		}
	}
	return out
}

// figure returns an image with its caption, which is the image's text unless it has one of its own.
func figure(address, alt string, caption []string) []string {
	if address == "" {
		return nil
	}
	if alt == "" {
		for len(caption) > 0 && strings.TrimSpace(caption[0]) != "" {
			alt = strings.TrimSpace(alt + " " + strings.TrimSpace(caption[0]))
			caption = caption[1:]
		}
	}
	if strings.ContainsAny(address, " ()<>") {
		address = "<" + strings.NewReplacer("<", "%3C", ">", "%3E").Replace(address) + ">"
	}
	out := []string{"![" + alt + "](" + address + ")"}
	for len(caption) > 0 && strings.TrimSpace(caption[0]) == "" {
		caption = caption[1:]
	}
	if len(caption) > 0 {
		out = append(append(out, ""), caption...)
	}
	return out
}

// captioned puts the title of a table over it.
func captioned(title string, table []string) []string {
	if title == "" || len(table) == 0 {
		return table
	}
	return append([]string{title, ""}, table...)
}

// heads returns the number of rows that are heads.
func heads(option string) int {
	if option == "" || option == "0" {
		return 0
	}
	return 1
}
