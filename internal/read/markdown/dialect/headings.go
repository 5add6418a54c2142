package dialect

import (
	"strings"

	"etal/internal/lazyregexp"
)

// headingText matches a heading after number signs, and its words.
var headingText = lazyregexp.New(`^ {0,3}#{1,6}[ \t]+([^\n]*?)[ \t#]*(?:\n|$)`)

// isHeading reports whether a block is a heading.
func isHeading(block string) bool {
	first, line, two := strings.Cut(block, "\n")
	if strings.HasPrefix(strings.TrimLeft(first, " "), "#") {
		return !two
	}
	return two && !strings.Contains(line, "\n") && line != "" && strings.Trim(strings.TrimSpace(line), "=-") == ""
}
