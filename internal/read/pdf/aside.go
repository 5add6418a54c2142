package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"etal/internal/read/pdf/imprint"
	"etal/internal/read/pdf/levels"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/people"
	"etal/internal/read/pdf/raised"
	"etal/internal/read/pdf/textrow"
)

// Text beside the text: columns at the side of a first page, notes in the margin, and the letters of
// drawings.

const (
	longRow      = 30  // glyphs of a row by which the width of the text is measured
	narrowColumn = 0.5 // of that width, of a column at the side
	asideGap     = 4.0 // points between the text and what stands beside it
)

// findAsides finds what stands beside the text.
func (r *reader) findAsides() {
	width := r.textWidth()
	type borders struct{ left, right float64 }
	pages := map[int]*borders{}
	columns := map[int][]borders{} // rows as wide as the text, in whatever size
	for _, p := range r.flow {
		for _, w := range p.rows {
			if w.Right-w.Left < width*0.9 {
				continue
			}
			if w.Right-w.Left < width*1.1 {
				columns[p.page] = append(columns[p.page], borders{w.Left, w.Right})
			}
			if math.Abs(w.Size-r.body.size) > 0.6 {
				continue
			}
			b := pages[p.page]
			if b == nil {
				b = &borders{w.Left, w.Right}
				pages[p.page] = b
			}
			b.left, b.right = min(b.left, w.Left), max(b.right, w.Right)
		}
	}
	var side *paragraph // the last of the column at the side of the first page
	for _, p := range r.flow {
		b := pages[p.page]
		if b == nil || p.kind != running && (p.kind != note || p.mark != "") {
			continue
		}
		box := p.box()
		inColumn := slices.ContainsFunc(columns[p.page], func(c borders) bool { return box.Left > c.left-asideGap && box.Right < c.right+asideGap })
		if !inColumn && box.Width() < narrowColumn*width && (box.Right < b.left-asideGap || box.Left > b.right+asideGap) {
			p.kind = sidenote
			if p.page == 1 || side != nil && p.goesOnWith(side, r.pages) {
				p.kind, side = aside, p
			}
		}
	}
}

// goesOnWith reports whether a note in the margin goes on with the column at the side of the first page, which ends at
// the foot of that.
func (p *paragraph) goesOnWith(side *paragraph, pages []*page.Page) bool {
	isAtFoot := side.page == 1 && side.last().Base > footZone*pages[0].Height()
	isAtTop := p.page == 2 && p.first().Base < (1-footZone)*pages[1].Height()
	below := p.page == 2 && side.page == 2 && p.first().Base-side.last().Base < 3*p.first().Size
	return (isAtFoot && isAtTop || below) && p.first().Size == side.first().Size && math.Abs(p.first().Left-side.first().Left) < asideGap
}

// findPromotions finds what publishers say of themselves on the rest of a last page.
func (r *reader) findPromotions() {
	page := 0
	for _, p := range r.flow {
		if p.page >= len(r.pages)-1 && imprint.IsPromotion(p.text()) {
			page = p.page
		}
		if page > 0 && p.page == page {
			p.kind = aside
		}
	}
}

// textWidth returns how wide most rows of the text are.
func (r *reader) textWidth() float64 {
	counts := map[int]int{}
	best := 0
	for _, p := range r.flow {
		for _, w := range p.rows {
			if len(w.Cells) > 1 || w.Cells[0].Glyphs.Len() < longRow {
				continue
			}
			key := int((w.Right - w.Left) / 4)
			if counts[key] += w.Cells[0].Glyphs.Len(); counts[key] > counts[best] {
				best = key
			}
		}
	}
	return float64(best) * 4
}

const (
	longestLabel = 45  // letters of a row in a drawing
	mostLabels   = 200 // paragraphs of one

	smallLabel = 0.75 // of the body's size, at most, of words beside each other
)

// findLabels finds the letters of drawings: brief text before a caption, or in what the file places as a
// picture.
func (r *reader) findLabels() {
	for i, p := range r.flow {
		if p.kind != caption || !textrow.FigureCaption.MatchString(p.text()) {
			continue
		}
		k := i - 1
		for k >= 0 && k > i-mostLabels && r.isLabel(r.flow[k], p) {
			k--
		}
		isTable := k >= 0 && r.flow[k].kind == caption && textrow.TableCaption.MatchString(r.flow[k].text())
		for _, q := range r.flow[k+1 : i] {
			if !isTable || inPicture(q) {
				q.kind = aside
			}
		}
		box := p.box()
		for k = i + 1; k < len(r.flow) && k < i+mostLabels && r.isLabel(r.flow[k], p); k++ {
			q := r.flow[k]
			if q.first().Size > r.body.size*noteSize && !inPicture(q) || q.first().Left > box.Right || q.first().Right < box.Left {
				break
			}
			q.kind = aside
		}
	}
}

