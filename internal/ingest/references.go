package ingest

import (
	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/lazyregexp"
	"strings"
)

// An entry is one reference as it stands in a text.
type entry struct {
	article.Span           // its text, without the label
	start        int       // where the line with its label begins
	label        string    // empty where it has none
	item         *bib.Item // its fields, where the format tells them
}

var (
	year    = lazyregexp.New(`\b(?:1[5-9]|20)\d\d[a-z]?\b`)
	locator = lazyregexp.New(`(?i)\b10\.\d{4,9}/\S|https?://|\bwww\.|\barxiv\b|\b(?:in|under) (?:press|review|preparation)\b|\bn\.\s?d\.|\bdoi\b|\bforthcoming\b|\b(?:to appear|unpublished|submitted|im druck|sous presse|en prensa)\b`)
)

// bearsDate reports whether a text has what almost every reference has: a year, a
// word in its stead, or an address.
func bearsDate(s string) bool { return year.MatchString(s) || locator.MatchString(s) }

// cutEntries cuts a region of text into the entries of a reference list. Entries may
// have labels or not, stand on consecutive lines or apart, and go over several
// lines. It returns nothing where the region holds no list.
func cutEntries(text string, region article.Span) []entry {
	lines := cutLines(text, region)
	for len(lines) > 0 && (lines[0].blank() || namesList(lines[0].text)) {
		lines = lines[1:]
	}
	if entries := cutLabelled(lines); len(entries) > 0 {
		return entries
	}
	return cutUnlabelled(lines)
}

// looksLikeReferences reports whether entries that no heading announces are
// references: most bear a year or a locator.
func looksLikeReferences(text string, entries []entry) bool {
	bear := 0
	for _, e := range entries {
		if bearsDate(text[e.Start:e.End]) {
			bear++
		}
	}
	return len(entries) > 1 && bear*10 >= len(entries)*6
}

// isReference reports whether a note's text is a reference and not a remark.
func isReference(text string) bool {
	at := year.FindStringIndex(text)
	return locator.MatchString(text) || at != nil && len(strings.Fields(text[:at[0]])) < 40
}
