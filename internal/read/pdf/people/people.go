// Package people finds the names of authors in text: in what a file tells of them, and in lines of names.
//
// The package must not know where on a page a line stands.
package people

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

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

// mostRows is how many rows of names are read. The time for them grows with the square of their number.
const mostRows = 60

// InRows returns the names in rows of names, or in the first of rows whose others tell where these people work. A comma
// parts what stands apart in a row. A name goes on in the next row, unless each has whole names.
func InRows(rows []string) []string {
	rows = rows[:min(len(rows), mostRows)]
	if len(rows) == 0 {
		return nil
	}
	texts := rows[:1:1] // of the first rows, by their number less one
	for _, row := range rows[1:] {
		text := texts[len(texts)-1]
		first, _ := utf8.DecodeRuneInString(row)
		switch {
		case strings.HasSuffix(text, "-") && unicode.IsLower(first): // a divided name
			text = strings.TrimSuffix(text, "-") + row
		case len(In(text)) > 0 && len(In(row)) > 0:
			text += ", " + row
		default:
			text += " " + row
		}
		texts = append(texts, text)
	}
	for n := len(rows); n > 0; n-- {
		if n < len(rows) && !isAddress(rows[n]) {
			continue
		}
		if found := In(texts[n-1]); len(found) > 0 {
			return found
		}
	}
	beside := strings.Split(rows[0], ",")
	for n := len(beside) - 1; n > 0; n-- { // names, and beside them how to write to these people
		if strings.Contains(strings.Join(beside[n:], ","), "@") {
			if found := In(strings.Join(beside[:n], ",")); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// isAddress reports whether a row tells where people work or how to write to them.
func isAddress(row string) bool {
	return IsInstitution(row) || strings.ContainsAny(row, "@0123456789")
}

// titled matches what stands behind a name: that a person is a member of a society, and degrees. Before another
// word these are a part of a name: MA Jun.
var titled = lazyregexp.New(`(?:,\s*(?:(?:Graduate |Student |Senior |Life |Associate )*(?:Member|Fellow),\s*\p{Lu}{3,5}|Ph\.?\s?D|M\.?D|M\.?Sc|B\.?Sc|M\.?P\.?H|M\.?A|Dr\.?\s?med)\.?)+\s*([*∗†‡§¶‖]*\s*(?:,|$))`)

// noName matches signs in parentheses, such as a letter for writing to an author.
var noName = lazyregexp.New(`\([^\p{L}\d)]?\)`)

// In returns the names in a text of names only; none if it has anything else.
func In(text string) []string {
	var found []string
	text = strings.NewReplacer(" and ", ", ", " AND ", ", ", " & ", ", ", ";", ",").Replace(noName.ReplaceAllString(text, ""))
	text = titled.ReplaceAllString(text, "$1")
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
var institution = lazyregexp.New(`(?i)\b(?:univ|institut|association|society|depart|school|college|lab\b|laborator|dept|division|clinic|street|avenue|centre|center|faculty|hospital|academy|journal|draft|abstract|research|group|article|open access|report|review|paper|letter|publish|inc\b|microsoft|corp|ltd\b|gmbh|company)`)
