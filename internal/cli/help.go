package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"etal/internal/library"
	"etal/internal/manual"
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
				names = append(names, cobra.CompletionWithDesc(r[0], r[1]))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			for _, t := range topics() {
				if t.name == name {
					// There is help even if the file has an error, which etal config reports.
					_ = e.config.read(e)
					return manual.Print(e.stdout, t.parts(e.config.keys), min(textWidth(e, 0), manual.Width))
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
		names = append(names, r[0])
	}
	if nearest, ok := library.Nearest(name, names); ok {
		return fmt.Sprintf("; did you mean %q?", nearest)
	}
	return ""
}

// helpOf returns the function that prints the help of a command.
func helpOf(e env) func(*cobra.Command, []string) {
	return func(cmd *cobra.Command, _ []string) {
		parts := []manual.Part{{Text: cmd.Short + "."}}
		if cmd.Long != "" {
			parts[0].Text = cmd.Long
		}
		parts = append(parts, manual.Part{Title: "Usage", Lines: usage(cmd)})
		if cmd.HasExample() {
			parts = append(parts, manual.Part{Title: "Examples", Lines: unindent(cmd.Example)})
		}
		if !cmd.HasParent() {
			parts = append(parts, commandGroups(cmd)...)
			parts = append(parts, manual.Part{Title: "Topics, by etal help TOPIC", Rows: topicRows()})
		}
		if rows := flagRows(cmd); rows != nil {
			parts = append(parts, manual.Part{Title: "Flags", Rows: rows})
		}
		// Main reports a write error when it flushes the output.
		_ = manual.Print(e.stdout, parts, min(textWidth(e, 0), manual.Width))
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
func flagRows(cmd *cobra.Command) []manual.Row {
	var rows []manual.Row
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			rows = append(rows, flagRow(f))
		}
	})
	return rows
}

// flagRow returns a flag with its value's name, its description and its default.
func flagRow(f *pflag.Flag) manual.Row {
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
	return manual.Row{name, description}
}

// commandGroups returns a part for each group of commands.
func commandGroups(root *cobra.Command) []manual.Part {
	var parts []manual.Part
	for _, g := range append(root.Groups(), &cobra.Group{Title: "Program"}) {
		commands := slices.DeleteFunc(slices.Clone(root.Commands()), func(c *cobra.Command) bool { return c.GroupID != g.ID })
		parts = append(parts, manual.Part{Title: g.Title, Rows: commandRows(commands)})
	}
	return parts
}

// commandRows returns a row for each command that is not hidden.
func commandRows(commands []*cobra.Command) []manual.Row {
	var rows []manual.Row
	for _, c := range commands {
		if !c.Hidden {
			rows = append(rows, manual.Row{c.Name(), c.Short})
		}
	}
	return rows
}

func topicRows() []manual.Row {
	var rows []manual.Row
	for _, t := range topics() {
		rows = append(rows, manual.Row{t.name, t.short})
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

// unindent removes the two columns by which an Example is indented.
func unindent(lines string) string {
	return strings.ReplaceAll(strings.TrimPrefix(lines, "  "), "\n  ", "\n")
}
