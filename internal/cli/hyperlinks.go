package cli

import (
	"slices"
	"strconv"
	"strings"
)

// links reports whether to print hyperlinks (OSC 8). A terminal cannot be queried for support,
// and one without may print the sequence, so the environment decides.
func (l look) links(e env) bool {
	switch {
	case l.hyperlinks == "always":
		return true
	case l.hyperlinks == "never" || e.getenv("NO_HYPERLINKS") != "" || e.tty == nil || !l.styled(e):
		return false
	}
	if force := e.getenv("FORCE_HYPERLINK"); force != "" {
		return force != "0"
	}
	return supportsLinks(e.getenv)
}

// Terminals that support hyperlinks: values of TERM_PROGRAM and TERM, and variables of theirs.
var (
	linkPrograms  = []string{"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "mintty", "Tabby", "WarpTerminal"}
	linkTerms     = []string{"xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour", "rio"}
	linkVariables = []string{"WT_SESSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM"}
)

func supportsLinks(getenv func(string) string) bool {
	term, program := getenv("TERM"), getenv("TERM_PROGRAM")
	switch {
	case term == "dumb" || term == "linux":
		return false
	case program == "tmux": // which filters them by what the outer terminal supports
		return atLeast(getenv("TERM_PROGRAM_VERSION"), 3, 4)
	case inMultiplexer(getenv):
		return false
	}
	// VTE 0.50.0 crashed on them.
	if version, err := strconv.Atoi(getenv("VTE_VERSION")); err == nil && version > 5000 {
		return true
	}
	return slices.Contains(linkPrograms, program) ||
		slices.ContainsFunc(linkTerms, func(t string) bool { return term == t || strings.HasPrefix(term, t+"-") }) ||
		slices.ContainsFunc(linkVariables, func(name string) bool { return getenv(name) != "" })
}

// inMultiplexer reports whether the terminal is one that tmux or screen makes.
func inMultiplexer(getenv func(string) string) bool {
	term := getenv("TERM")
	return getenv("TMUX") != "" || getenv("STY") != "" || strings.HasPrefix(term, "screen") || strings.HasPrefix(term, "tmux")
}

// atLeast reports whether a version such as 3.4a is major.minor or later.
func atLeast(version string, major, minor int) bool {
	first, rest, _ := strings.Cut(version, ".")
	a, err := strconv.Atoi(first)
	if err != nil {
		return false
	}
	digits := strings.TrimRight(rest, "abcdefghijklmnopqrstuvwxyz")
	b, _ := strconv.Atoi(digits) // 0 without digits
	return a > major || a == major && b >= minor
}
