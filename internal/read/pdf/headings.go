package pdf

import (
	"math"
	"slices"
	"strings"

	"etal/internal/lazyregexp"
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
	f := p.first().Font
	for _, w := range p.rows {
		if w.Font == nil || !textrow.IsSameFont(w.Font, f) {
			return typeface{}
		}
	}
	return typeface{f.Name, math.Round(p.first().Size * 4)}
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
			n += len(w.Cells[0].Glyphs)
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
	return len(p.rows) <= 2 && len(text) < 100 && len(p.first().Cells) == 1 && textrow.HasLetters(text) && (textrow.BeginsUpper(text) || numbered.MatchString(text)) &&
		!textrow.EndsSentence(text) && !noHeading.MatchString(text)
}

const (
	smallHeading = 0.95 // of the body's size, below which only what stands above text is a heading
	shortestText = 60   // bytes of such a text
)

// dropWeakHeadings makes text of headings smaller than the body with no text below them: cells, and the letters of
// drawings.
func (r *reader) dropWeakHeadings() {
	for i := len(r.flow) - 1; i >= 0; i-- {
		p := r.flow[i]
		if p.kind != heading || p.first().Size >= smallHeading*r.body.size || reflist.IsHeading(p.text()) {
			continue
		}
		if i+1 == len(r.flow) || !r.flow[i+1].isTextBelow(p) {
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
		return len(p.text()) >= shortestText && !p.hasCells() && p.first().Size >= h.first().Size/textrow.SizeStep
	}
	return false
}

// joinCaptions joins captions with their parts that are marked (a), (b).
func (r *reader) joinCaptions() {
	out := r.flow[:0]
	for _, p := range r.flow {
		if n := len(out) - 1; n >= 0 && out[n].kind == caption && p.kind == item && p.after > 0 && p.after < textrow.LooseLeading*p.first().Size &&
			strings.HasPrefix(p.text(), "(") && p.first().Size == out[n].last().Size {
			out[n].rows = append(out[n].rows, p.rows...)
			continue
		}
		out = append(out, p)
	}
	r.flow = out
}

// A look is how a heading is set.
type look struct {
	size                   float64
	bold, italic, capitals bool
}

func lookOf(p *paragraph) look {
	f := p.first()
	return look{math.Round(f.Size*2) / 2, f.Bold, f.Italic, textrow.IsCapitals(p.text())}
}

// letterNumber matches the number of a heading below one with a Roman numeral.
var letterNumber = lazyregexp.New(`^[A-Z]\.\s`)

// romanLook returns how the headings are set that have Roman numerals, by the second of them. Set in small
// capitals, they are smaller than those below them.
func (r *reader) romanLook() (l look, found bool) {
	for _, p := range r.flow {
		if p.kind == heading && strings.HasPrefix(p.text(), "II.") {
			return lookOf(p), true
		}
	}
	return look{}, false
}

// setLevels gives headings their levels: by their numbers, else as those that look alike, else by how large
// they are.
func (r *reader) setLevels() {
	romanLook, roman := r.romanLook()
	levels := map[look]int{}
	var looks []look
	for _, p := range r.flow {
		if p.kind != heading {
			continue
		}
		if m := numbered.FindStringSubmatch(p.text()); p.level == 0 && m != nil && strings.ContainsAny(m[1], "0123456789") {
			p.level = 2 + strings.Count(m[1], ".")
		}
		if p.level == 0 && isOpening(p.text()) {
			p.level = 2
		}
		l := lookOf(p)
		switch {
		case !roman || p.level > 0:
		case l == romanLook:
			p.level = 2
		case letterNumber.MatchString(p.text()):
			p.level = 3
		}
		if _, seen := levels[l]; !seen {
			looks = append(looks, l)
		}
		if levels[l] == 0 {
			levels[l] = p.level
		}
	}
	for _, p := range r.flow {
		if p.kind == heading && p.level == 0 {
			l := lookOf(p)
			if p.level = levels[l]; p.level == 0 {
				p.level = l.rank(looks)
			}
		}
	}
	above := 1
	for _, p := range r.flow {
		if p.kind == heading { // none is skipped
			p.level = min(p.level, above+1)
			above = p.level
		}
	}
}

// isOpening reports whether a heading is one with which an article begins, and no more.
func isOpening(s string) bool {
	at := openings.FindStringIndex(s)
	return at != nil && strings.Trim(s[at[1]:], " :.") == ""
}

// rank returns the level of headings without a number: below all that are larger, and below those in bold
// or capitals if it is set in italics, or else alike.
func (l look) rank(looks []look) int {
	larger := map[float64]bool{}
	for _, o := range looks {
		if o.size > l.size {
			larger[o.size] = true
		}
	}
	level := 2 + len(larger)
	inCapitals := look{l.size, l.bold, l.italic, true}
	if !l.bold && l.italic && !l.capitals || !l.capitals && slices.Contains(looks, inCapitals) {
		level++
	}
	return min(level, maxLevel-1)
}
