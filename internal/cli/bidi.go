package cli

import (
	"strconv"
	"strings"
)

// setsBidi reports whether the terminal sets right-to-left text itself, line by line. It cannot be
// queried for that. What a multiplexer is shown in is not known.
func setsBidi(getenv func(string) string) bool {
	if inMultiplexer(getenv) {
		return false
	}
	version, _ := strconv.Atoi(getenv("VTE_VERSION"))
	const bidiVTE = 5800 // 0.58
	return version >= bidiVTE || getenv("KONSOLE_VERSION") != "" || strings.HasPrefix(getenv("TERM"), "mlterm") || getenv("TERM_PROGRAM") == "Apple_Terminal"
}
