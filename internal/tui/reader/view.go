package reader

import (
	"strings"

	"etal/internal/article"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/tui/screen"
)

const (
	// asideColumns is how wide a terminal is from which on something can stand beside
	// the text.
	asideColumns = 110
	// asideMost is the widest that it is then.
	asideMost = 60
)

// hasAside reports whether something stands beside the text.
func (r Model) hasAside() bool {
	_, outlined := r.mode.(outline)
	return r.columns >= asideColumns && !r.bare && (r.aside || outlined)
}

// textColumns returns how much of the screen's width the text has for itself.
func (r Model) textColumns() int {
	if !r.hasAside() {
		return r.columns
	}
	return r.columns - min(max(r.columns-screen.Measure-2*screen.Margin(r.columns), 0), asideMost)
}

// drawText returns the text with what stands under and beside it.
func (r Model) drawText() []string {
	rows := r.drawLines(r.view.Lines())
	if r.hasAside() {
		return r.beside(rows, r.drawAside(r.columns-r.textColumns()-asideGap, r.rows))
	}
	return rows
}

// drawLines returns lines of the text as rows, and the panel for what is in focus.
func (r Model) drawLines(lines []render.Line) []string {
	rows := r.view.Draw(lines, r.textColumns(), r.highlights(lines))
	if p, ok := r.panel(); ok {
		rows = append(rows, p.Draw(r.styles, r.textColumns(), r.view.Indent(r.textColumns()), r.panelRows())...)
	}
	return rows
}

// asideGap is the columns between the text and what stands beside it.
const asideGap = 2

// beside puts rows to the right of the text.
func (r Model) beside(text, aside []string) []string {
	columns := r.textColumns()
	bar := r.styles.Rule.Render("│") + " "
	out := make([]string, len(text))
	for i, row := range text {
		out[i] = row + strings.Repeat(" ", max(columns-screen.ColumnsOf(row), 0)) + bar
		if i < len(aside) {
			out[i] += aside[i]
		}
	}
	return out
}

// highlights returns what is laid over the lines: the references that were visited, the
// matches of a search, and the focus.
func (r Model) highlights(lines []render.Line) []render.Highlight {
	if len(lines) == 0 {
		return nil
	}
	shown := bounds(lines)
	var out []render.Highlight
	for _, ref := range r.article.ReferencesIn(shown) {
		if r.visits[ref.Number] > 0 && !r.focus.Is(nav.OnReference(ref.Number)) {
			out = append(out, render.Highlight{Span: ref.Span, Style: r.look.Theme.Visited})
		}
	}
	out = append(out, r.search.highlights(shown, r.look.Theme)...)
	s, ok := r.focus.Span(r.article)
	switch {
	case !ok:
		return out
	case r.focus.Kind == nav.Reference:
		return append(out, render.Highlight{Span: s, Style: r.look.Theme.Found})
	}
	return append(out, render.Highlight{Span: s, Style: r.look.Theme.Focus})
}

// bounds returns the span of the body that holds all that lines show, in whatever order.
func bounds(lines []render.Line) article.Span {
	s := lines[0].Span
	for _, l := range lines {
		s.Start, s.End = min(s.Start, l.Start), max(s.End, l.End)
	}
	return s
}

// shown returns the smallest span of the body that holds what is on screen, but for the headings of
// columns that are repeated in a table. Other parts of it may stand above the screen or below.
func (r Model) shown() article.Span {
	return article.Span{Start: r.view.Offset(), End: bounds(r.view.Lines()).End}
}

// drawAside returns the references that the lines on screen cite, as many as there is
// room for.
func (r Model) drawAside(columns, rows int) []string {
	lines := r.view.Lines()
	if len(lines) == 0 {
		return nil
	}
	out := []string{r.styles.Title.Render("References in view"), ""}
	numbers := r.article.CitedIn(r.shown())
	if len(numbers) == 0 {
		return append(out, r.styles.Dim.Render("none cited on this screen"))
	}
	each := max((rows-len(out))/len(numbers)-1, leastEntry)
	for _, n := range numbers {
		entry := screen.RenderLines(r.view.Doc.Entry(n, max(columns, 1)))
		if len(entry) > each {
			entry = append(entry[:each-1], screen.Fit(entry[each-1], columns-1)+"…")
		}
		out = append(append(out, entry...), "")
	}
	return out[:min(len(out), rows)]
}

// leastEntry is how many rows a reference beside the text has at least.
const leastEntry = 2
