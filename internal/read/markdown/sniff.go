package markdown

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/read/markdown/frontmatter"
)

var (
	// markdownSigns match what people write in Markdown and not in plain text.
	markdownSigns = []*lazyregexp.Regexp{
		lazyregexp.New(`(?m)^#{1,6} \S`),
		lazyregexp.New("(?m)^(?:```|~~~)"),
		lazyregexp.New(`\[[^\]\n]+\]\([^)\s]+\)`),
		lazyregexp.New(`\[\^[^\]\s]+\]`),
		lazyregexp.New(`\*\*\S[^*\n]*\*\*`),
		lazyregexp.New(`(?m)^\|?[ :]*-{3,}[ :]*\|`),
		lazyregexp.New(`(?m)^\[[^\]\n]+\]: *\S`),
		lazyregexp.New("`[^`\n]+`"),
		lazyregexp.New(`\[(?:[^\]\n]*\s)?-?@[\p{L}_]`),
	}
	// startsWithHeading matches a text whose first paragraph is a heading of Markdown.
	startsWithHeading = lazyregexp.New(`^\s*# \S[^\n]*\n[ \t]*\n`)
	// otherSigns match what people write in reStructuredText and its like.
	otherSigns = []*lazyregexp.Regexp{
		lazyregexp.New("``[^`\n]+``"),
		lazyregexp.New(`(?m)^[^\n` + "`" + `]*\w::$`),
		lazyregexp.New(`(?m)^\.\. (?:\[|_|\w+::)`),
		lazyregexp.New("(?::\\w+:`[^`\n]+`|`[^`\n]+`__?\\b)"),
		lazyregexp.New(`(?m)^(?:={4,}|-{4,}|~{4,}|\^{4,})$`),
	}
)

// Sniff decides between Markdown and plain text. Front matter or two different
// signs of Markdown decide; where the text has one only, the name does. What is
// written in another such language is plain text.
func Sniff(name, text string) bool {
	if frontmatter.Begins(text) {
		return true
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd":
		return true
	}
	if startsWithHeading.MatchString(text) {
		return true
	}
	if len(text) > mdSniffed {
		text = text[:mdSniffed]
	}
	signs := count(markdownSigns, text)
	if others := count(otherSigns, text); others >= 2 && !markdownSigns[0].MatchString(text) {
		return false
	}
	return signs >= 2 || signs == 1 && markdownSigns[0].MatchString(text) && filepath.Ext(name) != ".txt"
}

// mdSniffed is how many bytes of a text are looked at to tell what it is.
const mdSniffed = 64 << 10

// count returns how many of the signs the text has.
func count(signs []*lazyregexp.Regexp, text string) int {
	n := 0
	for _, sign := range signs {
		if sign.MatchString(text) {
			n++
		}
	}
	return n
}

// CitesByKey reports whether a text has a key as Pandoc cites by: @ behind a blank or an
// opening bracket and before a letter, a digit or a brace.
func CitesByKey(text string) bool {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '@')
		if i < 0 {
			return false
		}
		at += i
		next, _ := utf8.DecodeRuneInString(text[at+1:])
		if (at == 0 || strings.IndexByte(" \t\n[(-", text[at-1]) >= 0) && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == '_' || next == '{') {
			return true
		}
	}
}
