package boilerplate

import (
	"etal/internal/lazyregexp"
)

// Journals' pages put a row of links under each reference: "PubMed Abstract | CrossRef
// Full Text | Google Scholar", on one line or a line each. They are furniture, and
// would be taken for entries.

// LinkNames are what the links of such rows are called. The first of them are called
// so nowhere else, and betray the others beside them.
const LinkNames = `google scholar|cross\s?ref(?: full text)?|pubmed(?: abstract| central)?|view article|view in article|web of science|isi|cas|adsabs?|medline|mathscinet|zentralblatt math|scopus|europe pmc|semantic scholar|` +
	`article|full text|pdf|abstract|free full text|pmc free article|publisher full text|download citation|export citation|open in a new tab|doi|view`

var (
	LinkRow     = lazyregexp.New(`(?i)^\W*(?:` + LinkNames + `)(?:[\s|•·,;/\[\]()]+(?:` + LinkNames + `))*\W*$`)
	CertainLink = lazyregexp.New(`(?i)google scholar|cross\s?ref|pubmed|view article|web of science|pmc free article`)
	LinksAtEnd  = lazyregexp.New(`(?i)(?:\s*\[(?:` + LinkNames + `)\])+\s*$`)
)
