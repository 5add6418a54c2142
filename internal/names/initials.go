package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// InitialsPattern is a regular expression for the initials of given names, with full stops
// or without: "J.", "J.-P.", "Ch. A.", "JP".
const InitialsPattern = `\p{Lu}\p{Ll}?(?:\.|\b)(?:[-‐ ]?\p{Lu}\p{Ll}?(?:\.|\b))*`

// Initials returns given names as initials: "Jean-Pierre K." as "J.-P. K.". Names in
// scripts without capitals stay whole.
func Initials(given string) string {
	var out []string
	for _, word := range strings.Fields(strings.ReplaceAll(given, ".", ". ")) {
		if strings.HasPrefix(word, "-") && len(out) > 0 { // J.-P.
			out[len(out)-1] += "-" + wordInitials(word[1:])
			continue
		}
		out = append(out, wordInitials(word))
	}
	return strings.Join(out, " ")
}

// maxCapitals is how many capitals without a small letter are initials rather than a name
// in capitals: JFK, but ANNA.
const maxCapitals = 3

func wordInitials(word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return word
	}
	if utf8.RuneCountInString(word) <= maxCapitals && word == strings.ToUpper(word) && !strings.ContainsAny(word, ".-") { // CA
		return strings.Join(strings.Split(word, ""), ". ") + "."
	}
	var parts []string
	for _, part := range strings.Split(word, "-") {
		if r, _ := utf8.DecodeRuneInString(part); part != "" {
			parts = append(parts, string(r)+".")
		}
	}
	return strings.Join(parts, "-")
}
