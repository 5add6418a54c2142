package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"etal/internal/doc"
	"etal/internal/names"
	"etal/internal/read/pdf/imprint"
	"etal/internal/read/pdf/levels"
	"etal/internal/read/pdf/textrow"
	"etal/internal/read/pdf/told"
	"etal/internal/safe"
)

const (
	shortestTitle = 8   // letters
	longestTitle  = 300 // bytes
	titleZone     = 0.6 // of the first page's height, in which a title stands
)

// findTitle finds the title: the largest text at the top of the first page.
func (r *reader) findTitle() {
	var best *paragraph
	for _, p := range r.flow {
		if p.page > 1 && best != nil || p.page > 2 {
			break
		}
		text := p.text()
		height := 800.0
		if first := r.pages[p.page-1]; first != nil {
			height = first.Height()
		}
		if utf8.RuneCountInString(text) < shortestTitle || len(text) > longestTitle || p.first().Base > titleZone*height || !strings.Contains(text, " ") || imprint.IsKind(text) {
			continue
		}
		if best == nil || p.first().Size > best.first().Size*1.02 {
			best = p
		}
	}
	if best == nil || best.first().Size <= r.body.size*1.15 {
		if best = r.boldTitle(); best == nil {
			return
		}
	}
	best.kind = title
	r.joinTitle(best)
	r.moveTitle(best)
	for _, p := range r.flow { // the name of the journal, the kind of the article
		if p.page != best.page || p.last().Base >= best.first().Base {
			continue
		}
		if text := p.text(); len(p.rows) <= 2 && len(text) < longestAbove || imprint.IsOfPaper(text) {
			p.kind = aside
		}
	}
}

// moveTitle puts a title, and what stands between it and the text, before all of its page, if text below it comes first in
// the file.
func (r *reader) moveTitle(p *paragraph) {
	at := slices.Index(r.flow, p)
	top := math.Inf(1)
	for _, q := range r.flow[:at] {
		if q.page == p.page && q.first().Base > p.last().Base {
			top = min(top, q.first().Base)
		}
	}
	if math.IsInf(top, 1) {
		return
	}
	var head, rest []*paragraph
	for i, q := range r.flow {
		if i >= at && q.page == p.page && q.last().Base < top {
			head = append(head, q)
		} else {
			rest = append(rest, q)
		}
	}
	first := slices.IndexFunc(rest, func(q *paragraph) bool { return q.page == p.page })
	r.flow = slices.Insert(rest, max(0, first), head...)
}

// joinTitle joins a title with the lines close below it that are set alike.
func (r *reader) joinTitle(p *paragraph) {
	i := slices.Index(r.flow, p) + 1
	for i < len(r.flow) {
		last, q := p.last(), r.flow[i]
		first := q.first()
		if down := first.Base - last.Base; q.page != p.page || first.Size != last.Size || !textrow.IsSameFont(first.Cells[0].Font, last.Cells[0].Font) || down <= 0 || down > farthestLine*last.Size || len(q.names()) > 0 && !r.isAboveNames(i) {
			return
		}
		p.rows = append(p.rows, q.rows...)
		r.flow = slices.Delete(r.flow, i, i+1)
	}
}

// isAboveNames reports whether the paragraph at an index stands above names that are set otherwise: it looks like names.
func (r *reader) isAboveNames(i int) bool {
	return i+1 < len(r.flow) && r.flow[i+1].page == r.flow[i].page && r.flow[i+1].first().Size < r.flow[i].first().Size && len(r.flow[i+1].names()) > 0
}

// farthestLine is the distance of two lines of a title at most, in sizes of its type.
const farthestLine = 1.7

// boldTitle returns the bold capitals at the top of a first page with an abstract, if its title is not set larger than
// the text; else nil.
func (r *reader) boldTitle() *paragraph {
	if len(r.flow) == 0 {
		return nil
	}
	p := r.flow[0]
	text := p.text()
	isTitle := p.page == 1 && p.first().Bold && textrow.IsCapitals(text) && len(strings.Fields(text)) > 2 && len(text) < longestTitle && !levels.IsNumbered(text) && !levels.BeginsOpening(text)
	if !isTitle || !slices.ContainsFunc(r.flow, func(q *paragraph) bool { return q.page == 1 && levels.BeginsOpening(q.text()) }) {
		return nil
	}
	return p
}

// longestAbove is the length in bytes of the longest paragraph above a title that is no text.
const longestAbove = 150

// meta takes the title, the authors and the date from the page and from what the file tells,
// whichever is sound.
func (r *reader) meta() {
	for _, p := range r.flow {
		if p.kind == title {
			r.out.Title = safe.Line(doc.Plain(r.apart(p.rows, true)))
		}
	}
	if title := strings.TrimSpace(r.info.Title); r.out.Title.Len() == 0 && told.IsSoundTitle(title) {
		r.out.Title = safe.Line(title)
	}
	r.out.Authors = r.authors()
	r.out.Date = safe.Line(imprint.Published(r.firstPage(), told.Day(r.info.Created)))
	if r.info.Language != "" {
		r.out.Language = safe.Line(r.info.Language)
	}
}

// findHeads takes the heads of later pages out that are a part of the title, or name the authors: in a short
// file each may stand on one page only.
func (r *reader) findHeads() {
	var titled string
	for _, p := range r.flow {
		if p.kind == title {
			titled = names.Fold(p.text())
		}
	}
	for i, p := range r.flow {
		if p.page == 1 || len(p.rows) > 1 || p.first().Base > headZone*r.pages[p.page-1].Height() || i > 0 && r.flow[i-1].page == p.page && r.flow[i-1].first().Base < p.first().Base {
			continue
		}
		text := strings.TrimSpace(strings.Trim(p.text(), "0123456789 |·•"))
		if len(text) >= shortestTitle && titled != "" && strings.Contains(titled, names.Fold(text)) || strings.HasSuffix(text, "et al.") || strings.HasSuffix(text, "et al") {
			p.kind = aside
		}
	}
}

const headZone = 0.12 // of a page's height
