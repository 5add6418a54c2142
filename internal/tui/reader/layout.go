package reader

import (
	"strconv"

	"etal/internal/tui/screen"
)

// widthStep is by how many columns a key makes the text wider or narrower.
const widthStep = 4

// leastMeasure is the narrowest that text can be asked for, in columns.
const leastMeasure = 20

// toggleAside shows the references in view beside the text, or not any more.
func (r Model) toggleAside() (Model, screen.Action) {
	if r.columns < asideColumns {
		return r, screen.Say("references beside the text need " + strconv.Itoa(asideColumns) + " columns")
	}
	r.aside = !r.aside
	return r.layOut(r.Position()), nil
}

// toggleBare hides everything but the text, or shows it again.
func (r Model) toggleBare() (Model, screen.Action) {
	r.bare = !r.bare
	return r.layOut(r.Position()), screen.Relayout{}
}

// widen sets the text wider by count columns, or by widthStep.
func (r Model) widen(count int) (Model, screen.Action) { return r.widenBy(max(count, widthStep)) }

// narrow sets the text narrower by count columns, or by widthStep.
func (r Model) narrow(count int) (Model, screen.Action) { return r.widenBy(-max(count, widthStep)) }

func (r Model) widenBy(n int) (Model, screen.Action) {
	columns := r.textColumns()
	most := max(columns-2*screen.Margin(columns), leastMeasure)
	r.measure = min(max(min(r.measure, most)+n, leastMeasure), most)
	return r.layOut(r.Position()), screen.Say(screen.Plural(r.textWidth(), "column"))
}
