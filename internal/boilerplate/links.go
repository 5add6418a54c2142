package boilerplate

import (
	"strings"
	"sync"

	"etal/internal/lazyregexp"
)

// Journals' pages have a row of links under each reference: "PubMed Abstract | CrossRef Full Text |
// Google Scholar", on one line or a line each. They would be taken for entries.

// linkNames are the texts of such links. Some of them are the text of nothing else and tell that
// the others beside them are links.
const linkNames = `google scholar|crossref full text|crossref|cross ref full text|cross ref|pubmed abstract|pubmed central|pubmed|view article|view in article|view|web of science|isi|cas|adsabs|adsab|` +
	`medline|mathscinet|zentralblatt math|scopus|europe pmc|semantic scholar|article|full text|pdf|abstract|free full text|pmc free article|publisher full text|download citation|export citation|` +
	`open in a new tab|doi`

// entryLinkNames are the texts of further links in a reference, also of those back to the text.
const entryLinkNames = `reference in article|reference in text|ref in article|ref in text|ref. in article|ref. in text|go to reference in article|go to reference in text|` +
	`go to ref in article|go to ref in text|go to ref. in article|go to ref. in text|back to reference|back to ref|back to text|back to article|jump up to|jump up|google|pmc|` +
	`view record in scopus|open url|openurl|find full text|this article|first citation in article`

var (
	linkRow     = lazyregexp.New(`(?i)^\W*(?:` + linkNames + `)(?:[\s|•·,;/\[\]()]+(?:` + linkNames + `))*\W*$`)
	certainLink = lazyregexp.New(`(?i)google scholar|cross\s?ref|pubmed|view article|web of science|pmc free article`)
	linksBehind = lazyregexp.New(`(?i)(?:\s*\[(?:` + linkNames + `)\])+\s*$`)
	linkName    = lazyregexp.New(`(?i)^\W*(?:` + linkNames + `|` + strings.ReplaceAll(entryLinkNames, ".", `\.`) + `|return to (?:ref|text)\S*)(?:\s+\d+)?\W*$`)
)

// firstWords are the words that these texts begin with: most lines begin with another and need not be
// held against all names.
var firstWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{"return": true}
	for name := range strings.SplitSeq(linkNames+"|"+entryLinkNames, "|") {
		words[firstWord(name)] = true
	}
	return words
})

// firstWord returns the first letters of a text, small.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !isWordSign(r) })
	if end := strings.IndexFunc(text, func(r rune) bool { return !isWordSign(r) }); end >= 0 {
		text = text[:end]
	}
	return strings.ToLower(text)
}

// isWordSign reports whether a sign is one of what \w matches.
func isWordSign(r rune) bool {
	return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9' || r == '_'
}

// IsEntryLink reports whether the text of a link in a reference says that it leads to a search
// engine or back to where the reference is cited.
func IsEntryLink(text string) bool {
	return firstWords()[firstWord(text)] && linkName.MatchString(text)
}

// IsLinkRow reports whether a line is nothing but links of such a row.
func IsLinkRow(line string) bool {
	return firstWords()[firstWord(line)] && linkRow.MatchString(strings.TrimSpace(line))
}

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
