package reader

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/nav"
	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// An outline is the mode of the list of headings. The text behind it moves to the section
// that is chosen: Enter stays there, Esc goes back to where the reader was.
type outline struct {
	plainMode
	chosen int
	from   screen.Position
}

// A section is a heading, how deep it stands under the highest of the article, and what is
// said of it.
type section struct {
	title safe.Text
	depth int
	about string
}

// sections returns the sections of an article.
func sections(a *article.Article) []section {
	highest := 6
	for _, h := range a.Headings {
		highest = min(highest, h.Level)
	}
	var all []section
	for i, h := range a.Headings {
		span := a.Section(i)
		all = append(all, section{h.Title, h.Level - highest, aboutSection(a, span)})
	}
	return all
}

// aboutSection says how many minutes a section takes to read and how many citations it
// has, in the columns of outlineColumns; nothing of a reference list.
func aboutSection(a *article.Article, span article.Span) string {
	cited := len(a.CitationsIn(span))
	if cited == 0 && len(a.ReferencesIn(span)) > 0 {
		return ""
	}
	return fmt.Sprintf("%5d%11d", a.MinutesOf(span), cited)
}

const (
	// outlineColumns stands over the numbers of the outline.
	outlineColumns = "  min  citations"
	// wideOutline is how many columns an outline has from which on it has all numbers; a narrower
	// one has the minutes.
	wideOutline = 50
)

// numbers returns as much of a row of numbers as an outline of that many columns has.
func numbers(row string, columns int) string {
	if columns >= wideOutline {
		return row
	}
	return row[:min(len(row), len("  min"))]
}

// outlineHead is how many rows stand above the headings.
const outlineHead = 1

func (r Model) showOutline() (Model, screen.Action) {
	if len(r.article.Headings) == 0 {
		return r, screen.Say("this article has no headings")
	}
	from, at := r.Position(), r.Position().Offset
	r.focus = nav.Focus{}
	r.mode = outline{chosen: max(r.article.HeadingAt(at), 0), from: from}
	return r.layOut(r.Position()), nil
}

// outlineRows returns how many rows the outline takes under the text: none where there is
// room for it beside.
func outlineRows(r Model) int {
	if r.hasAside() {
		return 0
	}
	return min(len(r.article.Headings)+outlineHead, max(r.rows/2, 1))
}

func (o outline) update(r Model, msg tea.KeyMsg) (Model, screen.Action) {
	name := r.keys.Name(msg)
	if n := screen.Steps(name, r.rows); n != 0 {
		return o.choose(r, o.chosen+n), nil
	}
	switch name {
	case "follow", "outline":
		return o.stay(r), nil
	case "close", "quit", "back":
		r.mode = nil
		return r.layOut(o.from), nil
	case "help":
		return r, screen.ShowHelp{}
	}
	return r, nil
}

// choose chooses a section, and shows it.
func (o outline) choose(r Model, i int) Model {
	o.chosen = min(max(i, 0), len(r.article.Headings)-1)
	r.mode = o
	r.view.Put(r.view.Doc.Find(r.article.Headings[o.chosen].Start), 0)
	return r
}

// stay closes the outline at the section that is chosen.
func (o outline) stay(r Model) Model {
	r.mode = nil
	r.history.Leave(o.from)
	r = r.layOut(r.Position())
	r.view.Put(r.view.Doc.Find(r.article.Headings[o.chosen].Start), 0)
	return r
}

func (o outline) click(r Model, column, row int) (Model, screen.Action) {
	top := o.top(r, r.rows)
	if r.hasAside() {
		if column < r.textColumns() {
			return r, nil
		}
	} else {
		row -= r.rows - outlineRows(r)
		top = o.top(r, outlineRows(r))
	}
	switch i := top + row - outlineHead; {
	case row < outlineHead || i >= len(r.article.Headings):
		return r, nil
	case i == o.chosen:
		return o.stay(r), nil
	default:
		return o.choose(r, i), nil
	}
}

func (o outline) scroll(r Model, lines int) Model {
	return o.choose(r, o.chosen+min(max(lines, -1), 1))
}

func (o outline) hint(k screen.Keymap[Model]) []screen.Hint {
	return k.Hints("down", "follow", "close")
}

func (o outline) view(r Model) []string {
	if r.hasAside() {
		return r.beside(r.drawLines(r.view.Lines()), o.draw(r, r.columns-r.textColumns()-asideGap, r.rows))
	}
	rows, n := r.drawLines(r.view.Lines()), outlineRows(r)
	indent := strings.Repeat(" ", screen.Margin(r.columns))
	for _, row := range o.draw(r, r.columns-2*len(indent), n) {
		rows = append(rows, indent+row)
	}
	return rows
}

// top returns the first heading that is shown in the given rows: such that the chosen one
// stands in the middle.
func (o outline) top(r Model, rows int) int {
	room := max(rows-outlineHead, 1)
	return min(max(o.chosen-room/2, 0), max(len(r.article.Headings)-room, 0))
}

// draw returns the headings as rows: each with its minutes and citations.
func (o outline) draw(r Model, columns, rows int) []string {
	title, over := "Outline ", numbers(outlineColumns, columns)
	rule := strings.Repeat("─", max(columns-len(title)-len(over), 0))
	out := []string{r.styles.Title.Render(title) + r.styles.Rule.Render(rule) + r.styles.Dim.Render(over)}
	for i := o.top(r, rows); i < len(r.article.Headings) && len(out) < rows; i++ {
		out = append(out, o.row(r, i, columns))
	}
	return out
}

func (o outline) row(r Model, i, columns int) string {
	section := r.sections[i]
	marker, style := "  ", r.styles.Name
	if i == o.chosen {
		marker, style = r.styles.Key.Render("› "), r.styles.Chosen
	}
	title, room := strings.Repeat("  ", section.depth)+section.title.String(), columns-2
	title = style.Render(screen.Fit(title, room))
	if section.about == "" {
		return marker + title
	}
	return marker + screen.Spread(title, r.styles.Dim.Render(numbers(section.about, columns)), room) // or the title alone, if it takes the room
}
