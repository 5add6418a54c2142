package pdf

import (
	"math"
	"slices"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/floats"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/textrow"
	"etal/internal/read/pdf/typeset"
)

// What stands below a caption is its table up to text, or a gap.
const (
	longCell = 32  // glyphs of a row, from which on it is prose
	tableGap = 6.0 // sizes of the type

	captionLeading = 1.6 // the same, of a caption's rows
)

// joinCaptions joins captions with their parts that are marked (a), (b), and "TABLE I" with what stands below it.
func (r *reader) joinCaptions() {
	out := r.flow[:0]
	for _, p := range r.flow {
		if n := len(out) - 1; n >= 0 && out[n].kind == caption && p.kind == item && p.after > 0 && p.after < textrow.LooseLeading*p.first().Size &&
			strings.HasPrefix(p.text(), "(") && p.first().Size == out[n].last().Size {
			out[n].rows = append(out[n].rows, p.rows...)
			continue
		}
		if n := len(out) - 1; n >= 0 {
			if rows := r.captionBelow(out[n], p); rows > 0 {
				out[n].rows, p.rows = append(out[n].rows, p.rows[:rows]...), p.rows[rows:]
			}
			if len(p.rows) == 0 {
				continue
			}
		}
		out = append(out, p)
	}
	r.flow = out
}

// captionBelow returns how many rows of the next paragraph are the text of a caption that is only a name with a
// number.
func (r *reader) captionBelow(p, next *paragraph) int {
	text := p.text()
	if p.kind != caption || next.kind == caption || next.ruling != nil || len(captioned.FindString(text)) < len(text) || next.page != p.page || next.column != p.column {
		return 0
	}
	last := p.last()
	for i, w := range next.rows {
		isText := i > 0 && w.Size == last.Size || i == 0 && (w.Size < r.body.size*noteSize || textrow.IsCapitals(w.Text())) && (next.kind == running || w.Cells[0].Glyphs.Len() >= longCell)
		if down := w.Base - last.Base; len(w.Cells) > 1 || !isText || down < 0 || down > captionLeading*last.Size {
			return i
		}
		last = w
	}
	return len(next.rows)
}

// findCaptioned makes tables of the rows below their captions, or else above, in the order in which they stand: files
// often have them by columns, or cell by cell, and bold cells look like headings.
func (r *reader) findCaptioned() {
	var found *paragraph
	for i := 0; i < len(r.flow); i++ {
		p := r.flow[i]
		if p.kind != caption || len(p.rows) == 0 || !textrow.TableCaption.MatchString(p.text()) {
			continue
		}
		parts := r.below(i)
		head := p.rowsOfCells(parts)
		rows, ok := textrow.Table(append(textrow.Lines(p.rows[head:]), textrow.Lines(rowsOf(parts))...))
		at := i + 1
		if ok {
			p.rows = p.rows[:head]
		} else if parts = r.above(i, found); len(parts) > 0 {
			rows, ok = textrow.Table(textrow.Lines(rowsOf(parts)))
			at = slices.Index(r.flow, parts[0])
		}
		if !ok {
			isRuled := func(k int) bool { return k >= 0 && k < len(r.flow) && r.flow[k].ruling != nil }
			p.pictured = !isRuled(i+1) && !isRuled(i-1) && r.isOfPicture(p)
			continue
		}
		for _, q := range parts {
			q.cutAbove(rows[len(rows)-1].Base + 1)
		}
		found = &paragraph{kind: cells, page: p.page, column: p.column, rows: rows}
		r.flow = slices.Insert(r.flow, at, found)
		i = max(i, at)
	}
	r.flow = slices.DeleteFunc(r.flow, func(p *paragraph) bool { return len(p.rows) == 0 })
}

// isOfPicture reports whether a caption has a picture close by, in which no text stands, and notes that.
func (r *reader) isOfPicture(p *paragraph) bool {
	box := p.box()
	return slices.ContainsFunc(r.pages[p.page-1].Pictures, func(picture page.Rect) bool {
		hasText := func(q *paragraph) bool {
			return q.page == p.page && slices.ContainsFunc(q.rows, func(w textrow.Row) bool { return picture.Contains((w.Left+w.Right)/2, w.Base-w.Size/3) })
		}
		apart := max(picture.Top-box.Bottom, box.Top-picture.Bottom) / p.first().Size
		is := apart > -1 && apart < tableGap/2 && picture.Left < box.Right && picture.Right > box.Left && !slices.ContainsFunc(r.flow, hasText)
		if is {
			r.losses.Mark(p.page)
		}
		return is
	})
}

