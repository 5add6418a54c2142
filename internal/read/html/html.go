// Package html reads web pages: it finds what of a page is the article, its reference lists and
// its links, and builds a document of them.
//
// What looks like the page's own is left out and reported as removed. The package must not
// know where a page came from beyond its address, nor of other formats.
package html

import (
	"errors"
	"net/url"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

var (
	htmlRoot = lazyregexp.New(`(?i)^<(?:!doctype\s+html|html|head|body)[\s>]`)
	anyTag   = lazyregexp.New(`</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>`)
	// markdownHeading matches a heading as people write them in Markdown.
	markdownHeading = lazyregexp.New(`(?m)^#{1,6} \S`)

	blockEnd = lazyregexp.New(`(?i)</(?:p|div|article|section|table|body|html|h[1-6]|ul|ol)>`)
)

// sniffed is how many bytes of a file are looked at to tell what it is.
const sniffedHTML = 64 << 10

// Sniff reports whether a text is HTML: it begins as a page does, or is a part of a page
// that begins with a tag; for a file that is called HTML one tag is enough.
func Sniff(name, text string) bool {
	head := text[len(beforeHTML(text)):]
	if htmlRoot.MatchString(head) {
		return true
	}
	head = head[:min(len(head), sniffedHTML)]
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht":
		return anyTag.MatchString(head)
	case ".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".xml":
		return false
	}
	at := anyTag.FindStringIndex(head)
	return at != nil && at[0] == 0 && len(blockEnd.FindAllString(head, 3)) == 3 && !markdownHeading.MatchString(head)
}

// beforeHTML returns what may stand before the first tag of a page that counts.
func beforeHTML(text string) string {
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
			return text[:at]
		}
		i := strings.Index(rest, end)
		if i < 0 {
			return text[:at]
		}
		at += i + len(end)
	}
}

// ErrTooDeep is the error for a page whose elements nest deeper than is parsed.
var ErrTooDeep = errors.New("the page is nested too deep to be read")

// Read reads a page that was found at an address or, where that is nil, in a file. The
// error is [ErrTooDeep].
func Read(text safe.Text, from *url.URL) (*doc.Document, error) {
	tree, err := html.Parse(strings.NewReader(text.String()))
	if err != nil {
		return nil, ErrTooDeep
	}
	d := &doc.Document{}
	p := &page{doc: tree}
	p.describe(&d.Meta)
	p.findBase(from)
	kept := p.extract()
	p.clean()
	p.findTargets()
	p.findReferences()
	p.findTitle(&d.Meta)
	p.choose(&d.Meta, kept)
	title := p.takeTitle(&d.Meta)
	d.Blocks = append([]doc.Block{doc.Heading{Level: 1, Text: title}}, p.convert(d.Title.String())...)
	d.CitationsMarked = p.complete
	d.Removed = append(d.Removed, p.removed...)
	return d, nil
}

// TextBetweenTags returns the text of a page by itself, a line for each block.
func TextBetweenTags(text string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	skipped := "" // the element whose text is none of the page's
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return safe.New(b.String()).String()
		}
		name, _ := z.TagName()
		switch kind {
		case html.TextToken:
			if skipped == "" {
				b.WriteString(strings.Join(strings.Fields(" "+string(z.Text())+" "), " "))
			}
		case html.StartTagToken:
			if dropped[string(name)] {
				skipped = string(name)
			}
		case html.EndTagToken:
			if string(name) == skipped {
				skipped = ""
			}
		}
		if kind != html.TextToken && blockTags[string(name)] && !strings.HasSuffix(b.String(), "\n\n") && b.Len() > 0 {
			b.WriteString("\n\n")
		}
	}
}
