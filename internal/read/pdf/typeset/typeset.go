// Package typeset turns rows into inlines: their styles, links and the marks of notes, their lines joined.
//
// The package must not know what a row is a part of.
package typeset

import (
	"math"
	"strings"

	"etal/internal/doc"
	"etal/internal/hyphen"
	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/areas"
	"etal/internal/read/pdf/inlines"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/raised"
	"etal/internal/read/pdf/textrow"
	"etal/internal/safe"
)

// A Mark is the mark of a footnote on a page.
type Mark struct {
	Page int
	Text string
}

// A Setter sets rows.
type Setter struct {
	Words hyphen.Words
	Links areas.Areas
	Plain bool // no style of letters: in headings
	Notes map[Mark]*doc.Note
	Marks map[Mark]int // how often each is still to come
	Page  int          // that the text is on; the greatest number where no page is to begin
	text  []doc.Inline
	run   doc.Inline
	b     strings.Builder
}

// Apart sets rows that are set apart from the rest, where no page begins and no note has its mark.
func Apart(rows []textrow.Row, words hyphen.Words, links areas.Areas, plain bool) []doc.Inline {
	t := &Setter{Words: words, Links: links, Plain: plain, Page: math.MaxInt}
	return t.Set(rows)
}

// Set returns the text of rows, in which pages begin and notes have their marks.
func (t *Setter) Set(rows []textrow.Row) []doc.Inline {
	for i, row := range rows {
		if i > 0 {
			t.joinTo(row.Text())
		}
		for j, c := range row.Cells {
			if j > 0 {
				t.b.WriteByte(' ')
			}
			if c.Page > t.Page {
				t.begin(doc.Inline{})
				t.Page = c.Page
				t.turnPage(c.Page)
			}
			links := t.Links.On(c)
			for _, g := range c.Glyphs.All() {
				t.glyph(c, g, links.At(g))
			}
		}
		t.endNote(row.Cells[len(row.Cells)-1].Page)
	}
	t.flush()
	return inlines.FreePunctuation(inlines.JoinMarks(t.text))
}

// endNote makes the run that ends the mark of a note, if it is one.
func (t *Setter) endNote(page int) {
	before, mark := raised.CutSign(strings.TrimSpace(t.b.String()))
	key := Mark{page, mark}
	n := t.Notes[key]
	if n == nil || t.run.Style&doc.Superscript == 0 && !raised.IsSign(key.Text) {
		return
	}
	if t.Marks[key]--; t.Marks[key] > 0 {
		return
	}
	delete(t.Notes, key)
	t.b.Reset()
	t.b.WriteString(before)
	t.flush()
	t.text = append(t.text, doc.Inline{To: n})
}

// turnPage notes that a page begins.
func (t *Setter) turnPage(number int) {
	t.text = append(t.text, doc.Inline{To: &doc.PageStart{Number: number}})
}

// glyph adds a glyph of a line.
func (t *Setter) glyph(l layout.Line, g page.Glyph, to doc.Target) {
	style := t.run.Style
	if g.Rune != ' ' {
		style = styleOf(l, g)
		if t.Plain {
			style &= doc.Superscript | doc.Subscript
		}
	} else if style&(doc.Superscript|doc.Subscript) != 0 {
		style &^= doc.Superscript | doc.Subscript
	}
	if style != t.run.Style || to != t.run.To {
		t.endNote(t.Page)
		t.begin(doc.Inline{Style: style, To: to})
	}
	t.b.WriteRune(g.Rune)
}

// styleOf returns the style of a glyph of a line.
func styleOf(l layout.Line, g page.Glyph) doc.Style {
	var style doc.Style
	switch {
	case raised.Is(l, g):
		style |= doc.Superscript
	case raised.IsLowered(l, g):
		style |= doc.Subscript
	}
	if g.Font != nil && style == 0 {
		if g.Font.Bold {
			style |= doc.Bold
		}
		if g.Font.Italic {
			style |= doc.Italic
		}
		if g.Font.Fixed {
			style = doc.CodeSpan
		}
	}
	return style
}

// begin starts a run of another style or target.
func (t *Setter) begin(run doc.Inline) {
	t.flush()
	t.run = run
}

func (t *Setter) flush() {
	if t.b.Len() > 0 {
		in := t.run
		in.Text = safe.New(t.b.String())
		if _, linked := in.To.(*doc.Link); in.Style == doc.CodeSpan && (linked || URL.MatchString(t.b.String())) {
			in.Style = 0
		}
		if n := len(t.text); in.Style == doc.Italic && n > 0 && italicMark.MatchString(doc.Plain(t.text[n-1:])+"|"+t.b.String()) {
			in.Style = 0 // a citation is set upright, so that it is known as one
		}
		t.text = append(t.text, in)
		t.b.Reset()
	}
}

// joinTo joins the text so far to the next line: by a blank, by nothing, or without its hyphen.
func (t *Setter) joinTo(next string) {
	last := t.b.String()
	if n := len(t.text); last == "" && n > 0 && t.text[n-1].Text.Len() > 0 {
		last, t.run, t.text = t.text[n-1].Text.String(), t.text[n-1], t.text[:n-1]
	}
	before := ""
	if len(last) < longestWord && len(t.text) > 0 {
		before = t.text[len(t.text)-1].Text.String()
	}
	joined := t.Words.Joint(before+last, next)
	if !strings.HasPrefix(joined, before) {
		joined = before + last + " "
	}
	if textrow.BeginsAmid(next) && !strings.HasPrefix(next, ";") {
		joined = strings.TrimSuffix(joined, " ")
	}
	t.b.Reset()
	t.b.WriteString(joined[len(before):])
}

// URL matches a URL or a DOI, which many set in a font of code.
var URL = lazyregexp.New(`(?i)^\S*(?:https?://|www\.|doi\.org/|10\.\d{4,9}/|@)\S*\s*$`)

// italicMark matches numbers in italics behind a parenthesis, or with it, and what goes before them.
var italicMark = lazyregexp.New(`(?:(?:\(|\(\d+|[(\d][–,-] ?|^[–,-] ?)\|\d{1,4}(?:[–,-] ?\d{1,4})*|\|\(\d{1,3}(?:[–,-] ?\d{1,3})*\)[\s.,;]*)$`)

// longestWord is the length in bytes of the longest word that is divided by a hyphen.
const longestWord = 40
