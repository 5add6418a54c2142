package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"etal/internal/library"
)

// A part is a section of help or of the man page. Any of its fields may be empty.
type part struct {
	title string
	lines string // printed as they are
	text  string // paragraphs, wrapped
	rows  []row
}

// A row is a name, such as a flag's or a key's, and its description.
type row struct{ name, description string }

const (
	// helpWidth is the largest width of help, in columns.
	helpWidth = 80
	// nameWidth is the width of the longest name whose description starts on the same line.
	nameWidth = 22
)

// newHelp returns the command help, for which an unknown command or topic is a usage error.
func newHelp(e env) *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND|TOPIC]",
		Short:   "Show help for a command or a topic",
		Long:    "Show help for a command, or for one of the topics " + strings.Join(topicNames(), ", ") + ".",
		Example: "  etal help refs\n  etal help keys",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []string
			for _, r := range slices.Concat(commandRows(cmd.Root().Commands()), topicRows()) {
				names = append(names, cobra.CompletionWithDesc(r.name, r.description))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			for _, t := range topics() {
				if t.name == name {
					// There is help even if the file has an error, which etal config reports.
					_ = e.config.read(e)
					return printParts(e.stdout, t.parts(e.config.keys), min(textWidth(e, 0), helpWidth))
				}
			}
			command, rest, err := cmd.Root().Find(args)
			if err == nil && len(rest) == 0 {
				return command.Help()
			}
			return usageError{fmt.Errorf("help: no command or topic %q%s", name, suggestion(name, cmd.Root()))}
		},
	}
}

// suggestion returns a question for the command or topic with the nearest name, if any is near.
func suggestion(name string, root *cobra.Command) string {
	var names []string
	for _, r := range slices.Concat(commandRows(root.Commands()), topicRows()) {
		names = append(names, r.name)
	}
	if nearest, ok := library.Nearest(name, names); ok {
		return fmt.Sprintf("; did you mean %q?", nearest)
	}
	return ""
}

// helpOf returns the function that prints the help of a command.
func helpOf(e env) func(*cobra.Command, []string) {
	return func(cmd *cobra.Command, _ []string) {
		parts := []part{{text: cmd.Short + "."}}
		if cmd.Long != "" {
			parts[0].text = cmd.Long
		}
		parts = append(parts, part{title: "Usage", lines: usage(cmd)})
		if cmd.HasExample() {
			parts = append(parts, part{title: "Examples", lines: unindent(cmd.Example)})
		}
		if !cmd.HasParent() {
			parts = append(parts, commandGroups(cmd)...)
			parts = append(parts, part{title: "Topics, by etal help TOPIC", rows: topicRows()})
		}
		if rows := flagRows(cmd); rows != nil {
			parts = append(parts, part{title: "Flags", rows: rows})
		}
		// Main reports a write error when it flushes the output.
		_ = printParts(e.stdout, parts, min(textWidth(e, 0), helpWidth))
	}
}

// usage returns the synopsis of a command, one form a line.
func usage(cmd *cobra.Command) string {
	line := cmd.Use
	if cmd.HasParent() {
		line = cmd.Parent().Name() + " " + line
	} else {
		line += "\n" + cmd.Name() + " COMMAND"
	}
	return line
}

// flagRows returns a row for each flag of a command that is not hidden.
func flagRows(cmd *cobra.Command) []row {
	var rows []row
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			rows = append(rows, flagRow(f))
		}
	})
	return rows
}

// flagRow returns a flag with its value's name, its description and its default.
func flagRow(f *pflag.Flag) row {
	value, description := pflag.UnquoteUsage(f)
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	switch value {
	case "":
	case "int":
		name += " N"
	case "string":
		name += " " + strings.ToUpper(f.Name)
	default:
		name += " " + strings.ToUpper(value)
	}
	if value == "string" && f.DefValue != "" {
		description += " (default " + f.DefValue + ")"
	}
	return row{name, description}
}

// commandGroups returns a part for each group of commands.
func commandGroups(root *cobra.Command) []part {
	var parts []part
	for _, g := range append(root.Groups(), &cobra.Group{Title: "Program"}) {
		commands := slices.DeleteFunc(slices.Clone(root.Commands()), func(c *cobra.Command) bool { return c.GroupID != g.ID })
		parts = append(parts, part{title: g.Title, rows: commandRows(commands)})
	}
	return parts
}

// commandRows returns a row for each command that is not hidden.
func commandRows(commands []*cobra.Command) []row {
	var rows []row
	for _, c := range commands {
		if !c.Hidden {
			rows = append(rows, row{c.Name(), c.Short})
		}
	}
	return rows
}

func topicRows() []row {
	var rows []row
	for _, t := range topics() {
		rows = append(rows, row{t.name, t.short})
	}
	return rows
}

func topicNames() []string {
	var names []string
	for _, t := range topics() {
		names = append(names, t.name)
	}
	return names
}

// printParts prints parts wrapped to a width in columns.
func printParts(w io.Writer, parts []part, width int) error {
	var b strings.Builder
	for i, p := range parts {
		indent := ""
		if i > 0 {
			b.WriteByte('\n')
		}
		if p.title != "" {
			b.WriteString(strings.Join(wrap(p.title, width), "\n") + "\n")
			indent = "  "
		}
		for line := range strings.Lines(p.lines) {
			b.WriteString(indent + strings.TrimSuffix(line, "\n") + "\n")
		}
		for j, paragraph := range strings.Split(p.text, "\n\n") {
			if j > 0 {
				b.WriteByte('\n')
			}
			for _, line := range wrap(paragraph, width-len(indent)) {
				b.WriteString(indent + line + "\n")
			}
		}
		writeRows(&b, p.rows, indent, width)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeRows writes names and descriptions in two columns. The description of a long name starts
// below it.
func writeRows(b *strings.Builder, rows []row, indent string, width int) {
	column := 0
	for _, r := range rows {
		if n := ansi.StringWidth(r.name); n <= nameWidth {
			column = max(column, n+2)
		}
	}
	if column == 0 {
		column = 4
	}
	for _, r := range rows {
		lines := wrap(r.description, width-len(indent)-column)
		if ansi.StringWidth(r.name) > column-2 {
			b.WriteString(indent + r.name + "\n")
		} else {
			b.WriteString(strings.TrimRight(indent+pad(r.name, column)+lines[0], " ") + "\n")
			lines = lines[1:]
		}
		for _, line := range lines {
			b.WriteString(indent + strings.Repeat(" ", column) + line + "\n")
		}
	}
}

// wrap cuts a paragraph into lines of at most width columns, or of one word that is wider.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && ansi.StringWidth(line)+1+ansi.StringWidth(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// unindent removes the two columns by which an Example is indented.
func unindent(lines string) string {
	return strings.ReplaceAll(strings.TrimPrefix(lines, "  "), "\n  ", "\n")
}
