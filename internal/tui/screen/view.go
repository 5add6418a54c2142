package screen

import (
	"strings"

	"etal/internal/render"
)

// A View is the part of a document that is on screen: height lines from top on.
type View struct {
	Doc    *render.Document
	Top    render.Place
	Height int
}

// Lines returns the lines on screen, fewer than its height at the article's end.
func (v View) Lines() []render.Line {
	if v.Doc.Len() == 0 {
		return nil
	}
	var lines []render.Line
	for p, ok := v.Top, true; ok && len(lines) < v.Height; {
		block := v.Doc.Block(p.Block)
		if p.Line < len(block) {
			lines = append(lines, block[p.Line])
		}
		var moved int
		p, moved = v.Doc.Next(p, 1)
		ok = moved == 1
	}
	return lines
}

// AtTop reports whether the view shows the article's first line.
func (v View) AtTop() bool {
	first, ok := v.Doc.First()
	return !ok || v.Top == first
}

// Scroll moves the view by n lines, not beyond the screen that ends the article.
func (v *View) Scroll(n int) {
	v.Top, _ = v.Doc.Next(v.Top, n)
	v.Clamp()
}

// Clamp keeps the last screen full.
func (v *View) Clamp() {
	last, ok := v.Doc.Last()
	if !ok {
		return
	}
	lowest, _ := v.Doc.Next(last, -(v.Height - 1))
	if lowest.Before(v.Top) {
		v.Top = lowest
	}
}

// RowOf returns the row of a place on screen; ok is false where it is not on it.
func (v View) RowOf(p render.Place) (row int, ok bool) {
	if p.Before(v.Top) {
		return 0, false
	}
	for q := v.Top; row < v.Height; row++ {
		if q == p {
			return row, true
		}
		var moved int
		if q, moved = v.Doc.Next(q, 1); moved == 0 {
			break
		}
	}
	return 0, false
}

// Offset returns the first byte that the screen shows and no line above it does, as a heading is
// that is repeated in a table.
func (v View) Offset() int {
	lines := v.Lines()
	if len(lines) == 0 {
		return 0
	}
	for _, l := range lines {
		if lines[0].Len() == 0 {
			break
		}
		for _, r := range l.Runs {
			if r.Len() > 0 && !v.IsAbove(r.Start) {
				return r.Start
			}
		}
	}
	return lines[0].Start
}

// bottom returns the place of the last line on screen.
func (v View) bottom() render.Place {
	p, _ := v.Doc.Next(v.Top, max(v.Height-1, 0))
	return p
}

// IsAbove reports whether the byte at offset is shown above the screen.
func (v View) IsAbove(offset int) bool { return v.Doc.Find(offset).Before(v.Top) }

// IsBelow reports whether the byte at offset is shown below the screen.
func (v View) IsBelow(offset int) bool { return v.bottom().Before(v.Doc.Find(offset)) }

// Shows reports whether the byte at offset is shown on the screen.
func (v View) Shows(offset int) bool {
	_, ok := v.RowOf(v.Doc.Find(offset))
	return ok
}

// Put scrolls so that a place is at the given row, as far as the article's ends allow.
func (v *View) Put(p render.Place, row int) {
	v.Top, _ = v.Doc.Next(p, -row)
	v.Clamp()
}

// Show scrolls as little as brings a place onto the screen, with a line of what is
// around it; what is far away comes to a third of the screen.
func (v *View) Show(p render.Place) {
	row, ok := v.RowOf(p)
	margin := min(1, (v.Height-1)/2)
	switch {
	case ok && row < margin:
		v.Put(p, margin)
	case ok && row >= v.Height-margin:
		v.Put(p, v.Height-1-margin)
	case !ok:
		above, _ := v.Doc.Next(v.Top, -v.Height/2)
		_, bottom := v.Doc.Next(v.Top, v.Height-1)
		below, _ := v.Doc.Next(v.Top, bottom+v.Height/2)
		switch {
		case p.Before(v.Top) && !p.Before(above):
			v.Put(p, margin)
		case v.Top.Before(p) && !below.Before(p):
			v.Put(p, v.Height-1-margin)
		default:
			v.Put(p, v.Height/3)
		}
	}
}

// OffsetAt returns the byte of the body that is shown at a cell of a screen of the
// given width; ok is false where none is.
func (v View) OffsetAt(column, row, columns int) (offset int, ok bool) {
	lines := v.Lines()
	if row < 0 || row >= len(lines) {
		return 0, false
	}
	return lines[row].At(column - v.Indent(columns))
}

// Indent returns the columns before the text, which is centred.
func (v View) Indent(columns int) int { return max((columns-v.Doc.Width())/2, 0) }

// Draw returns lines as the rows of a screen of the given width, the text centred.
func (v View) Draw(lines []render.Line, columns int, highlights []render.Highlight) []string {
	indent := strings.Repeat(" ", v.Indent(columns))
	rows := make([]string, max(v.Height, 0))
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
