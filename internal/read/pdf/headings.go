package pdf

import (
	"math"

	"etal/internal/read/pdf/levels"
	"etal/internal/read/pdf/textrow"
	"etal/internal/reflist"
)

// A typeface is a font in a size.
type typeface struct {
	name string
	size float64
}

// typeface returns what all of a paragraph is set in; the zero typeface if it is in several.
func (p *paragraph) typeface() typeface {
	if !textrow.InOneFont(p.rows) {
		return typeface{}
	}
	return typeface{p.first().Font.Name, math.Round(p.first().Size * 4)}
}

// fewestDisplayed is how many headings a typeface must have, and mostElsewhere how much of it may be set in other
// text, as a share of them.
const (
	fewestDisplayed = 3
	mostElsewhere   = 0.5

	smallestDisplayed = 0.8 // of the body's size
)

// displayFonts returns the typefaces that are for headings, though no font says that it is bold: those of brief
// lines above text of the body's font, and hardly of anything else.
func (r *reader) displayFonts() map[typeface]bool {
	headings, glyphs, all := map[typeface]int{}, map[typeface]int{}, map[typeface]int{}
	for i, p := range r.flow {
		n := 0
		for _, w := range p.rows {
			n += w.Cells[0].Glyphs.Len()
		}
		t := p.typeface()
		all[t] += n
		if t.name == "" || p.isSetIn(r.body.font) || !isBriefTitle(p) || p.first().Size < smallestDisplayed*r.body.size {
			continue
		}
		if k := i + 1; k < len(r.flow) && r.flow[k].kind == running && r.flow[k].isSetIn(r.body.font) && r.flow[k].first().Base > p.last().Base {
			headings[t]++
			glyphs[t] += n
		}
	}
	found := map[typeface]bool{}
	for t, n := range headings {
		if n >= fewestDisplayed && float64(all[t]-glyphs[t]) <= mostElsewhere*float64(glyphs[t]) {
			found[t] = true
		}
	}
	return found
}

// isBriefTitle reports whether a paragraph can be a heading by its words.
func isBriefTitle(p *paragraph) bool {
	text := p.text()
	return len(p.rows) <= 2 && len(text) < 100 && len(p.first().Cells) == 1 && textrow.HasLetters(text) && levels.IsTitle(text) &&
		!textrow.EndsSentence(text) && !levels.OnlyLooksSo(text)
}

const (
	smallHeading = 0.95 // of the body's size, below which only what stands above text is a heading
	shortestText = 60   // bytes of such a text
)

// dropWeakHeadings makes text of headings smaller than the body with no text below them: cells, and the letters of
// drawings; and of those in small letters, such as words of formulae and algorithms, unless most begin so.
func (r *reader) dropWeakHeadings() {
	small, all := 0, 0
	for _, p := range r.flow {
		if p.kind == heading {
			all++
			if textrow.BeginsLower(p.text()) {
				small++
			}
		}
	}
	for i := len(r.flow) - 1; i >= 0; i-- {
		p := r.flow[i]
		if p.kind != heading || reflist.IsHeading(p.text()) {
			continue
		}
		isText := p.first().Size < smallHeading*r.body.size && (i+1 == len(r.flow) || !r.flow[i+1].isTextBelow(p))
		if isText || textrow.BeginsLower(p.text()) && 2*small <= all {
			p.kind = running
		}
	}
}

// isTextBelow reports whether a paragraph can be the text of a heading.
func (p *paragraph) isTextBelow(h *paragraph) bool {
	switch p.kind {
	case heading, item, reference:
		return true
	case running:
		return len(p.text()) >= shortestText && (!p.hasCells() || len(p.first().Cells) == 1 && !p.isTable()) && p.first().Size >= h.first().Size/textrow.SizeStep
	}
	return false
}

// setLevels gives headings their levels.
func (r *reader) setLevels() {
	var found []*levels.Heading
	var of []*paragraph
	for i, p := range r.flow {
		if p.kind == heading {
			f, text := p.first(), p.text()
			h := &levels.Heading{Text: text, Size: f.Size, Font: p.typeface().name, Bold: f.Bold, Italic: f.Italic, Capitals: textrow.IsCapitals(text), Level: p.level}
			h.Above = i+1 < len(r.flow) && r.flow[i+1].kind == heading && r.flow[i+1].page == p.page
			h.Number = levels.Number(text)
			found, of = append(found, h), append(of, p)
		}
	}
	levels.Set(found)
	for i, h := range found {
		of[i].level = h.Level
	}
}
