package pdfium

import (
	"math"
	"slices"
	"strings"

	"etal/internal/read/pdf/page"
)

// What is read of a page, which may claim to hold any number: far more than one can show.
const (
	maxGlyphs  = 60_000
	maxObjects = 20_000
	maxLinks   = 5_000
)

// parse parses a page, turned until its text is upright, and turned once more where a part lies on its side; pages
// count from 0. It returns nil for one that
// cannot be loaded.
func (d *Document) parse(number int) *page.Page {
	p := d.parseTurned(number, 0)
	if p == nil {
		return nil
	}
	if turns := p.Lying(); turns != 0 {
		return d.parseTurned(number, turns)
	}
	if turns := p.PartLying(); turns != 0 {
		if p.Aside = d.parseTurned(number, turns); p.Aside != nil {
			p.Aside.Glyphs = slices.DeleteFunc(p.Aside.Glyphs, func(g page.Glyph) bool { return g.Angle != 0 })
		}
	}
	return p
}

// parseTurned parses a page that is shown turned by more quarters clockwise than the file says.
func (d *Document) parseTurned(number, more int) *page.Page {
	in := d.in
	handle := in.call("FPDF_LoadPage", d.handle, uint64(number))
	if handle == 0 {
		return nil
	}
	p := &parser{Document: d, page: handle, parts: map[uint64]int{}, inner: map[uint64]int{}, rules: map[int][]page.Rect{}, chrome: map[uint64]bool{}, out: &page.Page{}}
	p.measure(more)
	p.objects()
	p.glyphs()
	p.out.Measure()
	p.out.Straighten()
	for _, part := range p.out.Unwrap() {
		p.out.Rules = append(p.out.Rules, p.rules[part]...)
	}
	p.links()
	in.call("FPDF_ClosePage", handle)
	return p.out
}

// A parser parses one page.
type parser struct {
	*Document
	page   uint64
	out    *page.Page
	parts  map[uint64]int      // text objects within a part that was placed as a whole
	inner  map[uint64]int      // those within another in that
	nested int                 // how many others there are
	rules  map[int][]page.Rect // within parts that may be the page
	chrome map[uint64]bool     // text objects that are marked as no part of the text
}

// measure finds how large a page is and how it is turned, with more quarters.
func (p *parser) measure(more int) {
	in := p.in
	in.call("FPDF_GetPageBoundingBox", p.page, in.at(0))
	var box [4]float64 // left, top, right, bottom
	in.float32s(0, box[:])
	p.out.Frame = page.NewFrame(box[0], box[3], box[2], box[1], int(in.call("FPDFPage_GetRotation", p.page))+more)
}

// The kinds of objects, as FPDFPageObj_GetType returns them.
const (
	objectText  = 1
	objectPath  = 2
	objectImage = 3
	objectShade = 4
	objectForm  = 5
)

// thinnest is the width of the widest drawn line, in points: a line is no picture.
const thinnest = 2.5

// shortest is how wide a line across the page is at least, in points: as the bar of a fraction.
const shortest = 3.0

// shortestPicture is the same of a line that is a picture, as a minus may be too.
const shortestPicture = 15.0

// objects finds pictures, and text that is marked as no part of the article.
func (p *parser) objects() {
	in := p.in
	n := in.count(maxObjects+1, "FPDFPage_CountObjects", p.page)
	if n > maxObjects {
		n, p.out.Cut = maxObjects, true
	}
	for i := range n {
		object := in.call("FPDFPage_GetObject", p.page, uint64(i))
		kind := in.call("FPDFPageObj_GetType", object)
		if kind == objectText {
			p.mark(object)
			continue
		}
		area, ok := p.boundsOf(object)
		if !ok {
			continue
		}
		switch {
		case kind == objectPath && area.Height() < thinnest && area.Width() > shortest:
			p.out.Rules = append(p.out.Rules, area)
		case kind == objectImage && area.Height() < thinnest && area.Width() > shortestPicture:
			p.out.Rules = append(p.out.Rules, area)
		case kind == objectPath && min(area.Width(), area.Height()) < thinnest:
		case kind == objectForm:
			p.out.Pictures = append(p.out.Pictures, area)
			p.within(object, len(p.out.Pictures), 0, maxNested)
			if area.Width() > page.WrapperArea*p.out.Width() && area.Height() > page.WrapperArea*p.out.Height() {
				p.rules[len(p.out.Pictures)] = p.rulesIn(object, area)
			}
		default:
			p.out.Pictures = append(p.out.Pictures, area)
		}
	}
}

