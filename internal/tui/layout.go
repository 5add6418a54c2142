package tui

import (
	"strconv"
)

// widthStep is by how many columns a key makes the text wider or narrower.
const widthStep = 4

// leastMeasure is the narrowest that text can be asked for, in columns.
const leastMeasure = 20

// toggleAside shows the references in view beside the text, or not any more.
func (r reader) toggleAside() (reader, Action) {
	if r.columns < asideColumns {
		return r, say("beside the text there is room from " + strconv.Itoa(asideColumns) + " columns on")
	}
	r.aside = !r.aside
	return r.layOut(r.position()), nil
}

// toggleBare hides everything but the text, or shows it again.
func (r reader) toggleBare() (reader, Action) {
	r.bare = !r.bare
	return r.layOut(r.position()), relayout{}
}

// widen sets the text wider by count columns, or by widthStep.
func (r reader) widen(count int) (reader, Action) { return r.widenBy(max(count, widthStep)) }

// narrow sets the text narrower by count columns, or by widthStep.
func (r reader) narrow(count int) (reader, Action) { return r.widenBy(-max(count, widthStep)) }

func (r reader) widenBy(n int) (reader, Action) {
	columns := r.textColumns()
	most := max(columns-2*margin(columns), leastMeasure)
	r.measure = min(max(min(r.measure, most)+n, leastMeasure), most)
	return r.layOut(r.position()), say(plural(r.textWidth(), "column"))
}
