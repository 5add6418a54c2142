package terminal

import (
	"errors"
	"strings"
)

// errQuote is the error of a command with an unclosed quote.
var errQuote = errors.New("unclosed quote")

// splitCommand splits a command into words as a shell does, with its quotes and backslashes,
// but expands nothing. On Windows, where paths contain backslashes, they are ordinary
// characters.
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
