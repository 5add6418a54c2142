package dialect

import (
	"strings"

	"etal/internal/lazyregexp"
)

// An optionReader tells the options at the beginning of a directive of MyST from its content.
type optionReader struct {
	mapping bool // whether YAML between lines of --- is open
	done    bool
}

var optionLine = lazyregexp.New(`^[ \t]*:([\w-]+):(?:[ \t]+(.*))?$`)

// option reads a line, and reports whether it is an option.
func (r *optionReader) option(text string) bool {
	rule := strings.TrimSpace(text) == "---"
	switch {
	case r.done:
		return false
	case r.mapping:
		r.done = rule
		return true
	case rule:
		r.mapping = true
		return true
	}
	r.done = !optionLine.MatchString(text)
	return !r.done
}
