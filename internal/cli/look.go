package cli

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/muesli/termenv"
	"github.com/spf13/cobra"

	"etal/internal/file"
	"etal/internal/library"
	"etal/internal/render"
	"etal/internal/terminal"
	"etal/internal/theme"
	"etal/internal/tui/screen"
)

const (
	// measure is the width that text is set to on a terminal, in columns.
	measure = 76
	// pipeWidth is the width of text that is printed to a pipe or a file.
	pipeWidth = 80
	// maxWidth is the largest --width.
	maxWidth = 1_000_000
	// autoWidth is a --width that is as the output has it.
	autoWidth columns = -1
)

// columns are the value of --width: a number, 0 for text that is not wrapped, or autoWidth.
type columns int

func (c *columns) String() string {
	if *c == autoWidth {
		return "auto"
	}
	return strconv.Itoa(int(*c))
}

func (c *columns) Set(s string) error {
	n, err := strconv.Atoi(s)
	switch {
	case s == "auto":
		n = int(autoWidth)
	case err != nil:
		return errors.New("must be a number or auto")
	case n < 0 || n > maxWidth:
		return fmt.Errorf("must be 0 to %d, or auto", maxWidth)
	}
	*c = columns(n)
	return nil
}

func (*columns) Type() string { return "string" }

// A look holds the flags for colours, theme and hyperlinks.
type look struct {
	color      string // auto, always or never
	theme      string // one of screen.Themes
	style      string // the name of a Glamour style or the path of one's file, or empty
	hyperlinks string // auto, always or never
	remembered bool   // the theme was chosen in the reader before
}

var colorModes = []string{"auto", "always", "never"}

func (l *look) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&l.color, "color", "auto", "`when` to use colours: auto, always or never")
	f.StringVar(&l.theme, "theme", "auto", "dark, light, contrast, none, or auto by the background; list prints all")
	f.StringVar(&l.style, "style", "", "colours of a Glamour `style`, such as dracula or a JSON file")
	f.StringVar(&l.hyperlinks, "hyperlinks", "auto", "`when` to print clickable links (OSC 8): auto, always or never")
	_ = cmd.RegisterFlagCompletionFunc("style", completeStyles) // the flag was defined above
	complete(cmd, "color", colorModes...)
	complete(cmd, "theme", append(screen.Themes(), "list")...)
	complete(cmd, "hyperlinks", colorModes...)
}

// completeStyles completes the names of Glamour's styles or, if none has the prefix typed, files.
func completeStyles(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	names := slices.DeleteFunc(theme.GlamourStyles(), func(name string) bool { return !strings.HasPrefix(name, typed) })
	if len(names) == 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return names, cobra.ShellCompDirectiveDefault
}

// complete registers the values that shells complete a flag with.
func complete(cmd *cobra.Command, flag string, values ...string) {
	// The flag was defined a line above, so this cannot fail.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func (l look) check() error {
	if l.style != "" && l.theme != "auto" {
		return usageError{errors.New("--style and --theme exclude each other")}
	}
	return cmp.Or(
		oneOf("--color", l.color, colorModes...),
		oneOf("--theme", l.theme, screen.Themes()...),
		oneOf("--hyperlinks", l.hyperlinks, colorModes...),
	)
}

// oneOf returns a usage error unless value is one of the allowed ones.
func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return usageError{fmt.Errorf("%s %q: must be %s", flag, value, alternatives(allowed))}
}

// alternatives joins values as "a, b or c".
func alternatives(values []string) string {
	last := len(values) - 1
	return strings.Join(values[:last], ", ") + " or " + values[last]
}

// remember sets the theme that was chosen in the reader before. It ignores "auto" and unknown names.
func (l *look) remember(name string) {
	if name != "auto" && slices.Contains(screen.Themes(), name) {
		l.theme, l.remembered = name, true
	}
}

