// Package content parses the blocks of an article as they are shown: with the labels of
// references, the numbers of footnotes, and Markdown in which citations are plain text.
//
// The screen, the HTML page and the search share it. The package must not know how anything is
// laid out or searched.
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
	Marks     []article.Span // citations and links within the article, sorted: plain text to Markdown
	NoteMarks []article.Span // those of them that are footnotes' marks, shown as numbers

	parser  *markdown.Parser
	numbers map[string]safe.Text // of footnotes, as they are shown, by the names in their marks
}

// New returns the content of an article.
func New(a *article.Article) *Content {
	c := &Content{Article: a, parser: markdown.NewParser(a.Body.String(), a.Blocks), numbers: map[string]safe.Text{}}
	byStart := func(a, b article.Span) int { return a.Start - b.Start }
	for _, cited := range a.Citations {
		c.addMark(cited.Span, cited.Text)
	}
	for _, l := range a.Links {
		if l.Inside() {
			c.addMark(l.Span, l.Text)
		}
	}
	slices.SortFunc(c.Marks, byStart)
	slices.SortFunc(c.NoteMarks, byStart)
	return c
}

// addMark adds a mark and, if it is a footnote's, the number that is shown for it.
func (c *Content) addMark(s article.Span, shown safe.Text) {
	c.Marks = append(c.Marks, s)
	if name := NoteName(c.Article.Slice(s).String()); name != "" {
		c.NoteMarks = append(c.NoteMarks, s)
		c.numbers[name] = shown
	}
}

// NoteName returns the name of the footnote whose mark a text begins with, 1 for [^1], or "".
func NoteName(text string) string {
	label, ok := strings.CutPrefix(strings.TrimLeft(text, " "), "[^")
	name, _, closed := strings.Cut(label, "]")
	if !ok || !closed {
		return ""
	}
	return name
}

// A Block is a block of an article as it is shown: a reference of its list, a footnote, or any
// other.
type Block struct {
	article.Span
	Tree      markdown.Tree     // of the text without the label
	Reference article.Reference // with the number 0 if the block is not one
	Note      bool              // whether the block is a footnote
	Number    safe.Text         // the footnote's, as it is shown
	Label     string            // the reference's, as it is shown: "12." or "[12]"
}

// Block parses block i.
func (c *Content) Block(i int) Block {
	b := Block{Span: c.Article.Blocks[i]}
	if r, ok := c.Article.Reference(c.Article.ReferenceAt(b.Span)); ok {
		b.Reference, b.Label = r, c.Label(r, b.Span)
		b.Tree = c.parser.Parse(r.Span, nil)
		return b
	}
	var text article.Span
	b.Number, text, b.Note = c.note(b.Span)
	b.Tree = c.Parse(text)
	return b
}

// Parse parses a span of the body.
func (c *Content) Parse(s article.Span) markdown.Tree { return c.parser.Parse(s, c.Marks) }

// IsNote reports whether a block is a footnote with a mark in the text.
func (c *Content) IsNote(block article.Span) bool {
	_, _, ok := c.note(block)
	return ok
}

// note returns the number and the text, without its label such as [^1]:, of the footnote that a
// block is. It reports whether the block is one with a mark; the text of another is all of it.
func (c *Content) note(block article.Span) (number safe.Text, text article.Span, ok bool) {
	source := c.Article.Slice(block).String()
	number, marked := c.numbers[NoteName(source)]
	_, rest, _ := strings.Cut(source, "]")
	rest, labelled := strings.CutPrefix(rest, ":")
	if !marked || !labelled {
		return safe.Text{}, block, false
	}
	return number, article.Span{Start: block.End - len(strings.TrimLeft(rest, " \t")), End: block.End}, true
}

// number matches the number before an entry. Markdown shows 1. 1. 1. as 1. 2. 3.
var number = lazyregexp.New(`\d+`)

// Label returns the label of a reference in a block as it is shown, or "" for a bullet.
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