// splitNotes parts what stands in one paragraph below a table between rules: notes on lines of their own, each of which
// ends before the middle of the table.
func (r *reader) splitNotes() {
	table := &paragraph{}
	for i := 0; i < len(r.flow); i++ {
		p := r.flow[i]
		if p.ruling != nil {
			table = p
		}
		if p.ruling != nil || table.ruling == nil || p.page != table.page || p.first().Bold || p.first().Size > r.body.size*noteSize || p.first().Base < table.last().Base {
			continue
		}
		box := table.box()
		ends := func(w, next textrow.Row) bool {
			hasRoom := w.Right+w.Size/4+next.FirstWord() < p.right || beginsNote.MatchString(next.Text())
			return w.Right < (box.Left+box.Right)/2 && (onlyURL.MatchString(next.Text()) || hasRoom && !textrow.BeginsLower(next.Text()))
		}
		for n := range p.rows[1:] {
			if ends(p.rows[n], p.rows[n+1]) {
				r.splitAt(i, p.rows[n+1])
				r.flow[i+1].kind, r.flow[i+1].mark = running, ""
				break
			}
		}
	}
}

// beginsNote matches a sign or an abbreviation at the beginning of a note below a table.
var beginsNote = lazyregexp.New(`^(?:[^\p{L}\d]|\p{Lu}{1,6}[,:=] )`)

func rowsOf(parts []*paragraph) (rows []textrow.Row) {
	for _, p := range parts {
		rows = append(rows, p.rows...)
	}
	return rows
}

// above returns the paragraphs that can be the table of a caption below them, but for one table of another caption.
func (r *reader) above(i int, other *paragraph) (found []*paragraph) {
	p := r.flow[i]
	bottom := p.first().Base
	for k := i - 1; k >= 0; k-- {
		q := r.flow[k]
		if len(q.rows) == 0 {
			continue
		}
		if last := q.last(); q == other || q.ruling != nil || q.page != p.page || last.Base > bottom || last.Base < bottom-tableGap*last.Size || r.endsTable(q) {
			break
		}
		found = slices.Insert(found, 0, q)
		bottom = q.first().Base
	}
	return found
}

// below returns the paragraphs that can be the table of a caption: those that follow it and stand between it and
// the next text or caption.
func (r *reader) below(i int) []*paragraph {
	p := r.flow[i]
	var found []*paragraph
	top, bottom, limit := p.first().Base, p.last().Base, math.Inf(1)
	for _, q := range r.flow[i+1:] {
		if len(q.rows) == 0 {
			continue
		}
		first := q.first()
		switch {
		case q.page != p.page, q.ruling != nil:
			return found
		case q.kind == caption && first.Base > top:
			limit = min(limit, first.Base-1)
			continue
		case q.last().Base > limit:
			continue
		case first.Base < top+1, first.Base > bottom+tableGap*first.Size, r.endsTable(q):
			return found
		}
		found = append(found, q)
		bottom = max(bottom, q.last().Base)
	}
	return found
}

// endsTable reports whether a paragraph cannot be a part of a table.
func (r *reader) endsTable(p *paragraph) bool {
	switch p.kind {
	case caption, title, reference, code, aside, sidenote:
		return true
	case note:
		return !p.hasCells() // a star may be a cell
	case heading:
		return p.first().Size > r.body.size*1.05
	}
	prose := 0
	for _, w := range p.rows {
		if len(w.Cells) > 1 {
			continue
		}
		if w.Right-w.Left > 0.9*r.width && w.Size > r.body.size*0.95 {
			return true
		}
		if w.Cells[0].Glyphs.Len() >= longCell {
			prose++
		}
	}
	return prose > 1
}

// rowsOfCells returns the index of the first of the rows of cells at the end of a caption: they have several cells, or
// cells beside them in the paragraphs below.
func (p *paragraph) rowsOfCells(parts []*paragraph) int {
	for i, w := range p.rows {
		if i == 0 {
			continue
		}
		beside := func(o textrow.Row) bool { return o.IsBeside(w) }
		if len(w.Cells) > 1 || slices.ContainsFunc(parts, func(q *paragraph) bool { return slices.ContainsFunc(q.rows, beside) }) {
			return i
		}
	}
	return len(p.rows)
}

// cutAbove takes the rows above a base out.
func (p *paragraph) cutAbove(base float64) {
	p.rows = slices.DeleteFunc(p.rows, func(w textrow.Row) bool { return w.Base < base })
	if p.kind == cells {
		p.kind = running
	}
}

// placeFloats puts floats where they stand on their pages.
func (r *reader) placeFloats() {
	parts := make([]floats.Part, len(r.flow))
	for i, p := range r.flow {
		parts[i] = floats.Part{Page: p.page, Box: p.box(), Kind: r.partOf(p)}
	}
	flow := slices.Clone(r.flow)
	for i, k := range floats.Order(parts) {
		r.flow[i] = flow[k]
	}
}

// partOf returns what a paragraph is beside floats.
func (r *reader) partOf(p *paragraph) floats.Kind {
	switch {
	case p.front || p.kind == title:
		return floats.Front
	case p.kind == caption && textrow.TableCaption.MatchString(p.text()):
		return floats.Table
	case p.kind == caption:
		return floats.Figure
	case p.kind == running && p.first().Size <= r.body.size*noteSize || typeset.URL.MatchString(p.text()):
		return floats.Small
	}
	return map[kind]floats.Kind{running: floats.Text, item: floats.Text, heading: floats.Border, reference: floats.Border, cells: floats.Cells, aside: floats.Words}[p.kind]
}
