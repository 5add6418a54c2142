package tui

import (
	"strings"

	"etal/internal/render"
)

// A view is the part of a document that is on screen: height lines from top on.
type view struct {
	doc    *render.Document
	top    render.Place
	height int
}

// lines returns the lines on screen, fewer than its height at the article's end.
func (v view) lines() []render.Line {
	if v.doc.Len() == 0 {
		return nil
	}
	var lines []render.Line
	for p, ok := v.top, true; ok && len(lines) < v.height; {
		block := v.doc.Block(p.Block)
		if p.Line < len(block) {
			lines = append(lines, block[p.Line])
		}
		var moved int
		p, moved = v.doc.Next(p, 1)
		ok = moved == 1
	}
	return lines
}

// atTop reports whether the view shows the article's first line.
func (v view) atTop() bool {
	first, ok := v.doc.First()
	return !ok || v.top == first
}

// scroll moves the view by n lines, not beyond the screen that ends the article.
func (v *view) scroll(n int) {
	v.top, _ = v.doc.Next(v.top, n)
	v.clamp()
}

// clamp keeps the last screen full.
func (v *view) clamp() {
	last, ok := v.doc.Last()
	if !ok {
		return
	}
	lowest, _ := v.doc.Next(last, -(v.height - 1))
	if lowest.Before(v.top) {
		v.top = lowest
	}
}

// rowOf returns the row of a place on screen; ok is false where it is not on it.
func (v view) rowOf(p render.Place) (row int, ok bool) {
	if p.Before(v.top) {
		return 0, false
	}
	for q := v.top; row < v.height; row++ {
		if q == p {
			return row, true
		}
		var moved int
		if q, moved = v.doc.Next(q, 1); moved == 0 {
			break
		}
	}
	return 0, false
}

// put scrolls so that a place is at the given row, as far as the article's ends allow.
func (v *view) put(p render.Place, row int) {
	v.top, _ = v.doc.Next(p, -row)
	v.clamp()
}

// show scrolls as little as brings a place onto the screen, with a line of what is
// around it; what is far away comes to a third of the screen.
func (v *view) show(p render.Place) {
	row, ok := v.rowOf(p)
	margin := min(1, (v.height-1)/2)
	switch {
	case ok && row < margin:
		v.put(p, margin)
	case ok && row >= v.height-margin:
		v.put(p, v.height-1-margin)
	case !ok:
		above, _ := v.doc.Next(v.top, -v.height/2)
		_, bottom := v.doc.Next(v.top, v.height-1)
		below, _ := v.doc.Next(v.top, bottom+v.height/2)
		switch {
		case p.Before(v.top) && !p.Before(above):
			v.put(p, margin)
		case v.top.Before(p) && !below.Before(p):
			v.put(p, v.height-1-margin)
		default:
			v.put(p, v.height/3)
		}
	}
}

// offsetAt returns the byte of the body that is shown at a cell of a screen of the
// given width; ok is false where none is.
func (v view) offsetAt(column, row, columns int) (offset int, ok bool) {
	lines := v.lines()
	if row < 0 || row >= len(lines) {
		return 0, false
	}
	return lines[row].At(column - v.indent(columns))
}

// indent returns the columns before the text, which is centred.
func (v view) indent(columns int) int { return max((columns-v.doc.Width())/2, 0) }

// draw returns lines as the rows of a screen of the given width, the text centred.
func (v view) draw(lines []render.Line, columns int, highlights []render.Highlight) []string {
	indent := strings.Repeat(" ", v.indent(columns))
	rows := make([]string, max(v.height, 0))
	for i, l := range lines {
		if s := l.Draw(near(highlights, l)); s != "" {
			rows[i] = indent + s
		}
	}
	return rows
}

// near returns the highlights that lie on a line.
func near(highlights []render.Highlight, l render.Line) []render.Highlight {
	var out []render.Highlight
	for _, h := range highlights {
		if h.Start < l.End && l.Start < h.End {
			out = append(out, h)
		}
	}
	return out
}
