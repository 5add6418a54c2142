// Package imprint knows the phrases that publishers print around an article: who the authors are, who holds the
// rights, how it is cited.
//
// The package must not know where on a page a text stands.
package imprint

import "etal/internal/lazyregexp"

var (
	ofAuthors = lazyregexp.New(`(?i)^(?:\W*(?:corresponding authors?|correspondence(?:\s+(?:to|should|address)\b|:|$)|e-?mail|present address|current address|(?:these |the |both |all )?authors? contributed equally|equal contribution))`)
	ofPaper   = lazyregexp.New(`(?i)©|copyright|all rights reserved|permission to make|licen[cs]e|^(?:manuscript )?(?:received|accepted|submitted)\b|^preprint|^how to cite|^(?:in )?proceedings of\b|^published (?:by|online|in|as)\b|^.{0,120}\bdoi:\s*10\.\S+$|^author\(?s\)? contrib|corresponding author|\bauthors? (?:is|are|was|were) with\b`)
	priced    = lazyregexp.New(`^(?:ACM )?97[89](?:-[\dXx]+)+/|^\d{1,4}[–-]\d{3,5}[–-]?[\dXx–-]*\s?/.*\$\s?\d+\.\d\d`)
	promotion = lazyregexp.New(`(?i)^(?:publish with \S+ \S+|submit your (?:next )?manuscript)`)
	selfCited = lazyregexp.New(`(?i)^(?:how to )?cite this (?:article|paper)(?: as)?\s*:`)
	history   = lazyregexp.New(`(?i)^(?:manuscript |article )?received(?: on)?:?\s(?:\d{1,2}\.? \p{L}{3,}|\p{L}{3,} \d{1,2},?) \d{4}\b`)
	kind      = lazyregexp.New(`(?i)^(?:(?:original|research|review|clinical|short|brief|case|technical|methodology|software|data)\s)+(?:article|paper|report|research|communication|study|review|letter|note)s?$`)
	biography = lazyregexp.New(`^(?:\p{Lu}[\p{L}.’'-]*\s+|(?:de|der|la|van|von)\s+){2,6}(?:\([A-Z]{1,3}[’']\d\d[^)]{0,40}\)\s+)?(?:was born\b|received (?:the|his|her|a|an)\b.{0,80}\b(?:degree|diploma)\b)`)
	doi       = lazyregexp.New(`^doi:\s*10\.\S+$`)
)

// IsOfAuthors reports whether a note says of the authors how to write to them, or what each did.
func IsOfAuthors(text string) bool { return ofAuthors.MatchString(text) }

// IsOfPaper reports whether what stands at the foot of a first page, under no mark, says of the paper or its authors
// what is no text: rights, dates, where they work.
func IsOfPaper(text string) bool { return ofPaper.MatchString(text) }

// IsPriced reports whether a line is the number under which a copy of an article has its price, such as
// 1051–8215/97$10.00, or that of its volume.
func IsPriced(text string) bool { return priced.MatchString(text) }

// IsPromotion reports whether a line begins what a publisher prints behind an article to win others.
func IsPromotion(text string) bool { return promotion.MatchString(text) }

// IsOwnCitation reports whether a line behind the list tells how to cite the article itself.
func IsOwnCitation(text string) bool { return selfCited.MatchString(text) }

// IsHistory reports whether a line tells when an article was received.
func IsHistory(text string) bool { return history.MatchString(text) }

// IsKind reports whether a text says what kind of article it heads, such as "Research Article".
func IsKind(text string) bool { return kind.MatchString(text) }

// IsBiography reports whether a paragraph begins a biography of an author, as they stand behind a list.
func IsBiography(text string) bool { return biography.MatchString(text) }

// IsDOI reports whether a line is a DOI and no more.
func IsDOI(text string) bool { return doi.MatchString(text) }
