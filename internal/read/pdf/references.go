package pdf

import (
	"strings"

	"etal/internal/article"
	"etal/internal/read/pdf/page"
	"etal/internal/reflist"
)

// findReferences marks the paragraphs of the reference list: what stands under the last heading that
// announces one, up to the next heading.
func (r *reader) findReferences() {
	start := -1
	for i, p := range r.flow {
		if p.kind == heading && reflist.IsHeading(p.text()) {
			start = i
		}
	}
	if start < 0 {
		return
	}
	for _, p := range r.flow[start+1:] {
		if p.kind == heading && !bearsYear(p.text()) {
			break
		}
		switch p.kind {
		case running, item, heading, formula, code, cells:
			p.kind = reference
		}
	}
}

func bearsYear(s string) bool { return reflist.HasYear(s) }

// An entry is one reference of the list.
type entry struct {
	label string
	rows  []row
}

// entries cuts the reference list into its entries.
func entriesOf(parts []*paragraph) []entry {
	var rows []row
	var text strings.Builder
	var starts []int
	for _, p := range parts {
		for _, w := range p.rows {
			rows = append(rows, w)
			starts = append(starts, text.Len())
			text.WriteString(w.text() + "\n")
		}
	}
	var found []entry
	cut := reflist.Cut(text.String(), article.Span{End: text.Len()})
	at := 0
	for i, e := range cut {
		end := text.Len()
		if i+1 < len(cut) {
			end = cut[i+1].LineStart
		}
		n := entry{label: e.Label}
		for at < len(rows) && starts[at] < end {
			n.rows = append(n.rows, rows[at])
			at++
		}
		found = append(found, n)
	}
	return found
}

// top returns where an entry begins.
func (e entry) top() (number int, box page.Rect) {
	c := e.rows[0].cells[0]
	return c.Page, c.Box
}
