package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"etal/internal/config"
	"etal/internal/library"
	"etal/internal/tui"
)

// A setting is a flag whose value can also be set for good, in the environment or in the
// configuration file. A flag beats the environment, and that the file.
type setting struct {
	name    string
	choices []string // the values that it can have; nil for others
	// customs are the variables by which all programs are told the same. Where one is set,
	// the file says nothing.
	customs []string
}

// settings are all that can be set but keys, in the order in which they are printed.
var settings = []setting{
	{"theme", themes, nil},
	{"style", nil, nil},
	{"color", whens, []string{"NO_COLOR", "CLICOLOR_FORCE"}},
	{"hyperlinks", whens, []string{"NO_HYPERLINKS", "FORCE_HYPERLINK"}},
	{"width", nil, nil},
	{"mouse", nil, nil},
	{"plain", nil, []string{"ACCESSIBLE"}},
	{"bibliography", nil, nil},
}

// variable returns the name of the variable that sets it.
func (s setting) variable() string { return "ETAL_" + strings.ToUpper(s.name) }

// A configuration is what is in force, and where it comes from.
type configuration struct {
	file config.File
	from map[string]string // by a setting's or an action's name
	keys tui.Keys
}

// apply sets those flags of a command that are settings and were not given, and reads which
// keys are bound.
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
	return c.chooseLook(cmd)
}

// read reads the configuration file, and which keys it binds.
func (c *configuration) read(e env) (err error) {
	c.from, c.keys = map[string]string{}, tui.NewKeys()
	if path := configFile(e); path != "" {
		if c.file, err = config.Read(path); err != nil {
			return err
		}
	}
	return c.bind()
}

// set sets a flag that was not given.
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
		if why := s.put(f, values); why != "" {
			return fmt.Errorf("%s %q: %s", s.variable(), value, why)
		}
		return nil
	}
	if i := slices.IndexFunc(s.customs, func(name string) bool { return e.getenv(name) != "" }); i >= 0 {
		c.from[s.name] = "environment, " + s.customs[i]
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
			values[i] = c.path(e, values[i])
		}
	}
	if why := s.put(f, values); why != "" {
		return c.file.Wrong(entry, strings.TrimSpace(s.name+" "+strings.Join(quotedAll(entry.Values), ", "))+": "+why)
	}
	return nil
}

// put sets the flag to values; why says what is wrong with them.
func (s setting) put(f *pflag.Flag, values []string) (why string) {
	kind := f.Value.Type()
	if len(values) != 1 && kind != "stringArray" {
		return "must be one value"
	}
	for _, v := range values {
		switch {
		case s.choices != nil && !slices.Contains(s.choices, v):
			return "must be " + alternatives(s.choices)
		case kind == "int" && isBeyond(v):
			return fmt.Sprintf("must be 1 to %d", maxWidth)
		case f.Value.Set(v) == nil:
		case kind == "bool":
			return "must be true or false"
		default:
			return "must be a number"
		}
	}
	return ""
}

// isBeyond reports whether a number is no width.
func isBeyond(v string) bool {
	n, err := strconv.Atoi(v)
	return err == nil && (n < 0 || n > maxWidth)
}

// path returns a path of the file, which counts from the folder that the file is in.
func (c *configuration) path(e env, path string) string {
	if rest, found := strings.CutPrefix(path, "~/"); found {
		return filepath.Join(homeFolder(e), rest)
	}
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(c.file.Path), path)
}

// chooseLook has a theme that was asked for beat a style that was not, and the other way
// round.
func (c *configuration) chooseLook(cmd *cobra.Command) error {
	theme, style := cmd.Flags().Lookup("theme"), cmd.Flags().Lookup("style")
	if theme == nil || style.Value.String() == "" {
		return nil
	}
	asked := func(name string) bool {
		return strings.HasPrefix(c.from[name], "flag") || strings.HasPrefix(c.from[name], "environment")
	}
	loser := theme
	switch {
	case asked("theme") == asked("style"):
		return nil // both of which are a mistake, and found with those of the flags
	case asked("theme"):
		loser = style
	}
	c.from[loser.Name] = "default, since there is a " + map[*pflag.Flag]string{theme: "style", style: "theme"}[loser]
	return loser.Value.Set(loser.DefValue)
}

// bind binds the keys that the file binds, and looks for keys of the file that there are
// not.
func (c *configuration) bind() error {
	var anew []tui.Action
	var lines []config.Entry
	known := map[string]tui.Action{}
	var names []string
	for _, a := range c.keys.Actions() {
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
			why := fmt.Sprintf("there is no setting %q", entry.Key)
			if nearest, ok := library.Nearest(entry.Key, names); ok {
				why += fmt.Sprintf("; did you mean %q?", nearest)
			}
			return c.file.Wrong(entry, why)
		}
		action.Keys = entry.Values
		anew, lines = append(anew, action), append(lines, entry)
		c.from[entry.Key] = fmt.Sprintf("file, line %d", entry.Line)
	}
	keys, err := c.keys.Bind(anew)
	var wrong tui.BindError
	if errors.As(err, &wrong) {
		i := slices.IndexFunc(lines, func(e config.Entry) bool { return e.Key == wrong.Action.String() })
		return c.file.Wrong(lines[i], err.Error())
	}
	c.keys = keys
	return err
}
