package cli

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/muesli/termenv"
	"github.com/spf13/cobra"

	"etal/internal/file"
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
)

// A look holds the flags for colours, theme and hyperlinks.
type look struct {
	color      string // auto, always or never
	theme      string // one of themes
	style      string // the path of a Glamour style file, or empty
	hyperlinks string // auto, always or never
}

var (
	colorModes = []string{"auto", "always", "never"}
	themes     = []string{"auto", "dark", "light", "contrast", "none"}
)

func (l *look) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&l.color, "color", "auto", "`when` to use colours: auto, always or never")
	f.StringVar(&l.theme, "theme", "auto", "dark, light, contrast, none, or auto by the background")
	f.StringVar(&l.style, "style", "", "colours from a Glamour style `file` in JSON")
	f.StringVar(&l.hyperlinks, "hyperlinks", "auto", "`when` to print clickable links (OSC 8): auto, always or never")
	completeFiles(cmd, "style", "json")
	complete(cmd, "color", colorModes...)
	complete(cmd, "theme", themes...)
	complete(cmd, "hyperlinks", colorModes...)
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
		oneOf("--theme", l.theme, themes...),
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
	if l.theme == "dark" || l.theme == "light" {
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
	return l.style == "" && (l.theme == "auto" || l.theme == "contrast")
}

// resolve returns the theme and colours that the flags and the environment ask for, or the
// error of reading the style file.
func (l look) resolve(e env) (screen.Look, error) {
	chosen := screen.NewLook(l.dark(e), l.profile(e))
	switch {
	case l.style != "":
		own, err := readStyle(l.style, chosen.Profile)
		if err != nil {
			return chosen, fmt.Errorf("style %s: %w", l.style, err)
		}
		chosen.Theme, chosen.Style = own, &own
	case l.theme == "contrast":
		chosen.Theme = theme.Contrast(chosen.Dark, chosen.Profile)
	case l.theme == "none":
		chosen.Theme = theme.Colourless()
	}
	return chosen, nil
}

// readStyle reads a Glamour style file.
func readStyle(path string, profile termenv.Profile) (theme.Theme, error) {
	data, err := file.Read(path, theme.MaxStyle)
	if err != nil {
		return theme.Theme{}, err
	}
	return theme.ReadStyle(filepath.Base(path), data, profile)
}

// textWidth returns the columns to wrap text at: the width of the flag if it is set, else the
// terminal's up to the measure, else pipeWidth.
func textWidth(e env, flag int) int {
	if flag > 0 {
		return flag
	}
	if e.tty != nil {
		if columns, _, ok := terminal.Size(e.tty); ok {
			return min(columns, measure)
		}
	}
	return pipeWidth
}
