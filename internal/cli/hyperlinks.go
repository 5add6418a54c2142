package cli

import (
	"slices"
	"strconv"
	"strings"
)

// links reports whether the terminal is to be told where links lead (OSC 8). A terminal
// cannot be asked whether it knows them; it is told by what it leaves in the environment,
// and one that does not know them may print them.
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
	return knowsLinks(e.getenv)
}

// The terminals that know links, by the names that they go by.
var (
	programs = []string{"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "mintty", "Tabby", "WarpTerminal"}
	terms    = []string{"xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour", "rio"}
	traces   = []string{"WT_SESSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM"}
)

func knowsLinks(getenv func(string) string) bool {
	term, program := getenv("TERM"), getenv("TERM_PROGRAM")
	switch {
	case term == "dumb" || term == "linux":
		return false
	case program == "tmux": // which hides the terminal that it runs in, and filters for it
		return atLeast(getenv("TERM_PROGRAM_VERSION"), 3, 4)
	case getenv("TMUX") != "" || getenv("STY") != "" || strings.HasPrefix(term, "screen") || strings.HasPrefix(term, "tmux"):
		return false
	}
	// VTE 0.50.0 crashed on them.
	if version, err := strconv.Atoi(getenv("VTE_VERSION")); err == nil && version > 5000 {
		return true
	}
	return slices.Contains(programs, program) ||
		slices.ContainsFunc(terms, func(t string) bool { return term == t || strings.HasPrefix(term, t+"-") }) ||
		slices.ContainsFunc(traces, func(name string) bool { return getenv(name) != "" })
}

// atLeast reports whether a version such as 3.4a is that one or later.
func atLeast(version string, major, minor int) bool {
	first, rest, _ := strings.Cut(version, ".")
	a, err := strconv.Atoi(first)
	if err != nil {
		return false
	}
	digits := strings.TrimRight(rest, "abcdefghijklmnopqrstuvwxyz")
	b, _ := strconv.Atoi(digits) // 0 where there is none
	return a > major || a == major && b >= minor
}
