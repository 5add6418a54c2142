package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/read/pdf/areas"
	"etal/internal/read/pdf/entries"
	"etal/internal/read/pdf/inlines"
	"etal/internal/read/pdf/landing"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/textrow"
)

// An inner link leads to a point of a page of the file.
type inner struct {
	page.Link
	page int // that it stands on
	to   landing.Link
}

// linkUp finds where links lead. Those that land in the reference list are citations, unless they contradict the text:
// it is not told by their names.
func (r *reader) linkUp() {
	r.links = areas.Areas{}
	links := r.linkWorks(r.innerLinks())
	r.linkEndNotes(links)
	r.linkWithin(links)
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
}

// innerLinks returns the links that lead to a point of a page, but for those in the reference list itself.
func (r *reader) innerLinks() []inner {
	var found []inner
	for n, p := range r.pages {
		if p == nil {
			continue
		}
		for _, l := range p.Links {
			if l.To.Page == 0 || l.To.Page > len(r.pages) || r.pages[l.To.Page-1] == nil || math.IsNaN(l.To.Y) || r.isListed(n+1, l) {
				continue
			}
			x, y := r.pages[l.To.Page-1].Point(l.To.X, l.To.Y)
			found = append(found, inner{l, n + 1, landing.Link{Text: l.Text, Page: l.To.Page, X: x, Y: y}})
		}
	}
	return found
}

// points returns where links lead.
func points(links []inner) []landing.Link {
	to := make([]landing.Link, len(links))
	for i, l := range links {
		to[i] = l.to
	}
	return to
}

// linkWorks adds the links that are citations, and returns the others.
func (r *reader) linkWorks(links []inner) []inner {
	works := make([]landing.Work, len(r.entries))
	for i, e := range r.entries {
		works[i].Page, works[i].Box = e.top()
	}
	found := landing.Works(points(links), works)
	agree, all := 0, 0
	for i, l := range links {
		if found[i] < 0 {
			continue
		}
		e := r.entries[found[i]]
		switch entries.Agrees(l.Text, e.label, e.text()) {
		case entries.Yes:
			agree, all = agree+1, all+1
		case entries.No:
			all, found[i] = all+1, -1
		}
	}
	var others []inner
	for i, l := range links {
		if found[i] < 0 || !landing.AreBelieved(agree, all) {
			others = append(others, l)
			continue
		}
		r.links.Add(l.page, l.Link, &doc.Citation{References: []int{found[i] + 1}})
	}
	return others
}

// linkEndNotes makes notes of the list to whose items the numbers in the text lead.
func (r *reader) linkEndNotes(links []inner) {
	found := landing.EndNotes(points(links), r.landingBlocks())
	notes := map[*paragraph]*doc.Note{}
	for i, n := range found {
		if n < 0 || !r.stands(links[i]) {
			continue
		}
		p := r.flow[n]
		if notes[p] == nil {
			text := r.apart(p.rows, false)
			text = inlines.WithoutReturn(inlines.Cut(text, landing.LabelLength(doc.Plain(text))))
			notes[p] = &doc.Note{Blocks: []doc.Block{doc.Paragraph{Text: text}}}
		}
		r.links.Add(links[i].page, links[i].Link, notes[p])
	}
	r.flow = slices.DeleteFunc(r.flow, func(p *paragraph) bool { return notes[p] != nil })
}

// stands reports whether a link is on a line of the text.
func (r *reader) stands(l inner) bool {
	return slices.ContainsFunc(r.flow, func(p *paragraph) bool { return p.kind != aside && slices.ContainsFunc(p.rows, l.isOn) })
}

// isOn reports whether a link is on a row.
func (l inner) isOn(w textrow.Row) bool {
	return w.Cells[0].Page == l.page && l.Areas[0].Overlaps(page.Rect{Left: w.Left, Top: w.Base - w.Size, Right: w.Right, Bottom: w.Base})
}

// landingBlocks returns the paragraphs as that to which links may lead.
func (r *reader) landingBlocks() []landing.Block {
	blocks := make([]landing.Block, len(r.flow))
	for i, p := range r.flow {
		blocks[i] = landingBlock(p)
	}
	return blocks
}

// linkWithin adds the links to headings, captions, formulae and statements, but not from these themselves.
func (r *reader) linkWithin(links []inner) {
	blocks := r.landingBlocks()
	for i, n := range landing.Find(points(links), blocks) {
		if n >= 0 && !links[i].isOn(r.flow[n].first()) {
			r.flow[n].anchor = strconv.Itoa(n)
			r.links.Add(links[i].page, links[i].Link, &doc.Link{ID: r.flow[n].anchor, Kind: blocks[n].Kind, Unsure: true})
		}
	}
}

// landingBlock returns a paragraph as that to which links may lead.
func landingBlock(p *paragraph) landing.Block {
	first := p.first()
	b := landing.Block{Page: p.page, Left: first.Left, Right: first.Right, Top: first.Cells[0].Box.Top, Texts: []string{p.text()}}
	switch p.kind {
	case heading:
		b.Kind = article.Section
	case caption:
		if b.Kind = article.Figure; textrow.TableCaption.MatchString(b.Texts[0]) {
			b.Kind = article.Table
		}
	case formula:
		b.Kind = article.Equation
		for _, w := range p.rows {
			b.Texts = append(b.Texts, w.Cells[len(w.Cells)-1].Text())
		}
	case running, item:
		if landing.IsStatement(b.Texts[0]) {
			b.Kind = article.Section
		}
	default:
		b.Page = 0 // it stands beside the text
	}
	return b
}

// isListed reports whether a link stands in the reference list itself.
func (r *reader) isListed(number int, l page.Link) bool {
	if len(l.Areas) == 0 {
		return true
	}
	a := l.Areas[0]
	isOn := func(w textrow.Row) bool {
		return w.Cells[0].Page == number && w.Cells[0].Box.Contains((a.Left+a.Right)/2, (a.Top+a.Bottom)/2)
	}
	return slices.ContainsFunc(r.entries, func(e entry) bool { return slices.ContainsFunc(e.rows, isOn) })
}
