package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"etal/internal/cli/usage"
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
			for _, r := range slices.Concat(usage.Commands(cmd.Root().Commands()), topicRows()) {
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
	for _, r := range slices.Concat(usage.Commands(root.Commands()), topicRows()) {
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
		parts = append(parts, manual.Part{Title: "Usage", Lines: usage.Line(cmd)})
		if cmd.HasExample() {
			parts = append(parts, manual.Part{Title: "Examples", Lines: usage.Unindent(cmd.Example)})
		}
		if !cmd.HasParent() {
			parts = append(parts, usage.Groups(cmd)...)
			parts = append(parts, manual.Part{Title: "Topics, by etal help TOPIC", Rows: topicRows()})
		}
		if rows := usage.Flags(cmd); rows != nil {
			parts = append(parts, manual.Part{Title: "Flags", Rows: rows})
		}
		// Main reports a write error when it flushes the output.
		_ = manual.Print(e.stdout, parts, min(textWidth(e, 0), manual.Width))
	}
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
