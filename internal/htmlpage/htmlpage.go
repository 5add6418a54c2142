// Package htmlpage writes an article as one HTML page that needs nothing else: its style is
// in it, its citations lead to the references and these back to the citations.
//
// Nothing in a page can run or load: the article's own HTML is left out but for raised
// and lowered text and line ends, links lead to http, https and mailto only, images are
// their descriptions, and a content security policy forbids the rest. The package must
// not know where an article came from, nor of terminals.
package htmlpage

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/markdown"
)

// Write writes the article as an HTML page.
func Write(w io.Writer, a *article.Article) error {
	out := bufio.NewWriter(w)
	p := &page{w: out, article: a, parser: markdown.NewParser(a.Body.String(), a.Blocks), citedBy: map[int][]int{}, notes: map[string]string{}}
	for i, c := range a.Citations {
		p.keep = append(p.keep, c.Span)
		for _, n := range c.Candidates() {
			p.citedBy[n] = append(p.citedBy[n], i)
		}
	}
	for _, l := range a.Links {
		if l.Inside() {
			p.keep = append(p.keep, l.Span)
			p.targets = append(p.targets, l.Target)
		}
		if name, ok := strings.CutPrefix(a.Slice(l.Span).String(), "[^"); ok && l.Kind == article.Note {
			p.notes[strings.TrimSuffix(name, "]")] = l.Text.String()
		}
	}
	sort.Slice(p.keep, func(i, j int) bool { return p.keep[i].Start < p.keep[j].Start })

	slices.Sort(p.targets)
	p.targets = slices.Compact(p.targets)

	language := ""
	if a.Language.Len() > 0 {
		language = fmt.Sprintf(" lang=\"%s\"", html.EscapeString(a.Language.String()))
	}
	p.say("<!DOCTYPE html>\n<html%s>\n<head>\n<meta charset=\"utf-8\">\n", language)
	p.say("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
	p.say("<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n<article>\n", html.EscapeString(a.Title.String()), style)
	for i := range a.Blocks {
		p.block(i)
	}
	p.say("</article>\n</body>\n</html>\n")
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

// A page is an article that is being written as HTML.
type page struct {
	w       *bufio.Writer
	article *article.Article
	parser  *markdown.Parser
	keep    []article.Span    // marks, which are plain text to Markdown
	citedBy map[int][]int     // reference numbers to the indexes of citations
	notes   map[string]string // footnotes' numbers as they are shown, by the notes' names
	targets []int             // offsets that links lead to and that are still to come, sorted
}

func (p *page) say(format string, args ...any) { fmt.Fprintf(p.w, format, args...) }

// text writes what is shown, and may hold any character.
func (p *page) text(s string) { p.w.WriteString(html.EscapeString(s)) }

func (p *page) block(i int) {
	b := p.article.Blocks[i]
	for len(p.targets) > 0 && p.targets[0] < b.End {
		p.say("<a id=\"p%d\"></a>", p.targets[0])
		p.targets = p.targets[1:]
	}
	if r, ok := p.article.Reference(p.article.ReferenceAt(b)); ok {
		p.reference(r, b)
		return
	}
	if m := note.FindStringSubmatch(p.article.Slice(b).String()); m != nil {
		p.say("<div class=\"note\"><sup>%s</sup> ", html.EscapeString(p.notes[m[1]]))
		t := p.parser.Parse(article.Span{Start: b.Start + len(m[0]), End: b.End}, p.keep)
		p.blocks(t, t.Root)
		p.say("</div>\n")
		return
	}
	t := p.parser.Parse(b, p.keep)
	p.blocks(t, t.Root)
	if i == 0 && len(p.article.Authors) > 0 {
		var names []string
		for _, n := range p.article.Authors {
			names = append(names, n.String())
		}
		p.say("<p class=\"byline\">%s</p>\n", html.EscapeString(strings.Join(names, ", ")))
	}
}

// note matches the beginning of a footnote's text.
var note = regexp.MustCompile(`^ {0,3}\[\^([^\]\s]+)\]:[ \t]*`)

// reference writes an entry of the list, and behind it the ways back to where it is
// cited.
func (p *page) reference(r article.Reference, b article.Span) {
	p.say("<div class=\"reference\" id=\"r%d\">", r.Number)
	if r.Label.Len() > 0 {
		p.text(r.Label.String() + ". ")
	}
	t := p.parser.Parse(r.Span, nil)
	for n := t.Root.FirstChild(); n != nil; n = n.NextSibling() {
		p.inlines(t, n)
		p.say(" ")
	}
	for i, c := range p.citedBy[r.Number] {
		p.say("<a class=\"back\" href=\"#c%d\" title=\"back to the text\">↩%d</a>", c+1, i+1)
	}
	p.say("</div>\n")
}
