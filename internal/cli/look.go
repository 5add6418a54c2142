package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/muesli/termenv"
	"github.com/spf13/cobra"

	"etal/internal/render"
	"etal/internal/terminal"
)

const (
	// measure is the width that text is set to on a terminal, in columns.
	measure = 76
	// pipeWidth is the width of what is printed to a pipe.
	pipeWidth = 80
	// maxWidth is the widest that can be asked for.
	maxWidth = 1_000_000
)

// A look is what was asked for of colours and theme.
type look struct {
	color string // auto, always or never
	theme string // auto, dark or light
}

func (l *look) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&l.color, "color", "auto", "colours: auto, always or never")
	cmd.Flags().StringVar(&l.theme, "theme", "auto", "colours for a background that is dark or light, or auto")
	complete(cmd, "color", "auto", "always", "never")
	complete(cmd, "theme", "auto", "dark", "light")
}

// complete lets a shell complete the values of a flag.
func complete(cmd *cobra.Command, flag string, values ...string) {
	// The flag was defined a line above, so this cannot fail.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func (l look) check() error {
	if err := oneOf("--color", l.color, "auto", "always", "never"); err != nil {
		return err
	}
	return oneOf("--theme", l.theme, "auto", "dark", "light")
}

// oneOf returns a usage error where value is none of the allowed ones.
func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return usageError{fmt.Errorf("%s %q: must be %s", flag, value, strings.Join(allowed[:len(allowed)-1], ", ")+" or "+allowed[len(allowed)-1])}
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
	if l.theme != "auto" {
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

func (l look) renderTheme(e env) render.Theme { return render.NewTheme(l.dark(e), l.profile(e)) }

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
