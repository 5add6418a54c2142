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
	"etal/internal/render"
	"etal/internal/terminal"
	"etal/internal/tui"
)

const (
	// measure is the width that text is set to on a terminal, in columns.
	measure = 76
	// pipeWidth is the width of what is printed to a pipe.
	pipeWidth = 80
	// maxWidth is the widest that can be asked for.
	maxWidth = 1_000_000
)

// A look is what was asked for of colours, theme and links.
type look struct {
	color      string // auto, always or never
	theme      string // one of themes
	style      string // the path of a Glamour style file, or empty
	hyperlinks string // auto, always or never
}

var (
	whens  = []string{"auto", "always", "never"}
	themes = []string{"auto", "dark", "light", "contrast", "none"}
)

func (l *look) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&l.color, "color", "auto", "`when` to use colours: auto, always or never")
	f.StringVar(&l.theme, "theme", "auto", "colours for a background that is dark or light; contrast, none or auto")
	f.StringVar(&l.style, "style", "", "take colours from a Glamour style `file` in JSON")
	f.StringVar(&l.hyperlinks, "hyperlinks", "auto", "`when` to print links that the terminal can open: auto, always or never")
	completeFiles(cmd, "style", "json")
	complete(cmd, "color", whens...)
	complete(cmd, "theme", themes...)
	complete(cmd, "hyperlinks", whens...)
}

// complete lets a shell complete the values of a flag.
func complete(cmd *cobra.Command, flag string, values ...string) {
	// The flag was defined a line above, so this cannot fail.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func (l look) check() error {
	if l.style != "" && l.theme != "auto" {
		return usageError{errors.New("--style and --theme: one of them chooses the colours, not both")}
	}
	return cmp.Or(
		oneOf("--color", l.color, whens...),
		oneOf("--theme", l.theme, themes...),
		oneOf("--hyperlinks", l.hyperlinks, whens...),
	)
}

// oneOf returns a usage error where value is none of the allowed ones.
func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return usageError{fmt.Errorf("%s %q: must be %s", flag, value, alternatives(allowed))}
}

// alternatives names values of which one is to be chosen.
func alternatives(values []string) string {
	last := len(values) - 1
	return strings.Join(values[:last], ", ") + " or " + values[last]
}

// styled reports whether output is to have styles when nothing more is said: on a
// terminal that can show them, or where they are forced.
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

// dark reports whether the background is to be taken for dark. Without a word about
// it that is what COLORFGBG tells, and else dark; the reader asks the terminal.
func (l look) dark(e env) bool {
	if l.theme == "dark" || l.theme == "light" {
		return l.theme == "dark"
	}
	fields := strings.Split(e.getenv("COLORFGBG"), ";")
	background, err := strconv.Atoi(fields[len(fields)-1])
	return err != nil || background < 7 || background == 8
}

// profile returns the colours that output can have.
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

// asks reports whether the theme depends on the background, which the terminal can be
// asked for.
func (l look) asks() bool { return l.style == "" && (l.theme == "auto" || l.theme == "contrast") }

// read returns the look that was asked for. It fails where the style file cannot be
// read.
func (l look) read(e env) (tui.Look, error) {
	chosen := tui.NewLook(l.dark(e), l.profile(e))
	switch {
	case l.style != "":
		own, err := readStyle(l.style, chosen.Profile)
		if err != nil {
			return chosen, fmt.Errorf("style %s: %w", l.style, err)
		}
		chosen.Theme, chosen.Style = own, &own
	case l.theme == "contrast":
		chosen.Theme = render.Contrast(chosen.Dark, chosen.Profile)
	case l.theme == "none":
		chosen.Theme = render.Colourless()
	}
	return chosen, nil
}

// readStyle reads a Glamour style file.
func readStyle(path string, profile termenv.Profile) (render.Theme, error) {
	data, err := file.Read(path, render.MaxStyle)
	if err != nil {
		return render.Theme{}, err
	}
	return render.ReadStyle(filepath.Base(path), data, profile)
}

// textWidth returns the width to print text to: that asked for, or the terminal's up
// to the measure, or that of a pipe.
func textWidth(e env, asked int) int {
	if asked > 0 {
		return asked
	}
	if e.tty != nil {
		if columns, _, ok := terminal.Size(e.tty); ok {
			return min(columns, measure)
		}
	}
	return pipeWidth
}
