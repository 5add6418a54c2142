package pdfium

import (
	"encoding/binary"
	"math"
	"unicode"
	"unicode/utf16"

	"etal/internal/read/pdf/page"
)

const (
	glyphSize  = 56   // bytes of a glyph as glyphs.wat writes it
	glyphBatch = 4096 // glyphs that are read at once
)

// glyphs reads the text of a page.
func (p *parser) glyphs() {
	in := p.in
	text := in.call("FPDFText_LoadPage", p.page)
	if text == 0 {
		return
	}
	n := in.count(maxGlyphs+1, "FPDFText_CountChars", text)
	if n > maxGlyphs {
		n, p.out.Cut = maxGlyphs, true
	}
	p.out.Glyphs = make([]page.Glyph, 0, n)
	out := in.call("malloc", glyphSize*glyphBatch)
	run := &page.Run{}
	var last uint64
	for i := 0; i < n && out != 0 && in.err == nil; i += glyphBatch {
		end := min(n, i+glyphBatch)
		in.call("glyphs", text, uint64(i), uint64(end), out)
		read, _ := in.module.Memory().Read(uint32(out), uint32(glyphSize*(end-i)))
		batch := append([]byte(nil), read...) // the memory may move
		for k := 0; k+glyphSize <= len(batch); k += glyphSize {
			b := batch[k : k+glyphSize]
			object := uint64(binary.LittleEndian.Uint32(b[4:]))
			if object != last && object != 0 {
				last, run = object, p.run(text, uint64(i+k/glyphSize), object)
			}
			p.out.Glyphs = appendGlyph(p.out.Glyphs, p.glyph(b, run))
		}
	}
	in.call("free", out)
	in.call("FPDFText_ClosePage", text)
}

// glyph returns the glyph that glyphs.wat wrote, of an object whose glyphs have something in common.
func (p *parser) glyph(b []byte, run *page.Run) page.Glyph {
	flag := func(at int) bool { return binary.LittleEndian.Uint32(b[at:]) == 1 }
	double := func(at int) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b[at:])) }
	float := func(at int) float64 { return float64(math.Float32frombits(binary.LittleEndian.Uint32(b[at:]))) }
	g := page.Glyph{Run: run, Rune: rune(binary.LittleEndian.Uint32(b))}
	g.Added, g.Hyphen, g.Unknown = flag(8), flag(12), flag(16)
	g.X, g.Y = p.out.Point(double(24), double(32))
	g.Y = single(g.Y)
	box := p.out.Rect(float(40), float(44), float(48), float(52)) // left, top, right, bottom
	g.Box = page.Extent{Left: single(box.Left), Right: single(box.Right)}
	return g
}

// single returns a number as exact as PDFium has it and lines keep it, so that equal ones stay so.
func single(v float64) float64 { return float64(float32(v)) }

// appendGlyph appends a glyph. A letter outside the Basic Multilingual Plane, as formulae have, comes as two, its
// surrogates, of which the second completes the first.
func appendGlyph(glyphs []page.Glyph, g page.Glyph) []page.Glyph {
	if n := len(glyphs) - 1; n >= 0 {
		if whole := utf16.DecodeRune(glyphs[n].Rune, g.Rune); whole != unicode.ReplacementChar {
			glyphs[n].Rune = whole
			glyphs[n].Box = glyphs[n].Box.Union(g.Box)
			return glyphs
		}
	}
	return append(glyphs, g)
}
