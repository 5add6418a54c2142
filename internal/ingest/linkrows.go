package ingest

import (
	"strings"

	"etal/internal/lazyregexp"
)

// Journals' pages put a row of links under each reference: "PubMed Abstract | CrossRef
// Full Text | Google Scholar", on one line or a line each. They are furniture, and
// would be taken for entries.

// linkNames are what the links of such rows are called. The first of them are called
// so nowhere else, and betray the others beside them.
const linkNames = `google scholar|cross\s?ref(?: full text)?|pubmed(?: abstract| central)?|view article|view in article|web of science|isi|cas|adsabs?|medline|mathscinet|zentralblatt math|scopus|europe pmc|semantic scholar|` +
	`article|full text|pdf|abstract|free full text|pmc free article|publisher full text|download citation|export citation|open in a new tab|doi|view`

var (
	linkRow     = lazyregexp.New(`(?i)^\W*(?:` + linkNames + `)(?:[\s|•·,;/\[\]()]+(?:` + linkNames + `))*\W*$`)
	certainLink = lazyregexp.New(`(?i)google scholar|cross\s?ref|pubmed|view article|web of science|pmc free article`)
	linksAtEnd  = lazyregexp.New(`(?i)(?:\s*\[(?:` + linkNames + `)\])+\s*$`)
)

// takeLinkRows empties the lines that are rows of links and returns what they said.
// A row counts where it, or a row without a gap beside it, has a link that is called
// so nowhere else.
func takeLinkRows(lines []line) (taken []string) {
	for i := 0; i < len(lines); {
		n, certain := i, false
		for n < len(lines) && linkRow.MatchString(strings.TrimSpace(lines[n].text)) {
			certain = certain || certainLink.MatchString(lines[n].text)
			n++
		}
		for ; certain && i < n; i++ {
			taken = append(taken, strings.TrimSpace(lines[i].text))
			lines[i].text = ""
		}
		i = max(n, i+1)
	}
	return taken
}

// takeLinksAtEnd cuts links in brackets off the end of an entry and returns them.
func takeLinksAtEnd(text string, e *entry) (taken string) {
	links := linksAtEnd.FindString(text[e.Start:e.End])
	if !certainLink.MatchString(links) {
		return ""
	}
	e.End -= len(links)
	return strings.TrimSpace(links)
}
