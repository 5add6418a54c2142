// Package people finds the names of authors in text: in what a file tells of them, and in lines of names.
//
// The package must not know where on a page a line stands.
package people

import (
	"html"
	"strings"

	"etal/internal/lazyregexp"
)

// Told returns the names in what a file tells of its authors, each with the family last.
func Told(s string) []string {
	s = strings.NewReplacer("{et al.}", "", "et al.", "").Replace(html.UnescapeString(s))
	s = inParentheses.ReplaceAllString(s, "") // where they work
	sign := ","
	if strings.Contains(s, ";") && strings.Count(s, ",") <= strings.Count(s, ";")+1 {
		sign = ";" // and a comma is within a name
	}
	s = strings.NewReplacer(" and ", sign, " & ", sign).Replace(s)
	parts := strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(sign+";", c) })
	if len(parts) == 2 && !strings.Contains(strings.TrimSpace(parts[0]), " ") && !strings.Contains(strings.TrimSpace(parts[1]), " ") {
		parts = []string{parts[1] + " " + parts[0]} // Dahl, Carl
	}
	var found []string
	for _, name := range parts {
		name, _, _ = strings.Cut(name, "(")
		if before, after, ok := strings.Cut(name, ","); ok {
			name = after + " " + before
		}
		if name = strings.Join(strings.Fields(strings.TrimPrefix(strings.TrimSpace(name), "and ")), " "); name != "" {
			found = append(found, name)
		}
	}
	return found
}

// inParentheses matches text in parentheses.
var inParentheses = lazyregexp.New(`\([^()]*\)`)

// Family returns the last word of a name.
func Family(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// IsName reports whether what a file tells can be the name of a person: login names are one word.
func IsName(s string) bool { return strings.Contains(s, " ") && !institution.MatchString(s) }

// person matches the name of a person.
var person = lazyregexp.New(`^\p{Lu}[\p{L}.'’‐-]*(?: (?:\p{Lu}[\p{L}.'’‐-]*|de|da|di|du|dos|van|von|der|den|la|le|el|al|bin|y|ter|zu)){0,4} \p{Lu}[\p{L}.'’‐-]*$|^(?:\p{Lu}\p{Ll}?\.-?){1,3}\p{Lu}[\p{L}'’‐-]+(?: (?:de|da|di|dos|\p{Lu}[\p{L}'’‐-]+)){0,3}$`)

// In returns the names in a text of names only; none if it has anything else.
func In(text string) []string {
	var found []string
	text = strings.NewReplacer(" and ", ", ", " AND ", ", ", " & ", ", ", ";", ",").Replace(text)
	for _, name := range strings.Split(text, ",") {
		if name = strings.TrimSpace(strings.Trim(strings.TrimSpace(name), "*∗†‡§¶‖")); name == "" {
			continue
		}
		if !person.MatchString(name) || institution.MatchString(name) {
			return nil
		}
		found = append(found, name)
	}
	return found
}

// IsInstitution reports whether a text names a place of work.
func IsInstitution(text string) bool { return institution.MatchString(text) }

// institution matches what names of places of work have and those of people have not.
var institution = lazyregexp.New(`(?i)\b(?:univ|institut|association|society|depart|school|college|laborator|centre|center|faculty|hospital|academy|journal|draft|abstract|research|group|article|open access|report|review|paper|letter|publish|inc\b|corp|ltd\b|gmbh|company)`)
