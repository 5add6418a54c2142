package reader

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// A sheet is the mode of a list over the text, to read or to choose from.
type sheet struct {
	plainMode
	title  string
	items  []sheetItem
	chosen int // -1 where there is nothing to choose
	top    int // the first row shown
}

// A sheetItem is one entry: its text, and what choosing it leads to.
type sheetItem struct {
	text safe.Text
	to   nav.Focus
}

// move chooses another item or, where there is nothing to choose, scrolls.
func (s sheet) move(r Model, n int) sheet {
	if s.chosen >= 0 {
		s.chosen = min(max(s.chosen+n, 0), len(s.items)-1)
		return s
	}
	s.top += n
	s.top = s.scrolled(s.body(r.styles, s.width(r.columns)), r.rows)
	return s
}

func (s sheet) update(r Model, msg tea.KeyMsg) (Model, screen.Action) {
	name := r.keys.Name(msg)
	if n := screen.Steps(name, r.rows); n != 0 {
		r.mode = s.move(r, n)
		return r, nil
	}
	switch name {
	case "follow":
		r.mode = nil
		if s.chosen >= 0 {
			return r.goTo(s.items[s.chosen].to), nil
		}
	case "close", "quit", "back", "cited-by", "furniture":
		r.mode = nil
	case "help":
		return r, screen.ShowHelp{}
	}
	return r, nil
}

// click chooses the item in the row and, where that is chosen, goes to it.
func (s sheet) click(r Model, _, row int) (Model, screen.Action) {
	body := s.body(r.styles, s.width(r.columns))
	i := row - sheetHead + s.scrolled(body, r.rows)
	switch {
	case s.chosen < 0 || row < sheetHead || i >= len(body):
	case body[i].item == s.chosen:
		r.mode = nil
		return r.goTo(s.items[s.chosen].to), nil
	default:
		s.chosen = body[i].item
		r.mode = s
	}
	return r, nil
}

func (s sheet) scroll(r Model, lines int) Model {
	if s.chosen >= 0 {
		lines = min(max(lines, -1), 1)
	}
	r.mode = s.move(r, lines)
	return r
}

// showCitedAt opens the list of the places that cite the reference in focus, or the one
// that the citation in focus names.
func (r Model) showCitedAt() (Model, screen.Action) {
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return r, screen.Say("go to a reference first: r, or Enter on a citation")
	}
	places := nav.CitedAt(r.article, ref.Number)
	if len(places) == 0 {
		return r, screen.Say("nothing in the article cites this reference")
	}
	name := ref.Label.String()
	if name == "" {
		name = strconv.Itoa(ref.Number)
	}
	s := sheet{title: "Reference " + name + " is cited " + countTimes(len(places))}
	for i, to := range places {
		if to.Is(r.focus) {
			s.chosen = i
		}
		span, _ := to.Span(r.article)
		s.items = append(s.items, sheetItem{text: r.view.Doc.Sentence(span), to: to})
	}
	r.mode = s
	return r, nil
}

func countTimes(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return strconv.Itoa(n) + " times"
}

// showRemoved opens the list of the page content that was removed as boilerplate.
func (r Model) showRemoved() (Model, screen.Action) {
	if len(r.article.Furniture) == 0 {
		return r, screen.Say("nothing was removed from this article")
	}
	s := sheet{title: "Removed page content", chosen: -1}
	for _, line := range r.article.Furniture {
		s.items = append(s.items, sheetItem{text: line})
	}
	r.mode = s
	return r, nil
}

func (s sheet) hint(k screen.Keymap[Model]) []screen.Hint {
	if s.chosen < 0 {
		return k.Hints("down", "close")
	}
	return k.Hints("down", "follow", "close")
}

// sheetHead is how many rows stand above a sheet's items.
const sheetHead = 2

// A sheetRow is a row of a sheet, and the item that it belongs to.
type sheetRow struct {
	text string
	item int
}

func (s sheet) view(r Model) []string {
	width := s.width(r.columns)
	indent := strings.Repeat(" ", max((r.columns-width)/2, 0))
	out := []string{indent + r.styles.Title.Render(screen.Fit(s.title, width)), ""}
	body := s.body(r.styles, width)
	top := s.scrolled(body, r.rows)
	for _, row := range body[top:min(top+max(r.rows-sheetHead, 1), len(body))] {
		out = append(out, strings.TrimRight(indent+row.text, " "))
	}
	for len(out) < r.rows {
		out = append(out, "")
	}
	return out[:r.rows]
}

func (s sheet) width(columns int) int {
	return max(min(columns-2*screen.Margin(columns), screen.Measure), 1)
}

// body returns the rows of all items.
func (s sheet) body(st screen.Styles, width int) []sheetRow {
	var body []sheetRow
	for i, item := range s.items {
		for _, row := range item.draw(st, width, i == s.chosen, s.chosen >= 0) {
			body = append(body, sheetRow{row, i})
		}
	}
	return body
}

// scrolled returns the first row of the body that is shown: such that the chosen item is.
func (s sheet) scrolled(body []sheetRow, rows int) int {
	room := max(rows-sheetHead, 1)
	if s.chosen < 0 {
		return min(max(s.top, 0), max(len(body)-room, 0))
	}
	first, last := len(body), 0
	for i, row := range body {
		if row.item == s.chosen {
			first, last = min(first, i), i+1
		}
	}
	return max(min(max(last-room, 0), first), 0)
}

func (item sheetItem) draw(st screen.Styles, width int, chosen, choosing bool) []string {
	if !choosing {
		return screen.RenderLines(render.Wrap(item.text, width))
	}
	marker := "  "
	if chosen {
		marker = st.Key.Render("› ")
	}
	var rows []string
	for i, row := range screen.RenderLines(render.Wrap(item.text, max(width-2, 1))) {
		if chosen {
			row = st.Chosen.Render(row)
		}
		if i > 0 {
			marker = "  "
		}
		rows = append(rows, marker+row)
	}
	return append(rows, "")
}
