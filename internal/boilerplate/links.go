package boilerplate

import (
	"strings"

	"etal/internal/lazyregexp"
)

// Journals' pages have a row of links under each reference: "PubMed Abstract | CrossRef Full Text |
// Google Scholar", on one line or a line each. They would be taken for entries.

// linkNames are the texts of such links. Some of them are the text of nothing else and tell that
// the others beside them are links.
const linkNames = `google scholar|cross\s?ref(?: full text)?|pubmed(?: abstract| central)?|view article|view in article|web of science|isi|cas|adsabs?|medline|mathscinet|zentralblatt math|scopus|europe pmc|semantic scholar|` +
	`article|full text|pdf|abstract|free full text|pmc free article|publisher full text|download citation|export citation|open in a new tab|doi|view`

var (
	linkRow     = lazyregexp.New(`(?i)^\W*(?:` + linkNames + `)(?:[\s|•·,;/\[\]()]+(?:` + linkNames + `))*\W*$`)
	certainLink = lazyregexp.New(`(?i)google scholar|cross\s?ref|pubmed|view article|web of science|pmc free article`)
	linksBehind = lazyregexp.New(`(?i)(?:\s*\[(?:` + linkNames + `)\])+\s*$`)
	linkName    = lazyregexp.New(`(?i)^\W*(?:` + linkNames + `|(?:go to )?(?:reference|ref\.?) in (?:article|text)|back to (?:ref|reference|text|article)\.?|jump up(?: to)?|crossref|google|pmc|doi|view record in scopus|open url|openurl|find full text|this article|first citation in article|return to (?:ref|text)\S*)(?:\s+\d+)?\W*$`)
)

// IsEntryLink reports whether the text of a link in a reference says that it leads to a search
// engine or back to where the reference is cited.
func IsEntryLink(text string) bool { return linkName.MatchString(text) }

// IsLinkRow reports whether a line is nothing but links of such a row.
func IsLinkRow(line string) bool { return linkRow.MatchString(strings.TrimSpace(line)) }

// MarkLinkRows reports for each line whether it is a row of links: it has a link whose text is that
// of nothing else, or stands beside such a row.
func MarkLinkRows(lines []string) []bool {
	out := make([]bool, len(lines))
	for i := 0; i < len(lines); {
		n, certain := i, false
		for n < len(lines) && IsLinkRow(lines[n]) {
			certain = certain || certainLink.MatchString(lines[n])
			n++
		}
		for ; certain && i < n; i++ {
			out[i] = true
		}
		i = max(n, i+1)
	}
	return out
}

// LinksAtEnd returns the links in brackets that an entry ends with, and the blanks around them; ""
// if there are none.
func LinksAtEnd(entry string) string {
	links := linksBehind.FindString(entry)
	if !certainLink.MatchString(links) {
		return ""
	}
	return links
}
