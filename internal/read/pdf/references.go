package pdf

import (
	"slices"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/entries"
	"etal/internal/read/pdf/imprint"
	"etal/internal/read/pdf/levels"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/raised"
	"etal/internal/read/pdf/textrow"
	"etal/internal/reflist"
)

// findReferences marks the paragraphs of the reference list: what stands under the last heading that
// announces one, up to the next heading; else entries that are numbered one after the other. Other numbered lists have
// headings too, such as that of a supplement.
func (r *reader) findReferences() {
	starts := r.listStarts()
	if len(starts) == 0 {
		r.findUnannounced()
	}
	for _, start := range starts { // from the last to the first
		r.markList(start)
	}
}

// markList marks the paragraphs of the reference list that begins with one.
func (r *reader) markList(start int) {
	for i := start; i < len(r.flow); i++ {
		p := r.flow[i]
		if p.kind == reference || p.kind == note {
			continue
		}
		if i > start && (imprint.IsBiography(p.text()) || firstNote.MatchString(p.text()) && strings.HasPrefix(r.flow[start].text(), "[")) {
			break
		}
		if n := slices.IndexFunc(p.rows, func(w textrow.Row) bool { return imprint.IsOwnCitation(w.Text()) || imprint.IsHistory(w.Text()) }); n >= 0 {
			isHistory := imprint.IsHistory(p.rows[n].Text())
			if n > 0 && imprint.IsDOI(p.rows[n-1].Text()) {
				n--
			}
			if n > 0 {
				r.splitAt(i, p.rows[n])
				p.kind = reference
				i++
				r.flow[i].kind = running
			}
			for ; isHistory && i < len(r.flow) && (imprint.IsHistory(r.flow[i].text()) || imprint.IsOfPaper(r.flow[i].text())); i++ {
				r.flow[i].kind = aside
			}
			break
		}
		if p.kind == heading && p.endsList(r.flow[start-1]) {
			next := r.resumes(start, i)
			if next < 0 {
				break
			}
			r.flow = slices.Concat(r.flow[:i], r.flow[next:], r.flow[i:next]) // a box amid the list
			p = r.flow[i]
		}
		if p.mayBeReference() {
			p.kind = reference
		}
	}
}

// firstNote matches the first of the notes that stand behind a list whose numbers are in brackets.
var firstNote = lazyregexp.New(`^1[.)] \p{Lu}`)

// listStarts returns the indexes of the first paragraphs of reference lists, from the last to the first: of that below
// the last heading of one, or below an earlier one whose list is longer, as a supplement may have some references of its
// own; and of those whose numbers begin again.
func (r *reader) listStarts() (all []int) {
	start, longest := -1, 0
	end := len(r.flow)
	for i := len(r.flow) - 1; i >= 0; i-- {
		if r.flow[i].kind != heading || !reflist.IsHeading(r.flow[i].text()) {
			continue
		}
		n := numberOfEntries(r.flow[i+1 : end])
		if start < 0 || n > longerBy*longest && n > mostChecked {
			start, longest = i+1, n
		}
		if n >= fewestRestarted {
			all = append(all, i+1)
		}
		end = i
	}
	if start >= 0 && (longest < fewestRestarted || len(all) == 0) {
		return []int{start}
	}
	return all
}

// fewestRestarted is how many entries a list has at least that is not the only one.
const fewestRestarted = 3

// longerBy is how many times as long as the last an earlier list must be.
const longerBy = 2

// numberOfEntries returns how many numbered entries follow each other from the first row of paragraphs on.
func numberOfEntries(parts []*paragraph) int {
	var rows []textrow.Row
	for _, p := range parts {
		if p.mayBeReference() {
			rows = append(rows, p.rows...)
		}
	}
	run := entries.Numbered(entryRows(rows))
	if len(run) == 0 || run[0].Row > 0 {
		return 0
	}
	return len(run)
}

// resumes returns the paragraph at which a numbered list, which a heading at end interrupts, goes on with
// its next numbers; -1 if it does not.
func (r *reader) resumes(start, end int) int {
	var rows []textrow.Row
	for _, p := range r.flow[start:end] {
		if p.kind == reference {
			rows = append(rows, p.rows...)
		}
	}
	run := entries.Numbered(entryRows(rows))
	if len(run) == 0 || run[0].Row != 0 {
		return -1
	}
	sign, last := run[0].Sign, run[len(run)-1].Number
	at, want := -1, last+1
	for i := end; i < len(r.flow); i++ {
		p := r.flow[i]
		if !p.mayBeReference() {
			continue
		}
		for k, w := range entryRows(p.rows) {
			if l, ok := entries.LabelOf(w); !ok || l.Sign != sign || l.Number != want || at < 0 && k > 0 {
				continue
			}
			if at < 0 {
				at = i
			}
			if want++; want > last+mostChecked {
				return at
			}
		}
	}
	return -1
}

