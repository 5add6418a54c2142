package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Regular expressions for the initials of given names. None has a group.
const (
	// InitialsPattern matches initials with full stops or, set apart, without: "J.", "J.-P.",
	// "Ch. A.", "J P".
	InitialsPattern = `\p{Lu}\p{Ll}?(?:\.|\b)(?:[-‐ ]?\p{Lu}\p{Ll}?(?:\.|\b))*`
	// DottedInitials matches initials of one letter with full stops: "J.", "J.-P.", "J. P.".
	// Text that is not a list of names has too many other capitals.
	DottedInitials = `\p{Lu}\.(?:[ -]?\p{Lu}\.)*`
	// FoldedInitials matches what [Fold] makes of DottedInitials. A folded letter may be two.
	FoldedInitials = `(?:\p{L}|ae|oe|th)\.(?:[ -]?\p{L}\.)*`
	// TrailingInitials matches the blank behind a family name and the initials after it: " D.",
	// " DE", " D E.-F.".
	TrailingInitials = `(?: (?:\p{Lu}\.?-?){1,4})+`
)

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

// How many capitals without a small letter are initials rather than a name in capitals.
const (
	maxCapitals        = 3 // JFK, but ANNA
	maxCompactCapitals = 4 // MEDLINE has JMCR, and few names in capitals
)

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

// CompactInitials returns given names as the initials of a Vancouver-style list: "Ann-Marie B."
// as "A-MB". Words that are short already stay: "JMCR", "de".
func CompactInitials(given string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(given, func(r rune) bool { return r == ' ' || r == '.' || r == '\u00a0' }) {
		for i, part := range strings.Split(word, "-") {
			if i > 0 {
				b.WriteByte('-')
			}
			b.WriteString(compact([]rune(part)))
		}
	}
	return b.String()
}

// maxSmall is the length in letters of the longest word in small letters that is no given name:
// van, der.
const maxSmall = 3

func compact(part []rune) string {
	capitals := strings.ToUpper(string(part)) == string(part) && len(part) <= maxCompactCapitals
	if len(part) == 0 || capitals || !unicode.IsUpper(part[0]) && len(part) <= maxSmall {
		return string(part)
	}
	return string(part[:1])
}
