package entries

import (
	"strings"
	"unicode"

	"etal/internal/lazyregexp"
)

// An Answer is what the text of a link says about its entry.
type Answer int

const (
	Unknown Answer = iota
	Yes
	No
)

var (
	yearIn = lazyregexp.New(`\b(1[5-9]\d\d|20\d\d)[a-z]?\b`)
	digits = lazyregexp.New(`^[\[(]*(\d{1,4})[\])]*$`)
)

// Agrees says whether the text of a link can be a citation of an entry with a label.
func Agrees(text, label, entry string) Answer {
	if m := digits.FindStringSubmatch(text); m != nil && !(len(m[1]) == 4 && yearIn.MatchString(m[1])) {
		switch label {
		case "":
			return Unknown
		case m[1]:
			return Yes
		}
		return No
	}
	if y := yearIn.FindStringSubmatch(text); y != nil {
		if strings.Contains(entry, y[1]) {
			return Yes
		}
		return No
	}
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if len(word) > 2 && unicode.IsUpper([]rune(word)[0]) {
			if strings.Contains(strings.ToLower(entry), strings.ToLower(word)) {
				return Yes
			}
			return No
		}
	}
	return Unknown
}
