package pdf

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/continuation"
	"etal/internal/read/pdf/levels"
	"etal/internal/read/pdf/raised"
	"etal/internal/read/pdf/textrow"
	"etal/internal/read/pdf/typeset"
)

// join joins paragraphs that go on in the next column or on the next page, and puts what stands
// between their parts, such as figures and notes, behind them.
func (r *reader) join() {
	var out []*paragraph
	for i := 0; i < len(r.flow); i++ {
		p := r.flow[i]
		out = append(out, p)
		for next := r.nextOfCode(i); next >= 0; next = r.nextOfCode(i) {
			p.rows = append(p.rows, r.flow[next].rows...)
			out = append(out, r.flow[i+1:next]...)
			i = next
		}
		if p.kind != running && p.kind != item && p.kind != reference || typeset.URL.MatchString(p.text()) {
			continue
		}
		for {
			end := min(i+1+farthestPart, len(r.flow))
			next := r.next(i+1, end, p.kind)
			for next >= 0 && r.isOfFloat(r.flow[next], p) {
				next = r.next(next+1, end, p.kind)
			}
			if next < 0 || !continuation.GoesOn(r.continued(p, i), r.continued(r.flow[next], next), continuation.Text{Indents: r.indents, Size: r.body.size * noteSize, Font: r.body.font}) {
				if next = r.beyondFloats(i, p); next < 0 {
					break
				}
			}
			part := r.flow[next]
			p.rows = append(p.rows, part.rows...)
			flow := r.flow
			r.flow = slices.Clone(flow[i+1 : next])
			r.join()
			out = append(out, r.flow...)
			r.flow = flow
			p.right, p.left, p.column = part.right, part.left, part.column
			i = next
		}
	}
	r.flow = out
}

// nextOfCode returns the index of the paragraph with which the listing at an index goes on: the next but for notes, in
// fixed pitch, on the next page. It is -1 if the listing ends before that.
func (r *reader) nextOfCode(i int) int {
	p := r.flow[i]
	if p.kind != code {
		return -1
	}
	for n, next := range r.flow[i+1:] {
		switch {
		case next.kind == note || next.kind == aside:
		case next.page != p.last().Cells[0].Page+1, next.kind != code && (next.kind != running || !next.isFixed()):
			return -1
		default:
			return i + 1 + n
		}
	}
	return -1
}

// isOfFloat reports whether a paragraph behind prose belongs to a float: it is set smaller than that, or is only a URL, behind other text too.
func (r *reader) isOfFloat(next, p *paragraph) bool {
	last := p.last()
	isProse := !p.front && last.Size >= r.body.size*noteSize && last.Right-last.Left > longestLine*r.width
	return isProse && next.first().Size < last.Size && !textrow.IsSameSize(last, next.first()) || p.kind == running && onlyURL.MatchString(next.text())
}

// beyondFloats returns the index of the paragraph in the next columns with which one goes on amid a sentence, over all
// that can be a float; -1 if none does. Both are set alike, and the first of its kind begins with a small letter.
func (r *reader) beyondFloats(i int, p *paragraph) int {
	last := p.last()
	if p.kind != running || p.front || len(p.rows) < 2 || textrow.EndsSentence(last.Text()) || last.Right-last.Left < widestFloat*r.width {
		return -1
	}
	for k := i + 1; k < len(r.flow) && k < i+mostLabels; k++ {
		q := r.flow[k]
		first := q.first()
		switch {
		case q.page > p.page+mostSkipped || q.kind == title || q.kind == reference, q.kind == heading && (first.Size > r.body.size*textrow.SizeStep || levels.IsNumbered(first.Text())):
			return -1
		case q.kind != running || len(q.rows) < 2 || first.Size != last.Size || !textrow.IsSameFont(first.Cells[0].Font, last.Cells[0].Font):
		case first.Right-first.Left < widestFloat*r.width || raised.Start(first.Cells[0]) != "" || r.isOfFloat(q, p):
		default:
			letter, _ := utf8.DecodeRuneInString(first.Text())
			isFull := textrow.IsFull(last, first, p.right)
			if unicode.IsLower(letter) && isFull && (q.page != p.page || q.column != p.column) {
				return k
			}
			return -1
		}
	}
	return -1
}

const (
	widestFloat = 0.8 // of the text's width, of brief text in a float
	mostSkipped = 2   // pages
)

// longestLine is the share of the text's width that a line of a formula has at most.
const longestLine = 0.5

// onlyURL matches a row that is a URL.
var onlyURL = lazyregexp.New(`^(?:https?://|doi:\s*10\.)\S+$`)

// farthestPart is how many floats may stand between the parts of a paragraph.
const farthestPart = 40

// next returns the index of the first paragraph of running text from one index up to another, over floats and notes;
// -1 if there is none.
func (r *reader) next(from, end int, of kind) int {
	for i := from; i < end; i++ {
		switch k := r.flow[i].kind; k {
		case running, reference:
			if k == reference && of != reference {
				return -1
			}
			return i
		case heading, title, item:
			return -1
		}
	}
	return -1
}

// continued returns what tells whether a paragraph, which is or ends with the one at an index, goes on.
func (r *reader) continued(p *paragraph, i int) continuation.Part {
	// it begins where the rows below it do, as far as there are any
	known := len(p.rows) > 1 || i+1 < len(r.flow) && r.flow[i+1].after > 0 && r.flow[i+1].left == p.left
	return continuation.Part{Rows: p.rows, Page: p.page, Column: p.column, Left: p.left, Right: p.right, After: p.after, Front: p.front, Running: p.kind == running, BorderKnown: known}
}

// indentsAll reports whether nearly all paragraphs begin with an indent.
func (r *reader) indentsAll() bool {
	var all []continuation.Part
	for i, p := range r.flow {
		all = append(all, r.continued(p, i))
	}
	return continuation.Indents(all)
}
