// Package reflist finds the reference list of a text and cuts it into its entries.
//
// [Cut] cuts a region that is known to be a list, [Find] looks for the lists of a plain text,
// [FindBare] for one that is all of a text. Entries may have labels or not, stand on consecutive
// lines or apart, and go over several lines. The package must not know of file formats, nor what
// the fields of a reference mean.
//
// Its judgements in numbers were found by trial on the reference lists of some hundred articles
// of all fields; .ci/floors holds what they reach there.
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
	Label        string    // without brackets or full stop; empty where it has none
	Item         *bib.Item // its fields; nil where only its text is known
}

var (
	year    = lazyregexp.New(`\b` + yearDigits + `[a-z]?\b`)
	locator = lazyregexp.New(`(?i)\b10\.\d{4,9}/\S|https?://|\bwww\.|\barxiv\b|\b(?:in|under) (?:press|review|preparation)\b|\bn\.\s?d\.|\bdoi\b|\bforthcoming\b|\b(?:to appear|unpublished|submitted|im druck|sous presse|en prensa)\b`)
)

// HasYear reports whether a text has a year in it.
func HasYear(s string) bool { return year.MatchString(s) }

// bearsDate reports whether a text has what almost every reference has: a year, a word in its
// stead, or an address.
func bearsDate(s string) bool { return year.MatchString(s) || locator.MatchString(s) }

// Cut returns the entries of the reference list that a region of a text is, without the heading
// that it may begin with; none if it is no list.
func Cut(text string, region article.Span) []Entry { return cut(CutLines(text, region)) }

func cut(lines []Line) []Entry {
	for len(lines) > 0 && (lines[0].Blank() || IsHeading(lines[0].Text)) {
		lines = lines[1:]
	}
	if entries := cutLabelled(lines); len(entries) > 0 {
		return entries
	}
	return cutUnlabelled(lines)
}

// mostBearDates is the share of entries, in percent, that must bear a date to be taken for
// references.
const mostBearDates = 60

// LooksLikeReferences reports whether entries that no heading announces are references: two at
// least, most of which bear a date.
func LooksLikeReferences(text string, entries []Entry) bool {
	bear := 0
	for _, e := range entries {
		if bearsDate(text[e.Start:e.End]) {
			bear++
		}
	}
	return len(entries) > 1 && atLeast(bear, len(entries), mostBearDates)
}

// atLeast reports whether n is a share of all of at least so many percent.
func atLeast(n, all, percent int) bool { return n*100 >= all*percent }

// longestCredit is how many words stand before the year of a reference; in a remark there are
// more.
const longestCredit = 40

// IsReference reports whether the text of a note is a reference and not a remark.
func IsReference(text string) bool {
	at := year.FindStringIndex(text)
	return at != nil && len(strings.Fields(text[:at[0]])) < longestCredit || locator.MatchString(text)
}
