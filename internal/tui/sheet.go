package tui

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/render"
	"etal/internal/safe"
)

// A sheet lies over the text: a list to look at or to choose from.
type sheet struct {
	title  string
	items  []sheetItem
	chosen int // -1 where there is nothing to choose
	top    int // the first row shown
}

// A sheetItem is one entry: its text, a part of it that stands out, and what choosing
// it leads to.
type sheetItem struct {
	label string
	text  safe.Text
	to    focus
}

// move chooses another item or, where there is nothing to choose, scrolls.
func (s *sheet) move(n int) *sheet {
	moved := *s
	if s.chosen >= 0 {
		moved.chosen = min(max(s.chosen+n, 0), len(s.items)-1)
	} else {
		moved.top = max(s.top+n, 0)
	}
	return &moved
}

// updateSheet answers a key while a sheet is open.
func (r reader) updateSheet(msg tea.KeyMsg) (reader, want) {
	k := r.keys
	switch {
	case key.Matches(msg, k.Down, k.Next):
		r.sheet = r.sheet.move(1)
	case key.Matches(msg, k.Up, k.Prev):
		r.sheet = r.sheet.move(-1)
	case key.Matches(msg, k.PageDown, k.HalfDown):
		r.sheet = r.sheet.move(max(r.rows/2, 1))
	case key.Matches(msg, k.PageUp, k.HalfUp):
		r.sheet = r.sheet.move(-max(r.rows/2, 1))
	case key.Matches(msg, k.Top):
		r.sheet = r.sheet.move(-len(r.sheet.items))
	case key.Matches(msg, k.Bottom):
		r.sheet = r.sheet.move(len(r.sheet.items))
	case key.Matches(msg, k.Follow):
		s := r.sheet
		r.sheet = nil
		if s.chosen >= 0 {
			return r.goTo(s.items[s.chosen].to), want{}
		}
	case key.Matches(msg, k.Close, k.Quit, k.Back, k.CitedBy, k.Furniture):
		r.sheet = nil
	case key.Matches(msg, k.Help):
		return r, want{help: true}
	}
	return r, want{}
}

// citedBy opens the list of the places that cite the reference in focus, or the one
// that the citation in focus names.
func (r reader) citedBy() (reader, want) {
	number := 0
	switch r.focus.kind {
	case onReference:
		number = r.focus.index + 1
	case onCitation:
		if named := r.article.Citations[r.focus.index].Candidates(); len(named) > 0 {
			number = named[r.choice]
		}
	}
	ref, ok := r.article.Reference(number)
	if !ok {
		return r, want{say: "go to a reference first: r, or Enter on a citation"}
	}
	places := r.article.CitedBy(number)
	if len(places) == 0 {
		return r, want{say: "nothing in the article cites this reference"}
	}
	name := ref.Label.String()
	if name == "" {
		name = strconv.Itoa(number)
	}
	s := &sheet{title: "Reference " + name + " is cited " + times(len(places))}
	for i, c := range places {
		if r.focus == (focus{onCitation, c}) {
			s.chosen = i
		}
		citation := r.article.Citations[c]
		sentence := r.article.Sentence(citation.Span)
		s.items = append(s.items, sheetItem{
			label: citation.Text.String(), text: r.view.doc.Text(sentence), to: focus{onCitation, c},
		})
	}
	r.sheet = s
	return r, want{}
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return strconv.Itoa(n) + " times"
}

// furniture opens the lines that were left out of the text.
func (r reader) furniture() (reader, want) {
	if len(r.article.Furniture) == 0 {
		return r, want{say: "nothing was left out of this article"}
	}
	s := &sheet{title: "Left out as the page's furniture", chosen: -1}
	for _, line := range r.article.Furniture {
		s.items = append(s.items, sheetItem{text: line})
	}
	r.sheet = s
	return r, want{}
}

// hint names the keys that matter while the sheet is open.
func (s *sheet) hint(k readerKeys) []key.Binding {
	if s.chosen < 0 {
		return []key.Binding{k.Down, k.Close}
	}
	return []key.Binding{k.Down, k.Follow, k.Close}
}

// draw returns the sheet as rows of a screen.
func (s *sheet) draw(st styles, columns, rows int) []string {
	width := min(columns-2*margin(columns), measure)
	indent := strings.Repeat(" ", max((columns-width)/2, 0))
	out := []string{indent + st.Title.Render(fit(s.title, width)), ""}

	var body []string
	first, last := 0, 0 // rows of the chosen item
	for i, item := range s.items {
		if i == s.chosen {
			first = len(body)
		}
		body = append(body, item.draw(st, width, i == s.chosen, s.chosen >= 0)...)
		if i == s.chosen {
			last = len(body)
		}
	}
	room := max(rows-len(out), 1)
	top := min(max(s.top, 0), max(len(body)-room, 0))
	if s.chosen >= 0 {
		top = max(min(max(last-room, 0), first), 0)
	}
	for _, row := range body[top:min(top+room, len(body))] {
		out = append(out, strings.TrimRight(indent+row, " "))
	}
	for len(out) < rows {
		out = append(out, "")
	}
	return out[:rows]
}

func (item sheetItem) draw(st styles, width int, chosen, choosing bool) []string {
	if !choosing {
		return drawn(render.Wrap(item.text, width))
	}
	marker := "  "
	if chosen {
		marker = st.Key.Render("› ")
	}
	var rows []string
	for i, row := range drawn(render.Wrap(item.text, max(width-2, 1))) {
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

func drawn(lines []render.Line) []string {
	var rows []string
	for _, l := range lines {
		rows = append(rows, l.Draw(nil))
	}
	return rows
}
