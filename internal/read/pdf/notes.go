package pdf

import (
	"slices"
	"strings"

	"etal/internal/doc"
	"etal/internal/read/pdf/imprint"
	"etal/internal/read/pdf/inlines"
	"etal/internal/read/pdf/raised"
	"etal/internal/read/pdf/textrow"
	"etal/internal/read/pdf/typeset"
	"etal/internal/reflist"
)

const (
	noteZone = 0.3  // of a page's height, below which footnotes stand
	noteSize = 0.95 // of the body's type
)

// findNotes finds the footnotes: small text below the text, with a raised mark before it. What those of a first page
// say of the authors and of the paper is left out.
func (r *reader) findNotes() {
	var left *paragraph // the last that is left out
	for i := 0; i < len(r.flow); i++ {
		p := r.flow[i]
		if p.kind == running && p.page == 1 && len(p.rows) == 1 && imprint.IsPriced(p.text()) {
			p.kind = aside
		}
		if p.kind != running || p.first().Size > r.body.size*noteSize || p.first().Base < noteZone*r.pages[p.page-1].Height() {
			continue
		}
		if mark := raised.Note(p.first().Cells[0]); mark != "" {
			p.kind, p.mark = note, mark
			if n := slices.IndexFunc(p.rows[1:], func(w textrow.Row) bool { return raised.Note(w.Cells[0]) != "" }); n >= 0 {
				r.splitAt(i, p.rows[n+1])
				r.flow[i+1].kind, r.flow[i+1].mark = running, ""
			}
		} else if text := p.text(); p.page == 1 && !p.isTable() && !r.isCaption(p, text) && !reflist.IsHeading(text) && r.isFoot(p) {
			p.kind = note // what publishers print below the first column
		}
		text := strings.TrimSpace(strings.TrimPrefix(p.text(), p.mark))
		if p.page > 1 && imprint.IsOfAuthors(text) && (p.kind == note || r.isFoot(p)) {
			p.kind = aside // of a supplement
		}
		if p.kind != note || p.page > 1 {
			continue
		}
		goesOn := left != nil && left.column == p.column && p.mark == "" && p.first().Base > left.last().Base
		if imprint.IsOfAuthors(text) || p.mark == "" && imprint.IsOfPaper(text) || goesOn {
			p.kind, left = aside, p
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

// linkNotes makes notes of the footnotes whose marks stand in the text of their pages, the last time there: the
// same number before it is a citation. The others stay paragraphs, and become such again if their marks are not met
// when the text is written.
func (r *reader) linkNotes() {
	r.marks = map[typeset.Mark]int{}
	signs := map[typeset.Mark]int{} // how often each sign is on its page, alone or with others
	for _, p := range r.flow {
		if p.kind != note && p.kind != aside && p.kind != reference {
			for _, w := range p.rows {
				for _, c := range w.Cells {
					for _, mark := range raised.Runs(c) {
						r.marks[typeset.Mark{Page: c.Page, Text: mark}]++
						signs[typeset.Mark{Page: c.Page, Text: raised.First(mark)}]++
					}
				}
			}
		}
	}
	r.notes = map[typeset.Mark]*doc.Note{}
	kept := r.flow[:0]
	for _, p := range r.flow {
		key := typeset.Mark{Page: p.page, Text: p.mark}
		if p.kind != note || r.marks[key] == 0 || r.notes[key] != nil || raised.IsSign(p.mark) && (signs[typeset.Mark{Page: p.page, Text: raised.First(p.mark)}] > raised.MostSigned || raised.IsSignificance(p.text())) {
			kept = append(kept, p)
			continue
		}
		text := r.apart(p.rows, false)
		text = inlines.Cut(text, len(p.mark))
		r.notes[key] = &doc.Note{Blocks: []doc.Block{doc.Paragraph{Text: text}}}
		r.held = append(r.held, p)
		if n := len(kept) - 1; n >= 0 && kept[n].page == p.page && (kept[n].ruling != nil || kept[n].held) {
			p.held = true // and stays below its table if that has not its mark
			kept = append(kept, p)
		}
	}
	r.flow = kept
}

// writeUnmarked writes the notes of the pages before one whose marks were not met.
func (r *reader) writeUnmarked(before int) {
	for len(r.held) > 0 && r.held[0].page < before {
		p := r.held[0]
		if key := (typeset.Mark{Page: p.page, Text: p.mark}); r.notes[key] != nil {
			delete(r.notes, key)
			r.add(doc.Paragraph{Text: r.apart(p.rows, false)})
		}
		r.held = r.held[1:]
	}
}
