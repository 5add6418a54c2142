// Package usage says what commands tell of themselves: their usage, flags and subcommands, as parts
// of the manual. The package must not know which commands there are.
package usage

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"etal/internal/manual"
)

// Line returns the synopsis of a command, one form a line.
func Line(cmd *cobra.Command) string {
	line := cmd.Use
	if cmd.HasParent() {
		line = cmd.Parent().Name() + " " + line
	} else {
		line += "\n" + cmd.Name() + " COMMAND"
	}
	return line
}

// Flags returns a row for each flag of a command that is not hidden.
func Flags(cmd *cobra.Command) []manual.Row {
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

// Groups returns a part for each group of commands.
func Groups(root *cobra.Command) []manual.Part {
	var parts []manual.Part
	for _, g := range append(root.Groups(), &cobra.Group{Title: "Program"}) {
		commands := slices.DeleteFunc(slices.Clone(root.Commands()), func(c *cobra.Command) bool { return c.GroupID != g.ID })
		parts = append(parts, manual.Part{Title: g.Title, Rows: Commands(commands)})
	}
	return parts
}

// Commands returns a row for each command that is not hidden.
func Commands(commands []*cobra.Command) []manual.Row {
	var rows []manual.Row
	for _, c := range commands {
		if !c.Hidden {
			rows = append(rows, manual.Row{c.Name(), c.Short})
		}
	}
	return rows
}

// Unindent removes the two columns by which an Example is indented.
func Unindent(lines string) string {
	return strings.ReplaceAll(strings.TrimPrefix(lines, "  "), "\n  ", "\n")
}

// SplitShared returns the rows that are not among others, and the names of those that are.
func SplitShared(rows, others []manual.Row) (own []manual.Row, shared []string) {
	for _, r := range rows {
		if slices.Contains(others, r) {
			name, _, _ := strings.Cut(r[0], " ")
			shared = append(shared, name)
			continue
		}
		own = append(own, r)
	}
	return own, shared
}