// isLabel reports whether a paragraph is a word or two in the drawing of a caption.
func (r *reader) isLabel(p, of *paragraph) bool {
	if p.page != of.page || p.kind == caption || p.kind == title || p.kind == note || p.kind == reference || p.ruling != nil {
		return false
	}
	if inPicture(p) {
		return true
	}
	if p.kind == heading && (p.first().Size > r.body.size*1.05 || p.first().Bold || levels.IsNumbered(p.text())) {
		return false
	}
	for _, w := range p.rows {
		for _, c := range w.Cells {
			if utf8.RuneCountInString(c.Text()) > longestLabel {
				return false
			}
		}
		if w.Right-w.Left > 0.6*r.width && w.Size > smallLabel*r.body.size && !w.IsAxis() {
			return false // a table or code
		}
	}
	box := p.box()
	isBox := p.first().Size <= smallLabel*r.body.size && box.Width() < 0.6*r.width && !p.hasCells()
	return (len(p.rows) <= 4 || isBox) && !(textrow.EndsSentence(p.text()) && len(p.text()) > 12 && !p.last().IsAxis() && !(isBox && strings.HasSuffix(p.text(), ":"))) && p.first().Size <= r.body.size*1.05 && box.Bottom < of.box().Top+2
}

// inPicture reports whether a paragraph lies in a part that the file places on the page as a whole.
func inPicture(p *paragraph) bool { return p.first().Cells[0].Glyphs.At(0).Picture > 0 }

const longParagraph = 4 // rows, from which on a paragraph is no part of an article's head

// findFront marks the head of the article: what stands between its title and its abstract or its first
// section. Nothing in it is a heading, and its raised signs lead to affiliations.
func (r *reader) findFront() {
	start := -1
	for i, p := range r.flow {
		if p.kind == title {
			start = i
		}
	}
	if start < 0 {
		return
	}
	for _, p := range r.flow[start+1:] {
		text := p.text()
		isPlace := raised.Note(p.first().Cells[0]) != "" && (people.IsInstitution(text) || strings.Contains(text, "@"))
		if p.page != r.flow[start].page || levels.BeginsOpening(text) || levels.IsNumbered(text) && p.kind == heading && (len(strings.Fields(text)) < 3 || textrow.IsCapitals(text) || len(p.names()) == 0) || len(p.rows) >= longParagraph && p.kind == running && len(text) > 250 && !isPlace {
			break
		}
		if p.ruling == nil && (p.kind == heading || p.kind == running || p.kind == item || p.kind == cells || p.kind == formula || p.kind == code || p.kind == note && isPlace && p.first().Base < titleZone*r.pages[p.page-1].Height()) {
			p.kind, p.front = running, true
		}
	}
	r.moveAuthors(start)
}

// mostAddressed is how many rows the address of an author has at most.
const mostAddressed = 8

// moveAuthors puts authors with their addresses behind the title, which stand elsewhere on the first page.
func (r *reader) moveAuthors(title int) {
	var moved, others []*paragraph
	page := r.flow[title].page
	rest := r.flow[title+1:]
	for i := 0; i < len(rest); i++ {
		n := 0
		if p := rest[i]; p.page == page && !p.front && (p.kind == heading || p.kind == running) && len(p.rows) == 1 && len(p.names()) == 1 {
			n = addressBelow(rest[i:])
		}
		if n == 0 {
			others = append(others, rest[i])
			continue
		}
		for _, p := range rest[i : i+n] {
			p.kind, p.front = running, true
			moved = append(moved, p)
		}
		i += n - 1
	}
	front := slices.IndexFunc(others, func(p *paragraph) bool { return !p.front && p.kind != aside })
	if len(moved) > 0 && front >= 0 {
		r.flow = slices.Concat(r.flow[:title+1], others[:front], moved, others[front:])
	}
}

// addressBelow returns how many paragraphs a name and the address below it are; 0 if none is there.
func addressBelow(parts []*paragraph) int {
	rows, isAddress := 0, false
	last := parts[0]
	for i, p := range parts[1:] {
		near := p.page == last.page && p.first().Base-last.last().Base < 2*p.first().Size && math.Abs(p.first().Left-last.first().Left) < asideGap
		if rows += len(p.rows); !near || p.first().Base < last.last().Base || rows > mostAddressed || p.kind != running && p.kind != note && p.kind != aside || len(p.rows) == 1 && len(p.names()) > 0 {
			if !isAddress {
				return 0
			}
			return i + 1
		}
		text := p.text()
		isAddress = isAddress || strings.Contains(text, "@") || people.IsInstitution(text)
		last = p
	}
	return 0
}
