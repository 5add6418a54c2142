package ingest

import (
	"path/filepath"
	"regexp"
	"strings"
)

var (
	// markdownSigns match what people write in Markdown and not in plain text.
	markdownSigns = []*regexp.Regexp{
		regexp.MustCompile(`(?m)^#{1,6} \S`),
		regexp.MustCompile("(?m)^(?:```|~~~)"),
		regexp.MustCompile(`\[[^\]\n]+\]\([^)\s]+\)`),
		regexp.MustCompile(`\[\^[^\]\s]+\]`),
		regexp.MustCompile(`\*\*\S[^*\n]*\*\*`),
		regexp.MustCompile(`(?m)^\|?[ :]*-{3,}[ :]*\|`),
		regexp.MustCompile(`(?m)^\[[^\]\n]+\]: *\S`),
		regexp.MustCompile("`[^`\n]+`"),
		regexp.MustCompile(`\[(?:[^\]\n]*\s)?-?@[\p{L}_]`),
	}
	// startsWithHeading matches a text whose first paragraph is a heading of Markdown.
	startsWithHeading = regexp.MustCompile(`^\s*# \S[^\n]*\n[ \t]*\n`)
	// keySign matches a key as Pandoc cites by.
	keySign = regexp.MustCompile(`(?m)(?:^|[\s\[(-])@[\p{L}\d_{]`)
	// otherSigns match what people write in reStructuredText and its like.
	otherSigns = []*regexp.Regexp{
		regexp.MustCompile("``[^`\n]+``"),
		regexp.MustCompile(`(?m)^[^\n` + "`" + `]*\w::$`),
		regexp.MustCompile(`(?m)^\.\. (?:\[|_|\w+::)`),
		regexp.MustCompile("(?::\\w+:`[^`\n]+`|`[^`\n]+`__?\\b)"),
		regexp.MustCompile(`(?m)^(?:={4,}|-{4,}|~{4,}|\^{4,})$`),
	}
)

// isMarkdown decides between Markdown and plain text. Front matter or two different
// signs of Markdown decide; where the text has one only, the name does. What is
// written in another such language is plain text.
func isMarkdown(name, text string) bool {
	if _, _, ok := cutFrontMatter(text); ok {
		return true
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd":
		return true
	}
	if startsWithHeading.MatchString(text) {
		return true
	}
	if len(text) > sniffed {
		text = text[:sniffed]
	}
	signs := count(markdownSigns, text)
	if others := count(otherSigns, text); others >= 2 && !markdownSigns[0].MatchString(text) {
		return false
	}
	return signs >= 2 || signs == 1 && markdownSigns[0].MatchString(text) && filepath.Ext(name) != ".txt"
}

// count returns how many of the signs the text has.
func count(signs []*regexp.Regexp, text string) int {
	n := 0
	for _, sign := range signs {
		if sign.MatchString(text) {
			n++
		}
	}
	return n
}