// boundsOf returns where an object stands, and reports whether it stands anywhere.
func (p *parser) boundsOf(object uint64) (page.Rect, bool) {
	in := p.in
	if !in.isTrue("FPDFPageObj_GetBounds", object, in.at(0), in.at(0)+4, in.at(0)+8, in.at(0)+12) {
		return page.Rect{}, false
	}
	var box [4]float64 // left, bottom, right, top
	in.float32s(0, box[:])
	return p.out.Rect(box[0], box[1], box[2], box[3]), true
}

// rulesIn returns the lines that are drawn in a part, which stands in an area of the page. Its objects have places of
// its own, all of which together are that area.
func (p *parser) rulesIn(form uint64, area page.Rect) (rules []page.Rect) {
	in := p.in
	var all page.Rect
	known := false
	for i := range in.count(maxObjects, "FPDFFormObj_CountObjects", form) {
		object := in.call("FPDFFormObj_GetObject", form, uint64(i))
		r, ok := p.boundsOf(object)
		if !ok {
			continue
		}
		if !known {
			all, known = r, true
		}
		all = all.Union(r)
		if in.call("FPDFPageObj_GetType", object) == objectPath && r.Height() < thinnest && r.Width() > shortest {
			rules = append(rules, r)
		}
	}
	across, down := area.Width()/max(all.Width(), shortest), area.Height()/max(all.Height(), shortest)
	for i, r := range rules {
		rules[i] = page.Rect{
			Left: area.Left + across*(r.Left-all.Left), Right: area.Left + across*(r.Right-all.Left),
			Top: area.Top + down*(r.Top-all.Top), Bottom: area.Top + down*(r.Bottom-all.Top),
		}
	}
	return rules
}

// maxNested is how deep parts of a page may lie in each other.
const maxNested = 8

// firstInner is the number of the first part within another: there are fewer pictures.
const firstInner = maxObjects + 1

// within notes which text lies in a part that was placed on the page as a whole, and in one within that.
func (p *parser) within(form uint64, picture, inner, depth int) {
	in := p.in
	for i := range in.count(maxObjects, "FPDFFormObj_CountObjects", form) {
		object := in.call("FPDFFormObj_GetObject", form, uint64(i))
		switch in.call("FPDFPageObj_GetType", object) {
		case objectText:
			p.parts[object], p.inner[object] = picture, inner
			p.mark(object)
		case objectForm:
			if depth == 0 {
				continue
			}
			part := inner
			if part == 0 {
				part = firstInner + p.nested
				p.nested++
			}
			p.within(object, picture, part, depth-1)
		}
	}
}

// mark notes whether text is marked as an artifact: a running head, a page's number, a watermark
// (ISO 32000-1, 14.8.2.2).
func (p *parser) mark(object uint64) {
	in := p.in
	for i := range in.count(4, "FPDFPageObj_CountMarks", object) {
		mark := in.call("FPDFPageObj_GetMark", object, uint64(i))
		if in.isTrue("FPDFPageObjMark_GetName", mark, in.at(1), scratchSize/2, in.at(0)) {
			if strings.TrimRight(string(p.name()), "\x00") == "Artifact" {
				p.chrome[object] = true
			}
		}
	}
}

// name returns the ASCII letters of the UTF-16 that FPDFPageObjMark_GetName wrote.
func (p *parser) name() []byte {
	b, _ := p.in.module.Memory().Read(uint32(p.in.at(1)), 2*len16)
	var name []byte
	for i := 0; i+1 < len(b) && b[i] != 0; i += 2 {
		name = append(name, b[i])
	}
	return name
}

// len16 is the length of the longest name of a mark that is told from others.
const len16 = 16

// run returns what the glyphs of a text object have in common.
func (p *parser) run(text, i, object uint64) *page.Run {
	in := p.in
	in.call("FPDFText_GetMatrix", text, i, in.at(0))
	var m [6]float64
	in.float32s(0, m[:])
	size := math.Float64frombits(in.call("FPDFText_GetFontSize", text, i))
	angle := math.Atan2(m[1], m[0])*180/math.Pi - p.out.Turned()
	if size < 0 { // which turns the letters
		size, angle = -size, angle+180
	}
	return &page.Run{
		Size:    size * math.Hypot(m[2], m[3]),
		Angle:   math.Mod(angle+720, 360),
		Font:    p.font(in.call("FPDFTextObj_GetFont", object)),
		Picture: p.parts[object],
		Inner:   p.inner[object],
		Chrome:  p.chrome[object],
	}
}
