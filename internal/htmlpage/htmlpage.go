// Package htmlpage writes an article as one self-contained HTML page, in which citations link to
// references and these back to the citations.
//
// Nothing in a page can run or load: of the article's own HTML only superscripts, subscripts,
// marks and line breaks are kept, links lead to http, https and mailto only, images become their
// descriptions, and a content security policy forbids the rest. The package must not know where an
// article came from, nor of terminals.
package htmlpage

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"slices"

	"etal/internal/article"
	"etal/internal/content"
	"etal/internal/safe"
)

// Write writes the article as an HTML page.
func Write(w io.Writer, a *article.Article) error {
	out := bufio.NewWriter(w)
	p := &page{w: out, article: a, content: content.New(a), citedBy: map[int][]int{}}
	for i, c := range a.Citations {
		for _, n := range c.Candidates() {
			p.citedBy[n] = append(p.citedBy[n], i)
		}
	}
	for _, l := range a.Links {
		if l.Inside() {
			p.targets = append(p.targets, l.Target)
		}
	}
	slices.Sort(p.targets)
	p.targets = slices.Compact(p.targets)

	language := a.Language.String()
	if language != "" {
		language = fmt.Sprintf(" lang=\"%s\"", html.EscapeString(language))
	}
	p.printf("<!DOCTYPE html>\n<html%s>\n<head>\n<meta charset=\"utf-8\">\n", language)
	p.printf("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
	p.printf("<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n", html.EscapeString(a.Title.String()))
	p.metadata()
	p.printf("<style>%s</style>\n</head>\n<body>\n<article>\n", style)
	for i := range a.Blocks {
		p.block(i)
	}
	p.printf("</article>\n</body>\n</html>\n")
	return out.Flush()
}

const style = `
body { max-width: 38em; margin: 3em auto; padding: 0 1em; font: 1.05em/1.55 Georgia, serif; color: #222; background: #fdfdfb }
h1, h2, h3, h4 { line-height: 1.2; margin: 1.6em 0 .5em }
a { color: #1a5fb4; text-decoration: none } a:hover { text-decoration: underline }
.cite { color: #26734d } .missing { color: #b3261e; text-decoration: line-through }
.reference { padding-left: 2.2em; text-indent: -2.2em; margin: .4em 0; font-size: .95em } .reference:target, .note:target { background: #fff3c4 }
.back { font-size: .85em; margin-left: .3em } .byline { color: #666; margin-top: -.6em }
ul, ol { margin: .2em 0; padding-left: 2em } table { border-collapse: collapse; font-size: .95em } td, th { border-bottom: 1px solid #ccc; padding: .2em .6em; text-align: left }
pre { overflow-x: auto; background: #f3f3ef; padding: .7em; font-size: .9em } blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #ccc; color: #444 }
@media (prefers-color-scheme: dark) { body { background: #1b1b1b; color: #ddd } a { color: #8ab4f8 } .cite { color: #81c995 } pre { background: #262626 } .reference:target, .note:target { background: #4a4220 } }
`

// A page writes an article as HTML.
type page struct {
	w       *bufio.Writer
	article *article.Article
	content *content.Content
	citedBy map[int][]int // indexes of citations, by the numbers of references
	targets []int         // offsets of the blocks to come that links lead to, sorted
}

// metadata writes what the article says about itself, under the names that browsers and Dublin Core
// have for it.
func (p *page) metadata() {
	a := p.article
	meta := func(name string, content safe.Text) {
		if content.Len() > 0 {
			p.printf("<meta name=\"%s\" content=\"%s\">\n", name, html.EscapeString(content.String()))
		}
	}
	for _, author := range a.Authors {
		meta("author", author)
	}
	meta("dcterms.date", a.Date)
	meta("dcterms.license", a.License)
	meta("description", a.Summary)
}

func (p *page) printf(format string, args ...any) { fmt.Fprintf(p.w, format, args...) }

// text writes a text with any characters.
func (p *page) text(s string) { p.w.WriteString(html.EscapeString(s)) }

func (p *page) block(i int) {
	b := p.content.Block(i)
	for len(p.targets) > 0 && p.targets[0] < b.End {
		p.printf("<a id=\"p%d\"></a>", p.targets[0])
		p.targets = p.targets[1:]
	}
	switch {
	case b.Reference.Number > 0:
		p.reference(b)
		return
	case b.Note:
		p.printf("<div class=\"note\"><sup>%s</sup> ", html.EscapeString(b.Number.String()))
		p.blocks(b.Tree, b.Tree.Root)
		p.printf("</div>\n")
		return
	}
	p.blocks(b.Tree, b.Tree.Root)
	if line := p.article.Attribution(); i == 0 && line.Len() > 0 {
		p.printf("<p class=\"byline\">%s</p>\n", html.EscapeString(line.String()))
	}
}

// reference writes an entry of the reference list, and links back to its citations.
func (p *page) reference(b content.Block) {
	r := b.Reference
	p.printf("<div class=\"reference\" id=\"r%d\">", r.Number)
	if r.Label.Len() > 0 {
		p.text(r.Label.String() + ". ")
	}
	for n := b.Tree.Root.FirstChild(); n != nil; n = n.NextSibling() {
		p.inlines(b.Tree, n)
		p.printf(" ")
	}
	for i, c := range p.citedBy[r.Number] {
		p.printf("<a class=\"back\" href=\"#c%d\" title=\"back to the text\">↩%d</a>", c+1, i+1)
	}
	p.printf("</div>\n")
}
