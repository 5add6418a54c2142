package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"etal/internal/cli/folders"
	"etal/internal/config"
	"etal/internal/library"
	"etal/internal/tui"
	"etal/internal/tui/screen"
)

// A setting is a flag that can also be set permanently, by an environment variable or in the
// configuration file. Flags override variables, which override the file.
type setting struct {
	name    string
	choices []string // the valid values; nil if they are not a list
	// stdEnvVars are variables with the same meaning in other programs. If one is set, it
	// overrides the file.
	stdEnvVars []string
}

// settings are all settings but keys, in the order in which they are printed.
var settings = []setting{
	{"theme", screen.Themes(), nil},
	{"style", nil, nil},
	{"color", colorModes, []string{"NO_COLOR", "CLICOLOR_FORCE"}},
	{"hyperlinks", colorModes, []string{"NO_HYPERLINKS", "FORCE_HYPERLINK"}},
	{"width", nil, nil},
	{"mouse", nil, nil},
	{"plain", nil, []string{"ACCESSIBLE"}},
	{"bibliography", nil, nil},
	{"email", nil, nil},
	{"no-cache", nil, nil},
	{"quit-if-one-screen", nil, nil},
}

// variable returns the name of the environment variable for the setting.
func (s setting) variable() string {
	return "ETAL_" + strings.ToUpper(strings.ReplaceAll(s.name, "-", "_"))
}

// A configuration holds the configuration file, the keys it binds, and where the value of each
// setting comes from.
type configuration struct {
	file config.File
	from map[string]string // by the name of a setting or of a key's action
	keys tui.Keys
}

// apply sets the flags of a command that are settings and not on the command line, and binds
// keys.
func (c *configuration) apply(e env, cmd *cobra.Command) error {
	has := func(s setting) bool { return cmd.Flags().Lookup(s.name) != nil }
	if !slices.ContainsFunc(settings, has) {
		return nil
	}
	if err := c.read(e); err != nil {
		return usageError{err}
	}
	for _, s := range settings {
		if f := cmd.Flags().Lookup(s.name); f != nil {
			if err := c.set(e, s, f); err != nil {
				return usageError{err}
			}
		}
	}
	return c.resolveStyle(cmd)
}

// read reads the configuration file and binds its keys.
func (c *configuration) read(e env) (err error) {
	c.from, c.keys = map[string]string{}, tui.NewKeys()
	if path := folders.ConfigFile(e.getenv); path != "" {
		if c.file, err = config.Read(path); err != nil {
			return err
		}
	}
	return c.bind()
}

// set sets a flag that is not on the command line, and notes where the value comes from.
func (c *configuration) set(e env, s setting, f *pflag.Flag) error {
	if f.Changed {
		c.from[s.name] = "flag"
		return nil
	}
	if value := e.getenv(s.variable()); value != "" {
		c.from[s.name] = "environment, " + s.variable()
		values := []string{value}
		if f.Value.Type() == "stringArray" {
			values = filepath.SplitList(value)
		}
		if err := s.put(f, values); err != nil {
			return fmt.Errorf("%s %q: %w", s.variable(), value, err)
		}
		return nil
	}
	if i := slices.IndexFunc(s.stdEnvVars, func(name string) bool { return e.getenv(name) != "" }); i >= 0 {
		c.from[s.name] = "environment, " + s.stdEnvVars[i]
		return nil
	}
	entry, found := c.file.Entry(s.name)
	if !found {
		c.from[s.name] = "default"
		return nil
	}
	c.from[s.name] = fmt.Sprintf("file, line %d", entry.Line)
	values := slices.Clone(entry.Values)
	if s.name == "style" || s.name == "bibliography" {
		for i := range values {
			if s.name != "style" || !isStyle(values[i]) {
				values[i] = c.path(e, values[i])
			}
		}
	}
	if err := s.put(f, values); err != nil {
		return c.file.Wrong(entry, strings.TrimSpace(s.name+" "+strings.Join(quotedAll(entry.Values), ", "))+": "+err.Error())
	}
	return nil
}

// hasDefault reports whether a setting is neither on the command line nor in the environment nor
// in the file.
func (c *configuration) hasDefault(name string) bool { return c.from[name] == "default" }

// put sets the flag to values, or returns the values that it must have.
func (s setting) put(f *pflag.Flag, values []string) error {
	kind := f.Value.Type()
	if len(values) != 1 && kind != "stringArray" {
		return errors.New("must be one value")
	}
	for _, v := range values {
		switch {
		case s.choices != nil && !slices.Contains(s.choices, v):
			return errors.New("must be " + alternatives(s.choices))
		case kind == "bool":
			if f.Value.Set(v) != nil {
				return errors.New("must be true or false")
			}
		default:
			if err := f.Value.Set(v); err != nil {
				return err
			}
		}
	}
	return nil
}

// path returns a path in the configuration file, which is relative to the file's folder.
func (c *configuration) path(e env, path string) string {
	if rest, found := strings.CutPrefix(path, "~/"); found {
		return filepath.Join(folders.Home(e.getenv), rest)
	}
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(c.file.Path), path)
}

// resolveStyle lets a theme from a flag or a variable override the style of the file, and a
// style the theme. Both from flags or variables are an error that look.check finds.
func (c *configuration) resolveStyle(cmd *cobra.Command) error {
	theme, style := cmd.Flags().Lookup("theme"), cmd.Flags().Lookup("style")
	if theme == nil || style.Value.String() == "" {
		return nil
	}
	explicit := func(name string) bool {
		return strings.HasPrefix(c.from[name], "flag") || strings.HasPrefix(c.from[name], "environment")
	}
	if explicit("theme") == explicit("style") {
		return nil
	}
	winner, loser := style, theme
	if explicit("theme") {
		winner, loser = theme, style
	}
	c.from[loser.Name] = "default, overridden by " + winner.Name
	return loser.Value.Set(loser.DefValue)
}

// bind binds the keys of the file, and reports a setting that does not exist.
func (c *configuration) bind() error {
	var overrides []screen.Binding
	var lines []config.Entry
	known := map[string]screen.Binding{}
	var names []string
	for _, a := range c.keys.Bindings() {
		known[a.String()] = a
		names = append(names, a.String())
		c.from[a.String()] = "default"
	}
	for _, s := range settings {
		names = append(names, s.name)
	}
	for _, entry := range c.file.Entries {
		if slices.ContainsFunc(settings, func(s setting) bool { return s.name == entry.Key }) {
			continue
		}
		action, found := known[entry.Key]
		if !found {
			why := fmt.Sprintf("unknown setting %q", entry.Key)
			if nearest, ok := library.Nearest(entry.Key, names); ok {
				why += fmt.Sprintf("; did you mean %q?", nearest)
			}
			return c.file.Wrong(entry, why)
		}
		action.Keys = entry.Values
		overrides, lines = append(overrides, action), append(lines, entry)
		c.from[entry.Key] = fmt.Sprintf("file, line %d", entry.Line)
	}
	keys, err := c.keys.Bind(overrides)
	var wrong screen.BindError
	if errors.As(err, &wrong) {
		i := slices.IndexFunc(lines, func(e config.Entry) bool { return e.Key == wrong.Binding.String() })
		return c.file.Wrong(lines[i], err.Error())
	}
	c.keys = keys
	return err
}
