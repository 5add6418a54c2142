package dialect

import (
	"encoding/csv"
	"strings"

	"etal/internal/lazyregexp"
)

// A translation is what a directive says in GitHub's Markdown, and its names.
type translation struct {
	lines []string
	names []string
}

// readDirective reads a directive of MyST whose content is no running text, and reports whether it is
// one: https://mystmd.org/guide/directives.
func readDirective(info string, lines []string, fence string) (translation, bool) {
	m := directive.FindStringSubmatch(info)
	if m == nil || !isLeaf(m[1]) {
		return translation{}, false
	}
	name, argument := m[1], strings.TrimSpace(m[2])
	options, content := cutOptions(lines)
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
		out.lines = captioned(argument, pipeTable(listRows(content), heads(options["header-rows"]), nil))
	case "csv-table":
		rows, err := csvRows(options["header"], content, options["delim"])
		if err != nil {
			return out, false
		}
		out.lines = captioned(argument, pipeTable(rows, heads(options["header-rows"])+min(len(options["header"]), 1), nil))
	case "bibliography":
		out.lines = []string{listDiv}
	default:
		return out, false
	}
	return out, len(out.lines) > 0
}

// cutOptions cuts the options from the content of a directive, and the blank lines around it.
func cutOptions(lines []string) (options map[string]string, content []string) {
	options = map[string]string{}
	b := box{options: fields}
	for len(lines) > 0 && b.option(lines[0]) {
		text := strings.TrimPrefix(strings.TrimSpace(lines[0]), ":")
		if key, value, ok := strings.Cut(text, ":"); ok {
			options[key] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	return options, lines
}

func withoutBlanks(lines []string) (out []string) {
	for _, l := range lines {
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

var (
	rowMark  = lazyregexp.New(`^([ \t]*)[*+-][ \t]+([*+-])(?:[ \t]+(.*))?$`)
	cellMark = lazyregexp.New(`^([ \t]*)[*+-](?:[ \t]+(.*))?$`)
)

// listRows reads the rows of a table that is written as a list of lists.
func listRows(lines []string) (rows [][]string) {
	indent := -1 // of the marks of rows
	for _, l := range lines {
		if m := rowMark.FindStringSubmatch(l); m != nil && (indent < 0 || len(m[1]) <= indent) {
			indent = len(m[1])
			rows = append(rows, []string{m[3]})
			continue
		}
		if len(rows) == 0 {
			return nil
		}
		row := &rows[len(rows)-1]
		if m := cellMark.FindStringSubmatch(l); m != nil && len(m[1]) > indent && len(m[1]) <= indent+2 {
			*row = append(*row, m[2])
			continue
		}
		(*row)[len(*row)-1] += "\n" + strings.TrimSpace(l)
	}
	return rows
}

// csvRows reads the rows of a table of comma-separated values.
func csvRows(header string, lines []string, delimiter string) ([][]string, error) {
	if header != "" {
		lines = append([]string{header}, lines...)
	}
	r := csv.NewReader(strings.NewReader(strings.Join(lines, "\n")))
	r.FieldsPerRecord, r.TrimLeadingSpace, r.LazyQuotes = -1, true, true
	switch {
	case delimiter == "tab":
		r.Comma = '\t'
	case delimiter == ";" || delimiter == "|":
		r.Comma = rune(delimiter[0])
	}
	return r.ReadAll()
}
