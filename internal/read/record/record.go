// Package record makes an article of what is known of a work that cannot be had: its title, its authors, its
// abstract, and where it appeared.
//
// It must not know where the record came from, nor why there is no more.
package record

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/identify"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Read makes an article of a record.
func Read(item bib.Item) *doc.Document {
	d := &doc.Document{Meta: MetaOf(item), CitationsMarked: true}
	d.Blocks = []doc.Block{doc.Heading{Level: 1, Text: []doc.Inline{{Text: d.Title}}}}
	if paragraphs := abstract(item.Texts.Get("abstract")); len(paragraphs) > 0 {
		d.Blocks = append(append(d.Blocks, heading("Abstract")), paragraphs...)
	}
	d.Blocks = append(d.Blocks, heading("Record"), doc.Paragraph{Text: doc.EntryOf(item).Text})
	return d
}

// MetaOf returns what a record tells of its article. A work without a title is called by its identifier.
func MetaOf(item bib.Item) doc.Meta {
	m := doc.Meta{IDs: identify.Of(item), Date: safe.Line(item.Issued.String())}
	name := "untitled"
	if len(m.IDs) > 0 {
		name = m.IDs[0].String()
	}
	m.Title = safe.Line(cmp.Or(item.Title, name))
	for _, n := range item.Author {
		if n.Literal == bib.AndOthers {
			continue
		}
		full := strings.Join(strings.Fields(n.Given+" "+n.NonDroppingParticle+" "+n.Family+" "+n.Suffix), " ")
		m.Authors = append(m.Authors, safe.Line(cmp.Or(n.Literal, full)))
	}
	return m
}

func heading(text string) doc.Heading {
	return doc.Heading{Level: 2, Text: []doc.Inline{doc.Text(text)}}
}

// attributes are those of a tag, and its end. Without them, what stands between < and > is text.
const attributes = `(?:\s+[A-Za-z:-]+="[^"<>]*")*\s*/?>`

// tag matches a tag of HTML or JATS, in which agencies send abstracts: its first group is the slash of an end
// tag, its second the name without a prefix. Unstyled matches those that set a part of a line in a style.
var (
	tag      = lazyregexp.New(`<(/?)(?:jats:)?([A-Za-z][A-Za-z0-9-]*)` + attributes)
	unstyled = lazyregexp.New(`</?(?:(?:jats|mml):[A-Za-z-]+|i|b|em|strong|sub|sup|u|sc|span|italic|bold|monospace|underline)` + attributes)
)

// titles and blocks are the tags of titles, and of others that begin a paragraph.
var (
	titles = []string{"title", "h1", "h2", "h3", "h4", "h5", "h6"}
	blocks = []string{"p", "sec", "div", "br", "li", "abstract"}
)

// abstract reads an abstract with or without tags as paragraphs. The title of a part is set bold before it.
func abstract(text string) (paragraphs []doc.Block) {
	var line []doc.Inline
	var style doc.Style
	end := func() {
		if len(line) > 0 {
			paragraphs = append(paragraphs, doc.Paragraph{Text: line})
		}
		line = nil
	}
	add := func(s string) {
		words := strings.Join(strings.Fields(html.UnescapeString(s)), " ")
		if words == "" || style == doc.Bold && strings.EqualFold(words, "abstract") {
			return
		}
		if len(line) > 0 {
			words = " " + words
		}
		in := doc.Text(words)
		in.Style = style
		line = append(line, in)
	}
	at := 0
	for _, m := range tag.FindAllStringSubmatchIndex(text, -1) {
		name := strings.ToLower(text[m[4]:m[5]])
		isTitle, isEnd := slices.Contains(titles, name), m[3] > m[2]
		if !isTitle && !slices.Contains(blocks, name) {
			continue
		}
		add(unstyled.ReplaceAllString(text[at:m[0]], ""))
		at = m[1]
		switch {
		case isTitle && isEnd:
			style = 0
		case isTitle:
			end()
			style = doc.Bold
		default:
			if len(line) != 1 || line[0].Style != doc.Bold { // a title stands before its text
				end()
			}
		}
	}
	add(unstyled.ReplaceAllString(text[at:], ""))
	end()
	return paragraphs
}
