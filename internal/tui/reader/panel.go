package reader

import (
	"fmt"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// A panel stands at the foot of the reader and shows what is in focus: the references
// of a citation, a note's text, a link's address.
type panel struct {
	title string
	items [][]render.Line
	chose int // the item that Enter goes to
}

// markerWidth is the columns that the marker of the chosen item takes.
const markerWidth = 2

// newPanel returns the panel for what is in focus, at a width of its own; ok is false
// where there is nothing to show.
func newPanel(d *render.Document, f nav.Focus, width int) (p panel, ok bool) {
	a := d.Article()
	switch f.Kind {
	case nav.Citation:
		return citationPanel(d, a.Citations[f.Index], f.Group, width), true
	case nav.Link:
		l := a.Links[f.Index]
		if l.Inside() {
			return panel{title: string(l.Kind), items: [][]render.Line{d.Passage(l.Target, width)}}, true
		}
		return panel{title: linkTitle(l), items: [][]render.Line{render.Wrap(l.URL, width)}}, true
	}
	return p, false
}

// linkTitle says what kind of place outside the article a link leads to.
func linkTitle(l article.Link) string {
	if l.Kind == article.File {
		return "file"
	}
	return "link"
}

func citationPanel(d *render.Document, c article.Citation, choice, width int) panel {
	p := panel{title: c.Text.String(), chose: choice}
	if c.Note > 0 {
		p.title = oneLine(d.Passage(c.Note, render.NoWrap))
	}
	named := c.Candidates()
	for _, n := range named {
		p.items = append(p.items, d.Entry(n, width))
	}
	switch {
	case len(c.Ambiguous) > 0:
		p.title += " may be one of " + strconv.Itoa(len(named))
	case len(named) > 1:
		p.title += fmt.Sprintf(" · %d of %d", choice+1, len(named))
	}
	if len(c.Missing) > 0 {
		p.items = append(p.items, render.Wrap(safe.New("The list has no reference "+strings.Join(c.Missing, ", ")+"."), width))
	}
	return p
}

// oneLine returns the text of lines as one.
func oneLine(lines []render.Line) string {
	var words []string
	for _, l := range lines {
		words = append(words, strings.Fields(l.Plain())...)
	}
	return strings.Join(words, " ")
}

// height returns the rows that the panel takes when there are at most rows: its title
// and its items.
func (p panel) height(rows int) int {
	n := 1
	for _, item := range p.items {
		n += len(item)
	}
	return min(n, rows)
}

// draw returns the panel as rows. Where not all items fit, the chosen one is shown in
// full and the others by their first lines, as many as there is room for.
func (p panel) draw(s screen.Styles, columns, indent, rows int) []string {
	if rows <= 0 {
		return nil
	}
	rule := "── " + p.title + " "
	out := []string{s.Rule.Render(screen.Fit(rule+strings.Repeat("─", max(columns-screen.ColumnsOf(rule), 0)), columns))}
	margin := strings.Repeat(" ", max(indent-markerWidth, 0))
	for _, l := range p.visible(rows - 1) {
		marker := "  "
		if l.chosen && l.first && len(p.items) > 1 {
			marker = s.Key.Render("› ")
		}
		row := l.Draw(nil)
		if l.chosen && l.first && len(p.items) > 1 {
			row = l.Draw([]render.Highlight{{Span: l.Span, Style: "1"}})
		}
		out = append(out, strings.TrimRight(margin+marker+row, " "))
	}
	for len(out) < rows {
		out = append(out, "")
	}
	return out
}

// A panelLine is a line of one of the panel's items.
type panelLine struct {
	render.Line
	chosen, first bool
}

// visible chooses the lines that are shown in the given number of rows.
func (p panel) visible(rows int) []panelLine {
	shown := make([]int, len(p.items)) // lines of each item
	left := rows
	give := func(i, n int) {
		n = min(n, left, len(p.items[i])-shown[i])
		shown[i] += n
		left -= n
	}
	if p.chose < len(p.items) {
		give(p.chose, len(p.items[p.chose]))
	}
	// Items near the chosen one first, a line each; then what room there is.
	for distance := 1; distance < len(p.items); distance++ {
		for _, i := range []int{p.chose + distance, p.chose - distance} {
			if i >= 0 && i < len(p.items) {
				give(i, 1)
			}
		}
	}
	for i := range p.items {
		give(i, len(p.items[i]))
	}
	var out []panelLine
	for i, item := range p.items {
		for j, l := range item[:shown[i]] {
			out = append(out, panelLine{l, i == p.chose, j == 0})
		}
	}
	return out
}
