package terminal

import (
	"errors"
	"strings"
)

// errQuote is what is wrong with a command whose quotation has no end.
var errQuote = errors.New("quotation mark without its partner")

// splitCommand cuts a command as a shell would, at blanks outside of quotation marks and
// with backslashes taken at their word, but expands nothing and runs nothing. On Windows,
// where a backslash is part of a path, it is a letter like any other.
func splitCommand(command string, windows bool) ([]string, error) {
	var words []string
	var word strings.Builder
	started := false
	quote := rune(0)
	escaped := false
	for _, r := range command {
		switch {
		case escaped:
			if quote == '"' && !strings.ContainsRune("\"\\$`", r) {
				word.WriteByte('\\')
			}
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'' && !windows:
			escaped, started = true, true
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' && !windows, r == '"':
			quote, started = r, true
		case r == ' ' || r == '\t' || r == '\n':
			if started {
				words = append(words, word.String())
				word.Reset()
				started = false
			}
		default:
			word.WriteRune(r)
			started = true
		}
	}
	if quote != 0 || escaped {
		return nil, errQuote
	}
	if started {
		words = append(words, word.String())
	}
	return words, nil
}
