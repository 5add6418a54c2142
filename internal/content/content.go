// Package content parses the blocks of an article into what a reader is shown of them: labels,
// the numbers of footnotes, and Markdown in which citations are plain text.
//
// It is what the screen, the HTML page and the search have in common. The package must not
// know how anything is laid out or looked for.
package content

import (
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// A Content parses the blocks of one article. It is safe for concurrent use.
type Content struct {
	Article   *article.Article
	Marks     []article.Span // citations and links inside the article, sorted: plain text to Markdown
	NoteMarks []article.Span // those of footnotes, for which their numbers are shown

	parser *markdown.Parser
	notes  map[string]safe.Text // footnotes' numbers as they are shown, by the notes' names
}

// New returns the content of an article.
func New(a *article.Article) *Content {
	c := &Content{Article: a, parser: markdown.NewParser(a.Body.String(), a.Blocks), notes: map[string]safe.Text{}}
	byStart := func(a, b article.Span) int { return a.Start - b.Start }
	for _, cited := range a.Citations {
		c.mark(cited.Span, cited.Text)
	}
	for _, l := range a.Links {
		if l.Inside() {
			c.mark(l.Span, l.Text)
		}
	}
	slices.SortFunc(c.Marks, byStart)
	slices.SortFunc(c.NoteMarks, byStart)
	return c
}

// mark adds a mark and, if it is a footnote's, the number that is shown for it.
func (c *Content) mark(s article.Span, shown safe.Text) {
	c.Marks = append(c.Marks, s)
	if name := NoteName(c.Article.Slice(s).String()); name != "" {
		c.NoteMarks = append(c.NoteMarks, s)
		c.notes[name] = shown
	}
}

// NoteName returns the name of the footnote whose mark text begins with: 1 of [^1]; empty
// where it begins with none.
func NoteName(text string) string {
	name, ok := strings.CutPrefix(strings.TrimLeft(text, " "), "[^")
	end := strings.IndexByte(name, ']')
	if !ok || end < 0 {
		return ""
	}
	return name[:end]
}

// A Block is a block of an article as it is shown: a reference of its list, the text of a
// footnote, or any other.
type Block struct {
	article.Span
	Tree      markdown.Tree     // without the label
	Reference article.Reference // whose Number is 0 in other blocks
	Note      bool              // whether the block is the text of a footnote
	Number    safe.Text         // the footnote's, as it is shown
	Label     string            // printed before the reference: "12." or "[12]"
}

// Block parses block i.
func (c *Content) Block(i int) Block {
	b := Block{Span: c.Article.Blocks[i]}
	if r, ok := c.Article.Reference(c.Article.ReferenceAt(b.Span)); ok {
		b.Reference, b.Label = r, c.Label(r, b.Span)
		b.Tree = c.parser.Parse(r.Span, nil)
		return b
	}
	body := b.Span
	if c.IsNote(b.Span) {
		text := c.Article.Slice(b.Span).String()
		b.Note, b.Number = true, c.notes[NoteName(text)]
		body.Start += strings.Index(text, "]:") + len("]:")
	}
	b.Tree = c.Parse(body)
	return b
}

// Parse parses a span of the body.
func (c *Content) Parse(s article.Span) markdown.Tree { return c.parser.Parse(s, c.Marks) }

// IsNote reports whether a block is the text of a footnote that has a mark.
func (c *Content) IsNote(block article.Span) bool {
	_, ok := c.notes[NoteName(c.Article.Slice(block).String())]
	return ok
}

// number matches a number before an entry, which may be counted otherwise than it is
// written: Markdown counts 1. 1. 1. on.
var number = lazyregexp.New(`\d+`)

// Label returns what the text prints before a reference that stands in a block. A bullet is
// no label.
func (c *Content) Label(r article.Reference, block article.Span) string {
	if c.IsNote(block) {
		return r.Label.String() + "."
	}
	label := strings.TrimSpace(strings.ReplaceAll(c.Article.Body.String()[block.Start:r.Start], `\`, ""))
	if strings.Trim(label, "-*+•–") == "" {
		return ""
	}
	if n := r.Label.String(); !strings.Contains(label, n) {
		label = number.ReplaceAllStringFunc(label, func(string) string { return n })
	}
	return strings.TrimSuffix(label, ":")
}
