package pdf

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

// A typesetter makes inlines of rows.
type typesetter struct {
	words hyphen.Words
	links areas.Areas
	plain bool // no style of letters: in headings
	notes map[noteKey]*doc.Note
	marks map[noteKey]int
	text  []doc.Inline
	run   doc.Inline
	b     strings.Builder
	page  int
}

// inlines returns the text of rows, in which pages begin and notes have their marks.
func (r *reader) inlines(rows []textrow.Row, plain bool) []doc.Inline {
	t := &typesetter{words: r.words, links: r.links, plain: plain, notes: r.notes, marks: r.marks, page: r.page}
	text := t.set(rows)
	r.page = t.page
	return text
}

// apart returns the text of rows that is set apart from the rest, where no page begins.
func (r *reader) apart(rows []textrow.Row, plain bool) []doc.Inline {
	t := &typesetter{words: r.words, links: r.links, plain: plain, page: math.MaxInt}
	return t.set(rows)
}

func (t *typesetter) set(rows []textrow.Row) []doc.Inline {
	for i, row := range rows {
		if i > 0 {
			t.joinTo(row.Text())
		}
		for j, c := range row.Cells {
			if j > 0 {
				t.b.WriteByte(' ')
			}
			if c.Page > t.page {
				t.begin(doc.Inline{})
				t.page = c.Page
				t.turnPage(c.Page)
			}
			links := t.links.On(c)
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
func (t *typesetter) endNote(page int) {
	before, mark := raised.CutSign(strings.TrimSpace(t.b.String()))
	key := noteKey{page, mark}
	n := t.notes[key]
	if n == nil || t.run.Style&doc.Superscript == 0 && !raised.IsSign(key.mark) {
		return
	}
	if t.marks[key]--; t.marks[key] > 0 {
		return
	}
	delete(t.notes, key)
	t.b.Reset()
	t.b.WriteString(before)
	t.flush()
	t.text = append(t.text, doc.Inline{To: n})
}

// turnPage notes that a page begins.
func (t *typesetter) turnPage(number int) {
	t.text = append(t.text, doc.Inline{To: &doc.PageStart{Number: number}})
}

// glyph adds a glyph of a line.
func (t *typesetter) glyph(l layout.Line, g page.Glyph, to doc.Target) {
	style := t.run.Style
	if g.Rune != ' ' {
		style = styleOf(l, g)
		if t.plain {
			style &= doc.Superscript | doc.Subscript
		}
	} else if style&(doc.Superscript|doc.Subscript) != 0 {
		style &^= doc.Superscript | doc.Subscript
	}
	if style != t.run.Style || to != t.run.To {
		t.endNote(t.page)
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
func (t *typesetter) begin(run doc.Inline) {
	t.flush()
	t.run = run
}

func (t *typesetter) flush() {
	if t.b.Len() > 0 {
		in := t.run
		in.Text = safe.New(t.b.String())
		if _, linked := in.To.(*doc.Link); in.Style == doc.CodeSpan && (linked || url.MatchString(t.b.String())) {
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
func (t *typesetter) joinTo(next string) {
	last := t.b.String()
	if n := len(t.text); last == "" && n > 0 && t.text[n-1].Text.Len() > 0 {
		last, t.run, t.text = t.text[n-1].Text.String(), t.text[n-1], t.text[:n-1]
	}
	before := ""
	if len(last) < longestWord && len(t.text) > 0 {
		before = t.text[len(t.text)-1].Text.String()
	}
	joined := t.words.Joint(before+last, next)
	if !strings.HasPrefix(joined, before) {
		joined = before + last + " "
	}
	t.b.Reset()
	t.b.WriteString(joined[len(before):])
}

// url matches a URL or a DOI, which many set in a font of code.
var url = lazyregexp.New(`(?i)^\S*(?:https?://|www\.|doi\.org/|10\.\d{4,9}/|@)\S*\s*$`)

// italicMark matches numbers in italics behind a parenthesis, or with it, and what goes before them.
var italicMark = lazyregexp.New(`(?:(?:\(|\(\d+|[(\d][–,-] ?|^[–,-] ?)\|\d{1,4}(?:[–,-] ?\d{1,4})*|\|\(\d{1,3}(?:[–,-] ?\d{1,3})*\)[\s.,;]*)$`)

// longestWord is the length in bytes of the longest word that is divided by a hyphen.
const longestWord = 40
