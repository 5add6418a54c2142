// Package reflist finds the reference list of a text and cuts it into its entries.
//
// [Cut] cuts a region that is known to be a list, [Find] looks for lists in a plain text.
// Entries may have labels or not, stand on consecutive lines or apart, and go over several
// lines. The package must not know of file formats, nor what the fields of a reference are.
package reflist

import (
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/lazyregexp"
)

// An Entry is one reference as it stands in a text.
type Entry struct {
	article.Span           // its text, without the label
	LineStart    int       // where the line with its label begins
	Label        string    // empty where it has none
	Item         *bib.Item // its fields, where the format tells them
}

var (
	year    = lazyregexp.New(`\b(?:1[5-9]|20)\d\d[a-z]?\b`)
	locator = lazyregexp.New(`(?i)\b10\.\d{4,9}/\S|https?://|\bwww\.|\barxiv\b|\b(?:in|under) (?:press|review|preparation)\b|\bn\.\s?d\.|\bdoi\b|\bforthcoming\b|\b(?:to appear|unpublished|submitted|im druck|sous presse|en prensa)\b`)
)

// HasYear reports whether a text has a year in it.
func HasYear(s string) bool { return year.MatchString(s) }

// bearsDate reports whether a text has what almost every reference has: a year, a
// word in its stead, or an address.
func bearsDate(s string) bool { return year.MatchString(s) || locator.MatchString(s) }

// Cut cuts a region of text into the entries of a reference list. Entries may
// have labels or not, stand on consecutive lines or apart, and go over several
// lines. It returns nothing where the region holds no list.
func Cut(text string, region article.Span) []Entry {
	lines := CutLines(text, region)
	for len(lines) > 0 && (lines[0].Blank() || IsHeading(lines[0].Text)) {
		lines = lines[1:]
	}
	if entries := cutLabelled(lines); len(entries) > 0 {
		return entries
	}
	return cutUnlabelled(lines)
}

// LooksLikeReferences reports whether entries that no heading announces are
// references: most bear a year or a locator.
func LooksLikeReferences(text string, entries []Entry) bool {
	bear := 0
	for _, e := range entries {
		if bearsDate(text[e.Start:e.End]) {
			bear++
		}
	}
	return len(entries) > 1 && bear*10 >= len(entries)*6
}

// IsReference reports whether a note's text is a reference and not a remark.
func IsReference(text string) bool {
	at := year.FindStringIndex(text)
	return locator.MatchString(text) || at != nil && len(strings.Fields(text[:at[0]])) < 40
}