// mostChecked is how many numbers a list must go on with.
const mostChecked = 5

func (p *paragraph) mayBeReference() bool {
	switch p.kind {
	case running, item, heading, formula, code, cells:
		return true
	}
	return false
}

// endsList reports whether a heading ends the list under another: it is set like that, or larger. Within a list
// rows in italics or capitals look like headings.
func (p *paragraph) endsList(under *paragraph) bool {
	if text := p.text(); reflist.HasYear(text) || entries.IsLabelled(text) && under.kind == heading && !levels.IsNumbered(under.text()) {
		return false
	}
	f, u := p.first(), under.first()
	return f.Size > u.Size+0.3 || f.Size > u.Size-0.3 && f.Bold == u.Bold && f.Italic == u.Italic
}

// findUnannounced finds a numbered list that no heading announces.
func (r *reader) findUnannounced() {
	var rows []textrow.Row
	var of []int // the paragraphs of the rows
	for i, p := range r.flow {
		if p.kind == running || p.kind == item || p.kind == formula || p.kind == note {
			for _, w := range p.rows {
				rows, of = append(rows, w), append(of, i)
			}
		}
	}
	plain := entryRows(rows)
	run := entries.Numbered(plain)
	if !entries.IsList(plain, run) {
		return
	}
	first, last := of[run[0].Row], of[run[len(run)-1].Row]
	r.splitAt(first, rows[run[0].Row])
	if r.flow[first].rows[0].Base != rows[run[0].Row].Base {
		first, last = first+1, last+1
	}
	for _, p := range r.flow[first : last+1] {
		if p.mayBeReference() || p.kind == note {
			p.kind = reference
		}
	}
}

// splitAt cuts a paragraph before a row of it.
func (r *reader) splitAt(i int, at textrow.Row) {
	p := r.flow[i]
	n := slices.IndexFunc(p.rows, func(w textrow.Row) bool {
		return w.Base == at.Base && w.Left == at.Left && w.Cells[0].Page == at.Cells[0].Page
	})
	if n <= 0 {
		return
	}
	rest := *p
	rest.rows = p.rows[n:]
	p.rows = p.rows[:n]
	r.flow = slices.Insert(r.flow, i+1, &rest)
}

// cutLists cuts the reference lists into entries.
func (r *reader) cutLists() {
	r.lists = map[*paragraph][]entry{}
	for i := 0; i < len(r.flow); i++ {
		if r.flow[i].kind != reference {
			continue
		}
		first := i
		for i+1 < len(r.flow) && r.flow[i+1].kind == reference {
			i++
		}
		entries := entriesOf(r.flow[first : i+1])
		r.lists[r.flow[first]] = entries
		r.entries = append(r.entries, entries...)
	}
}

// An entry is one reference of the list.
type entry struct {
	label string
	rows  []textrow.Row
}

// entriesOf cuts the reference list into its entries.
func entriesOf(parts []*paragraph) []entry {
	var rows []textrow.Row
	for _, p := range parts {
		rows = append(rows, p.rows...)
	}
	var found []entry
	for _, e := range entries.Cut(entryRows(rows)) {
		found = append(found, entry{label: e.Label, rows: rows[e.First:e.End]})
	}
	return found
}

// entryRows returns what tells of rows where entries begin.
func entryRows(rows []textrow.Row) []entries.Row {
	out := make([]entries.Row, len(rows))
	for i, w := range rows {
		c := w.Cells[0]
		out[i] = entries.Row{
			Text: w.Text(), Raised: raised.Start(c),
			Left: w.Left, Size: w.Size, Page: c.Page, Column: c.Column,
		}
	}
	return out
}

func (e entry) text() string {
	text := ""
	for _, w := range e.rows {
		text += w.Text() + " "
	}
	return text
}

// top returns where an entry begins.
func (e entry) top() (number int, box page.Rect) {
	c := e.rows[0].Cells[0]
	return c.Page, c.Box
}
