package cli

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"etal/internal/cli/usage"
	"etal/internal/manual"
	"etal/internal/tui"
)

// newMan returns the hidden command man, which prints the man page for packages.
func newMan(e env) *cobra.Command {
	return &cobra.Command{
		Use:    "man",
		Short:  "Print the man page",
		Long:   "Print the man page in roff, dated by SOURCE_DATE_EPOCH if that is set.",
		Hidden: true,
		Args:   noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return printMan(e.stdout, cmd.Root(), manDate(e.getenv("SOURCE_DATE_EPOCH")))
		},
	}
}

// manDate returns the date of a number of seconds since 1970, or nothing if it is not one.
// See https://reproducible-builds.org/specs/source-date-epoch/.
func manDate(epoch string) string {
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return ""
	}
	return time.Unix(seconds, 0).UTC().Format(time.DateOnly)
}

// printMan prints etal(1) with the macros of man(7) that both groff and mandoc know.
func printMan(w io.Writer, root *cobra.Command, date string) error {
	m := manual.NewManPage(root.Name(), release(), date, lower(root.Short))
	m.Section("SYNOPSIS")
	m.Lines(usage.Line(root))
	m.Section("DESCRIPTION")
	m.Text(root.Long)
	m.Section("OPTIONS")
	m.Rows(usage.Flags(root))
	m.Section("COMMANDS")
	for _, c := range root.Commands() {
		if c.Hidden {
			continue
		}
		m.Heading(usage.Line(c))
		if c.Long == "" {
			m.Text(c.Short + ".")
		}
		m.Text(c.Long)
		m.Lines(usage.Unindent(c.Example))
		own, shared := usage.SplitShared(usage.Flags(c), usage.Flags(root))
		m.Rows(own)
		if len(shared) > 0 {
			m.Text("It also has the options " + strings.Join(shared, ", ") + " described above.")
		}
	}
	for _, t := range topics() {
		m.Section(strings.ToUpper(t.name))
		for _, p := range t.parts(tui.NewKeys()) {
			m.Part(p)
		}
	}
	m.Section("EXAMPLES")
	m.Lines(usage.Unindent(root.Example))
	_, err := io.WriteString(w, m.String())
	return err
}

// lower returns text with its first letter, which is ASCII, in lower case.
func lower(text string) string { return strings.ToLower(text[:1]) + text[1:] }
