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

// A part is something that help has to say, under a title: lines that stay as they are, text
// in paragraphs, and rows. Help prints parts, and the man page is made of them.
type part struct {
	title string
	lines string
	text  string
	rows  []row
}

// A row is a thing and what is to be said of it.
type row struct{ name, about string }

const (
	// helpWidth is the widest that help is, in columns.
	helpWidth = 80
	// nameWidth is the widest name beside which there is room for what is said of it.
	nameWidth = 22
)

// newHelp returns the help command, for which an unknown command or topic is a mistake.
func newHelp(e env) *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND|TOPIC]",
		Short:   "Say what a command does, or more of a topic",
		Long:    "Say what a command does, or more of a topic: " + strings.Join(topicNames(), ", ") + ".",
		Example: "  etal help refs\n  etal help keys",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []string
			for _, r := range slices.Concat(commandRows(cmd.Root().Commands()), topicRows()) {
				names = append(names, cobra.CompletionWithDesc(r.name, r.about))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			for _, t := range topics() {
				if t.name == name {
					// Of a file that says nonsense, too, there is help; etal config says what is wrong.
					_ = e.config.read(e)
					return printParts(e.stdout, t.parts(e.config.keys), min(textWidth(e, 0), helpWidth))
				}
			}
			about, rest, err := cmd.Root().Find(args)
			if err == nil && len(rest) == 0 {
				return about.Help()
			}
			return usageError{fmt.Errorf("help: there is no command or topic %q%s", name, meant(name, cmd.Root()))}
		},
	}
}

// meant asks for the command or topic whose name is nearest to the one given.
func meant(name string, root *cobra.Command) string {
	var names []string
	for _, r := range slices.Concat(commandRows(root.Commands()), topicRows()) {
		names = append(names, r.name)
	}
	if nearest, ok := library.Nearest(name, names); ok {
		return fmt.Sprintf("; did you mean %q?", nearest)
	}
	return ""
}

// helpOf returns what prints the help of a command.
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
			parts = append(parts, part{title: "More, by etal help TOPIC", rows: topicRows()})
		}
		if rows := flagRows(cmd); rows != nil {
			parts = append(parts, part{title: "Flags", rows: rows})
		}
		// What cannot be written is found out when the program's output is flushed.
		_ = printParts(e.stdout, parts, min(textWidth(e, 0), helpWidth))
	}
}

// usage returns the lines that a command is called by.
func usage(cmd *cobra.Command) string {
	line := cmd.Use
	if cmd.HasParent() {
		line = cmd.Parent().Name() + " " + line
	} else {
		line += "\n" + cmd.Name() + " COMMAND"
	}
	return line
}

// flagRows says of each flag of a command what it does, but of those that are hidden.
func flagRows(cmd *cobra.Command) []row {
	var rows []row
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			rows = append(rows, flagRow(f))
		}
	})
	return rows
}

// flagRow says of a flag how it is written, what it does, and what it is by default.
func flagRow(f *pflag.Flag) row {
	value, about := pflag.UnquoteUsage(f)
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
		about += " (default " + f.DefValue + ")"
	}
	return row{name, about}
}

// commandGroups returns the commands, those that belong together in one part.
func commandGroups(root *cobra.Command) []part {
	var parts []part
	for _, g := range append(root.Groups(), &cobra.Group{Title: "etal itself"}) {
		commands := slices.DeleteFunc(slices.Clone(root.Commands()), func(c *cobra.Command) bool { return c.GroupID != g.ID })
		parts = append(parts, part{title: g.Title, rows: commandRows(commands)})
	}
	return parts
}

// commandRows says of each command what it does, but of those that are hidden.
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

// printParts prints parts as text that is as wide as given, in columns, where its words
// allow it.
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

// writeRows writes names, and beside each what is said of it: below it where there is no
// room beside.
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
		lines := wrap(r.about, width-len(indent)-column)
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

// wrap returns a paragraph in lines that are at most as wide as given, in columns, but for
// a word that is wider.
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

// unindent returns lines without the two columns that they are set in by in an Example.
func unindent(lines string) string {
	return strings.ReplaceAll(strings.TrimPrefix(lines, "  "), "\n  ", "\n")
}
