package pdf

import (
	"strings"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/page"
	"etal/internal/reflist"
)

// A noteKey is the mark of a footnote on a page.
type noteKey struct {
	page int
	mark string
}

// noteMark matches the mark of a footnote.
var noteMark = lazyregexp.New(`^(?:\d{1,3}|[*∗⋆†‡§¶‖#]{1,3}|[a-z])$`)

const (
	noteZone = 0.3  // of a page's height, below which footnotes stand
	noteSize = 0.95 // of the body's type
)

// findNotes finds the footnotes: small text below the text, with a raised mark before it.
func (r *reader) findNotes() {
	for _, p := range r.flow {
		if p.kind != running || p.first().Size > r.body.size*noteSize || p.first().Base < noteZone*r.pages[p.page-1].Height() {
			continue
		}
		c := p.first().Cells[0]
		if mark := raisedStart(c.Glyphs, c.Base, c.Size); noteMark.MatchString(mark) {
			p.kind, p.mark = note, mark
		} else if text := p.text(); p.page == 1 && !p.isTable() && !r.isCaption(p, text) && !reflist.IsHeading(text) && r.isFoot(p) {
			p.kind = note // what publishers print below the first column
		}
	}
}

// footZone is the part of a first page in which publishers print what they have to say.
const footZone = 0.75

// isFoot reports whether a paragraph stands at the foot of its page, below all text of the size of the
// body in its column, and below no heading of a reference list, which is set small.
func (r *reader) isFoot(p *paragraph) bool {
	if p.first().Base < footZone*r.pages[p.page-1].Height() {
		return false
	}
	for _, o := range r.flow {
		if o.page != p.page || o.column != p.column {
			continue
		}
		if below := o.last().Base > p.first().Base; below && o.first().Size > r.body.size*noteSize || !below && reflist.IsHeading(o.text()) {
			return false
		}
	}
	return true
}

// raisedStart returns the raised glyphs at which a line begins.
func raisedStart(glyphs []page.Glyph, base, size float64) string {
	var b strings.Builder
	for _, g := range glyphs {
		if g.Rune == ' ' || styleOf(base, size, g)&doc.Superscript == 0 && !strings.ContainsRune("*∗⋆†‡§¶‖", g.Rune) {
			break
		}
		b.WriteRune(g.Rune)
	}
	return b.String()
}

// linkNotes makes notes of the footnotes whose marks stand in the text of their pages, the last time there: the
// same number before it is a citation. The others stay paragraphs.
func (r *reader) linkNotes() {
	r.marks = map[noteKey]int{}
	for _, p := range r.flow {
		if p.kind != note && p.kind != aside && p.kind != reference {
			for _, w := range p.rows {
				for _, c := range w.Cells {
					for _, mark := range raisedRuns(c.Glyphs, c.Base, c.Size) {
						r.marks[noteKey{c.Page, mark}]++
					}
				}
			}
		}
	}
	r.notes = map[noteKey]*doc.Note{}
	kept := r.flow[:0]
	for _, p := range r.flow {
		key := noteKey{p.page, p.mark}
		if p.kind != note || r.marks[key] == 0 || r.notes[key] != nil {
			kept = append(kept, p)
			continue
		}
		text := r.apart(p.rows, false)
		text = cutInlines(text, len(p.mark))
		r.notes[key] = &doc.Note{Blocks: []doc.Block{doc.Paragraph{Text: text}}}
	}
	r.flow = kept
}

// raisedRuns returns the runs of raised glyphs in a line, without those at its start.
func raisedRuns(glyphs []page.Glyph, base, size float64) []string {
	var runs []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			runs = append(runs, b.String())
			b.Reset()
		}
	}
	for _, g := range glyphs {
		if g.Rune != ' ' && styleOf(base, size, g)&doc.Superscript != 0 {
			b.WriteRune(g.Rune)
			continue
		}
		flush()
		if strings.ContainsRune("∗⋆†‡", g.Rune) {
			runs = append(runs, string(g.Rune))
		}
	}
	flush()
	return runs
}
