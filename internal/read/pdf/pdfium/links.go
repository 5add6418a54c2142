package pdfium

import (
	"math"

	"etal/internal/read/pdf/page"
)

// The kinds of actions, as FPDFAction_GetType returns them.
const (
	actionGoTo = 1
	actionURI  = 3
)

// links reads the links of a page.
func (p *parser) links() {
	in := p.in
	in.clearScratch()
	for n := 0; in.isTrue("FPDFLink_Enumerate", p.page, in.at(scratchCursor), in.at(scratchCursor)+4) && in.err == nil; n++ {
		if n == maxLinks {
			p.out.Cut = true
			return
		}
		handle := uint64(in.uint32At(in.at(scratchCursor) + 4))
		l := page.Link{Areas: p.areas(handle)}
		l.To = p.target(in.call("FPDFLink_GetDest", p.Document.handle, handle))
		if action := in.call("FPDFLink_GetAction", handle); l.To.Page == 0 && action != 0 {
			switch in.call("FPDFAction_GetType", action) {
			case actionGoTo:
				l.To = p.target(in.call("FPDFAction_GetDest", p.Document.handle, action))
			case actionURI:
				l.URL = in.utf8("FPDFAction_GetURIPath", p.Document.handle, action)
			}
		}
		if len(l.Areas) > 0 && (l.To.Page > 0 || l.URL != "") {
			p.out.Links = append(p.out.Links, l)
		}
	}
}

// maxAreas is how many areas of a link are read: one a line.
const maxAreas = 20

// areas returns where a link can be pressed.
func (p *parser) areas(link uint64) []page.Rect {
	in := p.in
	var areas []page.Rect
	for i := range in.count(maxAreas, "FPDFLink_CountQuadPoints", link) {
		if in.isTrue("FPDFLink_GetQuadPoints", link, uint64(i), in.at(0)) {
			var q [8]float64 // x1, y1, … x4, y4
			in.float32s(0, q[:])
			areas = append(areas, p.out.Rect(q[0], q[1], q[6], q[7]).Union(p.out.Rect(q[2], q[3], q[4], q[5])))
		}
	}
	if len(areas) == 0 && in.isTrue("FPDFLink_GetAnnotRect", link, in.at(0)) {
		var box [4]float64 // left, top, right, bottom
		in.float32s(0, box[:])
		areas = append(areas, p.out.Rect(box[0], box[1], box[2], box[3]))
	}
	return areas
}

// The kinds of views, as FPDFDest_GetView returns them: with the numbers that say where on a page.
const (
	viewXYZ   = 1 // x, y, zoom
	viewFitH  = 3 // y
	viewFitV  = 4 // x
	viewFitR  = 5 // left, bottom, right, top
	viewFitBH = 7 // y
)

// target returns where a destination is; it has no page if the destination is 0 or leads out of
// the file.
func (d *Document) target(dest uint64) page.Target {
	in := d.in
	to := page.Target{X: math.NaN(), Y: math.NaN()}
	if dest == 0 {
		return to
	}
	number := int(int32(in.call("FPDFDest_GetDestPageIndex", d.handle, dest)))
	if number < 0 || number >= d.pages {
		return to
	}
	to.Page = number + 1
	view := in.call("FPDFDest_GetView", dest, in.at(0), in.at(1))
	n := in.uint32At(in.at(0))
	var v [4]float64
	in.float32s(1, v[:])
	switch {
	case view == viewXYZ && n >= 2:
		to.X, to.Y = v[0], v[1]
	case (view == viewFitH || view == viewFitBH) && n >= 1:
		to.Y = v[0]
	case view == viewFitV && n >= 1:
		to.X = v[0]
	case view == viewFitR && n >= 4:
		to.X, to.Y = v[0], v[3]
	}
	return to
}