// styled reports whether output has styles unless --format decides: on a terminal that can
// show them, or if they are forced.
func (l look) styled(e env) bool {
	switch l.color {
	case "always":
		return true
	case "never":
		return false
	}
	if force := e.getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	return e.tty != nil && e.getenv("TERM") != "dumb"
}

// dark reports whether to assume a dark background: what the theme or else COLORFGBG says,
// dark by default. The reader queries the terminal later.
func (l look) dark(e env) bool {
	if !l.remembered && (l.theme == "dark" || l.theme == "light") {
		return l.theme == "dark"
	}
	fields := strings.Split(e.getenv("COLORFGBG"), ";")
	background, err := strconv.Atoi(fields[len(fields)-1])
	return err != nil || background < 7 || background == 8
}

// profile returns how many colours output may use.
func (l look) profile(e env) termenv.Profile {
	if l.color == "never" || l.color == "auto" && e.getenv("NO_COLOR") != "" {
		return termenv.Ascii
	}
	switch t := e.getenv("COLORTERM"); {
	case t == "truecolor" || t == "24bit":
		return termenv.TrueColor
	case strings.Contains(e.getenv("TERM"), "256color") || e.tty == nil:
		return termenv.ANSI256
	}
	if t := e.getenv("TERM"); t == "linux" || t == "xterm" || t == "vt100" || t == "ansi" || t == "screen" {
		return termenv.ANSI
	}
	return termenv.ANSI256
}

// queriesBackground reports whether the theme depends on the terminal's background.
func (l look) queriesBackground() bool {
	return l.remembered || (l.style == "" || l.style == autoStyle) && (l.theme == "auto" || l.theme == "contrast")
}

// resolve returns the theme and colours that the flags and the environment ask for, or the
// error of reading the style file.
func (l look) resolve(e env) (screen.Look, error) {
	chosen := screen.NewLook(l.dark(e), l.profile(e))
	if l.style == "" || l.style == autoStyle {
		chosen, _ = chosen.Named(l.theme) // check has found unknown names
		return chosen, nil
	}
	if styled, ok := chosen.Styled(l.style); ok {
		return styled, nil
	}
	own, err := readStyle(l.style, chosen.Profile)
	if err != nil {
		return chosen, fmt.Errorf("style %s: %w%s", l.style, err, nearestStyle(l.style))
	}
	chosen.Theme, chosen.Style = own, &own
	return chosen, nil
}

// autoStyle is Glamour's name for a style by the background, for which there are etal's own themes.
const autoStyle = "auto"

// isStyle reports whether a style is one by its name, not a file.
func isStyle(name string) bool {
	return name == autoStyle || slices.Contains(theme.GlamourStyles(), name)
}

// nearestStyle returns a question for the style that a misspelt name may mean.
func nearestStyle(name string) string {
	if nearest, ok := library.Nearest(name, theme.GlamourStyles()); ok {
		return fmt.Sprintf("; did you mean %q?", nearest)
	}
	return ""
}

// listThemes is the --theme that prints the names of all.
const listThemes = "list"

// printThemes prints the names that --theme takes, one a line. Those of Glamour are styles, too.
func printThemes(e env) error {
	_, err := fmt.Fprintln(e.stdout, strings.Join(screen.Themes(), "\n"))
	return err
}

// readStyle reads a Glamour style file.
func readStyle(path string, profile termenv.Profile) (theme.Theme, error) {
	data, err := file.Read(path, theme.MaxStyle)
	if err != nil {
		return theme.Theme{}, err
	}
	return theme.ReadStyle(filepath.Base(path), data, profile)
}

// textWidth returns the columns to wrap text at: the width of the flag if it is set, where 0 is not
// to wrap, else the terminal's up to the measure, else pipeWidth.
func textWidth(e env, flag columns) int {
	switch {
	case flag > 0:
		return int(flag)
	case flag == 0:
		return render.NoWrap
	}
	if e.tty != nil {
		if columns, _, ok := terminal.Size(e.tty); ok {
			return min(columns, measure)
		}
	}
	return pipeWidth
}
