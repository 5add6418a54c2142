package bib

import (
	"strings"
	"unicode/utf8"

	"etal/internal/lazyregexp"
)

// A DOI as Crossref describes those that it has registered
// (https://www.crossref.org/blog/dois-and-matching-regular-expressions/), wider in
// the characters of the suffix because publishers have used nearly all.
var doiRE = lazyregexp.New(`\b10\.\d{4,9}/[^\s"“”«»<>\x1f]+`)

// FindDOI returns the first DOI in the text and the bytes [start, end) where it
// stands, or an empty string. Punctuation that belongs to the sentence around the
// DOI is not part of it.
func FindDOI(text string) (doi string, start, end int) {
	m := doiRE.FindStringIndex(text)
	if m == nil {
		return "", 0, 0
	}
	doi = TrimAddress(text[m[0]:m[1]])
	return doi, m[0], m[0] + len(doi)
}

// TrimAddress cuts from the end of a DOI or URL what belongs to the sentence
// around it: stops, quotes, and closing brackets that were not opened in it.
func TrimAddress(s string) string {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		switch {
		case strings.ContainsRune(".,;:!?'’‘\"”“»*|", r):
		case r == ')' && strings.Count(s, ")") > strings.Count(s, "("):
		case r == ']' && strings.Count(s, "]") > strings.Count(s, "["):
		case r == '}' && strings.Count(s, "}") > strings.Count(s, "{"):
		default:
			return s
		}
		s = s[:len(s)-size]
	}
	return s
}

// BareDOI returns a DOI without the address of its resolver.
func BareDOI(s string) string {
	if doi, start, _ := FindDOI(s); start > 0 && doi != "" {
		return doi
	}
	return strings.TrimSpace(s)
}
