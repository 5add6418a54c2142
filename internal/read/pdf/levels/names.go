package levels

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
)

var (
	// numbered matches the number of a section.
	numbered = lazyregexp.New(`^(?:(?i:section|chapter|appendix|part)\s+)?((?:\d{1,2}|[A-Z]|[IVX]{1,6})(?:\.\d{1,2}){0,4})[.)]?\s+\S`)
	// openings are the headings with which an article begins after its head.
	openings = lazyregexp.New(`(?i)^(?:a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|summary|synopsis|introduction|background|zusammenfassung|einleitung|résumé|resumen|resumo|riassunto|аннотация|введение|摘要|要旨|highlights|article info|(?:author )?keywords?|index terms|acm classification keywords|categories and subject descriptors|general terms|ccs concepts)\b`)
	// abstract matches the heading of an abstract.
	abstract = lazyregexp.New(`(?i)^(?:abstract|summary|zusammenfassung|résumé|resumen|resumo)[:.]?$`)
	// noHeading matches text that is only set like a heading.
	noHeading = lazyregexp.New(`(?i)^(?:index terms|key\s?words(?: and phrases)?|abstract|ccs concepts)\s*[:.—–-]+\s*\S|^\d{1,2}\.? \p{L}+ \d{4}$|^\p{L}+ \d{1,2}, \d{4}$|^\p{L} \d`)
)

// IsNumbered reports whether a heading begins with a number.
func IsNumbered(s string) bool { return numbered.MatchString(s) }

// Number returns the number at which a heading begins, without a full stop; "" if it has none.
func Number(s string) string {
	if m := numbered.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// Unnumbered returns a heading without its number.
func Unnumbered(s string) string {
	if m := numbered.FindStringSubmatchIndex(s); m != nil {
		s = s[m[3]:]
	}
	return strings.TrimSpace(strings.TrimLeft(s, ".) "))
}

// IsOpening reports whether a heading is one with which an article begins, and no more.
func IsOpening(s string) bool {
	at := openings.FindStringIndex(s)
	return at != nil && strings.Trim(s[at[1]:], " :.") == ""
}

// IsTitle reports whether a text begins like a title, behind its number if it has one: with a capital, or a letter of a
// script without these; and is no formula.
func IsTitle(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(Unnumbered(s), `"“„«‘'¿¡([`))
	return (unicode.IsLetter(first) || unicode.IsDigit(first)) && !unicode.IsLower(first) && !strings.ContainsAny(s, "→=≤≥≡∈≠∀")
}

// BeginsOpening reports whether a text begins with such a heading.
func BeginsOpening(s string) bool { return openings.MatchString(s) }

// IsAbstract reports whether a text is the heading of an abstract, which Elsevier sets as the text below it.
func IsAbstract(s string) bool { return abstract.MatchString(s) }

// OnlyLooksSo reports whether a text is only set like a heading: keywords behind their name, dates, variables over
// numbers.
func OnlyLooksSo(s string) bool { return noHeading.MatchString(s) }

// ContradictNumbers reports whether headings whose numbers have as many parts have different levels.
func ContradictNumbers(headings []string, levels []int) bool {
	byDots := map[int]int{}
	for i, h := range headings {
		number := Number(h)
		if !strings.ContainsAny(number, "0123456789") {
			continue
		}
		dots := strings.Count(number, ".")
		if byDots[dots] == 0 {
			byDots[dots] = levels[i]
		}
		if byDots[dots] != levels[i] {
			return true
		}
	}
	return false
}
