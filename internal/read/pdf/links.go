package pdf

import (
	"math"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/read/pdf/areas"
	"etal/internal/read/pdf/entries"
	"etal/internal/read/pdf/landing"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/textrow"
)

// A landed link leads into the reference list.
type landed struct {
	link  page.Link
	page  int // that it stands on
	entry int // index
}

// How near to its entry a link lands, in points.
const (
	farthestLanding = 60.0 // before it is known how far all of a file land from theirs
	step            = 2.0
	nearestLanding  = 7.0 // afterwards
	besideColumn    = 60.0
)

// leastAgreeing is the share of a file's links that must agree with what their text says, in percent, for the
// others to be believed.
const leastAgreeing = 85

// linkUp finds where links lead. Those that land in the reference list are citations, unless they
// contradict the text: it is not told by their names, and a link may land by some lines from its
// entry, all of a file by as much.
func (r *reader) linkUp() {
	r.links = areas.Areas{}
	landings := r.landings()
	agree, all := 0, 0
	for i := range landings {
		l := &landings[i]
		e := r.entries[l.entry]
		switch entries.Agrees(l.link.Text, e.label, e.text()) {
		case entries.Yes:
			agree, all = agree+1, all+1
		case entries.No:
			all, l.entry = all+1, -1
		}
	}
	if all > 0 && agree*100 < all*leastAgreeing {
		landings = nil
	}
	for _, l := range landings {
		if l.entry >= 0 {
			r.links.Add(l.page, l.link, &doc.Citation{References: []int{l.entry + 1}})
		}
	}
	for n, p := range r.pages {
		if p == nil {
			continue
		}
		var last *doc.Link // a link over two lines is often two
		for _, l := range p.Links {
			if l.URL == "" {
				continue
			}
			url := strings.TrimRight(l.URL, ";,") // typesetters take signs of the sentence along
			if last == nil || last.URL != url {
				last = &doc.Link{URL: url}
			}
			r.links.Add(n+1, l, last)
		}
	}
	r.linkWithin()
}

// linkWithin adds the links to headings, captions, formulae and statements.
func (r *reader) linkWithin() {
	var links []landing.Link
	var from []landed
	for n, p := range r.pages {
		if p == nil {
			continue
		}
		for _, l := range p.Links {
			if l.To.Page == 0 || l.To.Page > len(r.pages) || r.pages[l.To.Page-1] == nil || math.IsNaN(l.To.Y) || r.links.Have(n+1, l) {
				continue
			}
			x, y := r.pages[l.To.Page-1].Point(l.To.X, l.To.Y)
			links, from = append(links, landing.Link{Text: l.Text, Page: l.To.Page, X: x, Y: y}), append(from, landed{link: l, page: n + 1})
		}
	}
	if len(links) == 0 {
		return
	}
	blocks := make([]landing.Block, len(r.flow))
	for i, p := range r.flow {
		blocks[i] = r.landingBlock(p)
	}
	ids := map[int]string{}
	for i, n := range landing.Find(links, blocks) {
		if n < 0 || len(r.entries) > 0 && r.isListed(from[i].page, from[i].link) {
			continue
		}
		if ids[n] == "" {
			ids[n] = strconv.Itoa(n)
			r.flow[n].anchor = ids[n]
		}
		r.links.Add(from[i].page, from[i].link, &doc.Link{ID: ids[n], Kind: blocks[n].Kind, Unsure: true})
	}
}

// landingBlock returns a paragraph as that to which links may lead.
func (r *reader) landingBlock(p *paragraph) landing.Block {
	first := p.first()
	b := landing.Block{Page: p.page, Left: first.Left, Right: first.Right, Top: first.Cells[0].Box.Top}
	text := p.text()
	switch p.kind {
	case heading:
		b.Kind, b.Texts = article.Section, []string{text}
	case caption:
		if b.Kind = article.Figure; textrow.TableCaption.MatchString(text) {
			b.Kind = article.Table
		}
		b.Texts = []string{text}
	case formula:
		b.Kind = article.Equation
		for _, w := range p.rows {
			b.Texts = append(b.Texts, w.Cells[len(w.Cells)-1].Text())
		}
	case aside, cells, code, note:
		b.Page = 0 // it stands beside the text
	default:
		if landing.IsStatement(text) {
			b.Kind, b.Texts = article.Section, []string{text}
		}
	}
	return b
}

// landings returns the links that lead to an entry.
func (r *reader) landings() []landed {
	var found []landed
	offsets := map[int]int{}
	usual := 0
	for n, p := range r.pages {
		if p == nil {
			continue
		}
		for _, l := range p.Links {
			if l.To.Page == 0 || l.To.Page > len(r.pages) || math.IsNaN(l.To.Y) || r.isListed(n+1, l) {
				continue
			}
			if i, by := r.entryAt(l.To, 0, farthestLanding); i >= 0 {
				key := int(math.Round(by / step))
				if offsets[key]++; offsets[key] > offsets[usual] {
					usual = key
				}
				found = append(found, landed{link: l, page: n + 1, entry: i})
			}
		}
	}
	kept := found[:0]
	for _, l := range found {
		if i, _ := r.entryAt(l.link.To, float64(usual)*step, nearestLanding); i >= 0 {
			l.entry = i
			kept = append(kept, l)
		}
	}
	return kept
}

// isListed reports whether a link stands in the reference list itself.
func (r *reader) isListed(number int, l page.Link) bool {
	if len(r.entries) == 0 || len(l.Areas) == 0 {
		return true
	}
	a := l.Areas[0]
	for _, e := range r.entries {
		for _, w := range e.rows {
			c := w.Cells[0]
			if c.Page == number && c.Box.Contains((a.Left+a.Right)/2, (a.Top+a.Bottom)/2) {
				return true
			}
		}
	}
	return false
}

// entryAt returns the index of the entry whose first line is by a usual offset from a target, and how
// far it is below that; -1 if none is near.
func (r *reader) entryAt(to page.Target, usual, limit float64) (index int, by float64) {
	frame := r.pages[to.Page-1]
	if frame == nil {
		return -1, 0
	}
	x, y := frame.Point(to.X, to.Y)
	index, nearest := -1, limit
	for i, e := range r.entries {
		number, box := e.top()
		if number != to.Page || !math.IsNaN(x) && x > 1 && (x < box.Left-besideColumn || x > box.Right) {
			continue
		}
		d := box.Top - y
		if off := math.Abs(d - usual); off < nearest {
			index, nearest, by = i, off, d
		}
	}
	return index, by
}
