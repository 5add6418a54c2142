package reader

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// A sheet is the mode of a list over the text, to read or to choose from. Only the items on screen
// are made and wrapped.
type sheet struct {
	plainMode
	title  string
	count  int                                         // of items
	text   func(i int) safe.Text                       // of an item
	choose func(r Model, i int) (Model, screen.Action) // goes to where an item leads
	chosen int                                         // -1 where there is nothing to choose
	top    sheetRow                                    // the first row shown, where there is nothing to choose
}

// A sheetRow is a row of an item.
type sheetRow struct{ item, row int }

// move chooses another item or, where there is nothing to choose, scrolls.
func (s sheet) move(r Model, n int) sheet {
	if s.chosen >= 0 {
		s.chosen = min(max(s.chosen+n, 0), s.count-1)
		return s
	}
	switch n {
	case -screen.ToEnd:
		s.top = sheetRow{}
	case screen.ToEnd:
		s.top = sheetRow{item: s.count}
	default:
		s.top = s.down(r, s.first(r), n)
	}
	s.top = s.first(r)
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
			return s.choose(r, s.chosen)
		}
	case "close", "quit", "back", "cited-by", "cited-elsewhere", "furniture":
		r.mode = nil
	case "help":
		return r, screen.ShowHelp{}
	}
	return r, nil
}

// click chooses the item in the row and, where that is chosen, goes to it.
func (s sheet) click(r Model, _, row int) (Model, screen.Action) {
	if s.chosen < 0 || row < sheetHead {
		return r, nil
	}
	switch at := s.down(r, s.first(r), row-sheetHead); {
	case at.item >= s.count:
	case at.item == s.chosen:
		r.mode = nil
		return s.choose(r, s.chosen)
	default:
		s.chosen = at.item
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
	r.mode = sheet{
		title: "Reference " + name + " is cited " + countTimes(len(places)),
		count: len(places),
		text: func(i int) safe.Text {
			span, _ := places[i].Span(r.article)
			return r.view.Doc.Sentence(span)
		},
		choose: func(r Model, i int) (Model, screen.Action) { return r.goTo(places[i]), nil },
		chosen: max(slices.IndexFunc(places, r.focus.Is), 0),
	}
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
	removed := r.article.Furniture
	if len(removed) == 0 {
		return r, screen.Say("nothing was removed from this article")
	}
	r.mode = sheet{title: "Removed page content", count: len(removed), text: func(i int) safe.Text { return removed[i] }, chosen: -1}
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

// room returns how many rows there are for items.
func (s sheet) room(r Model) int { return max(r.rows-sheetHead, 1) }

// down returns the row n rows below another, or above it where n is negative: a row of no item,
// where that is below the last.
func (s sheet) down(r Model, at sheetRow, n int) sheetRow {
	if n < 0 {
		return s.up(r, at, -n)
	}
	for ; n > 0 && at.item < s.count; at = (sheetRow{item: at.item + 1}) {
		rows := len(s.rows(r, at.item)) - at.row
		if n < rows {
			return sheetRow{at.item, at.row + n}
		}
		n -= rows
	}
	return at
}

// up returns the row n rows above another, at most the first.
func (s sheet) up(r Model, at sheetRow, n int) sheetRow {
	for n > at.row && at.item > 0 {
		n -= at.row
		at = sheetRow{at.item - 1, len(s.rows(r, at.item-1))}
	}
	return sheetRow{at.item, max(at.row-n, 0)}
}

// first returns the first row that is shown: such that the chosen item is or, where there is
// nothing to choose, that the last screen is full.
func (s sheet) first(r Model) sheetRow {
	if s.chosen < 0 {
		last := s.up(r, sheetRow{item: s.count}, s.room(r))
		if s.top.item > last.item || s.top.item == last.item && s.top.row > last.row {
			return last
		}
		s.top.row = max(min(s.top.row, len(s.rows(r, s.top.item))-1), 0) // at another width it may have fewer
		return s.top
	}
	first := s.up(r, sheetRow{item: s.chosen + 1}, s.room(r))
	if first.item == s.chosen {
		first.row = 0
	}
	return first
}

func (s sheet) view(r Model) []string {
	width := s.width(r.columns)
	indent := strings.Repeat(" ", max((r.columns-width)/2, 0))
	out := []string{indent + r.styles.Title.Render(screen.Fit(s.title, width)), ""}
	at := s.first(r)
	for ; at.item < s.count && len(out) < sheetHead+s.room(r); at = (sheetRow{item: at.item + 1}) {
		for _, row := range s.rows(r, at.item)[at.row:] {
			out = append(out, strings.TrimRight(indent+row, " "))
		}
	}
	for len(out) < r.rows {
		out = append(out, "")
	}
	return out[:r.rows]
}

func (s sheet) width(columns int) int {
	return max(min(columns-2*screen.Margin(columns), screen.Measure), 1)
}

// rows returns an item as rows.
func (s sheet) rows(r Model, i int) []string {
	width := s.width(r.columns)
	if s.chosen < 0 {
		return screen.RenderLines(render.Wrap(s.text(i), width))
	}
	marker := "  "
	if i == s.chosen {
		marker = r.styles.Key.Render("› ")
	}
	var rows []string
	for _, row := range screen.RenderLines(render.Wrap(s.text(i), max(width-2, 1))) {
		if i == s.chosen {
			row = r.styles.Chosen.Render(row)
		}
		rows = append(rows, marker+row)
		marker = "  "
	}
	return append(rows, "")
}
