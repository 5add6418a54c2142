// Package panel shows what is in focus at the foot of the reader: the references of a citation, a note's
// text, a link's address.
//
// It must not know of keys, of the reader's state, or of other articles.
package panel

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// A Panel is some items under a title.
type Panel struct {
	Title string
	Items [][]render.Line
	chose int // the item that Enter goes to
}

// MarkerWidth is the columns that the marker of the chosen item takes.
const MarkerWidth = 2

// New returns the panel for what is in focus, at a width of its own; ok is false
// where there is nothing to show.
func New(d *render.Document, f nav.Focus, width int) (p Panel, ok bool) {
	a := d.Article()
	switch f.Kind {
	case nav.Citation:
		return citationPanel(d, a.Citations[f.Index], f.Group, width), true
	case nav.Link:
		l := a.Links[f.Index]
		if l.Inside() {
			return Panel{Title: string(l.Kind), Items: [][]render.Line{d.Passage(l.Target, width)}}, true
		}
		return Panel{Title: linkTitle(l), Items: [][]render.Line{render.Wrap(l.URL, width)}}, true
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

func citationPanel(d *render.Document, c article.Citation, choice, width int) Panel {
	p := Panel{Title: c.Text.String(), chose: choice}
	if c.Note > 0 {
		p.Title = oneLine(d.Passage(c.Note, render.NoWrap))
	}
	named := c.Candidates()
	for _, n := range named {
		p.Items = append(p.Items, d.Entry(n, width))
	}
	switch {
	case len(c.Ambiguous) > 0:
		p.Title += " may be one of " + strconv.Itoa(len(named))
	case len(named) > 1:
		p.Title += fmt.Sprintf(" · %d of %d", choice+1, len(named))
	}
	if len(c.Missing) > 0 {
		p.Items = append(p.Items, render.Wrap(safe.New("The list has no reference "+strings.Join(c.Missing, ", ")+"."), width))
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

// Height returns the rows that the panel takes when there are at most rows: its title
// and its items.
func (p Panel) Height(rows int) int {
	n := 1
	for _, item := range p.Items {
		n += len(item)
	}
	return min(n, rows)
}

// Draw returns the panel as rows. Where not all items fit, the chosen one is shown in
// full and the others by their first lines, as many as there is room for.
func (p Panel) Draw(s screen.Styles, columns, indent, rows int) []string {
	if rows <= 0 {
		return nil
	}
	rule := "── " + p.Title + " "
	out := []string{s.Rule.Render(screen.Fit(rule+strings.Repeat("─", max(columns-screen.ColumnsOf(rule), 0)), columns))}
	margin := strings.Repeat(" ", max(indent-MarkerWidth, 0))
	for _, l := range p.visible(rows - 1) {
		marker := "  "
		if l.chosen && l.first && len(p.Items) > 1 {
			marker = s.Key.Render("› ")
		}
		row := l.Draw(nil)
		if l.chosen && l.first && len(p.Items) > 1 {
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
func (p Panel) visible(rows int) []panelLine {
	shown := make([]int, len(p.Items)) // lines of each item
	left := rows
	give := func(i, n int) {
		n = min(n, left, len(p.Items[i])-shown[i])
		shown[i] += n
		left -= n
	}
	if p.chose < len(p.Items) {
		give(p.chose, len(p.Items[p.chose]))
	}
	// Items near the chosen one first, a line each; then what room there is.
	for distance := 1; distance < len(p.Items); distance++ {
		for _, i := range []int{p.chose + distance, p.chose - distance} {
			if i >= 0 && i < len(p.Items) {
				give(i, 1)
			}
		}
	}
	for i := range p.Items {
		give(i, len(p.Items[i]))
	}
	var out []panelLine
	for i, item := range p.Items {
		for j, l := range item[:shown[i]] {
			out = append(out, panelLine{l, i == p.chose, j == 0})
		}
	}
	return out
}

// With returns the panel with lines added to the item that is followed.
func (p Panel) With(lines []render.Line) Panel {
	if len(lines) > 0 && p.chose < len(p.Items) {
		p.Items = slices.Clone(p.Items)
		p.Items[p.chose] = slices.Concat(p.Items[p.chose], lines)
	}
	return p
}
