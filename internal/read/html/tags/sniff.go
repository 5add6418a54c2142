// Package tags reads the tags of pages without parsing them: whether a text is a page, and the text
// between its tags. It must not know what an article is.
package tags

import (
	"path/filepath"
	"strings"

	"etal/internal/lazyregexp"
)

// sniffed is how many bytes of a text are searched for signs of HTML.
const sniffed = 64 << 10

// blocksInPart is how many blocks a part of a page has to end, at least, that is recognized
// without a name that says HTML: notes with a tag or two in them are Markdown.
const blocksInPart = 3

var (
	pageStart = lazyregexp.New(`(?i)^<(?:!doctype\s+html|html|head|body)[\s>]`)
	tag       = lazyregexp.New(`</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>`)
	blockEnd  = lazyregexp.New(`(?i)</(?:p|div|article|section|table|body|html|h[1-6]|ul|ol)>`)
	// markdownHeading matches a heading as people write them in Markdown.
	markdownHeading = lazyregexp.New(`(?m)^#{1,6} \S`)
)

// Sniff reports whether a text is HTML: it starts as a page does, or it is a part of a page and
// starts with a tag. In a file with the extension of a page one tag anywhere is enough.
func Sniff(name, text string) bool {
	text = text[prologue(text):]
	if pageStart.MatchString(text) {
		return true
	}
	text = text[:min(len(text), sniffed)]
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht":
		return tag.MatchString(text)
	case ".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".xml":
		return false
	}
	at := tag.FindStringIndex(text)
	return at != nil && at[0] == 0 && len(blockEnd.FindAllString(text, blocksInPart)) == blocksInPart && !markdownHeading.MatchString(text)
}

// prologue returns the length of what may precede the first tag of a page: white space, a byte
// order mark, comments, XML declarations.
func prologue(text string) int {
	at := 0
	for {
		rest := strings.TrimLeft(text[at:], " \t\n\ufeff")
		at = len(text) - len(rest)
		end := ""
		switch {
		case strings.HasPrefix(rest, "<!--"):
			end = "-->"
		case strings.HasPrefix(rest, "<?"):
			end = ">"
		default:
			return at
		}
		i := strings.Index(rest, end)
		if i < 0 {
			return at
		}
		at += i + len(end)
	}
}
