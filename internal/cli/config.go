package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"etal/internal/cli/folders"
	"etal/internal/kept"
	"etal/internal/manual"
	"etal/internal/safe"
)

// newConfig returns the command config, which prints the configuration.
func newConfig(e env) *cobra.Command {
	var o readerOptions
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print settings and where each comes from",
		Long: "Print every setting and where its value comes from: a flag, the environment, the configuration file, or the default. " +
			"The output is a valid configuration file.\n\n" +
			"Flags override environment variables (--theme is ETAL_THEME), which override the file. " +
			"Keys are bound in the file only; rebinding a key replaces its default action.",
		Example: "  etal config\n" +
			"  etal config | head -1             where the file is\n" +
			"  etal config --theme light         the effect of a flag",
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			if name := chosenTheme(e); name != "" {
				e.config.from["theme"] += "; " + safe.Line(name).String() + " in the reader, chosen there"
			}
			return e.config.print(e.stdout, folders.Cache(e.getenv), cmd.Flags())
		},
	}
	o.addFlags(cmd)
	return cmd
}

// print prints the configuration in the form of its file, and the folder of the cache, unless that is empty.
func (c *configuration) print(w io.Writer, cache string, flags *pflag.FlagSet) error {
	where := c.file.Path
	switch {
	case where == "":
		where = "no file: the environment names no home directory"
	case !c.file.Exists:
		where += " (does not exist yet)"
	}
	lines := [][2]string{{"# " + where}}
	if cache != "" {
		lines = append(lines,
			[2]string{"# " + cache + " holds what can be made again: the compiled PDF reader;"},
			[2]string{fmt.Sprintf("# %s holds works that were fetched, at most %d, %d MB", filepath.Join(cache, "works"), kept.MaxWorks, kept.MaxSize>>20)})
	}
	lines = append(lines, [2]string{})
	for _, s := range settings {
		lines = append(lines, [2]string{s.name + " = " + tomlValue(flags.Lookup(s.name)), c.from[s.name]})
	}
	screen := ""
	for _, a := range c.keys.Bindings() {
		if a.Screen != screen {
			screen = a.Screen
			lines = append(lines, [2]string{}, [2]string{"[keys." + screen + "]"})
		}
		lines = append(lines, [2]string{a.Name + " = [" + strings.Join(quotedAll(a.Keys), ", ") + "]", c.from[a.String()]})
	}
	const column = 40 // in which the comments line up
	for _, l := range lines {
		line := l[0]
		if l[1] != "" {
			line = manual.Pad(line, column) + "  # " + l[1]
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

// tomlValue returns a flag's value in TOML.
func tomlValue(f *pflag.Flag) string {
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
