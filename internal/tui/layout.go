package tui

import (
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// widthStep is by how many columns a key makes the text wider or narrower.
const widthStep = 4

// leastMeasure is the narrowest that text can be asked for, in columns.
const leastMeasure = 20

// showKey answers the keys that change what is shown.
func (r reader) showKey(msg tea.KeyMsg, count int) (reader, want, bool) {
	var w want
	k := r.keys
	switch {
	case key.Matches(msg, k.Aside):
		r, w = r.toggleAside()
	case key.Matches(msg, k.Bare):
		r.bare = !r.bare
		r, w = r.layOut(r.position()), want{resize: true}
	case key.Matches(msg, k.Wider):
		r, w = r.widen(max(count, widthStep))
	case key.Matches(msg, k.Narrower):
		r, w = r.widen(-max(count, widthStep))
	case key.Matches(msg, k.Theme):
		w = want{theme: true}
	case key.Matches(msg, k.Mouse):
		w = want{mouse: true}
	case key.Matches(msg, k.Furniture):
		r, w = r.furniture()
	default:
		return r, w, false
	}
	return r, w, true
}

// toggleAside shows the references in view beside the text, or not any more.
func (r reader) toggleAside() (reader, want) {
	if r.columns < asideColumns {
		return r, want{say: "beside the text there is room from " + strconv.Itoa(asideColumns) + " columns on"}
	}
	r.aside = !r.aside
	return r.layOut(r.position()), want{}
}

// widen sets the text wider by n columns, or narrower.
func (r reader) widen(n int) (reader, want) {
	columns := r.textColumns()
	most := max(columns-2*margin(columns), leastMeasure)
	r.measure = min(max(min(r.measure, most)+n, leastMeasure), most)
	return r.layOut(r.position()), want{say: plural(r.textWidth(), "column")}
}
