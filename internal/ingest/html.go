package ingest

import (
	"net/url"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
	"etal/internal/xmltree"
)

// HTML is read as the JATS that it would have been: what is the article's in a page is
// turned into the elements that JATS has for it, and written down like those. So each
// format has to say only what its own markup means.

var (
	htmlRoot = lazyregexp.New(`(?i)^<(?:!doctype\s+html|html|head|body)[\s>]`)
	anyTag   = lazyregexp.New(`</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>`)
	blockEnd = lazyregexp.New(`(?i)</(?:p|div|article|section|table|body|html|h[1-6]|ul|ol)>`)
)

// isHTML reports whether a text is HTML: it begins as a page does, or is a part of a page
// that begins with a tag; for a file that is called HTML one tag is enough.
func isHTML(name, text string) bool {
	head := text[len(beforeHTML(text)):]
	if htmlRoot.MatchString(head) {
		return true
	}
	head = head[:min(len(head), sniffed)]
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht":
		return anyTag.MatchString(head)
	case ".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".xml":
		return false
	}
	at := anyTag.FindStringIndex(head)
	return at != nil && at[0] == 0 && len(blockEnd.FindAllString(head, 3)) == 3 && !markdownSigns[0].MatchString(head)
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

// readHTML fills a from a page, found at an address or, where that is nil, in a file. A page
// whose elements nest deeper than can be read is read as the text between its tags.
func readHTML(a *article.Article, text string, from *url.URL) {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		notify(a, noticePage)
		readText(a, textBetweenTags(text))
		return
	}
	p := &page{doc: doc}
	p.describe(a)
	p.findBase(from)
	kept := p.extract()
	p.clean()
	p.findTargets()
	p.findReferences()
	p.findTitle(a)
	p.choose(a, kept)

	w := &jatsWriter{targets: map[string]int{}, floats: map[string]*xmltree.Node{}, placed: map[*xmltree.Node]bool{}}
	title := p.takeTitle(a)
	art := p.convert(a.Title.String())
	w.list = readReferences(art)
	w.complete = p.complete
	w.notes = findFootnotes(art)
	w.heading(1, title)
	w.level = 1
	w.flow(art.Children)
	w.writeNotes()
	w.references()
	w.body = append(w.body, '\n')
	w.notify(a)
	a.Furniture = append(a.Furniture, w.furniture...)
	assemble(a, draft{
		body: string(w.body), entries: w.entries, citations: w.citations, complete: w.complete, links: w.resolved(),
	})
	if a.Title.Len() == 0 && len(a.Headings) > 0 {
		a.Title = a.Headings[0].Title
	}
}

// textBetweenTags returns the text of a page by itself, a line for each block.
func textBetweenTags(text string) string {
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
