package bib

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxPrinted is how many authors are printed: of more, the first and the last are, as the
// Publication Manual of the American Psychological Association (7th edition, 9.8) says.
const maxPrinted = 20

// printNames writes names as an entry begins with them: "Berg, J. van der, & Cho, K."
func printNames(names []Name) string {
	var out []string
	more := len(names) > 0 && names[len(names)-1].Literal == andOthers
	if more {
		names = names[:len(names)-1]
	}
	for i, n := range names {
		if len(names) > maxPrinted && i >= maxPrinted-1 && i < len(names)-1 {
			continue
		}
		out = append(out, join(", ", n.Short(), initials(n.Given), n.Suffix))
	}
	switch last := len(out) - 1; {
	case last < 0:
		return ""
	case more:
		return strings.Join(out, ", ") + ", et al."
	case len(names) > maxPrinted:
		return strings.Join(out[:last], ", ") + ", … " + out[last]
	case last > 0:
		return strings.Join(out[:last], ", ") + ", & " + out[last]
	}
	return out[0]
}

// printEditors writes names as they stand before a book: "J. van der Berg & K. Cho".
func printEditors(names []Name) string {
	var out []string
	for _, n := range names {
		out = append(out, join(" ", initials(n.Given), n.Short(), n.Suffix))
	}
	if last := len(out) - 1; last == 1 {
		return out[0] + " & " + out[1]
	} else if last > 1 {
		return strings.Join(out[:last], ", ") + ", & " + out[last]
	}
	return strings.Join(out, "")
}

func editors(names []Name) string {
	if len(names) > 1 {
		return "(Eds.)"
	}
	return "(Ed.)"
}

// Short returns the name that a citation calls a person by, particle and family name, or
// that of a body.
func (n Name) Short() string {
	if n.Literal != "" {
		return n.Literal
	}
	return join(" ", n.NonDroppingParticle, n.Family)
}

// initials writes given names as initials: "Jean-Pierre K." as "J.-P. K.". Names in
// scripts without capitals stay whole.
func initials(given string) string {
	var out []string
	for _, word := range strings.Fields(strings.ReplaceAll(given, ".", ". ")) {
		if strings.HasPrefix(word, "-") && len(out) > 0 { // J.-P.
			out[len(out)-1] += "-" + initial(word[1:])
			continue
		}
		out = append(out, initial(word))
	}
	return strings.Join(out, " ")
}

func initial(word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return word
	}
	if utf8.RuneCountInString(word) < 4 && word == strings.ToUpper(word) && !strings.ContainsAny(word, ".-") { // CA
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
