package pdf

import (
	"slices"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/page"
	"etal/internal/reflist"
)

// findReferences marks the paragraphs of the reference list: what stands under the last heading that
// announces one, up to the next heading; else entries that are numbered one after the other.
func (r *reader) findReferences() {
	start := -1
	for i, p := range r.flow {
		if p.kind == heading && reflist.IsHeading(p.text()) {
			start = i + 1
		}
	}
	if start < 0 {
		r.findUnannounced()
		return
	}
	for i := start; i < len(r.flow); i++ {
		p := r.flow[i]
		if p.kind == reference || p.kind == note {
			continue
		}
		if n := slices.IndexFunc(p.rows, func(w row) bool { return selfCited.MatchString(w.text()) }); n >= 0 {
			if n == 0 {
				break
			}
			r.splitAt(i, p.rows[n])
			r.flow[i+1].kind = running
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

// resumes returns the paragraph at which a numbered list, which a heading at end interrupts, goes on with
// its next numbers; -1 if it does not.
func (r *reader) resumes(start, end int) int {
	var rows []row
	for _, p := range r.flow[start:end] {
		if p.kind == reference {
			rows = append(rows, p.rows...)
		}
	}
	run := chain(rows)
	if len(run) == 0 || run[0].row != 0 {
		return -1
	}
	_, sign, _ := labelOf(rows[0])
	last := run[len(run)-1].number
	at, want := -1, last+1
	for i := end; i < len(r.flow); i++ {
		p := r.flow[i]
		if !p.mayBeReference() {
			continue
		}
		for k, w := range p.rows {
			if number, s, ok := labelOf(w); !ok || s != sign || number != want || at < 0 && k > 0 {
				continue
			}
			if at < 0 {
				at = i
			}
			if want++; want > last+fewestNumbered {
				return at
			}
		}
	}
	return -1
}

// selfCited matches the row behind a list that tells how to cite the article itself.
var selfCited = lazyregexp.New(`(?i)^(?:how to )?cite this (?:article|paper)(?: as)?\s*:`)

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
	if text := p.text(); reflist.HasYear(text) || label.MatchString(text) && under.kind == heading && !numbered.MatchString(under.text()) {
		return false
	}
	f, u := p.first(), under.first()
	return f.size > u.size+0.3 || f.size > u.size-0.3 && f.bold == u.bold && f.italic == u.italic
}

// label matches the label at the beginning of an entry; the groups are the label.
var label = lazyregexp.New(`^(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)]?)\s*\S`)

// labelOf returns the number at which a row begins as entries do, how it is set, and whether there is one.
func labelOf(w row) (number int, sign string, ok bool) {
	c := w.cells[0]
	if mark := raisedStart(c.Glyphs, c.Base, c.Size); mark != "" {
		n, err := strconv.Atoi(mark)
		return n, "^", err == nil
	}
	text := w.text()
	m := label.FindStringSubmatch(text)
	if m == nil {
		return 0, "", false
	}
	for i, set := range []string{"[]", "()", "."} {
		if m[i+1] != "" {
			number, err := strconv.Atoi(m[i+1])
			return number, set, err == nil
		}
	}
	return 0, "", false
}

// A labelled row is one that begins with a label.
type labelled struct{ row, number int }

const (
	longestEntry   = 14 // rows
	fewestNumbered = 5  // entries of a list that nothing announces
)

// chain returns the rows that begin with the numbers from 1 on, one after the other, all set alike: the
// longest such run.
func chain(rows []row) []labelled {
	bySign := map[string][]labelled{}
	for i, w := range rows {
		if n, sign, ok := labelOf(w); ok {
			bySign[sign] = append(bySign[sign], labelled{i, n})
		}
	}
	var best []labelled
	for _, sign := range []string{"[]", "()", ".", "^"} {
		all := bySign[sign]
		for start, first := range all {
			if first.number != 1 {
				continue
			}
			run := []labelled{first}
			for _, l := range all[start+1:] {
				last := run[len(run)-1]
				if l.row-last.row > 3*longestEntry {
					break
				}
				if l.number == last.number+1 {
					run = append(run, l)
				}
			}
			if len(run) >= len(best) {
				best = run
			}
		}
	}
	return best
}

// findUnannounced finds a numbered list that no heading announces.
func (r *reader) findUnannounced() {
	var rows []row
	var of []int // the paragraphs of the rows
	for i, p := range r.flow {
		if p.kind == running || p.kind == item || p.kind == formula || p.kind == note {
			for _, w := range p.rows {
				rows, of = append(rows, w), append(of, i)
			}
		}
	}
	run := chain(rows)
	if len(run) < fewestNumbered {
		return
	}
	dated := 0
	for i, l := range run {
		end := min(l.row+longestEntry, len(rows))
		if i+1 < len(run) {
			end = run[i+1].row
		}
		text := ""
		for _, w := range rows[l.row:end] {
			text += w.text() + " "
		}
		if reflist.HasYear(text) {
			dated++
		}
	}
	if dated*10 < len(run)*6 {
		return
	}
	first, last := of[run[0].row], of[run[len(run)-1].row]
	r.splitAt(first, rows[run[0].row])
	if r.flow[first].rows[0].base != rows[run[0].row].base {
		first, last = first+1, last+1
	}
	for _, p := range r.flow[first : last+1] {
		if p.mayBeReference() || p.kind == note {
			p.kind = reference
		}
	}
}

// splitAt cuts a paragraph before a row of it.
func (r *reader) splitAt(i int, at row) {
	p := r.flow[i]
	n := slices.IndexFunc(p.rows, func(w row) bool { return w.base == at.base && w.left == at.left && w.cells[0].Page == at.cells[0].Page })
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
	rows  []row
}

// entriesOf cuts the reference list into its entries: by their numbers, else by their indents and the
// blanks between them, else by what they say.
func entriesOf(parts []*paragraph) []entry {
	var rows []row
	begins := map[int]bool{} // rows above which is a blank
	for _, p := range parts {
		if p.after > 0 && p.after > 1.25*p.first().size*1.2 {
			begins[len(rows)] = true
		}
		rows = append(rows, p.rows...)
	}
	if run := chain(rows); len(run) > 2 && run[0].row == 0 {
		return cutAt(rows, run)
	}
	if entries := cutHanging(rows); len(entries) > 0 {
		return entries
	}
	return cutByWords(rows)
}

func cutAt(rows []row, run []labelled) []entry {
	var found []entry
	for i, l := range run {
		end := len(rows)
		if i+1 < len(run) {
			end = run[i+1].row
		}
		found = append(found, entry{label: strconv.Itoa(l.number), rows: rows[l.row:end]})
	}
	return found
}

// cutHanging cuts entries whose first rows stand out to the left.
func cutHanging(rows []row) []entry {
	type column struct{ page, column int }
	of := func(w row) column { return column{w.cells[0].Page, w.cells[0].Column} }
	left := map[column]float64{}
	for _, w := range rows {
		if l, ok := left[of(w)]; !ok || w.left < l {
			left[of(w)] = w.left
		}
	}
	var found []entry
	out := 0
	for i, w := range rows {
		by := w.left - left[of(w)]
		switch {
		case by < 0.4*w.size:
			out++
			found = append(found, entry{rows: rows[i : i+1]})
		case by > 5*w.size || i == 0:
			return nil
		default:
			e := &found[len(found)-1]
			e.rows = rows[i-len(e.rows) : i+1]
		}
	}
	dated := 0
	for _, e := range found {
		if text := e.text(); reflist.HasYear(text) || strings.Contains(text, "n.d.") {
			dated++
		}
	}
	if out*10 > len(rows)*9 || len(found) < 2 || dated*10 < len(found)*8 {
		return nil
	}
	return found
}

func (e entry) text() string {
	text := ""
	for _, w := range e.rows {
		text += w.text() + " "
	}
	return text
}

// cutByWords cuts entries as those of a text are cut.
func cutByWords(rows []row) []entry {
	var text strings.Builder
	var starts []int
	for _, w := range rows {
		starts = append(starts, text.Len())
		text.WriteString(w.text() + "\n")
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
		if len(n.rows) > 0 {
			found = append(found, n)
		}
	}
	return found
}

// top returns where an entry begins.
func (e entry) top() (number int, box page.Rect) {
	c := e.rows[0].cells[0]
	return c.Page, c.Box
}
