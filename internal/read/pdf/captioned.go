package pdf

import (
	"math"
	"slices"
	"strings"

	"etal/internal/lazyregexp"
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
			return w.Right < (box.Left+box.Right)/2 && hasRoom && !textrow.BeginsLower(next.Text())
		}
		for n := range p.rows[1:] {
			if ends(p.rows[n], p.rows[n+1]) {
				r.splitAt(i, p.rows[n+1])
				r.flow[i+1].kind = running
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

// placeFloats moves floats that the file has behind later sections of their page to where they stand: behind the text
// beside or above them.
func (r *reader) placeFloats() {
	for i := 0; i < len(r.flow); i++ {
		p := r.flow[i]
		if p.kind != caption {
			continue
		}
		first, end := r.floatOf(i)
		if at := r.placeOf(p, first); at < first && slices.ContainsFunc(r.flow[at:first], func(q *paragraph) bool { return q.kind == heading || q.kind == reference }) {
			float := slices.Clone(r.flow[first:end])
			r.flow = slices.Insert(slices.Delete(r.flow, first, end), at, float...)
		}
		i = end - 1
	}
}

// floatOf returns from where to where in the flow the float of a caption is: words of its drawing, a table above or
// below the caption, and what is set small below.
func (r *reader) floatOf(i int) (first, end int) {
	p := r.flow[i]
	is := func(k int, kind kind) bool {
		return k >= 0 && k < len(r.flow) && r.flow[k].page == p.page && r.flow[k].kind == kind
	}
	first, end = i, i+1
	if textrow.TableCaption.MatchString(p.text()) {
		for is(first-1, cells) {
			first--
		}
		if first < i && is(first-1, caption) && textrow.TableCaption.MatchString(r.flow[first-1].text()) {
			first = i // that of the caption above
		}
		for first == i && is(end, cells) {
			end++
		}
	}
	for is(first-1, aside) {
		first--
	}
	for end < len(r.flow) && r.isFloated(r.flow[end]) && r.flow[end].page == p.page && r.flow[end].kind != caption && r.flow[end].kind != cells {
		end++
	}
	return first, end
}

// isFloated reports whether a paragraph may be a part of a float: it is set small, or is the URL of one.
func (r *reader) isFloated(p *paragraph) bool {
	isSmall := p.kind == running && p.first().Size <= r.body.size*noteSize || typeset.URL.MatchString(p.text())
	return p.kind == caption || p.kind == cells || p.kind == aside || isSmall
}

// placeOf returns before which paragraph of the flow a float stands, of those before one: behind the last that begins
// above it in the column of text that is nearest to it.
func (r *reader) placeOf(p *paragraph, before int) int {
	box := p.box()
	apart := func(q *paragraph) float64 { return max(q.box().Left-box.Right, box.Left-q.box().Right, 0) }
	nearest, at := math.Inf(1), before
	for _, q := range r.flow {
		if q.page == p.page && (q.front || q.kind == title) {
			return before
		}
		if q.page == p.page && r.isText(q) {
			nearest = min(nearest, apart(q))
		}
	}
	for k := before - 1; k >= 0 && r.flow[k].page == p.page; k-- {
		if q := r.flow[k]; r.isText(q) && apart(q) == nearest {
			if at = k; q.box().Top < box.Top {
				at++
				break
			}
		}
	}
	for k := at; k < before && r.isFloated(r.flow[k]); k++ {
		if q := r.flow[k]; q.kind == caption && q.box().Top < box.Top {
			_, at = r.floatOf(k) // behind another that was moved
			k = at - 1
		}
	}
	return at
}

// isText reports whether a paragraph belongs to the running text.
func (r *reader) isText(p *paragraph) bool {
	return p.kind == running && !r.isFloated(p) || p.kind == heading || p.kind == item || p.kind == reference
}
