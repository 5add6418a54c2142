package reader

import (
	"slices"
	"strconv"

	"etal/internal/article"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/tui/panel"
	"etal/internal/tui/screen"
)

// walk moves the focus to the next citation or link, or to the previous one: from
// that in focus where it is on screen, else from the edge of the screen.
func (r Model) walk(n int) (Model, screen.Action) {
	if r.stops.Len() == 0 {
		return r, screen.Say("no citations in this article")
	}
	if len(r.view.Lines()) == 0 {
		return r, nil
	}
	next := r.enter
	if s, ok := r.focus.Span(r.article); ok && r.view.Shows(s.Start) {
		next = func(n int) (nav.Focus, bool) { return r.stops.Walk(r.focus, article.Span{}, n) }
	}
	f, ok := next(n)
	if !ok {
		if n > 0 {
			return r, screen.Say("no citation after this")
		}
		return r, screen.Say("no citation before this")
	}
	r = r.setFocus(f)
	return r.reveal(), nil
}

// enter returns the first citation or link that is not above the screen or, for a negative n, the
// last that is not below it.
func (r Model) enter(n int) (nav.Focus, bool) {
	passed := r.view.IsAbove
	if n < 0 {
		passed = r.view.IsBelow
	}
	f, ok := r.stops.Walk(nav.Focus{}, r.shown(), n)
	for ok {
		if s, _ := f.Span(r.article); !passed(s.Start) {
			break
		}
		f, ok = r.stops.Walk(f, article.Span{}, n)
	}
	return f, ok
}

// reveal scrolls so that what is in focus is on screen.
func (r Model) reveal() Model {
	if s, ok := r.focus.Span(r.article); ok {
		r.view.Show(r.view.Doc.Find(s.Start))
	}
	return r
}

// setFocus moves the focus and makes room for its panel.
func (r Model) setFocus(f nav.Focus) Model {
	r.focus = f
	return r.arrange()
}

// arrange divides the rows between the text and what stands under it.
func (r Model) arrange() Model {
	r.elsewhere, r.held = r.citing(), r.holding()
	r.view.Height = max(r.rows-r.rowsBelow(), 0)
	return r
}

// rowsBelow returns how many rows stand under the text: the outline or the panel.
func (r Model) rowsBelow() int {
	if _, ok := r.mode.(outline); ok {
		return outlineRows(r)
	}
	return r.panelRows()
}

func (r Model) panelRows() int {
	p, ok := r.panel()
	if !ok {
		return 0
	}
	return p.Height(max(r.rows/2, min(r.rows-1, 3)))
}

func (r Model) panel() (panel.Panel, bool) {
	if r.bare {
		return panel.Panel{}, false
	}
	columns := r.textColumns()
	width := max(min(r.view.Doc.Width()-1, columns-max(r.view.Indent(columns), panel.MarkerWidth)), 1)
	p, ok := panel.New(r.view.Doc, r.focus, width)
	other := slices.Concat(r.opensHeld(width), r.alsoCited(width))
	if r.focus.Kind == nav.Reference && len(other) > 0 {
		return panel.Panel{Title: "reference " + strconv.Itoa(r.focus.Index+1), Items: [][]render.Line{other}}, true
	}
	return p.With(other), ok
}

// turn follows another reference of a citation that names several.
func (r Model) turn(n int) (Model, screen.Action) {
	if r.focus.Kind != nav.Citation {
		return r, screen.Say("Tab to a citation first")
	}
	return r.setFocus(r.focus.Turn(r.article, n)), nil
}
