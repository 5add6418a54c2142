package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// newConfig returns the command that prints the configuration.
func newConfig(e env) *cobra.Command {
	var o readerOptions
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print the settings in force, and where each comes from",
		Long: "Print the settings in force, and where each comes from: a flag, the environment, the configuration file, or nobody. " +
			"What is printed is a configuration file that says the same.\n\n" +
			"Settings are flags that hold for good. A flag beats the environment, where --theme is ETAL_THEME, and that the file. " +
			"Keys are bound in the file only.",
		Example: "  etal config\n" +
			"  etal config | head -1             the file's name\n" +
			"  etal config --theme light         what a flag changes",
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			return e.config.print(e.stdout, cmd.Flags())
		},
	}
	o.addFlags(cmd)
	return cmd
}

// print prints the configuration as a file.
func (c *configuration) print(w io.Writer, flags *pflag.FlagSet) error {
	about := c.file.Path
	switch {
	case about == "":
		about = "no file: the environment names no home"
	case !c.file.Exists:
		about += " (there is none yet)"
	}
	lines := [][2]string{{"# " + about}, {}}
	for _, s := range settings {
		lines = append(lines, [2]string{s.name + " = " + written(flags.Lookup(s.name)), c.from[s.name]})
	}
	screen := ""
	for _, a := range c.keys.Actions() {
		if a.Screen != screen {
			screen = a.Screen
			lines = append(lines, [2]string{}, [2]string{"[keys." + screen + "]"})
		}
		lines = append(lines, [2]string{a.Name + " = [" + strings.Join(quotedAll(a.Keys), ", ") + "]", c.from[a.String()]})
	}
	const column = 40 // where most of the comments stand
	for _, l := range lines {
		line := l[0]
		if l[1] != "" {
			line = pad(line, column) + "  # " + l[1]
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

// written returns a flag's value as TOML has it.
func written(f *pflag.Flag) string {
	switch value := f.Value.(type) {
	case pflag.SliceValue:
		return "[" + strings.Join(quotedAll(value.GetSlice()), ", ") + "]"
	default:
		if f.Value.Type() == "string" {
			return strconv.Quote(value.String())
		}
		return value.String()
	}
}

func quotedAll(values []string) []string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = strconv.Quote(v)
	}
	return quoted
}
